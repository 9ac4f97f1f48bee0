/** An id of our own for a request, so that sending it twice is harmless. Works on plain http, where `randomUUID` does not. */
export const newRequestId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
