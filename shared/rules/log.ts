import type { Cause } from '../model/cause.ts';
import type { Audience, Fact, GameEvent } from '../model/event.ts';
import { type EventId, eventId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { EventLog, MatchState } from '../model/state.ts';
import { keepStill, openDraft } from './evolve/draft.ts';
import { evolve } from './evolve/evolve.ts';

/**
 * What happens within one step: rules add facts, each folded in at once. `state` is written in place:
 * a rule that must read it as it was keeps what `still()` gives.
 */
export type Log = {
  readonly scenario: Scenario;
  readonly at: number;
  readonly state: MatchState;
  /** The state as it is now, never to change again. */ readonly still: () => MatchState;
  /** Returns the event's id, for later causes. */
  readonly add: (fact: Fact, cause: Cause, audience?: Audience) => EventId;
  readonly events: readonly GameEvent[];
};

const numberOf = (event: GameEvent): number => Number(event.id.slice(event.id.indexOf('.') + 1));

const highest = (events: Iterable<GameEvent>, turn: number): number => {
  let count = 0;
  for (const event of events) if (event.turn === turn) count = Math.max(count, numberOf(event));
  return count;
};

/** A rewound match may come back to a turn that already has events. */
const lastNumber = (before: EventLog, fresh: readonly GameEvent[], turn: number): number => {
  const last = fresh.at(-1) ?? before.at(-1);
  if (last?.turn === turn) return numberOf(last);
  const isNew = before.highestTurn !== undefined && before.highestTurn < turn;
  return Math.max(isNew ? 0 : highest(before, turn), highest(fresh, turn));
};

type Written<T> = { -readonly [K in keyof T]: T[K] };

/** The fact itself becomes the event: it was made for this, and nobody else has it. */
const eventOf = (fact: Fact, id: EventId, turn: number, cause: Cause, audience: Audience): GameEvent => {
  const event = fact as Written<GameEvent>;
  event.id = id;
  event.turn = turn;
  event.cause = cause;
  event.audience = audience;
  return event;
};

export const openLog = (
  scenario: Scenario,
  state: MatchState,
  at: number,
): Log & { readonly close: () => MatchState } => {
  const draft = openDraft(state);
  const before = state.events;
  const fresh: GameEvent[] = [];
  let turn = state.board.turn;
  let number = lastNumber(before, fresh, turn);
  const add: Log['add'] = (fact, cause, audience = 'public') => {
    const now = fact.kind === 'turnOpened' ? fact.turn : draft.state.board.turn;
    if (now !== turn) {
      turn = now;
      number = lastNumber(before, fresh, turn);
    }
    number += 1;
    const id = eventId(turn, number);
    const event = eventOf(fact, id, turn, cause, audience);
    fresh.push(event);
    evolve(draft, event);
    log.state = draft.state;
    return id;
  };
  // A field and no getter: an object with a getter of its own has a shape of its own, which no code is fast with.
  const log = {
    scenario,
    at,
    state: draft.state as MatchState,
    still: () => keepStill(draft),
    events: fresh,
    add,
    close: () => (fresh.length === 0 ? draft.state : { ...draft.state, events: before.concat(fresh) }),
  };
  return log;
};
