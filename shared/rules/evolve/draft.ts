import type { MatchState } from '../../model/state.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * A state being written within one step. What the draft has copied itself since it was last kept still
 * is written in place; everything else is shared with older states and copied first.
 */
export type Draft = { state: Mutable<MatchState>; readonly own: Set<object> };

export const openDraft = (state: MatchState): Draft => {
  const copy = { ...state };
  return { state: copy, own: new Set([copy]) };
};

/** From here on nothing that is reachable now will be written: it may be kept and read later. */
export const keepStill = (draft: Draft): MatchState => {
  const kept = draft.state;
  draft.own.clear();
  return kept;
};

/** The state itself, for writing to its fields. */
export const ownState = (draft: Draft): Mutable<MatchState> => {
  if (draft.own.has(draft.state)) return draft.state;
  draft.state = { ...draft.state };
  draft.own.add(draft.state);
  return draft.state;
};

/** A field of something that is owned, for writing into. */
export const ownField = <T extends object, K extends keyof T>(draft: Draft, parent: T, key: K): Mutable<T[K]> => {
  const now = parent[key];
  if (typeof now !== 'object' || now === null) throw new Error(`There is no ${String(key)} to write to`);
  if (draft.own.has(now)) return now;
  const copy = (Array.isArray(now) ? now.slice() : { ...now }) as T[K] & object;
  draft.own.add(copy);
  (parent as Mutable<T>)[key] = copy;
  return copy;
};

export const ownBoard = (draft: Draft): Mutable<MatchState['board']> => ownField(draft, ownState(draft), 'board');
