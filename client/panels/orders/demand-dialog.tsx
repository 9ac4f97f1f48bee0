import { useMemo, useState } from 'react';
import type { ClauseTerms } from '../../../shared/model/clause.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import type { Order } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { legalDemands } from '../../../shared/rules/legal-orders.ts';
import { groundOfView } from '../../../shared/rules/verbs/ground.ts';
import { refuseDemand } from '../../../shared/rules/verbs/influence.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { briefOrder } from '../../text/order-sentence.ts';
import { sentenceCase, termsSentence } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { everyTerms } from '../every-terms.ts';
import { FacetPicker } from '../facet-picker.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { facetedTerms } from '../term-facets.ts';

/** Orders that carry a demand: a squeeze always, an attempt to destabilise perhaps. */
type Demanding = Extract<Order, { readonly verb: 'squeeze' | 'destabilise' }>;
export const takesDemand = (order: Order): order is Demanding =>
  order.verb === 'squeeze' || order.verb === 'destabilise';

/** What the host would have to promise to be spared. */
export const DemandDialog = ({
  order,
  needed,
  onChosen,
  onClose,
}: {
  readonly order: Demanding;
  /** Without one the order cannot be given. */ readonly needed: boolean;
  readonly onChosen: (order: Demanding) => void;
  readonly onClose: () => void;
}) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const [useGrievance, setUseGrievance] = useState(order.verb === 'squeeze' && order.grievance === true);
  const [anything, setAnything] = useState(false);
  const demands = useMemo(
    () =>
      facetedTerms(
        anything ? everyDemand(scenario, view, order.host) : legalDemands(scenario, view, order.host),
        scenario,
        view,
      ),
    [scenario, view, order.host, anything],
  );
  const held = view.grievances.find(
    (one) => one.holder === me && one.against === order.host && one.until >= view.board.turn,
  );
  const host = actorName(scenario, order.host);
  return (
    <Dialog
      title={sentenceCase(briefOrder(order, scenario, view))}
      isOpen
      onClose={onClose}
      foot={<Button onPress={onClose}>{t('cancel')}</Button>}
    >
      <p className="soft">{t('demand.note', { host })}</p>
      <Switch isSelected={anything} onChange={setAnything}>
        {t('demand.any', { host })}
      </Switch>
      <FacetPicker
        key={String(anything)}
        list={demands}
        start={me === null ? {} : { supplier: me, operator: me, host: me }}
      >
        {(demand) => (
          <div className="stack">
            {demand === null ? null : (
              <p className="demand-told">{t('demand.told', { host, terms: termsSentence(demand, scenario, view) })}</p>
            )}
            {held === undefined || order.verb !== 'squeeze' ? null : (
              <Switch isSelected={useGrievance} onChange={setUseGrievance}>
                {t('demand.grievance', { host })}
              </Switch>
            )}
            <Button
              kind="primary"
              isDisabled={demand === null}
              onPress={() => demand !== null && onChosen(chosenOf(order, demand, useGrievance))}
            >
              {t(order.verb === 'squeeze' ? 'demand.add' : 'demand.add.destabilise')}
            </Button>
            {needed ? null : (
              <Button kind="quiet" onPress={() => onChosen({ verb: 'destabilise', host: order.host })}>
                {t('demand.without')}
              </Button>
            )}
          </div>
        )}
      </FacetPicker>
    </Dialog>
  );
};

/** Every promise that a host could be asked for; the usual few come first. */
export const everyDemand = (scenario: Scenario, view: SeatView, host: PowerId): readonly ClauseTerms[] => {
  const ground = groundOfView(scenario, view);
  return everyTerms(scenario, view, host).filter((terms) => refuseDemand(ground, host, terms) === null);
};

const chosenOf = (order: Demanding, demand: ClauseTerms, grievance: boolean): Demanding => {
  if (order.verb === 'destabilise') return { verb: order.verb, host: order.host, demand };
  const { verb, host, area } = order;
  return grievance ? { verb, host, area, demand, grievance } : { verb, host, area, demand };
};
