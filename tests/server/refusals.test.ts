import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../shared/protocol/input-schema.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { enterMatch, newId, type Player, settle } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
let table: Awaited<ReturnType<typeof startedTable>>;
let anna: Player;
let bela: Player;
beforeAll(async () => {
  server = await startTestServer();
  table = await startedTable(server);
  anna = await enterMatch(server.base, table.seats.NOR);
  bela = await enterMatch(server.base, table.seats.SUD);
});
afterAll(async () => {
  await server.close();
});

const refused = (code: string) => expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) });
const ready = { kind: 'setReady', ready: false } as const;
const say = (text: string) => ({ kind: 'say', to: ['SUD'], text }) as const;
const input = (of: unknown, more: object = {}) => ({ id: newId(), basedOn: anna.version(), input: of, ...more });
/** Each time a new one, and each time refused. */
const REFUSED: readonly [what: string, type: string, message: () => unknown, code: string][] = [
  ['nothing', 'input', () => undefined, 'server/malformed'],
  ['a text', 'input', () => 'hello', 'server/malformed'],
  ['no id', 'input', () => input(ready, { id: undefined }), 'server/malformed'],
  ['a short id', 'input', () => input(ready, { id: 'a' }), 'server/malformed'],
  ['a strange id', 'input', () => input(ready, { id: "x'; DROP TABLE inputs" }), 'server/malformed'],
  ['a seat in the payload', 'input', () => input(ready, { seat: 'SUD' }), 'server/malformed'],
  [
    'a text that has a length of its own',
    'input',
    () => input({ kind: 'sign', proposal: { length: { toString: 1 } } }),
    'server/malformed',
  ],
  ['a negative version', 'input', () => input(ready, { basedOn: -1 }), 'server/malformed'],
  ['a version that does not exist', 'input', () => input(ready, { basedOn: 100_000 }), 'input/stale'],
  ['an unknown kind', 'input', () => input({ kind: 'win' }), 'server/malformed'],
  ['a field too many', 'input', () => input({ ...ready, also: 1 }), 'server/malformed'],
  [
    'a prototype',
    'input',
    () => input(JSON.parse('{"kind":"setReady","ready":true,"__proto__":{"a":1}}')),
    'server/malformed',
  ],
  ['not a number', 'input', () => input(ready, { basedOn: Number.NaN }), 'server/malformed'],
  ['a text that is too long', 'input', () => input(say('x'.repeat(LIMITS.text + 1))), 'server/malformed'],
  ['a frame that is too large', 'input', () => input(say('x'.repeat(LIMITS.payload))), 'server/too-large'],
  ['an empty text', 'input', () => input(say('  ')), 'talk/empty'],
  ['a channel of nobody', 'input', () => input({ ...say('hi'), to: ['NIX'] }), 'talk/not-in-channel'],
  ['the facilitator’s act', 'input', () => input({ kind: 'pause' }), 'server/malformed'],
  ['the table’s act', 'input', () => input({ kind: 'deadlineReached' }), 'server/malformed'],
  ['the facilitator’s door', 'act', () => input({ kind: 'pause' }), 'input/not-your-seat'],
  [
    'an order for another’s gate',
    'input',
    () =>
      input({
        kind: 'submitOrders',
        orders: { orders: [{ verb: 'setGate', gate: 'south-gate', status: 'closed' }], doors: null, concessions: [] },
      }),
    'orders/not-allowed',
  ],
  [
    'a proposal that is not there',
    'input',
    () => input({ kind: 'sign', proposal: 'offer-SUD-OST#1' }),
    'treaty/unknown',
  ],
  ['an unknown type', 'bogus', () => ({}), 'server/malformed'],
  ['a type with a long history', 'constructor', () => ({}), 'server/malformed'],
  ['a type of old', '__proto__', () => ({}), 'server/malformed'],
];

describe('a request', () => {
  test.each(REFUSED)('with %s is refused, and nothing changes', async (_what, type, message, code) => {
    const before = JSON.stringify(anna.view());
    const frames = bela.frames().length;
    expect(await anna.request(type, message())).toEqual(refused(code));
    expect(JSON.stringify(anna.view())).toBe(before);
    expect(bela.frames().length).toBe(frames);
  });

  test('is refused when its id was used for something else', async () => {
    const id = newId();
    const first = await anna.send(say('first'), id);
    expect(await anna.send(say('first'), id)).toEqual(first);
    expect(await anna.send(say('second'), id)).toEqual(refused('input/reused-id'));
    await settle();
    expect(anna.view()?.messages.map((one) => one.text)).toEqual(['first']);
  });

  test('is refused in the wrong phase', async () => {
    for (const seat of [anna, bela]) await seat.send({ kind: 'setReady', ready: true });
    const cleo = await enterMatch(server.base, table.seats.OST);
    await cleo.send({ kind: 'setReady', ready: true });
    await settle();
    expect(anna.view()?.table.phase).toBe('orders');
    expect(await anna.send(say('too late'))).toEqual(refused('phase/doors-closed'));
    await cleo.leave();
  });

  test('is refused when there are too many, and taken again a little later', async () => {
    const many = await Promise.all(Array.from({ length: 150 }, () => bela.send(ready)));
    expect(many.filter((reply) => !reply.ok)).toContainEqual(refused('server/too-fast'));
    expect(many.filter((reply) => reply.ok).length).toBeGreaterThan(20);
    await settle(300);
    expect(await bela.send(ready)).toMatchObject({ ok: true });
  });
});

