import { Allowance } from './allowance.ts';

/** Beyond this many callers, those who have their whole allowance are forgotten: a new one is the same. */
const SWEEP_AT = 20_000;

/** For those who come without a connection that could hold an allowance. */
export class Allowances {
  readonly #byCaller = new Map<string, Allowance>();

  spend(caller: string, now: number): boolean {
    if (this.#byCaller.size >= SWEEP_AT) {
      for (const [other, allowance] of this.#byCaller) if (allowance.isWhole(now)) this.#byCaller.delete(other);
    }
    const allowance = this.#byCaller.get(caller) ?? new Allowance(now);
    this.#byCaller.set(caller, allowance);
    return allowance.spend(now);
  }
}
