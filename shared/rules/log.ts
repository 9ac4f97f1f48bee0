import type { Cause } from '../model/cause.ts';
import type { Audience, Fact, GameEvent } from '../model/event.ts';
import type { EventId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { evolve } from './evolve.ts';

/**
 * What happens within one step: rules add facts, each folded in at once. A rule that must read the
 * state at its start keeps `log.state` in a constant first.
 */
export type Log = {
  readonly scenario: Scenario;
  readonly at: number;
  readonly state: MatchState;
  /** Returns the event's id, for later causes. */
  readonly add: (fact: Fact, cause: Cause, audience?: Audience) => EventId;
  readonly events: readonly GameEvent[];
};

const nextNumber = (events: readonly GameEvent[], turn: number): number => {
  const last = events.at(-1);
  return last === undefined || last.turn !== turn
    ? countOf(events, turn) + 1
    : Number(last.id.slice(last.id.indexOf('.') + 1)) + 1;
};

/** A rewound match may come back to a turn that already has events. */
const countOf = (events: readonly GameEvent[], turn: number): number => {
  let count = 0;
  for (const event of events)
    if (event.turn === turn) count = Math.max(count, Number(event.id.slice(event.id.indexOf('.') + 1)));
  return count;
};

export const openLog = (
  scenario: Scenario,
  state: MatchState,
  at: number,
): Log & { readonly close: () => MatchState } => {
  let now = state;
  const fresh: GameEvent[] = [];
  let number = nextNumber(state.events, state.board.turn);
  return {
    scenario,
    at,
    get state() {
      return now;
    },
    events: fresh,
    add: (fact, cause, audience = 'public') => {
      const turn = fact.kind === 'turnOpened' ? fact.turn : now.board.turn;
      if (turn !== now.board.turn) number = countOf(state.events, turn) + 1;
      const id = `${turn}.${number}`;
      number += 1;
      const event = { ...fact, id, turn, cause, audience } as GameEvent;
      fresh.push(event);
      now = evolve(now, event);
      if (now.board.turn !== turn) number = nextNumber([...state.events, ...fresh], now.board.turn);
      return id;
    },
    close: () => ({ ...now, events: fresh.length === 0 ? state.events : [...state.events, ...fresh] }),
  };
};
