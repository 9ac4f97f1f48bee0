import type { MatchId } from '../../shared/model/ids.ts';
import type { Drafts, MatchClientState } from '../store/match-store.ts';
import { keepJson, onKeptElsewhere, recallJson } from './storage.ts';

/** What a reload must not lose: unsent orders, the unfinished proposal, half-written words, what has been read. */
export type Kept = { readonly drafts: Drafts } & Pick<MatchClientState, 'read' | 'muted'>;
export const NOTHING_KEPT: Kept = { drafts: { orders: null, proposal: null, texts: {} }, read: {}, muted: [] };

const FORMAT = 1;
const key = (match: MatchId, seat: string): string => `drafts.${match}.${seat}`;

export const recallDrafts = (match: MatchId, seat: string): Kept => {
  const kept = recallJson(key(match, seat)) as { readonly format?: number; readonly kept?: Kept } | null;
  return kept?.format === FORMAT && kept.kept !== undefined ? { ...NOTHING_KEPT, ...kept.kept } : NOTHING_KEPT;
};
export const keepDrafts = (match: MatchId, seat: string, kept: Kept): void =>
  keepJson(key(match, seat), { format: FORMAT, kept });

/** Calls when another tab has kept something for the same seat: whoever writes last has the last word, in every tab. */
export const followDrafts = (match: MatchId, seat: string, adopt: (kept: Kept) => void): (() => void) =>
  onKeptElsewhere(key(match, seat), () => adopt(recallDrafts(match, seat)));
