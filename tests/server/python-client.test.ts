import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { type ChildServer, freePort, spawnServer, untilReady } from './support/child-server.ts';
import { newId } from './support/player.ts';
import { runProgram } from './support/run-program.ts';
import { asking, temporaryFolder } from './support/test-server.ts';

const CLIENT = fileURLToPath(new URL('../../docs/examples/python/play.py', import.meta.url));
/** The interpreter; `none` leaves out what needs one, and says so. */
const PYTHON = process.env.PYTHON ?? 'python3';
const LONGEST = 90_000;

const source = readFileSync(CLIENT, 'utf8');

test('the client is short, and needs nothing but what comes with Python', () => {
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  const imports = [...source.matchAll(/^\s*(?:import|from) (\S+)/gm)].map(([, name]) => name);
  expect(imports.sort()).toEqual(['argparse', 'json', 'time', 'urllib.error', 'urllib.request', 'uuid']);
});

test('there is a Python to run it with (PYTHON names another one; PYTHON=none leaves these tests out)', (context) => {
  if (PYTHON === 'none') context.skip('PYTHON=none: nobody has played with the client in Python');
  const { status, stderr } = spawnSync(PYTHON, ['--version'], { encoding: 'utf8' });
  expect({ python: PYTHON, status, stderr }).toEqual({ python: PYTHON, status: 0, stderr: '' });
});

const run = (...args: readonly string[]) => runProgram(PYTHON, [CLIENT, ...args], LONGEST);

describe.runIf(PYTHON !== 'none')('the client in Python', () => {
  const folder = temporaryFolder();
  let server: ChildServer;
  let base: string;
  beforeAll(async () => {
    const port = await freePort();
    base = `http://127.0.0.1:${port}`;
    server = spawnServer({ PORT: String(port), DATA_DIR: join(folder, 'data') });
    await untilReady(base);
  });
  afterAll(async () => {
    await server.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  /** What it has printed is what was played. */
  const expectPlayed = async (out: string, power: string): Promise<MatchRecord> => {
    const [, seat, match] = /^playing (\w+) in (\w+)$/m.exec(out) ?? [];
    expect(seat).toBe(power);
    const record: MatchRecord = (await asking(base).get(`/api/matches/${match}/record`)).body;
    expect(verifyRecord(record, scenarioById)).toMatchObject({ ok: true, turns: 3 });
    const printed = [...out.matchAll(/^([A-Z]{3}) +(-?[\d.]+)$/gm)].map(([, name, score]) => [name, Number(score)]);
    expect(Object.fromEntries(printed)).toEqual(
      Object.fromEntries(Object.entries(record.result?.scores ?? {}).map(([name, score]) => [name, score / 100])),
    );
    return record;
  };
  const kindsOf = (record: MatchRecord, power: string): readonly string[] =>
    record.inputs.filter(({ seat }) => seat === power).map(({ input }) => input.kind);

  test('plays a sprint against bots', { timeout: LONGEST + 10_000 }, async () => {
    const { code, out, err } = await run('--url', base, '--power', 'ARM').ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const record = await expectPlayed(out, 'ARM');
    const kinds = kindsOf(record, 'ARM');
    expect(kinds.filter((kind) => kind === 'submitOrders')).toHaveLength(3);
    expect(kinds).toEqual(expect.arrayContaining(['say', 'setReady']));
    expect(kinds.some((kind) => kind === 'sign' || kind === 'decline')).toBe(true);
    const set = record.inputs.flatMap(({ seat, input }) =>
      seat === 'ARM' && input.kind === 'submitOrders' ? input.orders.orders : [],
    );
    expect(set.length).toBeGreaterThan(3);
    expect(out).not.toContain('refused: submitOrders');
  });

  test('takes a seat by a table’s code, and waits for its start', { timeout: LONGEST + 10_000 }, async () => {
    const { get, post } = asking(base);
    const table = { kind: 'private', name: 'Anna', power: 'ARM', length: 'sprint', pace: 'untimed', press: 'full' };
    const host = (await post('/api/matches', { ...table, bots: 'scripted' })).body;
    const client = run('--url', base, '--code', host.code, '--power', 'IRN');
    const path = `/api/matches/${host.match}`;
    let version = 0;
    for (let taken: readonly string[] = []; !taken.includes('IRN'); ) {
      const seen = (await get(`${path}/view?after=${version}&wait=20`, host.token)).body;
      version = seen.version;
      taken = (await get(path)).body.taken;
    }
    await post(`${path}/start`, {}, host.token);
    await post(`${path}/inputs`, { id: newId(), basedOn: version, input: { kind: 'concede' } }, host.token);
    const { code, out, err } = await client.ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(kindsOf(await expectPlayed(out, 'IRN'), 'IRN')).toContain('submitOrders');
  });
});
