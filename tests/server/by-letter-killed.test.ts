import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Input } from '../../shared/model/input.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { allLinesIn } from '../promises/support/store-file.ts';
import { type ChildServer, freePort, spawnServer, untilReady } from './support/child-server.ts';
import { newId, settle } from './support/player.ts';
import { SHORT_DAY } from './support/short-letters.ts';
import { asking, temporaryFolder } from './support/test-server.ts';

const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const node = ['--import', fileURLToPath(new URL('./support/short-letters.ts', import.meta.url))];

type Place = { readonly match: string; readonly token: string };

const untilThat = async (is: () => Promise<boolean>, within = 30_000): Promise<void> => {
  for (const end = Date.now() + within; !(await is()); await settle(50)) {
    if (Date.now() > end) throw new Error('it took too long');
  }
};

/** The server of `npm start` on one port and one disk, which loses its power three times. */
test('by letter through three kills, one of them over a deadline, and a replaced player', {
  timeout: 120_000,
}, async () => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), DATA_DIR: join(folder, 'data') };
  let server: ChildServer = spawnServer(env, { node });
  await untilReady(base);
  const powerCut = async (ms: number): Promise<void> => {
    await server.kill('SIGKILL');
    await settle(ms);
    server = spawnServer(env, { node });
    await untilReady(base);
  };
  const { get, post } = asking(base);
  const look = async ({ match, token }: Place) => (await get(`/api/matches/${match}/view`, token)).body;
  const send = async (place: Place, input: Input) => {
    const { version } = await look(place);
    const body = { id: newId(), basedOn: version, input };
    return (await post(`/api/matches/${place.match}/inputs`, body, place.token)).body;
  };
  const summary = async () => (await get(`/api/matches/${anna.match}`)).body;
  const orders = { orders: [{ verb: 'harden', area: 'trade' }], doors: null, concessions: [] } as unknown as never;

  const choice = { kind: 'private', length: 'sprint', pace: 'correspondence', press: 'full', bots: 'hold' };
  const anna: Place = (await post('/api/matches', { ...choice, name: 'Anna', power: 'ARM' })).body;
  const rita: Place = (await post(`/api/matches/${anna.match}/join`, { name: 'Rita', power: 'RUS' })).body;
  await post(`/api/matches/${anna.match}/start`, {}, anna.token);
  expect(await send(anna, { kind: 'submitOrders', orders })).toMatchObject({ ok: true });
  await powerCut(0);
  expect((await look(anna)).view.orders).toEqual(orders);
  await untilThat(async () => (await summary()).turn === 2);

  const { due } = await summary();
  await powerCut(due - Date.now() + SHORT_DAY / 2);
  expect(Date.now()).toBeGreaterThan(due);
  const after = await summary();
  // Still the same turn, with the time that the cut had taken.
  expect([after.turn, after.due >= due + SHORT_DAY / 2]).toEqual([2, true]);
  expect((await post(`/api/matches/${anna.match}/leave`, {}, rita.token)).body.claimable).toEqual(['RUS']);
  const dara: Place = (await post(`/api/matches/${anna.match}/claim`, { name: 'Dara', power: 'RUS' })).body;
  await powerCut(0);

  expect((await look(rita)).view.viewer).toBe('public');
  expect((await look(dara)).view.viewer).toBe('RUS');
  // Turn 2 if both are quick, else its clock has ended it; the third they end themselves.
  await untilThat(async () => {
    if ((await summary()).phase === 'ended') return true;
    for (const place of [anna, dara]) await send(place, { kind: 'setReady', ready: true });
    return (await summary()).phase === 'ended';
  });
  const { body } = await get(`/api/matches/${anna.match}/record`, dara.token);
  expect(verifyRecord(body, scenarioById)).toMatchObject({ ok: true, turns: 3 });
  expect(body.names).toMatchObject({ ARM: ['Anna'], RUS: ['Rita', 'Dara'] });
  expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });

  const struck = allLinesIn(env.DATA_DIR).filter(({ input }) => input.kind === 'deadlineReached');
  // The first turn ended by its clock, and no clock struck twice.
  expect(struck.length).toBeGreaterThanOrEqual(1);
  expect(new Set(struck.map(({ at }) => at)).size).toBe(struck.length);
});
