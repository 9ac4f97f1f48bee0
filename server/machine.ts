import { hash, randomBytes, randomInt } from 'node:crypto';
import type { Digest } from '../shared/kernel/digest.ts';
import type { Clock, Entropy } from './match/clock.ts';

/**
 * Runs on evenly from the start of the process: setting the machine's clock must not end anybody's turn. It
 * does not go back behind `last`, the last moment of the server before: a phase would last that much longer.
 */
export const steadyClock = (last: number): Clock => {
  const origin = Math.max(performance.timeOrigin, last - performance.now());
  return {
    now: () => Math.round(origin + performance.now()),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
};

/** Luck that nobody can foresee. */
export const systemEntropy: Entropy = {
  hex: (bytes) => randomBytes(bytes).toString('hex'),
  below: (limit) => randomInt(limit),
};

/** By the library that Node has for it. */
export const nativeDigest: Digest = (texts) =>
  hash('sha256', texts.map((text) => `${Buffer.byteLength(text)}:${text}`).join(''), 'hex');
