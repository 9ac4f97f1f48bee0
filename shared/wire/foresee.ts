import type { GameEvent } from '../model/event.ts';
import type { CardId, PowerId } from '../model/ids.ts';
import { NO_ORDERS, type OrderSet } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { MatchState } from '../model/state.ts';
import { TRACK_BOUNDS, type Tracks } from '../model/track.ts';
import { type Cost, costOf } from '../rules/costs.ts';
import { openLog } from '../rules/log.ts';
import { endPhase } from '../rules/phases.ts';
import { tellEvents } from '../view/event-for.ts';
import { supposeState } from '../view/suppose-state.ts';

/** What everybody has been told of a turn as it is resolved: the opened envelopes and the drawn card. */
export type Opened = { readonly events: readonly GameEvent[]; readonly card: CardId | null };

/**
 * The events of a turn's end as one would reckon them who has the public's view, once the envelopes are
 * open. Whoever sees the match reckons the same. It is wrong wherever something hidden has played a
 * part: it is only what the telling is measured against.
 */
export const foresee = (scenario: Scenario, view: SeatView, opened: Opened): readonly GameEvent[] => {
  const log = openLog(scenario, supposed(scenario, publicOf(view), opened), 0);
  endPhase(log, { kind: 'act', seat: 'table' });
  return tellEvents(log.events, 'public').events((id) => log.state.board.agreements[id]?.visibility === 'public');
};

/** What this view holds that every other holds too, to the letter. */
const publicOf = (view: SeatView): SeatView => ({
  ...view,
  viewer: 'public',
  tracks: Object.fromEntries(Object.entries(view.tracks).map(([power, one]) => [power, { ...one, exact: null }])),
  agreements: view.agreements.flatMap((one) =>
    one.visibility === 'public'
      ? [{ ...one, shownTo: [], clauses: one.clauses.map((clause) => ({ ...clause, able: [], evidence: null })) }]
      : [],
  ),
  proposals: [],
  grievances: view.grievances.flatMap((one) => (one.open ? [{ ...one, because: null }] : [])),
  messages: [],
  notes: [],
  agendas: {},
  scores: {
    joint: view.scores.joint,
    powers: Object.fromEntries(
      Object.entries(view.scores.powers).map(([power, { open }]) => [power, { open, full: null }]),
    ),
  },
  orders: null,
  standing: null,
  allOrders: null,
  events: [],
});

const supposed = (scenario: Scenario, view: SeatView, { events, card }: Opened): MatchState => {
  const state = supposeState(scenario, view);
  const orders: Record<PowerId, OrderSet> = {};
  const tracks: Record<PowerId, Tracks> = { ...state.board.tracks };
  for (const event of events) {
    if (event.kind !== 'ordersRevealed' || event.audience !== 'public') continue;
    orders[event.power] = { ...NO_ORDERS, orders: event.orders.orders, doors: event.orders.doors };
    const now = tracks[event.power];
    // Orders that were opened were paid for.
    if (now !== undefined)
      tracks[event.power] = able(now, costOf(scenario, state.board, event.power, event.orders.orders));
  }
  // Nothing but the card that was drawn is left in the pack.
  const drawn = scenario.cards.flatMap(({ id, turn }) => (turn === null && id !== card ? [id] : []));
  return {
    ...state,
    table: { ...state.table, phase: 'orders' },
    board: { ...state.board, tracks, cards: [...new Set([...state.board.cards, ...drawn])] },
    orders,
  };
};

const able = (now: Tracks, cost: Cost): Tracks => ({
  ...now,
  capital: Math.min(TRACK_BOUNDS.capital[1], Math.max(now.capital, cost.capital)),
  treasury: Math.min(TRACK_BOUNDS.treasury[1], Math.max(now.treasury, cost.treasury)),
});
