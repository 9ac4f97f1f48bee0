import type { Agreement } from '../../model/agreement.ts';
import { clauseCause } from '../owed.ts';
import { type ClauseRules, NO_PATTERNS } from './clause-kind.ts';
import { markDone } from './done.ts';

const mayKnow = (agreement: Agreement, actor: string): boolean =>
  agreement.visibility === 'public' || agreement.parties.includes(actor) || agreement.shownTo.includes(actor);

/** To hand over the text of a secret agreement: done by itself when the promise begins. (AG16) */
export const discloseRules: ClauseRules<'disclose'> = {
  fault: ({ by, known }, { agreement: id }) => {
    const text = known(id);
    return text !== undefined && text.visibility === 'secret' && by.every((one) => mayKnow(text, one))
      ? null
      : 'agreement';
  },
  runs: ({ turn: { log } }, agreement, clause, { agreement: id }) => {
    const text = log.state.board.agreements[id];
    if (text === undefined || clause.done.length > 0) return;
    const audience = [...new Set([...agreement.parties, ...text.parties])].sort();
    for (const to of clause.to) {
      // Told again to who has it already: else it would tell of a spy that nothing was.
      const isKnown = text.visibility === 'public' || text.parties.includes(to);
      if (log.state.board.tracks[to] !== undefined && !isKnown)
        log.add({ kind: 'agreementShown', agreement: id, to }, clauseCause(agreement, clause), audience);
    }
    markDone(log, agreement, clause);
  },
  judge: ({ told }, agreement, clause) =>
    clause.done.length > 0
      ? { verdict: 'kept', evidence: told.shown.get(`${agreement.id}/${clause.id}`) ?? null }
      : { verdict: 'excused', evidence: null },
  holds: (_judging, _agreement, clause) => clause.done.length > 0,
  asks: () => NO_PATTERNS,
  forbids: () => NO_PATTERNS,
  breachBy: () => null,
};
