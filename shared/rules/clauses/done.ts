import type { Agreement } from '../../model/agreement.ts';
import type { Clause } from '../../model/clause.ts';
import type { Log } from '../log.ts';
import { audienceOf, clauseCause } from '../owed.ts';

/** What acts by itself has acted: all who promised it have done their part. */
export const markDone = (log: Log, agreement: Agreement, clause: Clause): void => {
  const all = [...clause.by].sort();
  log.add(
    { kind: 'clauseAdvanced', agreement: agreement.id, clause: clause.id, done: all, able: all },
    clauseCause(agreement, clause),
    audienceOf(agreement),
  );
};
