import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Deflate, Inflate } from '../../shared/wire/change.ts';

/** More takes longer and saves a few bytes in a hundred. */
const LEVEL = 6;
/** For whole views: half as long for a quarter more, when a whole school comes back at once. */
const QUICK = 3;

/** zlib looks so far back less than its window. */
const SHORT = 262;
/** What is deflated at once is a few hundred bytes when it comes out. */
const CHUNK = 1_024;

/**
 * As much memory as these bytes need. A window for 32 KB is 256 KB that are asked for, cleared and given back, for each of
 * all who are told, and that the collector of memory counts.
 */
const roomFor = (bytes: number): { readonly windowBits: number; readonly memLevel: number } => {
  const windowBits = Math.min(15, Math.max(10, 32 - Math.clz32(bytes + SHORT)));
  return { windowBits, memLevel: Math.min(8, windowBits - 6) };
};

const having = (dictionary: string): { readonly dictionary?: Buffer } =>
  dictionary === '' ? {} : { dictionary: Buffer.from(dictionary) };

export const deflate: Deflate = (text, dictionary) => {
  const bytes = Buffer.from(text);
  const known = having(dictionary);
  const room = roomFor(bytes.length + (known.dictionary?.length ?? 0));
  return deflateRawSync(bytes, { level: LEVEL, chunkSize: CHUNK, ...room, ...known });
};

export const deflateWhole = (text: string): Uint8Array => deflateRawSync(text, { level: QUICK });

export const inflate: Inflate = (bytes, dictionary) => inflateRawSync(bytes, having(dictionary)).toString();
