import { isIPv6 } from 'node:net';
import type { Request } from 'express';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The first half of a long address: the other half is its owner's to choose anew for every request. */
const networkOf = (address: string): string => {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const between = address.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : [];
  return [...before, ...between, ...after].slice(0, 4).join(':');
};

/** As the connection has it: a header that claims another is not believed. Kept for as long as a limit counts, and nowhere else. */
export const addressOf = (request: Pick<Request, 'socket'>): string => {
  const address = request.socket.remoteAddress ?? 'unknown';
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(address) ? networkOf(address) : address;
};
