import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { type ChildServer, freePort, spawnServer, untilReady } from './support/child-server.ts';
import { newId } from './support/player.ts';
import { runProgram } from './support/run-program.ts';
import { asking, temporaryFolder } from './support/test-server.ts';

const CLI = fileURLToPath(new URL('../../server/cli/bot.ts', import.meta.url));
const LONGEST = 90_000;
const folder = temporaryFolder();
let env: { readonly PORT: string; readonly DATA_DIR: string };
let base: string;
let server: ChildServer;
beforeAll(async () => {
  const port = await freePort();
  env = { PORT: String(port), DATA_DIR: join(folder, 'data') };
  base = `http://127.0.0.1:${port}`;
  server = spawnServer(env);
  await untilReady(base);
});
afterAll(async () => {
  await server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run bot --` with these, as a process of its own. */
const run = (...args: readonly string[]) => runProgram(process.execPath, [CLI, ...args], LONGEST).ended;

const recordOf = async (match: string): Promise<MatchRecord> =>
  (await asking(base).get(`/api/matches/${match}/record`)).body;
const kindsOf = (record: MatchRecord, power: string): readonly string[] =>
  record.inputs.filter(({ seat }) => seat === power).map(({ input }) => input.kind);

test('plays a sprint against the server’s bots, and prints its scores', { timeout: LONGEST + 10_000 }, async () => {
  const { code, out, err } = await run('--url', base, '--power', 'IRN', '--level', 'easy');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [, match = ''] = /^negotiator plays IRN in (\w+)$/m.exec(out) ?? [];
  const record = await recordOf(match);
  expect(verifyRecord(record, scenarioById)).toMatchObject({ ok: true, turns: 3 });
  expect(kindsOf(record, 'IRN').filter((kind) => kind === 'submitOrders')).toHaveLength(3);
  for (const [power, score] of Object.entries(record.result?.scores ?? {}))
    expect(out).toContain(`${power} ${(score / 100).toFixed(2)}`);
});

test('takes a seat by a table’s code, and comes back to a server that was away', { timeout: LONGEST * 2 }, async () => {
  const { get, post } = asking(base);
  const table = { kind: 'private', name: 'Anna', power: 'ARM', length: 'sprint', pace: 'untimed', press: 'full' };
  const host = (await post('/api/matches', { ...table, bots: 'scripted' })).body;
  const path = `/api/matches/${host.match}`;
  const bot = run('--url', base, '--code', host.code, '--power', 'IRN', '--level', 'easy');
  let version = 0;
  /** Anna's view as soon as it is as she wants it. */
  const until = async (wanted: (view: SeatView) => boolean): Promise<SeatView> => {
    for (let after = ''; ; after = `?after=${version}&wait=20`) {
      const { body } = await get(`${path}/view${after}`, host.token);
      if (!body.changed) continue;
      version = body.version;
      if (wanted(body.view)) return body.view;
    }
  };
  const ready = () =>
    post(`${path}/inputs`, { id: newId(), basedOn: version, input: { kind: 'setReady', ready: true } }, host.token);
  const othersReady = ({ table: { seats, phase } }: SeatView): boolean =>
    phase === 'ended' || Object.entries(seats).every(([power, seat]) => power === 'ARM' || seat.ready);

  await until(({ table: { seats } }) => seats.IRN?.sitter.by === 'human');
  await post(`${path}/start`, {}, host.token);
  await until((view) => view.board.turn === 1 && othersReady(view));
  expect(await server.kill('SIGTERM')).toMatchObject({ code: 0 });
  server = spawnServer(env);
  await untilReady(base);

  for (let view = await until(othersReady); view.table.phase !== 'ended'; view = await until(othersReady))
    await ready();
  const { code, out, err } = await bot;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const record = await recordOf(host.match);
  expect(kindsOf(record, 'IRN').filter((kind) => kind === 'submitOrders')).toHaveLength(3);
  expect(out).toContain('turn 3, orders');
});

test.each([
  ['a code of no table', ['--code', 'QQQQQ'], 'No table has this code. (server/unknown-code)\n'],
  ['an unknown level', ['--level', 'high'], '--level is one of easy, normal, strong.\n'],
])('%s is told in a sentence', async (_what, args, said) => {
  expect(await run('--url', base, ...args)).toEqual({ code: 1, out: '', err: said });
});
