import type { DatabaseSync } from 'node:sqlite';
import type { MatchStore } from './match-store.ts';
import type { Doing } from './rows.ts';
import { careReads, careWrites } from './sqlite-care.ts';
import { classReads, classWrites } from './sqlite-classes.ts';
import { erasureWrites } from './sqlite-erasure.ts';
import { unsaidReads } from './sqlite-log.ts';
import { matchReads, matchWrites, tenureWrites } from './sqlite-matches.ts';
import { peopleReads, peopleWrites } from './sqlite-people.ts';

export type OperationName = Exclude<keyof MatchStore, 'close' | 'backUp'>;
type Calls = { readonly [name: string]: (...args: readonly unknown[]) => unknown };
export type Operations = { readonly reads: Calls; readonly writes: Calls };

/** Every call of the port as statements on one file; what belongs to one commit is for whoever calls. */
export const operationsOn = (db: DatabaseSync): Operations => {
  const writes = {
    ...matchWrites(db),
    ...tenureWrites(db),
    ...classWrites(db),
    ...peopleWrites(db),
    ...careWrites(db),
    ...erasureWrites(db),
  };
  const reads = { ...matchReads(db), ...classReads(db), ...peopleReads(db), ...careReads(db), ...unsaidReads(db) };
  // Nothing of the port may be missing.
  ({ ...writes, ...reads }) satisfies Doing<OperationName>;
  return { reads, writes } as unknown as Operations;
};
