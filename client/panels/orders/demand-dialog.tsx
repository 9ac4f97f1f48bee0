import { useMemo, useState } from 'react';
import type { Order } from '../../../shared/model/order.ts';
import { legalDemands } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { sentenceCase, termsSentence } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Switch } from '../../ui/switch.tsx';
import { FacetPicker } from '../facet-picker.tsx';
import { useMe, useScenario, useView } from '../panel-hooks.ts';
import { facetedTerms } from '../term-facets.ts';
import { briefOrder } from './brief-order.ts';

type Squeeze = Extract<Order, { readonly verb: 'squeeze' }>;

/** What the host would have to promise to be spared. */
export const DemandDialog = ({
  order,
  onChosen,
  onClose,
}: {
  readonly order: Squeeze;
  readonly onChosen: (order: Squeeze) => void;
  readonly onClose: () => void;
}) => {
  const scenario = useScenario();
  const view = useView();
  const me = useMe();
  const [useGrievance, setUseGrievance] = useState(false);
  const demands = useMemo(
    () => facetedTerms(legalDemands(scenario, view, order.host), scenario),
    [scenario, view, order.host],
  );
  const held = view.grievances.find(
    (one) => one.holder === me && one.against === order.host && one.until >= view.board.turn,
  );
  const host = actorName(scenario, order.host);
  return (
    <Dialog
      title={sentenceCase(briefOrder(order, scenario))}
      isOpen
      onClose={onClose}
      foot={<Button onPress={onClose}>{t('cancel')}</Button>}
    >
      <p className="soft">{t('demand.note', { host })}</p>
      <FacetPicker list={demands}>
        {(demand) => (
          <div className="stack">
            {demand === null ? null : (
              <p className="demand-told">{t('demand.told', { host, terms: termsSentence(demand, scenario) })}</p>
            )}
            {held === undefined ? null : (
              <Switch isSelected={useGrievance} onChange={setUseGrievance}>
                {t('demand.grievance', { host })}
              </Switch>
            )}
            <Button
              kind="primary"
              isDisabled={demand === null}
              onPress={() => demand !== null && onChosen(chosenOf(order, demand, useGrievance))}
            >
              {t('demand.add')}
            </Button>
          </div>
        )}
      </FacetPicker>
    </Dialog>
  );
};

const chosenOf = ({ verb, host, area }: Squeeze, demand: Squeeze['demand'], grievance: boolean): Squeeze =>
  grievance ? { verb, host, area, demand, grievance } : { verb, host, area, demand };
