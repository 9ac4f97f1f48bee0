import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';

/** sha-256 of the texts, each set apart by its length, as 64 hex digits. */
export const digestOf = (...texts: readonly string[]): string => {
  const hash = sha256.create();
  for (const text of texts) {
    const bytes = utf8ToBytes(text);
    hash.update(utf8ToBytes(`${bytes.length}:`));
    hash.update(bytes);
  }
  return bytesToHex(hash.digest());
};

/** Salted, so that a small secret cannot be found by trying. */
export const saltedDigest = (salt: string, value: unknown): string => digestOf(salt, canonical(value));
