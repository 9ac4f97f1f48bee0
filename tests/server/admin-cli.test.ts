import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { freePort, spawnServer, untilReady } from './support/child-server.ts';
import { newId } from './support/player.ts';
import { asking, temporaryFolder } from './support/test-server.ts';

const CLI = fileURLToPath(new URL('../../server/cli/admin.ts', import.meta.url));
const folder = temporaryFolder();
const DATA_DIR = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const admin = (words: readonly string[], env: { readonly [name: string]: string } = {}) =>
  new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((resolve) => {
    const child = spawn(process.execPath, [CLI, ...words], {
      env: { ...process.env, OPERATOR_KEY: '', DATA_DIR, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.once('exit', (code) => resolve({ code, out, err }));
  });

const start = async (dataDir: string) => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = spawnServer({ PORT: String(port), DATA_DIR: dataDir });
  await untilReady(base, 20_000);
  return { server, base, ...asking(base) };
};
const SETTINGS = { length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };

test('the operator’s tool works on a running server and on its data, and a copy is the same matches', {
  timeout: 90_000,
}, async () => {
  const { server, base, get, post } = await start(DATA_DIR);
  const key = await vi.waitFor(() => {
    const [, told] = /operator’s key.*: ([0-9a-f]{64})/.exec(server.output()) ?? [];
    if (told === undefined) throw new Error('no key was told');
    return told;
  });
  const { match, token } = (await post('/api/matches', { ...SETTINGS, kind: 'private', name: 'Anna', power: 'ARM' }))
    .body;
  await post(`/api/matches/${match}/start`, {}, token);
  const send = (input: object) => post(`/api/matches/${match}/inputs`, { id: newId(), basedOn: 0, input }, token);
  await send({ kind: 'say', to: ['RUS'], text: 'word for word' });
  for (let phases = 0; phases < 3; phases += 1) await send({ kind: 'setReady', ready: true });

  const live = { OPERATOR_KEY: key, SERVER_URL: base };
  expect((await admin(['list', 'running'], live)).out).toContain(match);
  expect(JSON.parse((await admin(['show', match], live)).out)).toMatchObject({ match, members: [{ power: 'ARM' }] });
  expect((await admin(['metrics'], live)).out).toContain('multivector_matches{status="running"} 1');
  expect(await admin(['list'], { ...live, OPERATOR_KEY: 'f'.repeat(64) })).toMatchObject({
    code: 1,
    err: expect.stringContaining('does not know this key'),
  });
  expect(await admin(['list'])).toMatchObject({ code: 1, err: expect.stringContaining('A server uses this data') });
  expect(await admin(['dance'], live)).toMatchObject({ code: 2, out: expect.stringContaining('npm run admin') });

  // A copy while it is played, opened by a process of its own.
  const copies = join(folder, 'restored');
  mkdirSync(copies);
  const file = join(copies, 'multivector.db');
  expect(await admin(['backup', file])).toMatchObject({ code: 0 });
  expect(await admin(['backup', file])).toMatchObject({ code: 1, err: expect.stringContaining('already') });
  const told: MatchRecord = (await get(`/api/matches/${match}/record`, token)).body;
  const restored = await start(copies);
  const again: MatchRecord = (await restored.get(`/api/matches/${match}/record`, token)).body;
  expect(told.turns.length).toBeGreaterThan(0);
  expect(again.turns).toEqual(told.turns);
  expect(await restored.server.kill('SIGTERM')).toMatchObject({ code: 0 });

  expect((await admin(['ban', `${match}/ARM`, '3', 'for', 'a', 'reason'], live)).out).toContain('Excluded');
  expect((await get('/api/me/matches', token)).body.code).toBe('server/banned');
  expect((await admin(['bans'], live)).out).toContain('for a reason');
  const renewed = (await admin(['key'])).out.trim();
  expect((await admin(['list'], live)).code).toBe(1);
  expect((await admin(['delete', match], { ...live, OPERATOR_KEY: renewed })).out).toContain('Erased');
  expect((await get(`/api/matches/${match}`)).status).toBe(404);
  expect(await server.kill('SIGTERM')).toMatchObject({ code: 0 });

  // The copy still has it; nothing runs there, and its last sign of life is made an old one.
  const db = new DatabaseSync(file);
  db.exec('UPDATE heartbeat SET at = at - 60000');
  db.close();
  const stopped = { DATA_DIR: copies };
  expect((await admin(['list'], stopped)).out).toContain(match);
  const exported: MatchRecord = JSON.parse((await admin(['export', match], stopped)).out);
  expect(JSON.stringify(exported.inputs)).toContain('word for word');
  expect((await admin(['delete', match], stopped)).out).toContain('Erased');
  expect((await admin(['show', match], stopped)).out).toContain('no such thing');
  expect((await admin(['list'], stopped)).out.trim()).toBe('none');
  expect(readFileSync(file).includes('word for word')).toBe(false);
  expect(statSync(file).size).toBeGreaterThan(0);
});

test('says in one sentence that there is no data', async () => {
  writeFileSync(join(folder, 'empty'), '');
  expect(await admin(['list'], { DATA_DIR: join(folder, 'nowhere') })).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no data at'),
  });
});
