import type { GameEvent } from '../model/event.ts';
import type { PowerId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PublicTracks, SeatView } from '../model/seat-view.ts';
import type { MatchState } from '../model/state.ts';
import { openDraft } from '../rules/evolve/draft.ts';
import { evolve } from '../rules/evolve/evolve.ts';
import { supposeState } from '../view/suppose-state.ts';

/** As `supposeState`, with all that this viewer has; what it may not know is supposed. */
export const stateOf = (scenario: Scenario, view: SeatView): MatchState => {
  const supposed = supposeState(scenario, view);
  return view.allOrders === null ? supposed : { ...supposed, orders: view.allOrders };
};

/**
 * What a view becomes by events that its viewer has been told, as far as those tell it: made by both
 * ends, so that only the difference to what the view has really become is sent. The events themselves
 * are not appended.
 */
export const foldView = (scenario: Scenario, view: SeatView, events: readonly GameEvent[]): SeatView => {
  const draft = openDraft(stateOf(scenario, view));
  for (const event of events) evolve(draft, event);
  const state = draft.state as MatchState;
  const { tracks, agreements, agendas: _agendas, scores, grievances, waste: _waste, ...board } = state.board;
  const known = <T>(each: { readonly [power: PowerId]: T }, make: (power: PowerId, before: T) => T) =>
    Object.fromEntries(Object.entries(each).map(([power, before]) => [power, make(power, before)]));
  const tracksNow = (power: PowerId, before: PublicTracks): PublicTracks => {
    const now = tracks[power];
    if (now === undefined) return before;
    const { stability, credibility } = now;
    return { ...before, stability, credibility, exact: before.exact === null ? null : now };
  };
  return {
    viewer: view.viewer,
    settings: state.settings,
    table: state.table,
    board,
    tracks: known(view.tracks, tracksNow),
    agreements: Object.values(agreements),
    proposals: Object.values(state.proposals),
    grievances,
    messages: state.messages,
    notes: state.notes,
    agendas: view.agendas,
    scores: {
      joint: scores.joint,
      powers: known(view.scores.powers, (power, { full }) => {
        const now = scores.powers[power];
        return { open: now?.open ?? 0, full: full === null ? null : (now?.full ?? 0) };
      }),
    },
    orders: state.orders[view.viewer] ?? null,
    standing: state.standing[view.viewer] ?? null,
    allOrders: view.allOrders === null ? null : state.orders,
    events: view.events,
  };
};
