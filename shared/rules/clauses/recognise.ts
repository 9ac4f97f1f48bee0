import { indexOf } from '../../catalogue/scenario-index.ts';
import type { ActorId, EventId } from '../../model/ids.ts';
import type { Board } from '../../model/state.ts';
import { clauseCause } from '../owed.ts';
import { type ClauseRules, NO_PATTERNS } from './clause-kind.ts';
import { isRecognisable } from './pattern.ts';
import { recognitionKey } from './told.ts';

const hasRecognised = ({ recognitions }: Pick<Board, 'recognitions'>, by: ActorId, what: string): boolean =>
  recognitions.some((one) => one.by === by && one.what === what);

/** To recognise borders or a front by a turn: given once, and never taken back. Non-players give it by themselves. (AG14) */
export const recogniseRules: ClauseRules<'recognise'> = {
  fault: (drafting, { what }) =>
    isRecognisable(drafting, what) && !(drafting.by.length === 1 && drafting.by[0] === what) ? null : 'what',
  runs: ({ turn: { log } }, agreement, clause, { what }) => {
    for (const by of clause.by)
      if (!indexOf(log.scenario).isPower.has(by) && !hasRecognised(log.state.board, by, what))
        log.add({ kind: 'recognised', by, what }, clauseCause(agreement, clause));
  },
  judge: (judging, _agreement, clause, { what }, last) => {
    const missing = clause.by.filter((by) => by !== what && !hasRecognised(judging.board, by, what));
    if (missing.length === 0) {
      let evidence: EventId | null = null;
      for (const by of clause.by) evidence = judging.told.recognised.get(recognitionKey(by, what)) ?? evidence;
      return { verdict: 'kept', evidence };
    }
    const fresh = missing.filter((by) => !clause.able.includes(by) && judging.could(by, { verb: 'recognise', what }));
    const able = fresh.length === 0 ? clause.able : [...clause.able, ...fresh].sort();
    if (!last) return fresh.length === 0 ? null : { verdict: 'advanced', done: clause.done, able };
    const guilty = missing.filter((by) => able.includes(by));
    return guilty.length > 0
      ? { verdict: 'breached', by: guilty, evidence: null }
      : { verdict: 'excused', evidence: null };
  },
  holds: ({ board }, _agreement, clause, { what }) =>
    clause.by.every((by) => by === what || hasRecognised(board, by, what)),
  asks: (_clause, { what }) => [{ verb: 'recognise', what }],
  forbids: () => NO_PATTERNS,
  breachBy: (_scenario, clause) => ({ kind: 'undone', by: clause.until }),
};
