/** How often each was seen. */
export type Tally = { readonly [name: string]: number };

export class Counter {
  readonly #seen = new Map<string, number>();

  add(name: string, by = 1): void {
    this.#seen.set(name, (this.#seen.get(name) ?? 0) + by);
  }

  addAll(tally: Tally): void {
    for (const [name, times] of Object.entries(tally)) this.add(name, times);
  }

  /** Most often first; of equals, by name. */
  tally(): Tally {
    const entries = [...this.#seen].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return Object.fromEntries(entries);
  }
}

export const totalOf = (tally: Tally): number => Object.values(tally).reduce((sum, times) => sum + times, 0);

export const sumTallies = (tallies: readonly Tally[]): Tally => {
  const counter = new Counter();
  for (const one of tallies) counter.addAll(one);
  return counter.tally();
};
