import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type MatchStore, StoreFault } from '../../server/store/match-store.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { enterMatch, type Player, returnToMatch, type Seat, settle } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

/** Whether the store fails to find people, and what it says then. */
const store = vi.hoisted(() => ({ fails: false, says: 'SQLITE_CANTOPEN /srv/MARK-of-a-path/multivector.db' }));
vi.mock('../../server/store/sqlite-store.ts', async (original) => {
  const real = await original<typeof import('../../server/store/sqlite-store.ts')>();
  const FRAGILE = ['token', 'person', 'classById', 'classByConsole'];
  const openSqliteStore: typeof real.openSqliteStore = async (options) => {
    const opened: MatchStore = await real.openSqliteStore(options);
    const fragile =
      (name: string) =>
      async (...args: readonly never[]) => {
        if (store.fails) throw new StoreFault('retryable', store.says);
        return (opened[name as keyof MatchStore] as (...all: readonly never[]) => unknown)(...args);
      };
    return { ...opened, ...Object.fromEntries(FRAGILE.map((name) => [name, fragile(name)])) } as MatchStore;
  };
  return { ...real, openSqliteStore };
});

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => {
  store.fails = false;
});
afterAll(() => server.close());

type Class = {
  readonly id: string;
  readonly room: string;
  readonly key: string;
  readonly wall: string;
  readonly code: string;
};
const givenClass = async (): Promise<Class & { readonly students: readonly Seat[] }> => {
  const choice = { name: 'Anna', title: 'Class', tables: 2, length: 'sprint', pace: 'untimed', press: 'full' };
  const { body } = await server.post('/api/classes', { ...choice, bots: 'hold' });
  const students: Seat[] = [];
  for (let i = 0; i < 6; i += 1)
    students.push((await server.post(`/api/codes/${body.code}/join`, { name: `S ${i}` })).body);
  return { id: body.classId, room: body.room, key: body.token, wall: body.wallKey, code: body.code, students };
};

/** What the door of a room answers. */
const knock = (room: string, options: object, token = ''): Promise<{ status: number; body: unknown }> =>
  server.post(`/matchmake/joinById/${room}`, { protocol: PROTOCOL_VERSION, ...options }, token);
const closed = async (answer: ReturnType<typeof knock>, code: string): Promise<void> => {
  const { status, body } = await answer;
  expect({ status: status >= 400, body }).toMatchObject({ status: true, body: { error: code } });
};

describe('the console of a class', () => {
  test('opens to its key and to no other', async () => {
    const klass = await givenClass();
    const other = await givenClass();
    const console = { classId: klass.id, role: 'console' };
    const [student] = klass.students;
    for (const key of [klass.wall, other.key, student?.token, '', klass.code, klass.id, {}, [klass.key], null])
      await closed(knock(klass.room, { ...console, key }), 'server/not-allowed');
    await closed(knock(klass.room, { ...console, key: klass.key, role: 'admin' }), 'server/not-allowed');
    await closed(knock(klass.room, { classId: ['x'], role: 'console', key: klass.key }), 'server/not-allowed');
    expect((await knock(klass.room, { ...console, key: klass.key })).status).toBe(200);
  });

  test('does not open by a key of one’s own to another class’s room', async () => {
    const [mine, theirs] = [await givenClass(), await givenClass()];
    const { Client } = await import('@colyseus/sdk');
    const options = { classId: mine.id, role: 'console', key: mine.key, protocol: PROTOCOL_VERSION };
    await expect(new Client(server.base).joinById(theirs.room, options)).rejects.toThrow('server/not-allowed');
  });

  test('and what the wall’s key opens is the wall alone', async () => {
    const { id, wall, students } = await givenClass();
    const match = students[0]?.match ?? '';
    expect((await server.get(`/api/classes/${id}/records`, wall)).body.code).toBe('server/not-allowed');
    expect((await server.get(`/api/matches/${match}/record`, wall)).body.code).toBe('server/record-closed');
    expect((await server.get(`/api/matches/${match}/view?viewer=facilitator`, wall)).status).toBe(403);
    await closed(knock(students[0]?.room ?? '', { match, viewer: 'facilitator' }, wall), 'server/not-allowed');
  });
});

test('a table of a class is seen by nobody else, whichever eyes are asked for and whichever way', async () => {
  const { students } = await givenClass();
  const [first] = students;
  const outsider = students.find(({ match }) => match !== first?.match);
  if (first === undefined || outsider === undefined) throw new Error('all sit at one table');
  const { match, room } = first;
  for (const viewer of [undefined, 'spectator', 'facilitator', 'NOR', 'console', {}, ['facilitator']]) {
    const { status } = await knock(room, { match, viewer }, outsider.token);
    expect(status).toBe(403);
  }
  for (const path of [
    'record',
    'view',
    'options',
    'view?viewer=spectator',
    'view?viewer=facilitator',
    'view?viewer=NOR',
  ])
    expect([400, 403]).toContain((await server.get(`/api/matches/${match}/${path}`, outsider.token)).status);
  const input = { id: 'outsider-1', basedOn: 0, input: { kind: 'setReady', ready: true } };
  expect((await server.post(`/api/matches/${match}/inputs`, input, outsider.token)).status).toBe(403);
  expect((await server.post(`/api/matches/${match}/join`, { name: 'Spy' }, outsider.token)).status).toBe(403);
});

