type Window = { count: number; readonly until: number };

const MINUTE = 60_000;
/** So many keys are counted at once: whoever invents more only pushes the oldest out, and fills no memory. */
const MOST_KEYS = 20_000;

/** Counts by key in windows of one minute, or of another length. */
export class RateLimit {
  readonly #most: number;
  readonly #now: () => number;
  readonly #length: number;
  /** In the order in which they began, and so in which they end. */
  readonly #windows = new Map<string, Window>();

  constructor(most: number, now: () => number, length = MINUTE) {
    this.#most = most;
    this.#now = now;
    this.#length = length;
  }

  get size(): number {
    return this.#windows.size;
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
    this.#windows.delete(key);
    for (const [old, { until }] of this.#windows) {
      if (until > now && this.#windows.size < MOST_KEYS) break;
      this.#windows.delete(old);
    }
    const window = { count: 0, until: now + this.#length };
    this.#windows.set(key, window);
    return window;
  }
}
