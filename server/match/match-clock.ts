import type { MatchState } from '../../shared/model/state.ts';
import type { Clock, Journal } from './clock.ts';
import type { Match } from './match.ts';

/** Longest wait that a timer can hold; a later deadline is waited for in pieces. */
const LONGEST_WAIT = 2 ** 30;
const RETRY_AFTER = 1_000;
/** After an outage, blitz and live tables have at least this long to find their way back. */
const GRACE = 60_000;
/** For them an outage is not over when the server is up: tables have to be opened, and people have to come back. */
const RETURN = 5_000;
/** A match by letter whose deadline is further away may leave memory: the scheduler brings it back in time. */
const NEAR = 30 * 60_000;

/** The moment at which the table itself ends the phase; null when nothing runs. */
export const runningDeadline = (state: MatchState): number | null => {
  const { phase, paused, deadline } = state.table;
  return paused === null && (phase === 'negotiation' || phase === 'orders') ? deadline : null;
};

/** Whether a clock runs that nobody but this process would keep. */
export const needsWatching = (state: MatchState, now: number): boolean => {
  const deadline = runningDeadline(state);
  return deadline !== null && !(state.settings.pace === 'correspondence' && deadline - now > NEAR);
};

/** Reports the deadline to the match, as an input of the table. */
export class MatchClock {
  readonly #match: Match;
  readonly #clock: Clock;
  readonly #journal: Journal;
  readonly #unsubscribe: () => void;
  #armedFor: number | null = null;
  #cancel: (() => void) | null = null;
  #stopped = false;

  constructor(match: Match, clock: Clock, journal: Journal) {
    this.#match = match;
    this.#clock = clock;
    this.#journal = journal;
    this.#unsubscribe = match.subscribe(() => this.#follow());
    this.#follow();
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    this.#cancel?.();
  }

  #follow(): void {
    const deadline = runningDeadline(this.#match.state);
    if (deadline !== this.#armedFor) this.#arm(deadline);
  }

  #arm(deadline: number | null, wait?: number): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#armedFor = deadline;
    if (deadline === null || this.#stopped) return;
    const ms = Math.min(wait ?? Math.max(0, deadline - this.#clock.now()), LONGEST_WAIT);
    this.#cancel = this.#clock.after(ms, () => void this.#strike(deadline));
  }

  async #strike(deadline: number): Promise<void> {
    if (this.#clock.now() < deadline) return this.#arm(deadline);
    const input = { kind: 'deadlineReached' } as const;
    const reply = await this.#match.submit({ seat: 'table', person: 'clock', id: null, basedOn: null, input });
    if (reply.ok || this.#stopped || this.#armedFor !== deadline) return;
    const facts = { match: this.#match.id, code: reply.refusal.code };
    this.#journal.warn(facts, 'the deadline could not be recorded; trying again');
    this.#arm(deadline, RETRY_AFTER);
  }
}

/** How far to move the deadline so that no seat loses the time for which servers were down; 0 for not at all. */
export const outageToGiveBack = (state: MatchState, lost: number, now: number): number => {
  const deadline = runningDeadline(state);
  if (deadline === null || lost <= 0) return 0;
  const fair = deadline + lost;
  const quick = state.settings.pace === 'blitz' || state.settings.pace === 'live';
  return Math.max(...(quick ? [fair + RETURN, now + GRACE] : [fair, now])) - deadline;
};
