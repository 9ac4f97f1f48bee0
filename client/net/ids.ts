/** An id of our own for a request, so that sending it twice is harmless. Works on plain http, where `randomUUID` does not. */
export const newRequestId = (): string => hexOf(12);
/** As long as a token, and as hard to guess. */
export const newSecret = (): string => hexOf(16);

const hexOf = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');
