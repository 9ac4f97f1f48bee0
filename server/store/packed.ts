import type { SQLOutputValue } from 'node:sqlite';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Of what a position of twelve turns comes to, 1.2 MB of text: 45 KB in 6 ms. The next levels save little and take longer. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 8 } };

/** A position as the store keeps it: compressed JSON. Its turns' boards repeat each other, and most of it is names. */
export const packed = (value: unknown): Uint8Array<ArrayBuffer> => zstdCompressSync(JSON.stringify(value), OPTIONS);

/** Stores of before hold plain JSON. */
export const unpacked = <T>(stored: SQLOutputValue | undefined): T =>
  JSON.parse(stored instanceof Uint8Array ? zstdDecompressSync(stored).toString() : String(stored));
