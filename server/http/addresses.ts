import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

type Asking = Pick<IncomingMessage, 'socket' | 'headers'>;
/** Kept for as long as a limit counts, and nowhere else. */
export type AddressOf = (request: Asking) => string;

/** The first half of a long address: the other half is its owner's to choose anew for every request. */
const networkOf = (address: string): string => {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const between = address.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : [];
  return [...before, ...between, ...after].slice(0, 4).join(':');
};

const plain = (address: string): string => MAPPED.exec(address)?.[1] ?? address;
const counted = (address: string): string => (isIPv6(address) ? networkOf(address) : address);

/** Networks with commas between, as `10.0.0.0/8`; single addresses; `loopback`. Null: it cannot be read. */
export const proxiesFrom = (text: string): BlockList | null => {
  const proxies = new BlockList();
  const named = text.replaceAll('loopback', '127.0.0.0/8, ::1').split(',');
  for (const one of named.map((part) => part.trim()).filter((part) => part !== '')) {
    const [address = '', length, more] = one.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    const most = family === 'ipv6' ? 128 : 32;
    if (isIP(address) === 0 || more !== undefined || !/^\d{1,3}$/.test(length ?? '0')) return null;
    if (Number(length ?? 0) > most) return null;
    proxies.addSubnet(address, Number(length ?? most), family);
  }
  return proxies;
};

/**
 * As the connection has it, unless that is a proxy's of our own: then as the last of them was asked. What stands
 * before that in the header is anybody's claim, and is not believed.
 */
export const addressesBehind = (proxies = new BlockList()): AddressOf => {
  const isOurs = (address: string): boolean => proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return ({ socket, headers }) => {
    let address = plain(socket.remoteAddress ?? 'unknown');
    const hops = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',').reverse();
    for (const hop of hops.map((part) => plain(part.trim()))) {
      if (isIP(hop) === 0 || !isOurs(address)) break;
      address = hop;
    }
    return counted(address);
  };
};
