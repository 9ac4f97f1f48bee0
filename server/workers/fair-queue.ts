/** Lines of several owners, served in turn: a long line makes nobody wait but those who stand in it. */
export class FairQueue<T> {
  readonly #lines = new Map<string, T[]>();

  get length(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.length, 0);
  }

  push(owner: string, one: T): void {
    const line = this.#lines.get(owner);
    if (line === undefined) this.#lines.set(owner, [one]);
    else line.push(one);
  }

  /** The first of the owner who has waited longest since being served. */
  shift(): T | undefined {
    for (const [owner, [one, ...rest]] of this.#lines) {
      // Set anew, an owner goes behind all others.
      this.#lines.delete(owner);
      if (rest.length > 0) this.#lines.set(owner, rest);
      return one;
    }
    return undefined;
  }

  remove(owner: string, one: T): void {
    const rest = (this.#lines.get(owner) ?? []).filter((other) => other !== one);
    if (rest.length > 0) this.#lines.set(owner, rest);
    else this.#lines.delete(owner);
  }
}
