import { useMemo, useState } from 'react';
import type { ClauseTerms } from '../../../shared/model/clause.ts';
import type { ConditionalOrder, Order } from '../../../shared/model/order.ts';
import { legalOrders } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { orderSentence } from '../../text/order-sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { FacetPicker } from '../facet-picker.tsx';
import { facetedOrders } from '../order-facets.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { facetedTerms } from '../term-facets.ts';
import { askedFrom, ConditionForm, useCondition } from './condition-form.tsx';
import { everyDemand, takesDemand } from './demand-dialog.tsx';

/** One order for turns of absence: when it runs, and what it is. */
export const StandingForm = ({
  onAdd,
  onCancel,
}: {
  readonly onAdd: (order: ConditionalOrder) => void;
  readonly onCancel: () => void;
}) => {
  const scenario = useScenario();
  const view = useView();
  const [isAlways, setAlways] = useState(false);
  const [asked, setAsked] = useState(askedFrom(view.board.turn));
  const condition = useCondition(asked);
  const when = isAlways ? null : condition.when;
  const orders = useMemo(() => facetedOrders(legalOrders(scenario, view), scenario, view), [scenario, view]);
  const isWhole = isAlways || when !== null;
  return (
    <div className="panel-card">
      <Switch isSelected={isAlways} onChange={setAlways}>
        {t('standing.always')}
      </Switch>
      {isAlways ? null : <ConditionForm asked={asked} onChange={setAsked} />}
      <h4>{t('standing.then')}</h4>
      <FacetPicker list={orders}>
        {(option) =>
          option === null ? null : (
            <WithDemand order={option.order} needed={option.needsDemand}>
              {(order) => (
                <>
                  <p className="demand-told">{sentenceCase(orderSentence(order, scenario, view))}</p>
                  <div className="row">
                    <Button kind="primary" isDisabled={!isWhole} onPress={() => onAdd({ when, order })}>
                      {t('standing.add')}
                    </Button>
                    <Button kind="quiet" onPress={onCancel}>
                      {t('cancel')}
                    </Button>
                  </div>
                </>
              )}
            </WithDemand>
          )
        }
      </FacetPicker>
    </div>
  );
};

/** Asks for the demand of an order that must carry one, or may. */
const WithDemand = ({
  order,
  needed,
  children,
}: {
  readonly order: Order;
  readonly needed: boolean;
  readonly children: (order: Order) => React.ReactNode;
}) => {
  const [demands, setDemands] = useState(needed);
  if (!takesDemand(order)) return children(order);
  const asking = (demand: ClauseTerms | null): Order => (demand === null ? order : { ...order, demand });
  return (
    <>
      {needed ? null : (
        <Switch isSelected={demands} onChange={setDemands}>
          {t('standing.demand')}
        </Switch>
      )}
      {needed || demands ? (
        <Demands key={order.host} host={order.host}>
          {(demand) => children(asking(demand))}
        </Demands>
      ) : (
        children(order)
      )}
    </>
  );
};

const Demands = ({
  host,
  children,
}: {
  readonly host: string;
  readonly children: (demand: ClauseTerms | null) => React.ReactNode;
}) => {
  const scenario = useScenario();
  const view = useView();
  const list = useMemo(() => facetedTerms(everyDemand(scenario, view, host), scenario, view), [scenario, view, host]);
  return <FacetPicker list={list}>{children}</FacetPicker>;
};
