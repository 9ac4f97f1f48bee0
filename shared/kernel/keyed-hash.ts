import { digestOf } from './digest.ts';

/** Two words of key. */
export type HashKey = readonly [number, number];

const KEPT = 64;
const keys = new Map<string, HashKey>();

/** The key that a secret text gives: eight bytes of its sha-256. The last few are kept. */
export const keyOf = (secret: string): HashKey => {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  const digest = digestOf(secret);
  const key: HashKey = [Number.parseInt(digest.slice(0, 8), 16) | 0, Number.parseInt(digest.slice(8, 16), 16) | 0];
  if (keys.size >= KEPT) keys.clear();
  keys.set(secret, key);
  return key;
};

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * HalfSipHash-2-4 of a text (its UTF-16 units), 32 bits: a keyed hash for many small purposes a turn,
 * where a sha-256 each would cost more than the turn.
 */
export const keyedHash = ([k0, k1]: HashKey, text: string): number => {
  let v0 = k0;
  let v1 = k1;
  let v2 = 0x6c796765 ^ k0;
  let v3 = 0x74656462 ^ k1;
  const rounds = (count: number): void => {
    for (let i = 0; i < count; i += 1) {
      v0 = (v0 + v1) | 0;
      v1 = turned(v1, 5) ^ v0;
      v0 = turned(v0, 16);
      v2 = (v2 + v3) | 0;
      v3 = turned(v3, 8) ^ v2;
      v0 = (v0 + v3) | 0;
      v3 = turned(v3, 7) ^ v0;
      v2 = (v2 + v1) | 0;
      v1 = turned(v1, 13) ^ v2;
      v2 = turned(v2, 16);
    }
  };
  const absorb = (word: number): void => {
    v3 ^= word;
    rounds(2);
    v0 ^= word;
  };
  const end = text.length & ~1;
  for (let i = 0; i < end; i += 2) absorb(text.charCodeAt(i) | (text.charCodeAt(i + 1) << 16));
  absorb((text.length << 24) | (end < text.length ? text.charCodeAt(end) : 0));
  v2 ^= 0xff;
  rounds(4);
  return v1 ^ v3;
};
