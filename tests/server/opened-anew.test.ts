import { join } from 'node:path';
import { Client } from '@colyseus/sdk';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { ConsoleView } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { enterMatch } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

const AWAY = 4001;
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

/** Stored, and nobody was told so: as when a disk fails after it has written. */
const writeBeside = async (match: string): Promise<void> => {
  const store = await openSqliteStore({ file: join(server.folder, 'data', 'multivector.db') });
  const rows = await store.inputs(match);
  const { seq = 0, at = 0 } = rows.at(-1) ?? {};
  const row = { seq: seq + 1, at, seat: 'NOR', person: 'nobody', command: 'not-acknowledged' };
  await store.append(match, { ...row, input: { kind: 'setReady', ready: true } });
  await store.close();
};
/** Over plain HTTP, so that no room hears of the refusal. */
const getReady = (seat: { readonly match: string; readonly token: string }, id: string) => {
  const body = { id, basedOn: 0, input: { kind: 'setReady', ready: true } };
  return server.post(`/api/matches/${seat.match}/inputs`, body, seat.token);
};
const leaving = (room: { onLeave: (listener: (code: number) => void) => unknown }): Promise<number> =>
  new Promise((resolve) => room.onLeave((code) => resolve(code)));
/** As a page does, which may knock before the old room is gone. */
const inTheEnd = <T>(enter: () => Promise<T>): Promise<T> => vi.waitFor(enter, { timeout: 4_000 });

test('whoever looks at a match that a request found broken is put out of its rooms, and finds it opened anew', async () => {
  const { match, seats } = await startedTable(server, { kind: 'public', length: 'short' });
  const anna = await enterMatch(server.base, seats.NOR);
  const { token } = (await server.post('/api/people', { name: 'Wanda' })).body;
  const { room } = (await server.post(`/api/matches/${match}/open`, {}, token)).body;
  const wanda = await enterMatch(server.base, { match, room, token }, { viewer: 'spectator' });
  for (const one of [anna, wanda]) one.room.reconnection.enabled = false;
  const left = [leaving(anna.room), leaving(wanda.room)];
  await writeBeside(match);
  expect((await getReady(seats.SUD, 'ready-of-bela')).body.ok).not.toBe(true);
  expect(await Promise.all(left)).toEqual([AWAY, AWAY]);
  const back = await inTheEnd(async () => {
    const again = (await server.post(`/api/matches/${match}/open`, {}, seats.NOR.token)).body.room;
    return enterMatch(server.base, { ...seats.NOR, room: again });
  });
  expect(back.view()?.table.seats.NOR?.ready).toBe(true);
  expect((await getReady(seats.SUD, 'ready-of-bela')).body).toMatchObject({ ok: true });
  await back.leave();
});

test('the console of a class leaves a table that is broken, and comes back to what there is now', async () => {
  const choice = { length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };
  const made = (await server.post('/api/classes', { ...choice, name: 'Teacher', title: 'History', tables: 1 })).body;
  const enter = async (room: string) => {
    const options = { classId: made.classId, role: 'console', key: made.token, protocol: PROTOCOL_VERSION };
    const console = await new Client(server.base).joinById(room, options);
    const first = new Promise<ConsoleView>((resolve) => console.onMessage('console', resolve));
    return { console, first: await first };
  };
  const seats = [];
  for (const name of ['Anna', 'Bela', 'Cleo'])
    seats.push((await server.post(`/api/codes/${made.code}/join`, { name })).body);
  const { console } = await enter(made.room);
  console.reconnection.enabled = false;
  await console.request('act', { id: 'start-of-class', table: 'all', input: { kind: 'start' } } as never);
  const left = leaving(console);
  const bela = seats[1];
  await writeBeside(bela.match);
  expect((await getReady(bela, 'ready-of-bela')).body.ok).not.toBe(true);
  expect(await left).toBe(AWAY);
  const { console: back, first } = await inTheEnd(async () =>
    enter((await server.post(`/api/classes/${made.classId}/open`, {})).body.room),
  );
  expect(first.tables[0]?.seats.find(({ power }) => power === 'NOR')?.ready).toBe(true);
  await back.leave();
});
