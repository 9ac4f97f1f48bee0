import type { Board, MatchState } from '../../model/state.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** Parts of the board that are tables of their own. */
export type Part = {
  [K in keyof Board]: Board[K] extends readonly unknown[] | number | boolean ? never : K;
}[keyof Board];

/**
 * A state being written within one step. What the draft has copied itself since it was last kept still
 * is written in place; everything else is shared with older states and copied first. A part is the
 * draft's own while its mark is the present age; what lies deeper is kept in a list: it stays short.
 */
export type Draft = {
  state: Mutable<MatchState>;
  age: number;
  stateAge: number;
  boardAge: number;
  readonly partAges: { [P in Part]?: number };
  readonly own: object[];
};

export const openDraft = (state: MatchState): Draft => ({
  state: { ...state },
  age: 1,
  stateAge: 1,
  boardAge: 0,
  partAges: {},
  own: [],
});

/** From here on nothing that is reachable now will be written: it may be kept and read later. */
export const keepStill = (draft: Draft): MatchState => {
  draft.age += 1;
  draft.own.length = 0;
  return draft.state;
};

/** The state itself, for writing to its fields. */
export const ownState = (draft: Draft): Mutable<MatchState> => {
  if (draft.stateAge !== draft.age) {
    draft.state = { ...draft.state };
    draft.stateAge = draft.age;
  }
  return draft.state;
};

export const ownBoard = (draft: Draft): Mutable<Board> => {
  const state = ownState(draft);
  if (draft.boardAge !== draft.age) {
    state.board = { ...state.board };
    draft.boardAge = draft.age;
  }
  return state.board;
};

/** The board is another one altogether: nothing of it has been copied. */
export const replaceBoard = (draft: Draft, board: Board): void => {
  keepStill(draft);
  ownState(draft).board = board;
};

/** A table of the board, for writing to its entries. */
export const ownPart = <P extends Part>(draft: Draft, part: P): Mutable<Board[P]> => {
  const board = ownBoard(draft);
  if (draft.partAges[part] !== draft.age) {
    board[part] = { ...board[part] };
    draft.partAges[part] = draft.age;
  }
  return board[part];
};

/** A field of something that is owned, for writing into. */
export const ownField = <T extends object, K extends keyof T>(draft: Draft, parent: T, key: K): Mutable<T[K]> => {
  const now = parent[key];
  if (typeof now !== 'object' || now === null) throw new Error(`There is no ${String(key)} to write to`);
  if (draft.own.includes(now)) return now;
  const copy = (Array.isArray(now) ? now.slice() : { ...now }) as T[K] & object;
  draft.own.push(copy);
  (parent as Mutable<T>)[key] = copy;
  return copy;
};
