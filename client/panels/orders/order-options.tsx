import { useMemo, useState } from 'react';
import { NO_ORDERS, type Order, orderKey } from '../../../shared/model/order.ts';
import type { OrderNote, OrderOption } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { briefOrder, orderSentence } from '../../text/order-sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { useScenario, useView } from '../panel-hooks.ts';
import { Figure } from '../why/figure.tsx';
import { oddsKey } from '../why/story-odds.ts';
import { expectedKey, priceKey } from '../why/story-orders.ts';
import { DemandDialog, takesDemand } from './demand-dialog.tsx';
import { hasOrder, withOrder, withoutOrder } from './draft.ts';
import { hintOf } from './foreseen.ts';
import { Cost } from './order-tray.tsx';
import type { Draft } from './use-draft.ts';

type OptionsProps = {
  readonly options: readonly OrderOption[];
  readonly draft: Draft;
  readonly left: { readonly capital: number; readonly treasury: number };
};

const TONES: { readonly [N in OrderNote]: Tone } = {
  welcome: 'good',
  grievance: 'good',
  gap: 'good',
  barred: 'bad',
  tired: 'warn',
  faded: 'warn',
  covert: 'note',
  breach: 'bad',
};

/** Orders that may be added, one tap each; one that needs a demand asks for it first. */
export const OrderOptions = ({ options, draft, left }: OptionsProps) => {
  const [asking, setAsking] = useState<OrderOption | null>(null);
  const add = (order: Order): void => draft.change(withOrder(draft.set, order));
  const toggle = (option: OrderOption): void => {
    const at = draft.set.orders.findIndex((order) => orderKey(order) === orderKey(option.order));
    if (at >= 0) draft.change(withoutOrder(draft.set, at));
    else if (option.needsDemand) setAsking(option);
    else add(option.order);
  };
  return (
    <>
      {options.length === 0 ? <p className="panel-empty">{t('picker.none')}</p> : null}
      <ul className="panel-list picker-list">
        {options.map((option) => (
          <OptionRow
            key={JSON.stringify({ ...option.order, demand: null })}
            option={option}
            chosen={hasOrder(draft.set, option.order)}
            dear={option.cost.capital > left.capital || option.cost.treasury > left.treasury}
            onAdd={() => toggle(option)}
            onDemand={() => setAsking(option)}
          />
        ))}
      </ul>
      {asking === null || !takesDemand(asking.order) ? null : (
        <DemandDialog
          order={asking.order}
          needed={asking.needsDemand}
          onClose={() => setAsking(null)}
          onChosen={(order) => {
            add(order);
            setAsking(null);
          }}
        />
      )}
    </>
  );
};

/** The odds of success; where they can be reckoned, they say what they are made of. */
const Odds = ({ order, odds }: { readonly order: Order; readonly odds: number }) => {
  const key = oddsKey(order);
  const told = (
    <Badge tone="note">
      <span className="figures">{t('picker.odds', { odds })}</span>
    </Badge>
  );
  return key === null ? told : <Figure of={key}>{told}</Figure>;
};

type OptionRowProps = {
  readonly option: OrderOption;
  readonly chosen: boolean;
  readonly dear: boolean;
  readonly onAdd: () => void;
  readonly onDemand: () => void;
};

const OptionRow = ({ option, chosen, dear, onAdd, onDemand }: OptionRowProps) => {
  const scenario = useScenario();
  const view = useView();
  const { order } = option;
  const hint = useMemo(() => hintOf(scenario, view, order), [scenario, view, order]);
  const brief = sentenceCase(briefOrder(option.order, scenario, view));
  return (
    <li className="picker-row">
      <div className="picker-what">
        <span>{brief}</span>
        <span className="picker-notes">
          <span className="small soft">{option.name}</span>
          {hint === null ? null : (
            <Figure of={expectedKey({ ...NO_ORDERS, orders: [order] }, hint.at)} className="small">
              <b className="picker-hint" data-fails={hint.fails || undefined}>
                {hint.text}
              </b>
            </Figure>
          )}
          {option.odds === undefined ? null : <Odds order={order} odds={option.odds} />}
          {option.notes.map((note) => (
            <Badge key={note} tone={TONES[note]}>
              {t(`note.${note}`)}
            </Badge>
          ))}
          {dear && !chosen ? <Badge tone="warn">{t('picker.dear')}</Badge> : null}
          <details className="small soft picker-precedent">
            <summary>{t('picker.precedent')}</summary>
            {option.precedent}
          </details>
        </span>
      </div>
      <Cost cost={option.cost} of={priceKey(order)} />
      {chosen || option.needsDemand || !takesDemand(order) ? null : (
        <Button kind="quiet" size="s" aria-label={t('picker.demand.one', { order: brief })} onPress={onDemand}>
          {t('picker.demand')}
        </Button>
      )}
      <Button
        size="s"
        kind={chosen ? 'primary' : 'plain'}
        aria-label={t(chosen ? 'picker.chosen' : option.needsDemand ? 'picker.demand.one' : 'picker.add.one', {
          order: option.needsDemand ? brief : orderSentence(option.order, scenario, view),
        })}
        onPress={onAdd}
      >
        {chosen ? t('picker.added') : option.needsDemand ? t('picker.demand') : t('picker.add')}
      </Button>
    </li>
  );
};
