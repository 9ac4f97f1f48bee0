import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { openJournal } from '../../server/journal.ts';
import type { MatchList } from '../../shared/protocol/http.ts';
import { scenarioDigest } from '../../shared/replay/fold.ts';
import { RULES_VERSION, type TurnSeal } from '../../shared/replay/record.ts';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { newId } from './support/player.ts';
import { startTestServer, type TestServer, temporaryFolder } from './support/test-server.ts';

/**
 * What servers of before have left behind: a running match with something said and an order in its second turn, one
 * that has ended, and a class. Made by the code of that time, and never edited.
 */
const GOLDEN = ['v1-rules-2', 'v1-rules-3'] as const;

type Facts = {
  readonly scenario: string;
  readonly digest: string;
  readonly rules: number;
  readonly running: {
    readonly match: string;
    readonly tokens: readonly [string, string];
    readonly powers: readonly [string, string];
    readonly seals: readonly TurnSeal[];
  };
  readonly ended: { readonly match: string; readonly tokens: readonly string[]; readonly seals: readonly TurnSeal[] };
  readonly class: {
    readonly id: string;
    readonly code: string;
    readonly token: string;
    readonly student: { readonly match: string; readonly token: string; readonly power: string };
  };
};

const open: TestServer[] = [];
const folders: string[] = [];
afterAll(async () => {
  for (const server of open) await server.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const given = async (name: (typeof GOLDEN)[number]) => {
  const file = join(import.meta.dirname, 'golden-stores', name);
  const facts: Facts = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
  const folder = temporaryFolder();
  folders.push(folder);
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir);
  const db = new DatabaseSync(join(dataDir, 'multivector.db'));
  db.exec(readFileSync(`${file}.sql`, 'utf8'));
  db.close();
  const scenario = facts.scenario === tiny.id ? tiny : charter2025;
  const server = await startTestServer({ dataDir, scenario, journal: openJournal('silent') });
  open.push(server);
  const isOfToday = facts.rules === RULES_VERSION && facts.digest === scenarioDigest(scenario);
  return { facts, scenario, server, dataDir, isOfToday };
};

describe.each(GOLDEN)('the store %s', (name) => {
  test('is brought to this version, and people come back to their matches with the tokens of before', async () => {
    const { facts, server, dataDir } = await given(name);
    const db = new DatabaseSync(join(dataDir, 'multivector.db'), { readOnly: true });
    expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: 5 });
    db.close();
    const [anna] = facts.running.tokens;
    const mine: MatchList = (await server.get('/api/me/matches', anna)).body;
    expect(mine.matches).toMatchObject([{ match: facts.running.match, mine: facts.running.powers[0], turn: 2 }]);
    const { token, id, code, student } = facts.class;
    expect((await server.get(`/api/classes/${id}/records`, token)).body).toMatchObject({ title: 'History 11b' });
    expect((await server.get(`/api/matches/${student.match}/view`, student.token)).body).toMatchObject({
      view: { viewer: student.power, table: { phase: 'table' } },
    });
    expect((await server.post(`/api/codes/${code}/join`, { name: 'Dora' })).body).toMatchObject({ classId: id });
  });

  test('goes on with the match that was running, to an end whose record is true', async () => {
    const { facts, scenario, server, isOfToday } = await given(name);
    const { match, tokens, powers, seals } = facts.running;
    const [anna, bela] = tokens;
    const look = async (token = anna) => (await server.get(`/api/matches/${match}/view`, token)).body;
    const first = await look();
    expect(first.view).toMatchObject({ viewer: powers[0], board: { turn: 2 }, table: { phase: 'negotiation' } });
    const said = first.view.messages.map(({ text }: { text: string }) => text);
    expect(said).toEqual(['of the first turn', 'of an open turn']);
    expect(first.view.events.filter(({ kind }: { kind: string }) => kind === 'rulesChanged')).toHaveLength(1);
    if (isOfToday) expect(first.digests).toEqual(seals.map(({ turn, chain }) => ({ turn, chain })));

    const send = async (token: string, input: object) => {
      const body = { id: newId(), basedOn: (await look(token)).version, input };
      return (await server.post(`/api/matches/${match}/inputs`, body, token)).body;
    };
    expect(await send(bela, { kind: 'say', to: [powers[0]], text: 'and of today' })).toMatchObject({ ok: true });
    for (let phases = 0; phases < 40 && (await look()).view.table.phase !== 'ended'; phases += 1)
      for (const token of tokens) await send(token, { kind: 'setReady', ready: true });
    const record = (await server.get(`/api/matches/${match}/record`, anna)).body;
    expect(record.rulesVersion).toBe(RULES_VERSION);
    expect(record.begun).toEqual({ rules: null, digest: null });
    expect(record.inputs.filter(({ input }: { input: { kind: string } }) => input.kind === 'changeRules')).toHaveLength(
      1,
    );
    expect(verifyRecord(record, () => scenario)).toMatchObject({ ok: true, noted: false });
  });

  test('still has the match that had ended', async () => {
    const { facts, scenario, server, isOfToday } = await given(name);
    const { match, tokens, seals } = facts.ended;
    const record = (await server.get(`/api/matches/${match}/record`, tokens[0])).body;
    expect(
      record.inputs.some(({ input }: { input: { text?: string } }) => input.text === 'of a match that is over'),
    ).toBe(true);
    if (isOfToday) expect(record.turns).toEqual(seals);
    expect(verifyRecord(record, () => scenario)).toMatchObject({ ok: true, noted: false });
  });
});
