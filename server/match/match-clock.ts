import type { MatchState } from '../../shared/model/state.ts';
import type { Clock, Journal } from './clock.ts';
import type { Match } from './match.ts';

/** Longest wait that a timer can hold; a later deadline is waited for in pieces. */
const LONGEST_WAIT = 2 ** 30;
const RETRY_AFTER = 1_000;
/** After an outage, blitz and live tables have at least this long to find their way back. */
const GRACE = 60_000;

/** The moment at which the table itself ends the phase; null when nothing runs. */
export const runningDeadline = (state: MatchState): number | null => {
  const { phase, paused, deadline } = state.table;
  return paused === null && (phase === 'negotiation' || phase === 'orders') ? deadline : null;
};

/** Reports the deadline to the match as an input of the table. Returns how to stop. */
export const runClock = (match: Match, clock: Clock, journal: Journal): (() => void) => {
  let cancel: (() => void) | null = null;
  let armed: number | null = null;
  let stopped = false;

  const arm = (deadline: number | null, wait?: number): void => {
    cancel?.();
    cancel = null;
    armed = deadline;
    if (deadline === null || stopped) return;
    const ms = wait ?? Math.max(0, deadline - clock.now());
    cancel = clock.after(Math.min(ms, LONGEST_WAIT), () => void strike(deadline));
  };
  const strike = async (deadline: number): Promise<void> => {
    if (clock.now() < deadline) return arm(deadline);
    const reply = await match.submit({
      seat: 'table',
      person: 'clock',
      id: null,
      basedOn: null,
      input: { kind: 'deadlineReached' },
    });
    if (reply.ok || stopped || armed !== deadline) return;
    journal.warn({ match: match.id, code: reply.refusal.code }, 'the deadline could not be recorded; trying again');
    arm(deadline, RETRY_AFTER);
  };
  const follow = (): void => {
    const deadline = runningDeadline(match.state);
    if (deadline !== armed) arm(deadline);
  };

  const unsubscribe = match.subscribe(follow);
  follow();
  return () => {
    stopped = true;
    unsubscribe();
    cancel?.();
  };
};

/** How far to move the deadline so that no seat loses time to a server that was down; 0 for not at all. */
export const outageToGiveBack = (state: MatchState, downSince: number, now: number): number => {
  const deadline = runningDeadline(state);
  if (deadline === null) return 0;
  const fair = deadline + Math.max(0, now - downSince);
  const quick = state.settings.pace === 'blitz' || state.settings.pace === 'live';
  return Math.max(fair, quick ? now + GRACE : now) - deadline;
};
