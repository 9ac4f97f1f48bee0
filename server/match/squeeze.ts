import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Deflate, Inflate } from '../../shared/wire/change.ts';

/** More takes longer and saves a few bytes in a hundred. */
const LEVEL = 6;

const having = (dictionary: string): { readonly dictionary?: Buffer } =>
  dictionary === '' ? {} : { dictionary: Buffer.from(dictionary) };

export const deflate: Deflate = (text, dictionary) => deflateRawSync(text, { level: LEVEL, ...having(dictionary) });

export const inflate: Inflate = (bytes, dictionary) => inflateRawSync(bytes, having(dictionary)).toString();
