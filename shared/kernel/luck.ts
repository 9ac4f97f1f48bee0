import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { keyedHash, keyOf } from './keyed-hash.ts';

/** A stream of chance for one purpose, so that another roll elsewhere never shifts it. */
export type Luck = {
  /** Whole number from `from` to `to`, both included. */ readonly integer: (from: number, to: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** One of the items by weight; null when all weights are 0. */ readonly weighted: <T>(
    items: readonly T[],
    weight: (item: T) => number,
  ) => T | null;
  readonly shuffled: <T>(items: readonly T[]) => T[];
};

/** The stream for a purpose under a secret seed: without the seed it cannot be told from noise. */
export const luckFor = (seed: string, ...purpose: readonly (string | number)[]): Luck => {
  const generator = xoroshiro128plus(keyedHash(keyOf(seed), purpose.join('\n')));
  const integer = (from: number, to: number): number => uniformInt(generator, from, to);
  return {
    integer,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('nothing to pick from');
      return item;
    },
    weighted: (items, weight) => {
      const total = items.reduce((sum, item) => sum + weight(item), 0);
      if (total <= 0) return null;
      let left = integer(1, total);
      for (const item of items) {
        left -= weight(item);
        if (left <= 0) return item;
      }
      return null;
    },
    shuffled: (items) => {
      const rest = [...items];
      for (let i = rest.length - 1; i > 0; i -= 1) {
        const j = integer(0, i);
        [rest[i], rest[j]] = [rest[j] as never, rest[i] as never];
      }
      return rest;
    },
  };
};
