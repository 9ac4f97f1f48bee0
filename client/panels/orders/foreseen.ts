import { canonical } from '../../../shared/kernel/canonical.ts';
import type { GameEvent } from '../../../shared/model/event.ts';
import type { Order } from '../../../shared/model/order.ts';
import type { DoorChange } from '../../../shared/model/portfolio.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { preview } from '../../../shared/view/preview.ts';
import { t } from '../../text/match-text.ts';
import { signed } from '../../text/names.ts';
import { failureOf, tellingOf } from './mend.ts';

/** These keep the books or repeat the order’s own line. */
const QUIET: ReadonlySet<GameEvent['kind']> = new Set([
  'ordersRevealed',
  'scored',
  'turnClosed',
  'turnOpened',
  'phaseOpened',
  'clauseAdvanced',
  'conductNoted',
  'mobilised',
  'stoodDown',
  'monitored',
]);

/** What follows from events, themselves included, in order. */
const consequences = (events: readonly GameEvent[], roots: readonly GameEvent[]): readonly GameEvent[] => {
  const ids = new Set(roots.map((event) => event.id));
  return events.filter((event) => {
    if (ids.has(event.id)) return true;
    if (event.cause.kind !== 'events' || !event.cause.ids.some((id) => ids.has(id))) return false;
    ids.add(event.id);
    return true;
  });
};

/** The price stands beside the order already. */
const isPrice = (event: GameEvent): boolean =>
  event.kind === 'trackMoved' &&
  event.cause.kind === 'order' &&
  (event.track === 'capital' || event.track === 'treasury');

const told = (events: readonly GameEvent[]): readonly GameEvent[] =>
  events.filter((event) => !QUIET.has(event.kind) && !isPrice(event));

/** What one order would do by itself. */
export const foreseenOf = (expected: readonly GameEvent[], power: string, order: Order): readonly GameEvent[] => {
  const key = canonical(order);
  return told(
    consequences(
      expected,
      expected.filter(
        (event) => event.cause.kind === 'order' && event.cause.power === power && canonical(event.cause.order) === key,
      ),
    ),
  );
};

export const foreseenOfDoors = (
  expected: readonly GameEvent[],
  power: string,
  change: DoorChange | null,
): readonly GameEvent[] =>
  change === null
    ? []
    : told(
        consequences(
          expected,
          expected.filter((event) => event.cause.kind === 'doors' && event.cause.power === power),
        ),
      );

/** Does chance decide how it goes? The preview shows the likelier. */
export const isChancy = (order: Order): boolean =>
  order.verb === 'operate' || order.verb === 'coup' || order.verb === 'spy';

/** What one event comes to, in a few words; null where the order says it all. */
export const briefly = (event: GameEvent): string | null => {
  switch (event.kind) {
    case 'courted':
    case 'hardened':
      return t('hint.points', { n: event.points });
    case 'sponsored':
      return t('hint.progress', { n: event.points });
    case 'sabotaged':
      return t('hint.sabotage', { n: event.points });
    case 'mediated':
      return t('hint.tension', { n: event.points });
    case 'squeezed':
      return t('hint.squeeze', { stability: signed(event.stability), treasury: signed(event.treasury) });
    case 'destabilised':
      return t('hint.stability', { stability: signed(event.stability) });
    default:
      return null;
  }
};

export type Hint = {
  readonly text: string;
  readonly fails: boolean;
  /** its place among what the order alone would bring about */ readonly at: number;
};

/** What one order would do by itself, in a few words, or why it would come to nothing. */
export const hintOf = (scenario: Scenario, view: SeatView, order: Order): Hint | null => {
  const { expected } = preview(scenario, view, { orders: [order], doors: null, concessions: [] });
  const event = tellingOf(expected, view.viewer, order);
  if (event === undefined) return null;
  const at = expected.indexOf(event);
  const why = failureOf(event);
  if (why !== null && why !== 'nothing' && why !== 'odds') return { text: t(`fail.${why}`), fails: true, at };
  const text = briefly(event);
  return text === null ? null : { text, fails: false, at };
};
