import { canonical } from '../../../shared/kernel/canonical.ts';
import type { GameEvent } from '../../../shared/model/event.ts';
import type { Order } from '../../../shared/model/order.ts';
import type { DoorChange } from '../../../shared/model/portfolio.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { preview } from '../../../shared/view/preview.ts';
import { t } from '../../text/match-text.ts';
import { signed } from '../../text/names.ts';

/** Only these say something that the order's own line does not. */
const TELLING: readonly GameEvent['kind'][] = [
  'courted',
  'squeezed',
  'hardened',
  'trackMoved',
  'gateSet',
  'guardPosted',
  'doorsSet',
  'gapOpened',
  'grievanceGained',
  'tensionMoved',
  'regimeSet',
  'wasteQueued',
  'sharesMoved',
  'clauseJudged',
];

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
const isPrice = (event: GameEvent): boolean => event.kind === 'trackMoved' && event.cause.kind === 'order';

const told = (events: readonly GameEvent[]): readonly GameEvent[] =>
  events.filter((event) => TELLING.includes(event.kind) && !isPrice(event));

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

const HINTED: readonly GameEvent['kind'][] = ['courted', 'hardened', 'squeezed'];

/** What one order would do by itself, in a few words; null where the order says it all. */
export const hintOf = (scenario: Scenario, view: SeatView, order: Order): string | null => {
  const { expected } = preview(scenario, view, { orders: [order], doors: null, concessions: [] });
  const own = expected.find(
    (event) => HINTED.includes(event.kind) && event.cause.kind === 'order' && event.cause.power === view.viewer,
  );
  if (own?.kind === 'courted' || own?.kind === 'hardened') return t('hint.points', { n: own.points });
  return own?.kind === 'squeezed'
    ? t('hint.squeeze', { stability: signed(own.stability), treasury: signed(own.treasury) })
    : null;
};
