import type { Agreement } from '../model/agreement.ts';
import type { Clause } from '../model/clause.ts';
import type { PowerId } from '../model/ids.ts';
import { isOwed } from './owed.ts';

/** A promise to stand by a host against one attacker, and who owes it. */
export type Guarantee = { readonly by: PowerId; readonly agreement: Agreement; readonly clause: Clause };

/** Who has promised to stand by this host against this attacker, each once, by the first promise there is. (FO8) */
export const guaranteesOf = (
  agreements: readonly Agreement[],
  turn: number,
  host: PowerId,
  attacker: PowerId,
): readonly Guarantee[] => {
  const found: Guarantee[] = [];
  for (const agreement of agreements) {
    for (const clause of agreement.clauses) {
      if (clause.terms.kind !== 'guarantee' || !clause.to.includes(host)) continue;
      if (!clause.terms.against.includes(attacker) || !isOwed(agreement, clause, turn)) continue;
      for (const by of clause.by)
        if (by !== host && by !== attacker && !found.some((one) => one.by === by))
          found.push({ by, agreement, clause });
    }
  }
  return found;
};
