import { sha256 } from '@noble/hashes/sha2.js';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Joined, not added up: a text that was added up keeps all its pieces for as long as it lives, a kilobyte for a digest. */
export const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => HEX[byte]).join('');

/** The way back; throws on what is none. */
export const bytesOf = (hex: string): Uint8Array => hexToBytes(hex);

/** sha-256 of the texts, each set apart by its length, as 64 hex digits. */
export const digestOf = (...texts: readonly string[]): string => {
  const hash = sha256.create();
  for (const text of texts) {
    const bytes = utf8ToBytes(text);
    hash.update(utf8ToBytes(`${bytes.length}:`));
    hash.update(bytes);
  }
  return hexOf(hash.digest());
};

/** Salted, so that a small secret cannot be found by trying. */
export const saltedDigest = (salt: string, value: unknown): string => digestOf(salt, canonical(value));
