import { useMemo, useState } from 'react';
import type { ClauseTerms } from '../../../shared/model/clause.ts';
import type { Condition } from '../../../shared/model/effect.ts';
import { CONDITION_FORMS, type Form } from '../../../shared/model/fields.ts';
import type { ConditionalOrder, Order } from '../../../shared/model/order.ts';
import { legalDemands, legalOrders } from '../../../shared/rules/legal-orders.ts';
import { conditionSentence } from '../../text/condition-sentence.ts';
import { t } from '../../text/match-text.ts';
import { orderSentence } from '../../text/order-sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { FacetPicker } from '../facet-picker.tsx';
import { FormFields, filled, useChoices, type Values } from '../forms/form-fields.tsx';
import { facetedOrders } from '../order-facets.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { facetedTerms } from '../term-facets.ts';
import { takesDemand } from './demand-dialog.tsx';

type Kind = Form<string>['kind'];
const NONE: Form<string> = { word: '', kind: 'always', fields: [] };
const FORMS: readonly Form<string>[] = [NONE, ...CONDITION_FORMS];

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
  const [kind, setKind] = useState<Kind>('gate');
  const [values, setValues] = useState<Values>({});
  const form = FORMS.find((one) => one.kind === kind) ?? NONE;
  const choices = useChoices(form);
  const made = form === NONE ? null : filled(form, values, choices);
  const when = made as Condition | null;
  const orders = useMemo(() => facetedOrders(legalOrders(scenario, view), scenario, view), [scenario, view]);
  const isWhole = form === NONE || when !== null;
  return (
    <div className="panel-card">
      <Select
        label={t('standing.when')}
        options={FORMS.map((one) => ({ id: one.kind, label: t(`conditionkind.${one.kind as 'always'}`) }))}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setValues({});
        }}
      />
      <FormFields form={form} choices={choices} values={values} onChange={setValues} />
      {form === NONE ? null : (
        <p className="small">{t('standing.if', { condition: conditionSentence(when, scenario, view) })}</p>
      )}
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

/** Asks for the demand of an order that carries one. */
const WithDemand = ({
  order,
  needed,
  children,
}: {
  readonly order: Order;
  readonly needed: boolean;
  readonly children: (order: Order) => React.ReactNode;
}) => {
  const scenario = useScenario();
  const view = useView();
  if (!takesDemand(order) || !needed) return children(order);
  const demands = facetedTerms(legalDemands(scenario, view, order.host), scenario, view);
  const asking = (demand: ClauseTerms | null): Order => (demand === null ? order : { ...order, demand });
  return (
    <FacetPicker key={order.host} list={demands}>
      {(demand) => children(asking(demand))}
    </FacetPicker>
  );
};