describe('a running table', () => {
  let table: Awaited<ReturnType<typeof startedTable>>;
  let anna: Player;
  beforeAll(async () => {
    table = await startedTable(server);
    anna = await enterMatch(server.base, table.seats.NOR);
  });
  afterAll(() => anna.leave());

  test('has no seat for a stranger: not a bot’s, not an empty one, not somebody’s', async () => {
    const { body: quick } = await server.post('/api/matches', {
      ...{
        kind: 'private',
        length: 'sprint',
        pace: 'untimed',
        press: 'full',
        bots: 'hold',
        name: 'Dora',
        power: 'NOR',
      },
    });
    await server.post(`/api/matches/${quick.match}/start`, {}, quick.token);
    for (const power of ['SUD', 'OST', 'NOR'])
      for (const way of ['join', 'claim', 'seat']) {
        const { token } = (await server.post('/api/people', { name: 'Spy' })).body;
        const { status, body } = await server.post(`/api/matches/${quick.match}/${way}`, { name: 'Spy', power }, token);
        expect({ way, taken: status === 200 && body.power === power }).toEqual({ way, taken: false });
      }
  });

  test('does not let somebody with a seat have another', async () => {
    const { match, seats } = table;
    for (const way of ['seat', 'claim', 'join'])
      await server.post(`/api/matches/${match}/${way}`, { name: 'Anna', power: 'SUD' }, seats.NOR.token);
    expect((await server.get(`/api/matches/${match}`, seats.NOR.token)).body.mine).toBe('NOR');
    const { body } = await server.get(`/api/matches/${match}/view`, seats.NOR.token);
    expect(body.view.viewer).toBe('NOR');
  });

  test('keeps a lost place for its own token, once', async () => {
    const cleo = await enterMatch(server.base, table.seats.OST);
    const [room = '', own = ''] = cleo.room.reconnectionToken.split(':');
    cleo.room.reconnection.enabled = false;
    await cleo.room.leave(false);
    for (const guess of ['', 'x', '__proto__', 'constructor', 'toString', `${own}x`, cleo.room.sessionId])
      await expect(returnToMatch(server.base, `${room}:${guess}`)).rejects.toThrow();
    const back = await returnToMatch(server.base, `${room}:${own}`);
    expect(back.view()?.viewer).toBe('OST');
    await expect(returnToMatch(server.base, `${room}:${own}`)).rejects.toThrow();
    const next = back.room.reconnectionToken;
    await back.leave();
    await settle();
    await expect(returnToMatch(server.base, next)).rejects.toThrow();
  });

  test('tells in a record without messages nothing that was said, also when it is over', async () => {
    const own = await startedTable(server);
    const players = await Promise.all(Object.values(own.seats).map((seat) => enterMatch(server.base, seat)));
    await players[0]?.send({ kind: 'say', to: ['SUD'], text: 'MARK-of-a-word' });
    const record = async (options: string): Promise<string> =>
      JSON.stringify((await server.get(`/api/matches/${own.match}/record${options}`, own.seats.NOR.token)).body);
    expect(await record('')).toContain('MARK');
    expect(await record('?messages=none')).not.toContain('MARK');
    for (const player of players) await player.send({ kind: 'agreeToEnd', agree: true });
    expect(await record('')).toContain('MARK');
    expect(await record('?messages=none')).not.toContain('MARK');
    for (const twice of ['?messages=none&messages=all', '?messages[]=none']) await record(twice);
    await Promise.all(players.map((player) => player.leave()));
  });
});

describe('when the store fails', () => {
  test('nobody is told at the door what it said, and the place is not lost', async () => {
    const { match, room, seats } = await startedTable(server);
    store.fails = true;
    await closed(knock(room, { match }, seats.NOR.token), 'server/storage');
    store.fails = false;
    expect((await knock(room, { match }, seats.NOR.token)).status).toBe(200);
  });

  test('the door of a class says as little', async () => {
    const klass = await givenClass();
    store.fails = true;
    await closed(knock(klass.room, { classId: klass.id, role: 'console', key: klass.key }), 'server/storage');
  });

  test('and over HTTP neither', async () => {
    const { match, seats } = await startedTable(server);
    store.fails = true;
    for (const path of ['view', 'record', 'options']) {
      const { status, body } = await server.get(`/api/matches/${match}/${path}`, seats.NOR.token);
      expect(status).toBeGreaterThanOrEqual(500);
      expect(JSON.stringify(body)).not.toContain('MARK');
    }
  });
});
