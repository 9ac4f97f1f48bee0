import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Deflate, Inflate } from '../../shared/wire/change.ts';

/** More takes longer and saves a few bytes in a hundred. */
const LEVEL = 6;
/** For whole views: half as long for a quarter more, when a whole school comes back at once. */
const QUICK = 3;

const having = (dictionary: string): { readonly dictionary?: Buffer } =>
  dictionary === '' ? {} : { dictionary: Buffer.from(dictionary) };

export const deflate: Deflate = (text, dictionary) => deflateRawSync(text, { level: LEVEL, ...having(dictionary) });

export const deflateWhole = (text: string): Uint8Array => deflateRawSync(text, { level: QUICK });

export const inflate: Inflate = (bytes, dictionary) => inflateRawSync(bytes, having(dictionary)).toString();
