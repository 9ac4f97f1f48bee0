import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test, vi } from 'vitest';
import { markOfRequest } from '../../server/store/marks.ts';
import type { MatchStore, StoredInput } from '../../server/store/match-store.ts';
import { MOST_LINES } from '../../server/store/sqlite-log.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { openStoreFile } from '../promises/support/store-file.ts';
import { givenTable, ground, PEOPLE, type Power, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';
import { storedInput, storedMatch } from './support/store-contract.ts';
import { turnUpTo } from './support/turn-up-to.ts';

const CLOSER = fileURLToPath(new URL('support/turn-closer.ts', import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'mv-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let folders = 0;
const newFile = (): { readonly dataDir: string; readonly file: string } => {
  folders += 1;
  const dataDir = join(folder, String(folders));
  mkdirSync(dataDir);
  return { dataDir, file: join(dataDir, 'multivector.db') };
};
const conflict = expect.objectContaining({ kind: 'conflict' });
const seqsOf = (rows: readonly { readonly seq: number }[]): readonly number[] => rows.map(({ seq }) => seq);
const upTo = (last: number, first = 1): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
const appendAll = async (
  store: MatchStore,
  seqs: readonly number[],
  more: Partial<StoredInput> = {},
): Promise<void> => {
  await Promise.all(seqs.map((seq) => store.append('m', storedInput(seq, more))));
};
const inTheOpen = (file: string): readonly unknown[] => {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = db.prepare('SELECT match, seq FROM inputs ORDER BY match, seq').all();
  db.close();
  return rows.map(({ match, seq }) => `${match} ${seq}`);
};

test('a log that outgrows one pack is whole, and knows the places and requests of every pack', async () => {
  const { file } = newFile();
  const store = await openSqliteStore({ file });
  await store.addMatch(storedMatch('m'));
  const last = 2 * MOST_LINES + 50;
  await appendAll(store, upTo(MOST_LINES - 1));
  await store.putTurn('m', turnUpTo(MOST_LINES - 1));
  await appendAll(store, upTo(last, MOST_LINES));
  for (const seq of [2 * MOST_LINES, last]) await store.putTurn('m', turnUpTo(seq));
  await appendAll(store, [last + 1]);
  expect(await store.inputs('m')).toEqual(upTo(last + 1).map((seq) => storedInput(seq)));
  const db = new DatabaseSync(file, { readOnly: true });
  const packs = db.prepare('SELECT seq, at FROM packs ORDER BY seq').all();
  db.close();
  expect(packs.map(({ seq, at }) => [seq, at])).toEqual(
    [MOST_LINES, 2 * MOST_LINES, last].map((seq) => [seq, storedInput(seq).at]),
  );
  for (const seq of [1, MOST_LINES + 1, last]) {
    await expect(store.append('m', storedInput(seq, { command: 'new' }))).rejects.toEqual(conflict);
    await expect(store.append('m', storedInput(last + 2, { command: `command-${seq}` }))).rejects.toEqual(conflict);
  }
  await store.close();
});

test('a request that only looks like one in a pack is taken', async () => {
  const [one, other] = ['command-44127', 'command-149481'].map((command) => storedInput(1, { command }));
  if (one === undefined || other === undefined) throw new Error('not there');
  expect(markOfRequest(one)).toBe(markOfRequest(other));
  const store = memoryStore();
  await store.addMatch(storedMatch('m'));
  await store.append('m', one);
  await store.putTurn('m', turnUpTo(1));
  await store.append('m', { ...other, seq: 2 });
  await expect(store.append('m', { ...one, seq: 3 })).rejects.toEqual(conflict);
  expect((await store.inputs('m')).map(({ command }) => command)).toEqual([one.command, other.command]);
});

test('a turn that cannot be stored whole packs nothing', async () => {
  const { file } = newFile();
  const store = await openSqliteStore({ file, maxPages: 90 });
  await store.addMatch(storedMatch('m'));
  await appendAll(store, upTo(40));
  await store.putTurn('m', turnUpTo(20));
  const noise = Array.from({ length: 40_000 }, (_, i) => Math.sin(i));
  await expect(store.putTurn('m', turnUpTo(40, { noise }))).rejects.toMatchObject({ kind: 'retryable' });
  expect(seqsOf(await store.inputs('m'))).toEqual(upTo(40));
  expect((await store.lastTurn('m'))?.turn).toBe(20);
  expect(inTheOpen(file)).toEqual(upTo(40, 21).map((seq) => `m ${seq}`));
  await store.putTurn('m', turnUpTo(40));
  expect(inTheOpen(file)).toEqual([]);
  expect(seqsOf(await store.inputs('m'))).toEqual(upTo(40));
  await store.close();
});

/** Ends a process `after` so many ms from when it began to close a turn. Whether it said that it had. */
const killedWhileClosing = async (file: string, seq: number, after: number): Promise<boolean> => {
  const closer = spawn(process.execPath, [CLOSER, file, String(seq)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  await new Promise<void>((resolve, reject) => {
    closer.once('exit', () => reject(new Error('it ended by itself')));
    closer.stdout.on('data', (data) => {
      told += data;
      if (told.includes('closing')) resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, after));
  const gone = new Promise((resolve) => closer.once('close', resolve));
  closer.kill('SIGKILL');
  await gone;
  return told.includes('closed');
};

test('a process that is killed while a turn closes leaves every line once', { timeout: 60_000 }, async () => {
  const { file } = newFile();
  const store = await openSqliteStore({ file });
  await store.addMatch(storedMatch('m'));
  for (const turn of upTo(6)) {
    await appendAll(store, upTo(turn * 50, turn * 50 - 49));
    const isTold = await killedWhileClosing(file, turn * 50, turn - 1);
    expect(await store.inputs('m')).toEqual(upTo(turn * 50).map((seq) => storedInput(seq)));
    const isPacked = inTheOpen(file).length === 0;
    expect((await store.lastTurn('m'))?.turn === turn * 50).toBe(isPacked);
    if (isTold) expect(isPacked).toBe(true);
    await store.putTurn('m', turnUpTo(turn * 50));
  }
  await store.close();
});

test('whoever follows a log sees every line once, though it is packed in between', async () => {
  const { dataDir, file } = newFile();
  const store = await openSqliteStore({ file });
  await store.addMatch(storedMatch('m'));
  await appendAll(store, [1, 2]);
  const follower = openStoreFile(dataDir);
  const seen = [...seqsOf(follower.rows('m'))];
  const follow = (): void => void seen.push(...seqsOf(follower.rows('m', seen.at(-1))));
  await appendAll(store, [3, 4, 5]);
  await store.putTurn('m', turnUpTo(4));
  follow();
  await store.putTurn('m', turnUpTo(5));
  follow();
  await appendAll(store, [6]);
  follow();
  expect(seen).toEqual(upTo(6));
  expect(follower.rows().map(({ match, seq }) => [match, seq])).toEqual(upTo(6).map((seq) => ['m', seq]));
  follower.close();
  await store.close();
});

test('what is erased from packed lines, or with its match, is nowhere in the file', async () => {
  const { file } = newFile();
  const packOf = (match: string): Buffer => {
    const db = new DatabaseSync(file, { readOnly: true });
    const { lines } = db.prepare('SELECT lines FROM packs WHERE match = ?').get(match) as { lines: Uint8Array };
    db.close();
    return Buffer.from(lines);
  };
  const chunksOf = (pack: Buffer): readonly Buffer[] =>
    upTo(Math.floor(pack.length / 24), 1).map((i) => pack.subarray((i - 1) * 24, i * 24));
  const found = (chunks: readonly Buffer[]): number => {
    const whole = readFileSync(file);
    return chunks.filter((chunk) => whole.includes(chunk)).length;
  };
  const words = (seq: number): string => Array.from({ length: 12 }, (_, i) => Math.sin(seq * 99 + i)).join(' ');
  const reopened = async (use: (store: MatchStore) => Promise<void>): Promise<void> => {
    const store = await openSqliteStore({ file });
    await use(store);
    await store.close();
  };
  const said = (seq: number) => ({ kind: 'say', to: ['AZE'], text: words(seq) }) as const;
  await reopened(async (store) => {
    for (const id of ['m', 'n']) {
      await store.addMatch(storedMatch(id, { status: 'ended' }));
      await store.putMember(id, { person: 'anna', power: 'ARM', name: 'Anna', joinedAt: 1 });
      for (const seq of upTo(40)) await store.append(id, storedInput(seq, { input: said(seq + id.length) }));
      await store.putTurn(id, turnUpTo(30));
    }
  });
  const before = Buffer.concat([packOf('m'), packOf('n')]);
  expect(found(chunksOf(before))).toBeGreaterThan(chunksOf(before).length * 0.9);
  await reopened(async (store) => {
    await store.erasePerson('anna');
    const unsaid = await store.unsaid();
    expect(unsaid).toEqual(['m', 'n'].map((match) => ({ match, seqs: upTo(40) })));
    const input = { kind: 'say', to: ['AZE'], text: '[erased]', erased: 'digest' } as const;
    const erase = (seqs: readonly number[]): Promise<void> =>
      store.eraseSaid(
        'm',
        seqs.map((seq) => ({ seq, input })),
      );
    await erase(upTo(20));
    expect((await store.unsaid())[0]).toEqual({ match: 'm', seqs: upTo(40, 21) });
    await erase(upTo(40, 21));
    expect(await store.inputs('m')).toEqual(upTo(40).map((seq) => storedInput(seq, { input })));
    expect(await store.unsaid()).toEqual([{ match: 'n', seqs: upTo(40) }]);
    await expect(store.append('m', storedInput(41, { command: 'command-7' }))).rejects.toEqual(conflict);
    await store.eraseMatch('n');
    expect(await store.inputs('n')).toEqual([]);
  });
  const after = packOf('m');
  const gone = chunksOf(before).filter((chunk) => !after.includes(chunk));
  expect(gone.length).toBeGreaterThan(50);
  expect(found(gone)).toBe(0);
  expect(statSync(file).size).toBeGreaterThan(before.length);
});

test('a store of before is packed when the next turn of a match closes, and no sooner', async () => {
  const { file } = newFile();
  const db = new DatabaseSync(file);
  db.exec(readFileSync(join(import.meta.dirname, 'golden-stores', 'v1-rules-3.sql'), 'utf8'));
  const stood = db.prepare('SELECT * FROM inputs ORDER BY match, seq').all();
  db.close();
  const store = await openSqliteStore({ file });
  const ids = [...new Set(stood.map(({ match }) => String(match)))];
  const readAll = async () =>
    (await Promise.all(ids.map((id) => store.inputs(id)))).flatMap((rows, i) =>
      rows.map(({ input, ...line }) => ({ match: ids[i], ...line, input: JSON.stringify(input) })),
    );
  expect(await readAll()).toEqual(stood);
  expect(inTheOpen(file)).toHaveLength(stood.length);
  const [first = ''] = ids;
  const { length } = stood.filter(({ match }) => match === first);
  await store.putTurn(first, turnUpTo(length - 1));
  expect(inTheOpen(file)).toHaveLength(stood.length - length + 1);
  expect(await readAll()).toEqual(stood);
  await store.close();
});

test('a match that is taken back a turn goes on from packed lines as it was', async () => {
  const store = memoryStore();
  const on = ground({ store });
  const open = await givenTable(on, { kind: 'class', length: 'short' });
  const turnDone = async (): Promise<void> => {
    for (const _phase of ['negotiation', 'orders'])
      for (const power of Object.keys(PEOPLE) as Power[]) await send(open, power, { kind: 'setReady', ready: true });
  };
  const { match } = open;
  await turnDone();
  await turnDone();
  await vi.waitFor(async () => expect((await store.lastTurn(match.id))?.turn).toBe(2));
  const back = { kind: 'rewind', turn: 2, sameLuck: false } as const;
  const reply = await open.act({ id: 'back', basedOn: null, input: back });
  expect([reply, match.state.board.turn]).toMatchObject([{ ok: true }, 2]);
  await turnDone();
  await vi.waitFor(async () => expect((await store.lastTurn(match.id))?.seq).toBe(match.seq));
  await on.directory.close();
  const again = await ground({ store }).directory.open(match.id);
  expect(again?.match.state).toEqual(match.state);
  expect(await again?.match.readInputs((all) => all)).toEqual(await match.readInputs((all) => all));
});
