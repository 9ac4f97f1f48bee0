/** How many requests one connection may make: so many at once, and then so many a second. */
export const AT_ONCE = 60;
export const PER_SECOND = 30;

export class Allowance {
  #left = AT_ONCE;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  spend(now: number): boolean {
    this.#left = this.#leftAt(now);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  isWhole(now: number): boolean {
    return this.#leftAt(now) === AT_ONCE;
  }

  #leftAt(now: number): number {
    return Math.min(AT_ONCE, this.#left + ((now - this.#at) / 1_000) * PER_SECOND);
  }
}
