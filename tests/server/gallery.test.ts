import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enterMatch, type Player, settle } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

type Table = Awaited<ReturnType<typeof startedTable>>;
const NOTHING = { orders: [], doors: null, concessions: [] };

/** Somebody who watches: by the room that the server names for them. */
const watcher = async (match: string): Promise<Player> => {
  const { token } = (await server.post('/api/people', { name: 'Wanda' })).body;
  const { room } = (await server.post(`/api/matches/${match}/open`, {}, token)).body;
  return enterMatch(server.base, { match, room, token }, { viewer: 'spectator' });
};
const players = (table: Table) =>
  Promise.all(['NOR', 'SUD', 'OST'].map((power) => enterMatch(server.base, table.seats[power as 'NOR'])));
/** Everything that people do in a turn, and its end. */
const playTurn = async (people: readonly Player[], word: string): Promise<void> => {
  for (const one of people)
    await one.send({ kind: 'say', to: ['NOR', 'SUD', 'OST'].filter((to) => to !== one.welcome()?.power), text: word });
  for (const one of people) await one.send({ kind: 'setReady', ready: true });
  for (const one of people) await one.send({ kind: 'submitOrders', orders: NOTHING });
  for (const one of people) await one.send({ kind: 'setReady', ready: true });
};
const shownTo = (one: Player) => ({ phase: one.view()?.table.phase, turn: one.view()?.board.turn });

describe('a table that spectators see a turn late', () => {
  test('shows them the last turn when it has closed, and of the present one not a frame, not a count', async () => {
    const table = await startedTable(server, { kind: 'public', length: 'short' });
    const people = await players(table);
    const late = await watcher(table.match);
    expect(late.welcome()).toMatchObject({ viewer: 'public', delay: 'turn' });
    // Before the first turn has closed there is nothing to see but the table.
    expect(shownTo(late)).toEqual({ phase: 'table', turn: 1 });
    // The room's own first beat comes to everybody who enters.
    await settle(1_300);
    const before = late.frames().length;
    for (const one of people)
      await one.send({
        kind: 'say',
        to: ['NOR', 'SUD', 'OST'].filter((to) => to !== one.welcome()?.power),
        text: 'of turn one',
      });
    await people[0]?.send({ kind: 'setReady', ready: true });
    const more = await watcher(table.match);
    await people[1]?.leave();
    await settle(1_500);
    expect(late.frames().length).toBe(before);
    expect([late.version(), JSON.stringify(more.view())]).toEqual([more.version(), JSON.stringify(late.view())]);
    people[1] = await enterMatch(server.base, table.seats.SUD);
    await people[0]?.send({ kind: 'setReady', ready: false });
    await playTurn(people, 'of turn one, last');
    await settle();
    expect(people[0]?.view()?.board.turn).toBe(2);
    expect(shownTo(late)).toEqual({ phase: 'orders', turn: 1 });
    expect(late.view()?.messages.map(({ text }) => text)).toContain('of turn one, last');
    expect(late.view()?.table.deadline).toBeNull();
    const seen = JSON.stringify(late.view());
    expect(seen).not.toContain('"turn":2');
    // What came with the second turn is told to its people and to nobody else.
    expect(people[0]?.view()?.events.some(({ turn }) => turn === 2)).toBe(true);
    await people[0]?.send({ kind: 'say', to: ['SUD', 'OST'], text: 'of turn two' });
    await settle();
    expect(JSON.stringify(late.view())).toBe(seen);
    await Promise.all([...people, late, more].map((one) => one.leave()));
  });

  test('lets nobody without a seat in by another door', async () => {
    const table = await startedTable(server, { kind: 'public' });
    const { token } = (await server.post('/api/people', { name: 'Wanda' })).body;
    const behind = { status: 409, body: { code: 'server/behind' } };
    await expect(
      enterMatch(server.base, { match: table.match, room: table.room, token }, { viewer: 'spectator' }),
    ).rejects.toThrow(/behind/);
    const polled = (await server.get(`/api/matches/${table.match}/view?viewer=spectator`, token)).body;
    expect(polled).toMatchObject({ welcome: { delay: 'turn' }, view: { table: { phase: 'table' } } });
    expect(await server.get(`/api/matches/${table.match}/record`, token)).toMatchObject({ status: 403 });
    // Somebody at the table without a seat is a spectator like the others.
    const joined = await server.post(`/api/matches/${table.match}/join`, { name: 'Wim', watch: true });
    expect(await server.get(`/api/matches/${table.match}/options`, joined.body.token)).toMatchObject(behind);
    await expect(enterMatch(server.base, { ...joined.body, room: table.room })).rejects.toThrow(/behind/);
    // And whoever has a seat has no place in the gallery.
    const { room } = (await server.post(`/api/matches/${table.match}/open`, {}, joined.body.token)).body;
    await expect(enterMatch(server.base, { ...table.seats.NOR, room })).rejects.toThrow();
    expect(await server.get(`/api/matches/${table.match}/record`, table.seats.NOR.token)).toMatchObject({
      status: 200,
    });
  });

  test('sends whoever waited without a seat to the gallery when the match begins', async () => {
    const choice = { kind: 'public', length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };
    const host = (await server.post('/api/matches', { ...choice, name: 'Anna', power: 'NOR' })).body;
    const wim = (await server.post(`/api/matches/${host.match}/join`, { name: 'Wim', watch: true })).body;
    const early = await enterMatch(server.base, wim);
    const left = new Promise<number>((resolve) => early.room.onLeave(resolve));
    early.room.reconnection.enabled = false;
    expect(shownTo(early).phase).toBe('table');
    await server.post(`/api/matches/${host.match}/start`, {}, host.token);
    await left;
    expect(shownTo(early).phase).toBe('table');
    const { room } = (await server.post(`/api/matches/${host.match}/open`, {}, wim.token)).body;
    const late = await enterMatch(server.base, { ...wim, room });
    expect(late.welcome()).toMatchObject({ viewer: 'public', delay: 'turn' });
    await late.leave();
  });

  test('is open to all when it is over', async () => {
    const table = await startedTable(server, { kind: 'public' });
    const people = await players(table);
    const late = await watcher(table.match);
    for (const one of people) await one.send({ kind: 'agreeToEnd', agree: true });
    await settle();
    expect(shownTo(late)).toMatchObject({ phase: 'ended' });
    expect(await server.get(`/api/matches/${table.match}/record`)).toMatchObject({ status: 200 });
    await Promise.all([...people, late].map((one) => one.leave()));
  });

  test('shows the same after a restart of the match as before it', async () => {
    const table = await startedTable(server, { kind: 'public', length: 'short' });
    const people = await players(table);
    await playTurn(people, 'of turn one');
    await people[0]?.send({ kind: 'say', to: ['SUD', 'OST'], text: 'of turn two' });
    const first = await watcher(table.match);
    expect(shownTo(first)).toEqual({ phase: 'orders', turn: 1 });
    expect(JSON.stringify(first.view())).not.toContain('of turn two');
    expect(first.view()?.messages.length).toBe(3);
    await Promise.all([...people, first].map((one) => one.leave()));
  });
});

