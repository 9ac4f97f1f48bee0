import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import type { GameEvent } from '../../../shared/model/event.ts';
import { NO_ORDERS, type Order, type OrderSet } from '../../../shared/model/order.ts';
import type { ActionDefinition, Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { entriesOf, formatEntry, parseEntry, setOf } from '../../../shared/notation/line-notation.ts';
import { formatDeed, parseDeed } from '../../../shared/notation/order-notation.ts';
import { orderCost } from '../../../shared/rules/legal-orders.ts';
import { preview } from '../../../shared/view/preview.ts';
import { causeChain } from '../../text/cause-sentence.ts';
import { t } from '../../text/match-text.ts';
import { actorName } from '../../text/names.ts';
import { orderSentence } from '../../text/order-sentence.ts';
import { sentence } from '../../text/sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { briefly } from '../orders/foreseen.ts';
import { type FigureKey, figureKey } from './figure-key.ts';
import { partsOf, type Teller } from './story.ts';

// Orders stand in a number’s name in their notation: what is only written has no other place in the view.

/** What an order costs after so many others of its verb. */
export const priceKey = (order: Order, before = 0): FigureKey =>
  figureKey('price', formatDeed(order), ...(before === 0 ? [] : [String(before)]));
export const sumKey = (kind: 'spend' | 'left', orders: readonly Order[]): FigureKey =>
  figureKey(kind, ...orders.map(formatDeed));
/** One event, by its place, among those that a set would bring about if nobody else acted. */
export const expectedKey = (set: OrderSet, at: number): FigureKey =>
  figureKey('expected', String(at), ...entriesOf(set).map(formatEntry));

const FIXED = { note: null, parts: [], moves: [], fixed: true, thing: null } as const;
const told = (order: Order, scenario: Scenario, view: SeatView): string =>
  sentenceCase(orderSentence(order, scenario, view));

const costWords = ({ capital, treasury }: Pick<ActionDefinition, 'capital' | 'treasury'>): string =>
  t('cost.words', { capital, treasury });
const catalogued = ({ name, capital, treasury, precedent }: ActionDefinition): string =>
  t('figure.action.start', { name, capital, treasury, precedent });

/** What the catalogue asks for a verb in an area, with what it is modelled on. */
export const action: Teller = ([verb = '', area = ''], scenario) => {
  const found = scenario.actions.find((one) => one.verb === verb && (one.area ?? '') === area);
  if (found === undefined) return null;
  return {
    ...FIXED,
    title: t('figure.action', { name: found.name }),
    value: costWords(found),
    start: catalogued(found),
  };
};

export const price: Teller = ([deed = '', before = '0'], scenario, view, tell) => {
  const read = parseDeed(deed);
  if (!read.ok) return null;
  const order = read.value;
  const found = indexOf(scenario).action(order.verb, 'area' in order ? order.area : null);
  const others = Array.from({ length: Number(before) }, () => order);
  const cost = orderCost(scenario, view, [...others, order]).each.at(-1);
  if (found === null || cost === undefined) return null;
  const stretch = found.capital > 0 ? others.length * scenario.magnitudes.overstretch : 0;
  const halved = cost.capital - stretch < found.capital;
  const grounds = halved && order.verb === 'squeeze' ? squeezeGrounds(order, view) : [];
  return {
    ...FIXED,
    title: t('figure.price', { order: told(order, scenario, view) }),
    value: costWords(cost),
    note: [
      ...(stretch > 0 ? [t('figure.price.stretch', { more: stretch })] : []),
      ...(halved ? [t('figure.price.halved')] : []),
    ].join(' '),
    parts: partsOf(grounds, tell),
    start: catalogued(found),
  };
};

/** What makes a squeeze cheaper. */
const squeezeGrounds = (
  { host, area }: Extract<Order, { readonly verb: 'squeeze' }>,
  { viewer, grievances, board }: SeatView,
): readonly FigureKey[] => [
  ...(grievances.some((one) => one.holder === viewer && one.against === host)
    ? [figureKey('grievance', viewer, host)]
    : []),
  ...board.gaps
    .filter((gap) => gap.patron && gap.host === host && gap.area === area && gap.supplier === viewer)
    .map((gap) => figureKey('gap', host, area, gap.supplier)),
];

const readDeeds = (deeds: readonly string[]): readonly Order[] =>
  deeds.flatMap((deed) => {
    const read = parseDeed(deed);
    return read.ok ? [read.value] : [];
  });

const sumStart = (orders: readonly Order[], scenario: Scenario, view: SeatView): string =>
  orders.length === 0
    ? t('figure.spend.none')
    : orders
        .map((order) =>
          t('cause.order', { power: actorName(scenario, view.viewer), order: orderSentence(order, scenario, view) }),
        )
        .join(' ');

export const spend: Teller = (deeds, scenario, view, tell) => {
  const orders = readDeeds(deeds);
  const keys = orders.map((order, at) =>
    priceKey(order, orders.slice(0, at).filter((one) => one.verb === order.verb).length),
  );
  return {
    ...FIXED,
    title: t('figure.spend'),
    value: costWords(orderCost(scenario, view, orders)),
    note: t('figure.spend.note'),
    parts: partsOf(keys, tell),
    start: sumStart(orders, scenario, view),
  };
};

export const left: Teller = (deeds, scenario, view, tell) => {
  const orders = readDeeds(deeds);
  const has = view.tracks[view.viewer]?.exact;
  if (has == null) return null;
  const cost = orderCost(scenario, view, orders);
  return {
    ...FIXED,
    title: t('figure.left'),
    value: costWords({ capital: has.capital - cost.capital, treasury: has.treasury - cost.treasury }),
    note: t('figure.left.note'),
    parts: partsOf(
      [
        figureKey('track', view.viewer, 'capital'),
        figureKey('track', view.viewer, 'treasury'),
        sumKey('spend', orders),
      ],
      tell,
    ),
    start: sumStart(orders, scenario, view),
  };
};

const readSet = (lines: readonly string[]): OrderSet =>
  lines.length === 0
    ? NO_ORDERS
    : setOf(
        lines.flatMap((line) => {
          const read = parseEntry(line);
          return read.ok ? [read.value] : [];
        }),
      );

/** Numbers of the board from which an expected event is reckoned. */
const behind = (event: GameEvent): readonly FigureKey[] => {
  switch (event.kind) {
    case 'courted':
      return [figureKey('share', event.host, event.area, event.by), figureKey('doors', event.host)];
    case 'squeezed':
      return [figureKey('share', event.host, event.area, event.by), figureKey('track', event.host, 'stability')];
    case 'hardened':
      return [figureKey('share', event.power, event.area, 'own')];
    case 'destabilised':
      return [figureKey('share', event.host, 'politics', event.by), figureKey('track', event.host, 'stability')];
    case 'sharesMoved':
      return event.moves.map(({ supplier }) => figureKey('share', event.host, event.area, supplier));
    case 'sponsored':
      return [figureKey('progress', event.project, event.by), figureKey('award', event.project)];
    case 'progressMade':
      return [figureKey('progress', event.project, event.sponsor)];
    case 'sabotaged':
      return [figureKey('project', event.project)];
    case 'mediated':
    case 'tensionMoved':
      return [figureKey('tension', event.front)];
    case 'trackMoved':
      return [figureKey('track', event.power, event.track)];
    default:
      return [];
  }
};

export const expected: Teller = ([at = '', ...lines], scenario, view, tell) => {
  const events = preview(scenario, view, readSet(lines)).expected;
  const event = events[Number(at)];
  if (event === undefined) return null;
  return {
    ...FIXED,
    title: sentence(event, scenario, view),
    value: briefly(event) ?? '',
    note: t('figure.expected.note'),
    parts: partsOf(behind(event), tell),
    partsAre: 'ground',
    chain: causeChain(event, scenario, { ...view, events: [...view.events, ...events] }),
    start: null,
  };
};
