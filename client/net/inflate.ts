import { inflateSync, strFromU8, strToU8 } from 'fflate';
import type { Inflate } from '../../shared/wire/change.ts';

/** A page has no zlib of its own that knows dictionaries. */
export const inflate: Inflate = (bytes, dictionary) =>
  strFromU8(inflateSync(bytes, dictionary === '' ? {} : { dictionary: strToU8(dictionary) }));