test('a table that is seen only when it is over shows nothing of its turns', async () => {
  const table = await startedTable(server, { kind: 'private', spectators: 'end', length: 'short' });
  const people = await players(table);
  const late = await watcher(table.match);
  await settle(1_300);
  const before = { frames: late.frames().length, version: late.version() };
  await playTurn(people, 'of turn one');
  await settle(1_500);
  expect(shownTo(late)).toEqual({ phase: 'table', turn: 1 });
  expect({ frames: late.frames().length, version: late.version() }).toEqual(before);
  for (const one of people) await one.send({ kind: 'agreeToEnd', agree: true });
  await settle();
  expect(shownTo(late)).toMatchObject({ phase: 'ended' });
  await Promise.all([...people, late].map((one) => one.leave()));
});

test('a table by invitation is seen at once, and one without spectators not at all', async () => {
  const table = await startedTable(server, { kind: 'private' });
  const live = await watcher(table.match);
  expect([live.welcome()?.delay, shownTo(live)]).toEqual([null, { phase: 'negotiation', turn: 1 }]);
  await live.leave();
  const shut = await startedTable(server, { kind: 'private', spectators: 'none' });
  await expect(watcher(shut.match)).rejects.toThrow(/not-allowed/);
});

test('whoever gives their token up is put out of the gallery', async () => {
  const table = await startedTable(server, { kind: 'public' });
  const { token } = (await server.post('/api/people', { name: 'Wanda' })).body;
  const { room } = (await server.post(`/api/matches/${table.match}/open`, {}, token)).body;
  const late = await enterMatch(server.base, { match: table.match, room, token }, { viewer: 'spectator' });
  late.room.reconnection.enabled = false;
  const left = new Promise((resolve) => late.room.onLeave(resolve));
  await server.post('/api/me/sign-out', { where: 'here' }, token);
  await left;
  expect(shownTo(late).phase).toBe('table');
});

test('who has taken a seat in the present turn is not named in the gallery before it has closed', async () => {
  const table = await startedTable(server, { kind: 'public', length: 'short' });
  const people = await players(table);
  await server.post(`/api/matches/${table.match}/leave`, {}, table.seats.OST.token);
  people[2] = await enterMatch(server.base, { ...table.seats.NOR });
  const { token } = (await server.post('/api/people', { name: 'Wanda' })).body;
  const named = async () =>
    (await server.get(`/api/matches/${table.match}/view?viewer=spectator`, token)).body.people.OST.map(
      ({ name }: { name: string }) => name,
    );
  for (const one of people) await one.send({ kind: 'setReady', ready: true });
  for (const one of people) await one.send({ kind: 'setReady', ready: true });
  await settle(400);
  expect(people[0]?.view()?.board.turn).toBe(2);
  expect(await named()).toEqual([]);
  expect((await server.post(`/api/matches/${table.match}/claim`, { name: 'Dara', power: 'OST' })).status).toBe(200);
  expect(await named()).toEqual([]);
  await Promise.all(people.map((one) => one.leave()));
});
