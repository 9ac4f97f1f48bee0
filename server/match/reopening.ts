import type { TableInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { type Edition, editionOf, type FoldStart, type MatchFold, openFold } from '../../shared/replay/fold.ts';
import { refusal } from '../../shared/rules/refusal.ts';
import { setup } from '../../shared/rules/setup.ts';
import type { MatchStore, StoredInput, StoredMatch, StoredSeam, StoredTurn } from '../store/match-store.ts';
import { foundationOf } from './foundation.ts';

export type ChangeOfRules = Extract<TableInput, { readonly kind: 'changeRules' }>;
export type Kept = {
  readonly stored: StoredMatch;
  readonly rows: readonly StoredInput[];
  readonly lastTurn: StoredTurn | null;
  readonly lastSeam: StoredSeam | null;
};
export type Reopening = {
  /** From where it is taken up; null: from its beginning. */
  readonly seam: StoredSeam | null;
  /** Whether that seam has yet to be stored, before anything else happens. */ readonly isNew: boolean;
  /** What everybody at the table has yet to be told. */ readonly news: ChangeOfRules | null;
  /** Lines of the turn that was open which today's rules would not take. */ readonly leftOut: number;
};

type Folded = { readonly fold: MatchFold; readonly leftOut: number };

/**
 * How a stored match is taken up. Played by these very rules, it is folded. Otherwise it is folded too, and goes on if
 * that gives what was played; if not, it goes on from its last closed turn as that was stored. It is never refused, and
 * nothing that was played changes.
 */
export const reopen = (scenario: Scenario, kept: Kept): Reopening => {
  const { rows, lastTurn, lastSeam: seam } = kept;
  const today = editionOf(scenario);
  const since = seam?.seq ?? 0;
  if (isOfToday(scenario, kept)) {
    const news = seam === null ? null : newsFor(kept, since, seam.before.rules, today.rules);
    return { seam, isNew: false, news, leftOut: 0 };
  }
  const before = editionAt(kept);
  const whole = foldOn(scenario, kept, seam, since);
  const isThere = lastTurn === null || lastTurn.seq <= since || has(whole.fold, lastTurn.chain);
  if (whole.leftOut === 0 && isThere)
    return { seam, isNew: false, news: before.rules === null ? newsFor(kept, 0, null, today.rules) : null, leftOut: 0 };

  const turn = lastTurn !== null && lastTurn.seq > since ? lastTurn : null;
  const resumed =
    turn === null ? whole : foldOn(scenario, kept, { ...turn, state: revived(scenario, turn.state) }, turn.seq);
  const { state, seals } = resumed.fold;
  const seq = rows.at(-1)?.seq ?? 0;
  const next: StoredSeam = {
    ...{ seq, turn: state.board.turn, state, seals: [...seals] },
    ...{ before: { ...before, rules: turn?.rules ?? before.rules }, after: today },
  };
  const news = newsFor(kept, seq, next.before.rules, today.rules);
  return { seam: next, isNew: true, news, leftOut: resumed.leftOut };
};

/** By what it was played last, as far as that was noted. */
const editionAt = ({ stored, lastSeam }: Pick<Kept, 'stored' | 'lastSeam'>): Edition =>
  lastSeam?.after ?? { rules: stored.rules, digest: stored.digest };

/** Whether it is folded by what it was played by, and its stored turns are not needed. */
const isOfToday = (scenario: Scenario, kept: Pick<Kept, 'stored' | 'lastSeam'>): boolean => {
  const before = editionAt(kept);
  const today = editionOf(scenario);
  return before.rules === today.rules && before.digest === today.digest;
};

/** The same, with what the store has of it besides. Stores nothing. */
export const reopenFrom = async (
  store: Pick<MatchStore, 'lastTurn' | 'lastSeam'>,
  scenario: Scenario,
  { stored, rows }: Pick<Kept, 'stored' | 'rows'>,
): Promise<Reopening> => {
  const lastSeam = await store.lastSeam(stored.id);
  const lastTurn = isOfToday(scenario, { stored, lastSeam }) ? null : await store.lastTurn(stored.id);
  return reopen(scenario, { stored, rows, lastTurn, lastSeam });
};

const has = (fold: MatchFold, chain: string): boolean => fold.seals.some((seal) => seal.chain === chain);

/** Folds what came after `since`; what these rules would not take is left out and counted. */
const foldOn = (scenario: Scenario, { stored, rows }: Kept, start: FoldStart | null, since: number): Folded => {
  const fold = openFold(scenario, foundationOf(stored), start);
  let leftOut = 0;
  for (const { seq, at, seat, input } of rows) {
    if (seq <= since) continue;
    try {
      if (refusal(scenario, fold.state, { at, seat, input }) !== null) leftOut += 1;
      else fold.apply({ seq, at, seat, input });
    } catch {
      leftOut += 1;
    }
  }
  return { fold, leftOut };
};

/** A state of before, with whatever states have got since as a new match would have it. */
const revived = (scenario: Scenario, state: MatchState): MatchState => {
  const fresh = setup(scenario, { seed: state.seed, settings: state.settings });
  return {
    ...fresh,
    ...state,
    table: { ...fresh.table, ...state.table },
    board: { ...fresh.board, ...state.board },
  };
};

/** Null where there is nobody to be told, or they have been. */
const newsFor = ({ stored, rows }: Kept, since: number, from: number | null, to: number): ChangeOfRules | null => {
  const hasBeenTold = rows.some(({ seq, input }) => input.kind === 'changeRules' && seq > since);
  return stored.status === 'running' && !hasBeenTold ? { kind: 'changeRules', from, to } : null;
};
