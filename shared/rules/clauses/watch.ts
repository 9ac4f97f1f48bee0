import type { Agreement } from '../../model/agreement.ts';
import type { Clause } from '../../model/clause.ts';
import type { ActorId } from '../../model/ids.ts';
import { VERBS, type Verb } from '../../model/order.ts';
import { lastTurnOf } from '../owed.ts';
import type { Turn } from '../resolution/turn.ts';
import type { Deed, Judging } from './clause-kind.ts';
import { stirredBy } from './registry.ts';

/** Verbs as bits of one number. */
type Bits = number;

/** A promise that is still to be judged. Zero `verbs`: something else than deeds of its obligors may decide it. */
export type Watch = { readonly clause: Clause; readonly at: number; readonly verbs: Bits };

const BITS = Object.fromEntries(VERBS.map((verb, i) => [verb, 1 << i])) as { readonly [V in Verb]: Bits };

export const bitsOf = (deeds: readonly Deed[]): Bits => {
  let bits = 0;
  for (const { order } of deeds) bits |= BITS[order.verb];
  return bits;
};

const verbsThatStir = (clause: Clause): Bits => {
  let bits = 0;
  // Broken before the match, it binds again when nothing is done.
  if (clause.priced !== true) for (const verb of stirredBy(clause)) bits |= BITS[verb];
  return bits;
};

const watchesIn = (clauses: readonly Clause[]): readonly Watch[] => {
  const found: Watch[] = [];
  for (const [at, clause] of clauses.entries()) {
    if (clause.status === 'pending' || clause.priced === true) found.push({ clause, at, verbs: verbsThatStir(clause) });
  }
  return found;
};

const known = new WeakMap<readonly Clause[], readonly Watch[]>();

/** The promises of a text that are still to be judged: found once for one that stood like this when the turn began. */
export const watchesOf = ({ start }: Turn, { id, clauses }: Agreement): readonly Watch[] => {
  const before = known.get(clauses);
  if (before !== undefined) return before;
  const watches = watchesIn(clauses);
  if (start.agreements[id]?.clauses === clauses) known.set(clauses, watches);
  return watches;
};

/** Its window stays open, and no obligor has done anything that it speaks of: there is nothing to say. */
export const isQuiet = (judging: Judging, agreement: Agreement, { clause, verbs }: Watch): boolean => {
  if (verbs === 0) return false;
  const end = lastTurnOf(agreement, clause);
  return (end === null || judging.turn.start.turn < end) && !haveDone(judging, clause.by, verbs);
};

const haveDone = ({ verbsOf }: Judging, by: readonly ActorId[], verbs: Bits): boolean => {
  for (const actor of by) if ((verbsOf(actor) & verbs) !== 0) return true;
  return false;
};
