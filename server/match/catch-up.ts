import type { TableInput } from '../../shared/model/input.ts';
import { StoreFault } from '../store/match-store.ts';
import type { Journal } from './clock.ts';
import { outageToGiveBack } from './match-clock.ts';
import type { OpenMatch } from './open-match.ts';
import type { Reopening } from './reopening.ts';

type Missed = {
  /** ms of outages since the last row of the log */ readonly lost: number;
  readonly news: Reopening['news'];
  readonly now: number;
  readonly journal: Journal;
};

/**
 * What the log has to say before anybody plays on. Throws where it cannot be written: a clock that ran on would take
 * the lost time from somebody for good, and the next to open the match tries again.
 */
export const catchUp = async (open: OpenMatch, { lost, news, now, journal }: Missed): Promise<void> => {
  const note = async (input: TableInput): Promise<void> => {
    const reply = await open.ownInput(input);
    if (reply.ok) return;
    const { code } = reply.refusal;
    if (code === 'server/storage') throw new StoreFault('retryable', `${input.kind} could not be stored`);
    journal.error({ match: open.match.id, kind: input.kind, code }, 'the table itself was refused');
  };
  const by = outageToGiveBack(open.match.state, lost, now);
  // First: what is lost is counted from the last row of the log.
  if (by > 0) await note({ kind: 'extend', by });
  await open.reconcile();
  if (open.match.broken) throw new StoreFault('retryable', 'who came or went could not be stored');
  if (news !== null) await note(news);
};