test('what is sent without waiting for an answer is told when it is nothing, and never a reason to go', async () => {
  let told: unknown = null;
  anna.room.onMessage('refused', (refusal: unknown) => {
    told = refusal;
  });
  for (const type of ['bogus', 'constructor', '__proto__', '*', 'toString']) anna.room.send(type, { a: 1 });
  anna.room.sendBytes('bogus', new Uint8Array([1, 2, 3]));
  anna.room.send(7 as never, null);
  await settle();
  expect(told).toMatchObject({ code: 'server/malformed' });
  expect(await anna.send(ready)).toMatchObject({ ok: true });
});

test('frames that are none do no harm to anybody', async () => {
  const stranger = await enterMatch(server.base, table.seats.OST);
  const socket = (stranger.room.connection.transport as unknown as { ws: WebSocket }).ws;
  const garbage = [
    [13],
    [13, 0xdb, 0xff, 0xff, 0xff, 0xff],
    [13, 0xa5, 0xff, 0xfe, 0xfd, 0xfc, 0xfb],
    [15, 0xd9],
    [0],
    [255, 255],
    [20, 0xc1, 0xc1],
    [],
  ];
  for (const bytes of garbage) socket.send(new Uint8Array(bytes));
  socket.send('text');
  await settle();
  expect(await anna.send(ready)).toMatchObject({ ok: true });
});

describe('a stranger', () => {
  const enter = (seat: object, options: object = {}) =>
    enterMatch(server.base, { ...table.seats.NOR, ...seat }, options);
  test.each([
    ['without a token', { token: '' }, {}, 'server/unknown-person'],
    ['with a token of nobody', { token: 'f'.repeat(32) }, {}, 'server/unknown-person'],
    ['with a match that is not', { match: 'nowhere' }, {}, 'server/unknown-match'],
    ['with an old page', {}, { protocol: 0 }, 'server/old-client'],
    ['as a facilitator', {}, { viewer: 'facilitator' }, 'server/not-allowed'],
  ])('%s does not get in', async (_how, seat, options, code) => {
    await expect(enter(seat, options)).rejects.toThrow(code);
  });

  test('of another table does not get in, whatever match is named', async () => {
    const other = await startedTable(server);
    await expect(enter({ token: other.seats.NOR.token })).rejects.toThrow('server/not-a-member');
    await expect(enter({ token: other.seats.NOR.token, match: other.match })).rejects.toThrow('server/not-a-member');
  });

  test('cannot make rooms', async () => {
    for (const method of ['create', 'joinOrCreate', 'join']) {
      const { status } = await server.post(
        `/matchmake/${method}/match`,
        { match: table.match, protocol: PROTOCOL_VERSION },
        table.seats.NOR.token,
      );
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  test('may watch the public side, and act in nothing', async () => {
    const watcher = await enter({}, { viewer: 'spectator' });
    expect(watcher.view()?.viewer).toBe('public');
    expect(await watcher.send(ready)).toEqual(refused('input/not-your-seat'));
    await watcher.leave();
  });
});

/** What no library would send, written to the port as it is. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(server.base).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    socket.on('error', () => resolve(answer));
    socket.on('close', () => resolve(answer));
    socket.setTimeout(1_000, () => socket.destroy());
  });

test('a body with a length of its own is malformed, and no failure of the server', async () => {
  const { status, body } = await server.post('/api/people', { name: { length: { valueOf: null, toString: 1 } } });
  expect([status, body.code]).toEqual([400, 'server/malformed']);
});

test.each([
  ['a host that is none', 'POST /matchmake/joinById/x HTTP/1.1\r\nHost: [bad\r\nContent-Length: 0\r\n\r\n'],
  ['no host', 'GET /api/health HTTP/1.0\r\n\r\n'],
  ['an address that is none', 'GET //%%% HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['a whole address', 'GET http://x:99999999/ HTTP/1.1\r\nHost: x\r\n\r\n'],
  [
    'a socket at an address that is none',
    'GET // HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  ],
  [
    'a body without an end',
    'POST /matchmake/joinById/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nffffff\r\n',
  ],
  [
    'a form at the door of a room',
    'POST /matchmake/joinById/x HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 4\r\n\r\nMARK',
  ],
  [
    'a body of a gigabyte',
    'POST /api/people HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000000000\r\n\r\n{',
  ],
  [
    'a socket from another page',
    'GET /a/b?sessionId=c HTTP/1.1\r\nHost: x\r\nOrigin: http://evil.test\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  ],
])('%s is turned away, and the server goes on', async (_what, text) => {
  expect(await raw(text)).toMatch(/^(?:HTTP\/1\.1 4\d\d|$)/);
  expect((await server.get('/api/health')).status).toBe(200);
});
