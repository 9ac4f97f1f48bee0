import type { MatchId } from '../../shared/model/ids.ts';
import type { MatchStore } from '../store/match-store.ts';
import type { Clock, Journal } from './clock.ts';
import type { MatchDirectory } from './match-directory.ts';

/** Together less than `NEAR` in `match-clock.ts`: what may leave memory is looked at again before it is due. */
const EVERY = 10 * 60_000;
const AHEAD = 15 * 60_000;
/** So many are opened side by side: a morning on which a hundred are due must not stop live tables. */
const PORTION = 4;

export type SchedulerOptions = {
  readonly store: Pick<MatchStore, 'dueBy'>;
  readonly directory: Pick<MatchDirectory, 'open'>;
  readonly clock: Clock;
  readonly journal: Journal;
  /** What else begins with each round, and is not waited for. */
  readonly also?: () => void;
};

/**
 * Brings matches by letter back before their deadline, which their own clock then keeps. It asks the store
 * in rounds and remembers nothing, so it needs no telling when a deadline moves, and a restart changes nothing.
 */
export class Scheduler {
  readonly #options: SchedulerOptions;
  /** Complained of already. */
  readonly #failing = new Set<MatchId>();
  #cancel: (() => void) | null = null;
  #round: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(options: SchedulerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#round = this.#look().finally(() => {
      if (!this.#stopped) this.#cancel = this.#options.clock.after(EVERY, () => this.start());
    });
  }

  /** Resolves when nothing more is being opened. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancel?.();
    await this.#round;
  }

  async #look(): Promise<void> {
    const { store, clock, journal, also } = this.#options;
    try {
      const due = await store.dueBy(clock.now() + AHEAD);
      for (let i = 0; i < due.length && !this.#stopped; i += PORTION) {
        await Promise.all(due.slice(i, i + PORTION).map((id) => this.#open(id)));
      }
      if (!this.#stopped) also?.();
    } catch (error) {
      journal.warn({ error }, 'what is due could not be looked up; trying again');
    }
  }

  async #open(id: MatchId): Promise<void> {
    try {
      await this.#options.directory.open(id);
      this.#failing.delete(id);
    } catch (error) {
      if (!this.#failing.has(id))
        this.#options.journal.error({ match: id, error }, 'a match that is due cannot be opened');
      this.#failing.add(id);
    }
  }
}
