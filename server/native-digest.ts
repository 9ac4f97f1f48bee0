import { hash } from 'node:crypto';
import type { Digest } from '../shared/kernel/digest.ts';

/** By the library that Node has for it. */
export const nativeDigest: Digest = (texts) =>
  hash('sha256', texts.map((text) => `${Buffer.byteLength(text)}:${text}`).join(''), 'hex');
