type Window = { count: number; readonly until: number };

const MINUTE = 60_000;
/** Beyond this many keys the old ones are swept out. */
const SWEEP_AT = 20_000;

/** Counts by key in windows of one minute. */
export class RateLimit {
  readonly #most: number;
  readonly #now: () => number;
  readonly #windows = new Map<string, Window>();

  constructor(mostPerMinute: number, now: () => number) {
    this.#most = mostPerMinute;
    this.#now = now;
  }

  /** False when it was one too many. */
  spend(key: string): boolean {
    const window = this.#windowOf(key);
    window.count += 1;
    return window.count <= this.#most;
  }

  /** Whether one more would be too many; spends nothing. */
  isSpent(key: string): boolean {
    return this.#windowOf(key).count >= this.#most;
  }

  #windowOf(key: string): Window {
    const now = this.#now();
    const known = this.#windows.get(key);
    if (known !== undefined && known.until > now) return known;
    if (this.#windows.size >= SWEEP_AT) {
      for (const [old, { until }] of this.#windows) if (until <= now) this.#windows.delete(old);
    }
    const window = { count: 0, until: now + MINUTE };
    this.#windows.set(key, window);
    return window;
  }
}
