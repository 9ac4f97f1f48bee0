import { OWN } from '../../../shared/model/ids.ts';
import type { Order } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { legalOrders } from '../../../shared/rules/legal-orders.ts';
import { t } from '../../text/match-text.ts';
import { orderSentence } from '../../text/order-sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { type FigureKey, figureKey } from './figure-key.ts';
import { movesOf, partsOf, type Teller } from './story.ts';

type Chancy = Extract<Order, { readonly verb: 'operate' | 'coup' }>;

/** The name of an order's odds; null for orders in which chance plays no part that can be reckoned. */
export const oddsKey = (order: Order): FigureKey | null => {
  if (order.verb === 'coup') return figureKey('odds', 'coup', order.host);
  return order.verb === 'operate' ? figureKey('odds', 'operate', order.host, order.front, order.prize) : null;
};

/** Promises to come to somebody’s defence that this viewer knows of. */
const shieldsOf = (view: SeatView, host: string): readonly FigureKey[] =>
  view.agreements
    .filter((agreement) => agreement.status === 'inForce')
    .flatMap((agreement) =>
      agreement.clauses
        .filter(({ terms, to, status }) => terms.kind === 'guarantee' && to.includes(host) && status === 'pending')
        .map((clause) => figureKey('clause', agreement.id, clause.id)),
    );

/** What the odds of an order are made of, as far as this viewer may know. */
const keysOf = (order: Chancy, view: SeatView): readonly FigureKey[] => {
  const { viewer, board } = view;
  if (order.verb === 'coup')
    return [figureKey('share', order.host, 'politics', viewer), figureKey('track', order.host, 'stability')];
  const cover = Object.entries(board.portfolios[order.host]?.security ?? {})
    .filter(([supplier, share]) => supplier !== OWN && supplier !== viewer && (share ?? 0) > 0)
    .map(([supplier]) => figureKey('share', order.host, 'security', supplier));
  return [
    figureKey('track', viewer, 'readiness'),
    figureKey('track', order.host, 'readiness'),
    figureKey('track', order.host, 'stability'),
    ...cover,
    ...shieldsOf(view, order.host),
    ...board.gaps
      .filter((gap) => gap.host === order.host && (gap.area === 'security' || gap.area === 'borders'))
      .map((gap) => figureKey('gap', gap.host, gap.area, gap.supplier)),
  ];
};

const optionOf = (key: string, scenario: Scenario, view: SeatView) =>
  legalOrders(scenario, view).find(({ order }) => oddsKey(order) === key);

export const odds: Teller = (names, scenario, view, tell) => {
  const option = optionOf(figureKey('odds', ...names), scenario, view);
  if (option?.odds === undefined || (option.order.verb !== 'operate' && option.order.verb !== 'coup')) return null;
  const parts = partsOf(keysOf(option.order, view), tell);
  const behind = new Set(parts.flatMap((part) => tell(part.key)?.moves ?? []));
  return {
    title: t('figure.odds', { order: sentenceCase(orderSentence(option.order, scenario, view)) }),
    value: t('picker.odds', { odds: option.odds }),
    note: t(option.order.verb === 'coup' ? 'figure.odds.coup' : 'figure.odds.operate'),
    parts,
    moves: movesOf(view, (event) => behind.has(event)),
    start: t(option.order.verb === 'coup' ? 'figure.odds.coup.rule' : 'figure.odds.operate.rule'),
    thing:
      option.order.verb === 'operate'
        ? { kind: 'front', id: option.order.front }
        : { kind: 'country', id: option.order.host },
  };
};
