import { expect, test } from 'vitest';
import { type Figure, isKept } from './promise.ts';
import { figuresOf } from './storage.ts';
import { startFaultyServer } from './support/faulty-server.ts';
import type { Fault } from './support/faulty-sqlite.ts';
import { undergo } from './support/storage-ordeal.ts';

const figuresUnder = async (fault: Fault): Promise<readonly Figure[]> => {
  const server = await startFaultyServer();
  try {
    return figuresOf([await undergo(server, { tables: 1, hold: 1_200, faults: [fault] }, () => undefined)]);
  } finally {
    await server.stop();
  }
};
const broken = (figures: readonly Figure[]): readonly string[] =>
  figures.filter((figure) => !isKept(figure)).map(({ name }) => name);
/** One table and one fault are fewer than the promise is about. */
const TOO_FEW = ['kinds of fault', 'commands acknowledged', 'turns closed', 'reads asked for meanwhile'];

test('the promise about storage holds with a disk that fails', { timeout: 60_000 }, async () => {
  const figures = await figuresUnder('failing');
  expect(broken(figures).filter((name) => !TOO_FEW.includes(name))).toEqual([]);
});

test('and is found broken where things are acknowledged and not stored', { timeout: 60_000 }, async () => {
  expect(broken(await figuresUnder('lying'))).toEqual(
    expect.arrayContaining(['acknowledged and not stored', 'faults that refused nothing']),
  );
});
