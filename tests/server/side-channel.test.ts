import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Input } from '../../shared/model/input.ts';
import { LIMITS } from '../../shared/protocol/input-schema.ts';
import type { Reply } from '../../shared/protocol/messages.ts';
import type { ViewReply } from '../../shared/protocol/side-channel.ts';
import { NOTHING } from './support/given-table.ts';
import { enterMatch, newId, settle } from './support/player.ts';
import { type Answer, startedTable, startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

type Seat = { readonly match: string; readonly token: string };
type Whole = Extract<ViewReply, { changed: true }>;
const viewAt = ({ match, token }: Seat, query = ''): Promise<Answer<ViewReply>> =>
  server.get(`/api/matches/${match}/view${query}`, token);
const whole = async (seat: Seat): Promise<Whole> => {
  const { body } = await viewAt(seat);
  if (!body.changed) throw new Error('no view');
  return body;
};
const post = (seat: Seat, basedOn: number, input: unknown, id = newId()): Promise<Answer<Reply>> =>
  server.post(`/api/matches/${seat.match}/inputs`, { id, basedOn, input }, seat.token);
const say = (text: string, to: readonly string[]): Input => ({ kind: 'say', to, text });
const refused = (code: string) => ({ ok: false, refusal: { code } });
/** Whether it has been answered; read it again and again. */
const watched = <T>(promise: Promise<T>) => {
  const watch = { answered: false, promise };
  promise.then(
    () => Object.assign(watch, { answered: true }),
    () => Object.assign(watch, { answered: true }),
  );
  return watch;
};

describe('a view over plain HTTP', () => {
  test('is what the room sends, with who is who', async () => {
    const { seats } = await startedTable(server);
    const anna = await enterMatch(server.base, seats.NOR);
    const { view, version, welcome, people } = await whole(seats.NOR);
    expect(view).toEqual(anna.view());
    expect(version).toBe(anna.version());
    expect(welcome).toEqual(anna.welcome());
    expect(people.NOR).toEqual([{ name: 'Anna', online: true }]);
    expect(people.OST).toEqual([{ name: 'Cleo', online: false }]);
    expect((await viewAt(seats.NOR, `?after=${version}`)).body).toMatchObject({ changed: false, version });
    expect((await viewAt(seats.NOR, `?after=${version + 7}&wait=20`)).body).toMatchObject({ changed: true, version });
  });

  test('comes when something changes for its viewer, and at nothing else', async () => {
    const { seats } = await startedTable(server);
    const { version } = await whole(seats.NOR);
    const anna = watched(viewAt(seats.NOR, `?after=${version}&wait=20`));
    const cleo = watched(viewAt(seats.OST, `?after=${(await whole(seats.OST)).version}&wait=20`));
    const secret = await post(seats.SUD, 0, say('Not a word to Anna.', ['OST']));
    expect(secret.body).toMatchObject({ ok: true });
    expect((await cleo.promise).body).toMatchObject({ changed: true });
    await settle();
    expect(anna.answered).toBe(false);
    await post(seats.SUD, 0, say('Good morning.', ['NOR', 'OST']));
    const { body } = await anna.promise;
    expect(body).toMatchObject({ changed: true, version: version + 1 });
    expect(JSON.stringify(body)).not.toContain('Not a word');
  });

  test('is not for others, and not for strange questions', async () => {
    const { seats, match } = await startedTable(server, { kind: 'private' });
    const other = (await startedTable(server)).seats.NOR;
    expect(await viewAt({ match, token: other.token })).toMatchObject({
      status: 403,
      body: { code: 'server/not-a-member' },
    });
    expect(await viewAt({ match, token: 'f'.repeat(32) })).toMatchObject({ status: 401 });
    expect(await viewAt(seats.NOR, '?viewer=facilitator')).toMatchObject({ status: 403 });
    for (const query of [
      '?after=-1',
      '?after=x',
      '?wait=26',
      '?wait=1.5',
      '?viewer=SUD',
      '?seat=SUD',
      '?after=1&after=2',
    ])
      expect(await viewAt(seats.NOR, query), query).toMatchObject({ status: 400, body: { code: 'server/malformed' } });
    const watching = await viewAt({ match, token: other.token }, '?viewer=spectator');
    expect(watching.body).toMatchObject({ changed: true, welcome: { viewer: 'public', power: null } });
  });

  test('of a table with a delay is, for who has no seat, that of its gallery, and moves with it alone', async () => {
    const { match, seats } = await startedTable(server, { kind: 'public', spectators: 'turn' });
    const other = (await server.post(`/api/people`, { name: 'Dora' })).body;
    const dora = { match, token: other.token };
    const { body } = await viewAt(dora, '?viewer=spectator');
    if (!body.changed) throw new Error('no view');
    expect(body).toMatchObject({ welcome: { viewer: 'public' }, view: { table: { phase: 'table' } } });
    const poll = watched(viewAt(dora, `?viewer=spectator&after=${body.version}&wait=20`));
    const ready = () =>
      Promise.all(Object.values(seats).map((seat) => post(seat, 1, { kind: 'setReady', ready: true })));
    await ready();
    await vi.waitFor(async () => expect((await whole(seats.NOR)).view.table.phase).toBe('orders'));
    await settle();
    expect(poll.answered).toBe(false);
    await ready();
    await vi.waitFor(() => expect(poll.answered).toBe(true), { timeout: 4_000 });
    expect((await poll.promise).body).toMatchObject({ changed: true, view: { board: { turn: 1 } } });
    expect((await whole(seats.NOR)).view.board.turn).toBe(2);
    expect(await server.get(`/api/matches/${match}/options`, other.token)).toMatchObject({ status: 403 });
  });

  test('held for somebody at whose table the delay begins is not the one of the present', async () => {
    const table = { kind: 'public', length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold', spectators: 'end' };
    const anna = (await server.post('/api/matches', { ...table, name: 'Anna', power: 'NOR' })).body;
    // No seat is left for a bot: the first that is heard of the start is the first turn.
    for (const name of ['Bela', 'Cleo']) await server.post(`/api/matches/${anna.match}/join`, { name });
    const dora = (await server.post(`/api/matches/${anna.match}/join`, { name: 'Dora', watch: true })).body;
    const { version } = await whole(dora);
    const poll = viewAt(dora, `?after=${version}&wait=20`);
    await settle();
    await server.post(`/api/matches/${anna.match}/start`, {}, anna.token);
    const { body } = await poll;
    expect(body).toMatchObject({ changed: true, welcome: { viewer: 'public' }, view: { table: { phase: 'table' } } });
  });

  test('is held twice for one person; a third question ends the first', async () => {
    const { seats } = await startedTable(server);
    const { version } = await whole(seats.NOR);
    const polls: ReturnType<typeof watched<Answer<ViewReply>>>[] = [];
    for (let i = 0; i < 3; i += 1) {
      polls.push(watched(viewAt(seats.NOR, `?after=${version}&wait=20`)));
      await settle(60);
    }
    expect((await polls[0]?.promise)?.body).toMatchObject({ changed: false, version });
    expect(polls.map(({ answered }) => answered)).toEqual([true, false, false]);
    await post(seats.NOR, version, { kind: 'setReady', ready: true });
    expect((await polls[2]?.promise)?.body).toMatchObject({ changed: true });
  });
});

describe('an input over plain HTTP', () => {
  test('is the room’s: the same reply to the same id, whichever way it comes', async () => {
    const { seats } = await startedTable(server);
    const anna = await enterMatch(server.base, seats.NOR);
    const id = newId();
    const first = await post(seats.NOR, anna.version(), { kind: 'submitOrders', orders: NOTHING }, id);
    expect(first).toMatchObject({ status: 200, body: { ok: true, receipt: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await anna.send({ kind: 'submitOrders', orders: NOTHING }, id)).toEqual(first.body);
    expect((await post(seats.NOR, 0, { kind: 'setReady', ready: true }, id)).body).toMatchObject(
      refused('input/reused-id'),
    );
    await vi.waitFor(() => expect(anna.view()?.orders).toEqual(NOTHING));
  });

  test.each([
    ['no input', {}, 'server/malformed'],
    ['a seat in it', { kind: 'setReady', ready: true, seat: 'SUD' }, 'server/malformed'],
    ['a facilitator’s act', { kind: 'pause' }, 'server/malformed'],
    ['nobody to talk to', say('hello', ['NIX']), 'talk/not-in-channel'],
    ['more than is read', say('x'.repeat(LIMITS.payload), ['SUD']), 'server/too-large'],
  ])('%s is refused as there', async (_what, input, code) => {
    const { seats } = await startedTable(server);
    expect(await post(seats.NOR, 1, input)).toMatchObject({ status: 200, body: refused(code) });
  });

  test('too many at once are refused, and taken again', async () => {
    const { seats } = await startedTable(server);
    const many = await Promise.all(
      Array.from({ length: 90 }, () => post(seats.NOR, 1, { kind: 'setReady', ready: false })),
    );
    const fast = many.filter(({ body }) => !body.ok && body.refusal.code === 'server/too-fast');
    expect(fast.length).toBeGreaterThan(0);
    expect(fast.length).toBeLessThan(60);
    await vi.waitFor(
      async () => expect((await post(seats.NOR, 1, { kind: 'setReady', ready: true })).body.ok).toBe(true),
      { timeout: 4_000 },
    );
  });

  test('takes no seat from a bot that has it for good', async () => {
    const { seats } = await startedTable(server);
    expect((await post(seats.SUD, 1, { kind: 'concede' })).body).toMatchObject({ ok: true });
    expect((await post(seats.SUD, 1, { kind: 'setReady', ready: true })).body).toMatchObject(
      refused('input/not-your-seat'),
    );
  });
});

describe('options', () => {
  test('are for seats alone', async () => {
    const { match } = await startedTable(server, { spectators: 'live' });
    const watcher = (await server.post(`/api/matches/${match}/join`, { name: 'Dora', watch: true })).body;
    expect(watcher.power).toBe(null);
    expect(await server.get(`/api/matches/${match}/options`, watcher.token)).toMatchObject({
      status: 403,
      body: { code: 'server/not-allowed' },
    });
  });
});

test('the facilitator sees and acts over plain HTTP, by the class’s token alone', async () => {
  const choice = { name: 'Ms G', title: 'History', tables: 1, length: 'sprint', pace: 'untimed', press: 'full' };
  const klass = (await server.post('/api/classes', { ...choice, bots: 'hold' })).body;
  const student = (await server.post(`/api/codes/${klass.code}/join`, { name: 'Anna' })).body;
  const act = (input: Input, token: string) =>
    server.post(`/api/matches/${student.match}/acts`, { id: newId(), basedOn: 0, input }, token);
  expect(await act({ kind: 'start' }, student.token)).toMatchObject({ status: 403 });
  expect(await act({ kind: 'start' }, klass.token)).toMatchObject({ status: 200, body: { ok: true } });
  const console = { match: student.match, token: klass.token };
  const { body } = await viewAt(console, '?viewer=facilitator');
  expect(body).toMatchObject({ changed: true, welcome: { viewer: 'facilitator' }, view: { board: { turn: 1 } } });
  expect((await viewAt(student)).body).toMatchObject({ view: { allOrders: null } });
});
