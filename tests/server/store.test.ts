import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { configure } from '../../server/store/sqlite-schema.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { memoryStore } from './support/memory-store.ts';
import { storeContract, storedInput, storedMatch } from './support/store-contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'mv-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newFile = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};
const OUTLINE = { phase: 'orders', turn: 1, sitters: {} } as const;
const retryable = expect.objectContaining({ kind: 'retryable' });

describe('the sqlite store', () => {
  storeContract(() => openSqliteStore({ file: newFile() }));

  test('has everything again after it was closed and opened', async () => {
    const file = newFile();
    const before = await openSqliteStore({ file });
    await before.addMatch(storedMatch('m'));
    await before.append('m', storedInput(1));
    await before.close();
    const after = await openSqliteStore({ file });
    expect(await after.inputs('m')).toEqual([storedInput(1)]);
    await after.close();
  });

  test('reads the bots of tables that were stored when a bare name stood there', async () => {
    const file = newFile();
    const bots = { bot: 'negotiator', level: 'strong' } as const;
    const before = await openSqliteStore({ file });
    await before.addMatch(storedMatch('old'));
    await before.addMatch(storedMatch('new', { bots }));
    await before.close();
    const db = new DatabaseSync(file);
    db.exec("UPDATE matches SET bots = 'scripted' WHERE id = 'old'");
    db.close();
    const after = await openSqliteStore({ file });
    expect((await after.match('old'))?.bots).toEqual({ bot: 'scripted' });
    expect((await after.match('new'))?.bots).toEqual(bots);
    await after.close();
  });

  test('syncs every commit to the disk', () => {
    const db = new DatabaseSync(newFile());
    configure(db, null);
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(db.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    db.close();
  });

  test('refuses a write on a full disk, changes nothing, and goes on when there is room', async () => {
    const store = await openSqliteStore({ file: newFile(), maxPages: 60 });
    await store.addMatch(storedMatch('m'));
    const big = { kind: 'say', to: ['AZE'], text: 'x'.repeat(2_000) } as const;
    let seq = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await store.append('m', storedInput(seq + 1, { input: big }));
        seq += 1;
      }
    };
    await expect(fill()).rejects.toEqual(retryable);
    expect(seq).toBeGreaterThan(5);
    expect((await store.inputs('m')).length).toBe(seq);
    await store.close();
  });

  test('refuses a write while another program holds the file, and writes when it lets go', async () => {
    const file = newFile();
    const store = await openSqliteStore({ file });
    await store.addMatch(storedMatch('m'));
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append('m', storedInput(1))).rejects.toEqual(retryable);
    expect(await store.inputs('m')).toEqual([]);
    other.exec('ROLLBACK');
    other.close();
    await store.append('m', storedInput(1));
    expect(await store.inputs('m')).toHaveLength(1);
    await store.close();
  });

  test('gets another writer when one is lost, with everything that was stored', async () => {
    const writers: Worker[] = [];
    const note = (worker: Worker): void => void writers.push(worker);
    process.on('worker', note);
    const store = await openSqliteStore({ file: newFile() });
    await store.addMatch(storedMatch('m'));
    await store.append('m', storedInput(1));
    for (const seq of [2, 3]) {
      const lost = store.append('m', storedInput(seq));
      const settled = Promise.allSettled([lost]);
      await writers.at(-1)?.terminate();
      // It was stored or not, and nobody was told that it is when it is not.
      const [outcome] = await settled;
      await expect(store.inputs('m')).rejects.toEqual(retryable);
      const rows = await vi.waitFor(() => store.inputs('m'), { timeout: 10_000 });
      if (outcome?.status === 'fulfilled') expect(rows.map((row) => row.seq)).toContain(seq);
      else if (rows.length < seq) await store.append('m', storedInput(seq));
    }
    expect((await store.inputs('m')).map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(writers).toHaveLength(3);
    process.off('worker', note);
    await store.close();
  });

  test('stores what can wait with the next commit, or alone a moment later, or when it is closed', async () => {
    const file = newFile();
    const store = await openSqliteStore({ file });
    await store.addMatch(storedMatch('m'));
    const commits: string[] = [];
    const note = (what: string) => (): void => void commits.push(what);
    const outline = store.setOutline('m', 'running', OUTLINE, 1).then(note('outline'));
    // Whoever asks later sees what was asked before.
    expect((await store.match('m'))?.status).toBe('running');
    await Promise.all([outline, store.append('m', storedInput(1)).then(note('input'))]);
    expect(commits).toEqual(['outline', 'input']);
    await store.setOutline('m', 'table', OUTLINE, 2);
    expect((await store.match('m'))?.status).toBe('table');
    const last = store.setOutline('m', 'ended', OUTLINE, 3);
    await Promise.all([store.close(), last]);
    const after = await openSqliteStore({ file });
    expect((await after.match('m'))?.status).toBe('ended');
    await after.close();
  });

  test('copies itself whole while it is written to', async () => {
    const store = await openSqliteStore({ file: newFile() });
    await store.addMatch(storedMatch('m'));
    await store.append('m', storedInput(1));
    const copy = newFile();
    await Promise.all([store.backUp(copy), store.append('m', storedInput(2))]);
    await store.append('m', storedInput(3));
    const restored = await openSqliteStore({ file: copy });
    const rows = await restored.inputs('m');
    expect([[1], [1, 2]]).toContainEqual(rows.map(({ seq }) => seq));
    expect(await restored.match('m')).toEqual(storedMatch('m'));
    await restored.append('m', storedInput(rows.length + 1));
    await restored.close();
    await expect(store.backUp(join(folder, 'nowhere', 'copy.db'))).rejects.toEqual(retryable);
    await store.close();
  });

  test('copies itself also when each of its moments is somebody’s commit', async () => {
    const store = await openSqliteStore({ file: newFile() });
    await store.addMatch(storedMatch('m'));
    let copying = true;
    const write = async (): Promise<number> => {
      let seq = 0;
      for (; copying; seq += 1) await store.append('m', storedInput(seq + 1));
      return seq;
    };
    const written = write();
    const refused: unknown[] = [];
    for (let round = 0; round < 6; round += 1) {
      const copies = Array.from({ length: 25 }, () => store.backUp(newFile()));
      for (const one of await Promise.allSettled(copies)) if (one.status === 'rejected') refused.push(one.reason);
    }
    copying = false;
    expect(refused).toEqual([]);
    expect(await written).toBeGreaterThan(1);
    await store.close();
  });

  test('leaves a file alone that is none of its own', async () => {
    const strange = newFile();
    writeFileSync(strange, 'this is not a database, and it is long enough to be told from one'.repeat(20));
    await expect(openSqliteStore({ file: strange })).rejects.toThrow(/not a database/);
    const later = newFile();
    const db = new DatabaseSync(later);
    db.exec('PRAGMA user_version = 99');
    db.close();
    await expect(openSqliteStore({ file: later })).rejects.toThrow(/version 99/);
  });

  test('answers in plain words after it was closed', async () => {
    const store = await openSqliteStore({ file: newFile() });
    await store.close();
    await expect(store.match('m')).rejects.toEqual(retryable);
  });
});

describe('the store of the tests', () => {
  storeContract(async () => memoryStore());
});
