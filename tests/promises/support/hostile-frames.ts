import type { Luck } from '../../../shared/kernel/luck.ts';

const bytes = (luck: Luck, length: number): number[] => Array.from({ length }, () => luck.integer(0, 255));
const text = (value: string): number[] => {
  const utf8 = [...Buffer.from(value)];
  return utf8.length < 32 ? [0xa0 + utf8.length, ...utf8] : [0xd9, utf8.length, ...utf8];
};
const repeated = (byte: number, times: number): number[] => new Array<number>(times).fill(byte);

const CODE = { join: 10, data: 13, bytes: 17, ping: 18, reliable: 19, unreliable: 20, request: 21 } as const;
const TYPES = [
  'input',
  'act',
  'view',
  'p',
  'welcome',
  'refused',
  '*',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'x'.repeat(200),
];

/** MessagePack that promises more than it holds, lies deep, or means something to nobody. */
const BODIES: readonly ((luck: Luck) => number[])[] = [
  () => [0xdd, 0xff, 0xff, 0xff, 0xff],
  () => [0xdf, 0xff, 0xff, 0xff, 0xff],
  () => [0xdb, 0xff, 0xff, 0xff, 0xf0, 0x41],
  () => [0xc6, 0x7f, 0xff, 0xff, 0xff, 0x00],
  () => [0xc1],
  (luck) => [...repeated(0x91, luck.pick([40, 2_000, 20_000])), 0xc0],
  (luck) => [...repeated(0x81, 2), ...text('__proto__'), 0x81, ...text('isAdmin'), 0xc3, ...bytes(luck, 4)],
  () => [0x82, ...text('__proto__'), 0x81, ...text('isAdmin'), 0xc3, ...text('constructor'), 0x80],
  (luck) => [0xd4, 0x72, luck.integer(0x40, 0x7f), 0x92, ...text('id'), ...text('input'), 0x01, 0x02],
  (luck) => [0xd4, luck.integer(0, 255), ...bytes(luck, 6)],
  (luck) => [0xc7, luck.integer(0, 255), luck.integer(0, 255), ...bytes(luck, luck.integer(0, 40))],
  () => [0xd7, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  () => [0xc7, 0x05, 0x78, 0x92, ...text('(a+)+$'), ...text('g')],
  (luck) => bytes(luck, luck.integer(0, 200)),
  (luck) => bytes(luck, luck.pick([5_000, 30_000])),
];

/** Anything that a socket may carry into a room, as bytes. */
export const hostileFrame = (luck: Luck): Uint8Array => {
  const body = luck.pick(BODIES)(luck);
  const type = text(luck.pick(TYPES));
  switch (luck.integer(1, 10)) {
    case 1:
      return new Uint8Array(
        bytes(luck, luck.integer(0, 60)).map((byte, i) => (i === 0 && byte % 32 === 12 ? 0 : byte)),
      );
    case 2:
      return new Uint8Array([luck.pick([CODE.join, CODE.ping, CODE.reliable, CODE.unreliable, 0, 31, 255]), ...body]);
    case 3:
      return new Uint8Array([CODE.bytes, ...type, ...body]);
    case 4:
      return new Uint8Array([CODE.data, ...type, ...body]);
    default:
      return new Uint8Array([CODE.request, luck.integer(0, 127), ...type, ...body]);
  }
};

/** What the framing of a socket itself forbids: unmasked, reserved bits, lengths that never come. */
export const brokenFrames = (luck: Luck): Uint8Array =>
  new Uint8Array(
    luck.pick([
      [0x82, 0x05, ...bytes(luck, 5)],
      [0xf2, 0x85, ...bytes(luck, 9)],
      [0x82, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0],
      [0x89, 0xfe, 0x10, 0x00, ...bytes(luck, 20)],
      [0x00, 0x81, ...bytes(luck, 5)],
      [0x88, 0x82, 0, 0, 0, 0, 0x03, 0xed],
      bytes(luck, 64),
    ]),
  );

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'TRACE', 'QUERY', 'G\u0000T', ''];
const PATHS = [
  ...[
    '/',
    '/api',
    '/api/people',
    '/api/matches',
    '/api/matches/x/join',
    '/api/codes/AAAAA/join',
    '/api/classes',
    '/api/classes/x/open',
  ],
  ...[
    '/api/matches/__proto__',
    '/api/matches/x/record',
    '/api/matches/x/inputs',
    '/api/matches/x/view?wait=99999',
    '/api/%ff',
    '/api//..//people',
  ],
  ...[
    '/matchmake/joinById/x',
    '/matchmake/create/match',
    '/matchmake/reconnect/x',
    '/matchmake/__proto__/match',
    '/matchmake/joinOrCreate/class',
  ],
  ...[
    '/../../etc/passwd',
    '/assets/%2e%2e/%2e%2e/package.json',
    '//evil',
    '/\\',
    `/${'a'.repeat(9_000)}`,
    '/?a[__proto__]=1',
    '/api/me/matches',
  ],
];
const TYPES_OF_BODY = [
  'application/json',
  'application/json; charset=utf-7',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=',
  'text/plain',
  '',
];
const TEXTS = [
  ...[
    '',
    '{',
    '[]',
    'null',
    '{"name":1}',
    '{"name":""}',
    '{"__proto__":{"isAdmin":true}}',
    '"',
    '{"name":"\\ud800"}x',
    '\u0000',
  ],
  ...[
    '['.repeat(5_000),
    `{"name":"${'x'.repeat(30_000)}"}`,
    '{"kind":"quick"}',
    '{"name":"A","power":{"$gt":""}}',
    '{"protocol":1,"match":{"a":1}}',
  ],
];
const HEADERS = [
  ...[
    '',
    'Authorization: Bearer',
    `Authorization: Bearer ${'f'.repeat(32)}`,
    'Authorization: Basic eDp5',
    'Content-Encoding: gzip',
    'Expect: 100-continue',
  ],
  ...[
    'Origin: http://evil.test',
    'Origin: null',
    'X-Forwarded-For: 10.0.0.1',
    'X-HTTP-Method-Override: PUT',
    'Cookie: a=b',
    'Range: bytes=0-99999999999',
  ],
  ...[
    `X-Long: ${'x'.repeat(4_000)}`,
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Transfer-Encoding: gzip, chunked',
    'Content-Length: 5',
    'If-None-Match: *',
  ],
];

/** One request as bytes on a connection that stays open. Nothing of it is anything that a server should do. */
export const hostileRequest = (luck: Luck): string => {
  const body = luck.pick(TEXTS);
  const length =
    luck.integer(1, 12) === 1 ? luck.pick(['-1', '99999999999', 'x', '1e3', '0']) : String(Buffer.byteLength(body));
  const host = luck.integer(1, 15) === 1 ? luck.pick(['', '[', 'a b', 'x'.repeat(300)]) : '127.0.0.1';
  const extra = luck.pick(HEADERS);
  return `${luck.pick(METHODS)} ${luck.pick(PATHS)} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${luck.pick(TYPES_OF_BODY)}\r\n${extra === '' ? '' : `${extra}\r\n`}Content-Length: ${length}\r\n\r\n${body}`;
};
