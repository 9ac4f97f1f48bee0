import type { Clock } from './clock.ts';

const RETRY_AFTER = 1_000;

/**
 * Writes what could be had from the log again and yet must be stored some day: after the act that it tells
 * of, only the newest of each kind, and once more after a second for as long as the store refuses.
 */
export class Afterwrites {
  readonly #clock: Clock;
  readonly #onFault: (what: string, error: unknown) => void;
  readonly #waiting = new Map<string, () => Promise<void>>();
  #writing: Promise<void> | null = null;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, onFault: (what: string, error: unknown) => void) {
    this.#clock = clock;
    this.#onFault = onFault;
  }

  put(what: string, write: () => Promise<void>): void {
    this.#waiting.set(what, write);
    if (this.#cancel === null) this.#begin();
  }

  /** What waits is tried once more; what cannot be stored now is made up for when the match is opened again. */
  async close(): Promise<void> {
    this.#stopWaiting();
    await this.#begin();
    this.#stopWaiting();
  }

  #stopWaiting(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #begin(): Promise<void> {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = null;
      // Put after the last was written, and before anybody could see that nothing is being written.
      if (this.#waiting.size > 0 && this.#cancel === null) return this.#begin();
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    for (const [what, write] of this.#waiting) {
      this.#waiting.delete(what);
      try {
        await write();
      } catch (error) {
        this.#onFault(what, error);
        // Something newer may have come in between.
        if (!this.#waiting.has(what)) this.#waiting.set(what, write);
        this.#cancel = this.#clock.after(RETRY_AFTER, () => {
          this.#cancel = null;
          void this.#begin();
        });
        return;
      }
    }
  }
}
