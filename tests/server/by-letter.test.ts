import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { type App, startApp } from '../../server/app.ts';
import type { Input } from '../../shared/model/input.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { allLinesIn } from '../promises/support/store-file.ts';
import { fakeClock } from './support/fake-clock.ts';
import { quietJournal } from './support/given-table.ts';
import { enterMatch, newId } from './support/player.ts';
import { asking, temporaryFolder } from './support/test-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const dataDir = join(folder, 'data');

type Place = { readonly match: string; readonly token: string };

/** A server whose days pass when the test says so; what is stored is stored on a disk. */
const house = () => {
  const clock = fakeClock(Date.UTC(2026, 10, 27, 18));
  let app: App | null = null;
  const base = (): string => `http://127.0.0.1:${app?.port}`;
  const start = async (): Promise<void> => {
    const more = { port: 0, host: '127.0.0.1', clientDir: join(folder, 'client'), journal: quietJournal };
    app = await startApp({ ...more, dataDir, clock });
    await clock.advance(0);
  };
  const stop = async (): Promise<void> => {
    await app?.close();
  };
  const pass = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= HOUR) {
      await clock.advance(Math.min(left, HOUR));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const restart = async (away: number): Promise<void> => {
    await stop();
    await clock.advance(away);
    await start();
  };
  const get = (path: string, token?: string) => asking(base()).get(path, token);
  const post = (path: string, body: unknown, token?: string) => asking(base()).post(path, body, token);
  const send = async ({ match, token }: Place, input: Input) => {
    const { body: seen } = await get(`/api/matches/${match}/view`, token);
    const reply = await post(`/api/matches/${match}/inputs`, { id: newId(), basedOn: seen.version, input }, token);
    return reply.body;
  };
  const view = async ({ match, token }: Place) => (await get(`/api/matches/${match}/view`, token)).body.view;
  return { clock, base, start, stop, pass, restart, get, post, send, view };
};

const harden = { orders: [{ verb: 'harden', area: 'energy' }], doors: null, concessions: [] } as unknown as never;

test('three turns by letter, over three restarts, one of them over a deadline, with a player replaced', {
  timeout: 60_000,
}, async () => {
  const { clock, base, start, stop, pass, restart, get, post, send, view } = house();
  await start();
  const choice = { kind: 'private', length: 'sprint', pace: 'correspondence', press: 'full', bots: 'hold' };
  const anna: Place = (await post('/api/matches', { ...choice, name: 'Anna', power: 'ARM' })).body;
  const { match } = anna;
  const sit = async (name: string, power: string): Promise<Place> =>
    (await post(`/api/matches/${match}/join`, { name, power })).body;
  const [bela, rita] = [await sit('Bela', 'AZE'), await sit('Rita', 'RUS')];
  await post(`/api/matches/${match}/start`, {}, anna.token);
  const due = async (): Promise<number> => (await get(`/api/matches/${match}`)).body.due;
  const turn = async (): Promise<number> => (await get(`/api/matches/${match}`)).body.turn;
  const first = await due();
  expect(first - clock.now()).toBe(DAY);

  // Turn 1, and a restart in the midst of it: what was sent is there, and the hour is given back.
  expect(await send(anna, { kind: 'submitOrders', orders: harden })).toMatchObject({ ok: true });
  expect(await send(bela, { kind: 'say', to: ['RUS'], text: 'between us' })).toMatchObject({ ok: true });
  expect(await send(bela, { kind: 'setReady', ready: true })).toMatchObject({ ok: true });
  await pass(5 * HOUR);
  await restart(HOUR);
  expect(await due()).toBe(first + HOUR);
  expect((await view(anna)).orders).toEqual(harden);
  await pass(19 * HOUR - 1);
  expect(await turn()).toBe(1);
  await pass(1);
  await expect.poll(turn).toBe(2);

  // Turn 2 would have ended while nobody was there to end it.
  const second = await due();
  await pass(20 * HOUR);
  await restart(30 * HOUR);
  expect([await turn(), await due()]).toEqual([2, second + 30 * HOUR]);
  await send(bela, { kind: 'takePause', days: 1 });
  expect(await due()).toBe(second + 54 * HOUR);
  await send(anna, { kind: 'submitOrders', orders: harden });
  await send(bela, { kind: 'setReady', ready: true });
  expect((await view(anna)).table.seats.RUS).toMatchObject({ missed: 1, sitter: { by: 'human' } });
  await pass(28 * HOUR);
  await expect.poll(turn).toBe(3);
  expect((await view(anna)).table.seats.RUS.sitter).toMatchObject({ by: 'bot', standIn: true });

  // Nobody but the host declares Rita's seat open; Dara takes it, and Rita is out.
  expect((await post(`/api/matches/${match}/offer`, { power: 'RUS' }, bela.token)).status).toBe(403);
  expect((await post(`/api/matches/${match}/offer`, { power: 'RUS' }, anna.token)).body.claimable).toEqual(['RUS']);
  const dara: Place = (await post(`/api/matches/${match}/claim`, { name: 'Dara', power: 'RUS' })).body;
  expect((await view(dara)).messages.map(({ text }: { text: string }) => text)).toEqual(['between us']);
  expect((await view(rita)).viewer).toBe('public');
  expect((await view(rita)).messages).toEqual([]);
  expect(await send(rita, { kind: 'setReady', ready: true })).toMatchObject({ ok: false });

  // The third restart; she who came by socket finds her seat as the one who left it to her had it.
  await restart(2 * HOUR);
  const { room } = (await post(`/api/matches/${match}/open`, {})).body;
  const player = await enterMatch(base(), { ...dara, room });
  expect([player.welcome()?.power, player.view()?.viewer]).toEqual(['RUS', 'RUS']);
  await player.send({ kind: 'submitOrders', orders: harden });
  await player.send({ kind: 'setReady', ready: true });
  await player.leave();
  await send(anna, { kind: 'setReady', ready: true });
  await send(bela, { kind: 'setReady', ready: true });
  expect((await get(`/api/matches/${match}`)).body).toMatchObject({ phase: 'ended', due: null, claimable: [] });

  const { body } = await get(`/api/matches/${match}/record`, anna.token);
  expect(verifyRecord(body, scenarioById)).toMatchObject({ ok: true, turns: 3 });
  expect(body.names).toMatchObject({ ARM: ['Anna'], RUS: ['Rita', 'Dara'] });
  await stop();

  const db = new DatabaseSync(join(dataDir, 'multivector.db'));
  const held = db.prepare('SELECT power, name, turn, why FROM tenures ORDER BY rowid').all();
  db.close();
  const struck = allLinesIn(dataDir).filter(({ input }) => input.kind === 'deadlineReached');
  expect(held).toEqual([
    { power: 'RUS', name: 'Rita', turn: 1, why: 'replaced' },
    { power: 'RUS', name: 'Dara', turn: 3, why: null },
  ]);
  expect(struck.map(({ at }) => at)).toEqual([first + HOUR, second + 54 * HOUR]);
});
