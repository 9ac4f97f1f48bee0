import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Joined, not added up: a text that was added up keeps all its pieces for as long as it lives, a kilobyte for a digest. */
export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => HEX[byte]).join('');

/** The way back; throws on what is none. */
export const bytesOf = (hex: string): Uint8Array => hexToBytes(hex);

/** sha-256 of texts, each with its length in bytes of UTF-8 and a colon before it, as 64 hex digits. */
export type Digest = (texts: readonly string[]) => string;

/** In script, which every machine that plays has. */
export const digestInScript: Digest = (texts) => {
  const hash = sha256.create();
  for (const text of texts) {
    const bytes = utf8ToBytes(text);
    hash.update(utf8ToBytes(`${bytes.length}:`));
    hash.update(bytes);
  }
  return hexOf(hash.digest());
};

let digest = digestInScript;
/** From now on in another way, which must come to the same: a server has one that is several times as quick. */
export const digestBy = (quicker: Digest): void => {
  digest = quicker;
};

/** sha-256 of the texts, each set apart by its length, as 64 hex digits. */
export const digestOf = (...texts: readonly string[]): string => digest(texts);

/** Salted, so that a small secret cannot be found by trying. */
export const saltedDigest = (salt: string, value: unknown): string => digestOf(salt, canonical(value));
