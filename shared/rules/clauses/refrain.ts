import type { ActorId, EventId } from '../../model/ids.ts';
import { orderMatches } from '../../model/order.ts';
import { type ClauseRules, KEPT, NO_PATTERNS } from './clause-kind.ts';
import { patternFault, verbsOf } from './pattern.ts';

/** Not to give a named order, or any of a family. What was done covertly counts when it comes to light. (AG2) */
export const refrainRules: ClauseRules<'refrain'> = {
  fault: (drafting, { order }) => patternFault(drafting, order),
  judge: (judging, _agreement, clause, { order }, last) => {
    let guilty: ActorId[] | null = null;
    let evidence: EventId | null = null;
    for (const power of clause.by) {
      for (const deed of judging.deedsOf(power)) {
        if (!orderMatches(deed.order, order)) continue;
        guilty ??= [];
        guilty.push(power);
        evidence ??= deed.shownBy;
        break;
      }
    }
    if (guilty !== null) return { verdict: 'breached', by: guilty, evidence };
    return last ? KEPT : null;
  },
  stirredBy: ({ order }) => verbsOf(order),
  holds: () => true,
  asks: () => NO_PATTERNS,
  forbids: (_clause, { order }) => [order],
  breachBy: (_scenario, _clause, { order }) => ({ kind: 'pattern', order }),
};
