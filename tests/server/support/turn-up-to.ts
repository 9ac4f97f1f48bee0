import type { StoredTurn } from '../../../server/store/match-store.ts';

/** A closed turn after this line of a log; its position is none of any match. */
export const turnUpTo = (seq: number, state: object = {}): StoredTurn => ({
  ...{ turn: seq, seq, chain: `chain-${seq}`, rules: 3, seals: [] },
  state: { messages: [], events: [], ...state } as unknown as StoredTurn['state'],
});
