import { useState } from 'react';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { Order } from '../../../shared/model/order.ts';
import { orderCost } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { orderSentence } from '../../text/order-sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { gateLabel, ownGates } from '../order-facets.ts';
import { useScenario, useView } from '../panel-hooks.ts';
import { priceKey } from '../why/story-orders.ts';
import { withOrder } from './draft.ts';
import { Cost } from './order-tray.tsx';
import type { Draft } from './use-draft.ts';

const NONE = 'none';
type Posting = Extract<Order, { readonly verb: 'postGuard' }>;

/** Anybody may be asked to stand at a gate, alone or beside another: too many guards for a list of orders. */
export const GuardForm = ({ draft }: { readonly draft: Draft }) => {
  const scenario = useScenario();
  const view = useView();
  const gates = ownGates(scenario, view.viewer);
  const { actors } = indexOf(scenario);
  const [askedGate, setGate] = useState<string>(NONE);
  const [first, setFirst] = useState<string>(view.viewer);
  const [second, setSecond] = useState<string>(NONE);
  const gate = gates.find((one) => one === askedGate) ?? gates[0];
  if (gate === undefined) return null;
  const others = actors.filter((actor) => actor !== first);
  const beside = others.find((actor) => actor === second);
  const order: Posting = { verb: 'postGuard', gate, guard: beside === undefined ? [first] : [first, beside] };
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, label: actorName(scenario, id) }));
  const told = sentenceCase(orderSentence(order, scenario, view));
  return (
    <fieldset className="panel-card guard-form">
      <legend>{t('guard.title')}</legend>
      <Select
        label={t('facet.gate')}
        options={gates.map((id) => ({ id, label: gateLabel(scenario, id) }))}
        value={gate}
        onChange={setGate}
      />
      <div className="panel-two">
        <Select label={t('facet.guard')} options={named(actors)} value={first} onChange={setFirst} />
        <Select
          label={t('guard.beside')}
          options={[{ id: NONE, label: t('guard.alone') }, ...named(others)]}
          value={beside ?? NONE}
          onChange={setSecond}
        />
      </div>
      <div className="tray-head">
        <span className="tray-what">{told}</span>
        <Cost cost={orderCost(scenario, view, [order])} of={priceKey(order)} />
        <Button
          size="s"
          aria-label={t('picker.add.one', { order: orderSentence(order, scenario, view) })}
          onPress={() => draft.change(withOrder(draft.set, order))}
        >
          {t('picker.add')}
        </Button>
      </div>
    </fieldset>
  );
};
