import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Seated, seatTables } from '../../promises/support/seating.ts';
import { allLinesIn } from '../../promises/support/store-file.ts';
import { temporaryFolder } from '../../server/support/test-server.ts';
import { MeasuredServer } from './measured-server.ts';
import type { Reading } from './probe.ts';
import { type Measured, newMeasured, type Pace, type Player, type Speaker, TableTraffic } from './table-traffic.ts';
import { type Counted, ThinClient } from './thin-client.ts';

export type Choice = {
  readonly tables: number;
  readonly turns: number;
  /** ms */ readonly turn: number;
  readonly tell: (line: string) => void;
};
export type GameRun = {
  readonly measured: Measured;
  /** of all clients together, since they came in */ readonly counted: Counted;
  /** bytes of what a seat is shown on entering */ readonly view: number;
  readonly resolvedTurns: number;
  /** bytes that one more table with its six sockets takes, when as many have been played */ readonly heap: number;
  /** seconds of processor time of the server, and of the clock, while traffic ran */
  readonly cpu: number;
  readonly clock: number;
  readonly lost: number;
  /** bytes of the store, which holds the warming tables too */ readonly disk: number;
  readonly allTables: number;
};

/**
 * Tables that play as many turns first and are left alone then: code, caches and pools that the first of them bring
 * about must not count as what one more table takes.
 */
export const BEFORE = 20;
/** ms of a turn of theirs, at most */
export const BRISK = 1_500;
/** ms in which a server writes what it writes after the acts */
export const SETTLE = 3_000;
/** Tables of an echo that warm it up. */
const WARMING = 4;

export const inParts = async <T>(items: readonly T[], size: number, run: (item: T) => Promise<void>): Promise<void> => {
  for (let i = 0; i < items.length; i += size) await Promise.all(items.slice(i, i + size).map(run));
};

const enterTable = async (base: string, seats: readonly Seated[]): Promise<readonly Player[]> => {
  const match = seats[0]?.match ?? '';
  const response = await fetch(`${base}/api/matches/${match}/open`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  const { room, protocol } = (await response.json()) as { readonly room: string; readonly protocol: number };
  if (!response.ok) throw new Error(`the match does not open: ${response.status}`);
  return Promise.all(
    seats.map(async ({ power, token }) => ({
      match,
      power,
      client: await ThinClient.enter(base, room, token, { match, protocol }, true),
    })),
  );
};

export const tablesOf = (seats: readonly Seated[]): readonly (readonly Seated[])[] =>
  [...new Set(seats.map(({ match }) => match))].map((match) => seats.filter((one) => one.match === match));

export const runGame = async (choice: Choice): Promise<GameRun> => {
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  const all = tablesOf(await seatTables(dataDir, { tables: choice.tables + BEFORE, negotiation: null, orders: null }));
  const server = await MeasuredServer.start('game', dataDir);
  try {
    const pace: Pace = { turn: Math.min(BRISK, choice.turn), turns: choice.turns, hasResults: true };
    await playAll(await enterAll(server.base, all.slice(0, BEFORE)), pace, newMeasured());
    const before = await settled(server);
    const tables = await enterAll(server.base, all.slice(BEFORE));
    choice.tell(`${choice.tables} tables, ${choice.tables * 6} clients are in`);
    const measured = newMeasured();
    const counted = countAll(tables);
    const start = await server.read();
    const clock = performance.now();
    await playAll(tables, { turn: choice.turn, turns: choice.turns, hasResults: true }, measured);
    const took = (performance.now() - clock) / 1000;
    const end = await server.read();
    const { heap } = await settled(server);
    const run = {
      ...{ measured, counted: differenceOf(countAll(tables), counted) },
      view: counted.view / (choice.tables * 6),
      resolvedTurns: choice.turns * choice.tables,
      heap: (heap - before.heap) / choice.tables,
      cpu: (end.cpu - start.cpuAfter) / 1e6,
      clock: took,
    };
    for (const { client } of tables.flat()) client.close();
    await server.stop();
    return {
      ...run,
      lost: lostIn(dataDir, measured),
      disk: statSync(join(dataDir, 'multivector.db')).size,
      allTables: all.length,
    };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const settled = async (server: MeasuredServer): Promise<Reading> => {
  await new Promise((resolve) => setTimeout(resolve, SETTLE));
  return server.read();
};

export const enterAll = async (
  base: string,
  tables: readonly (readonly Seated[])[],
): Promise<(readonly Player[])[]> => {
  const entered: (readonly Player[])[] = [];
  await inParts(tables, 8, async (seats) => void entered.push(await enterTable(base, seats)));
  return entered;
};

export const playAll = async (
  tables: readonly (readonly Speaker[])[],
  pace: Pace,
  measured: Measured,
): Promise<void> => {
  await Promise.all(tables.map((players) => new TableTraffic(players, pace, measured).play()));
};

const countAll = (tables: readonly (readonly Player[])[]): Counted => {
  const sum = { view: 0, turns: 0, texts: 0, rest: 0, answers: 0, state: 0 };
  for (const { client } of tables.flat())
    for (const kind of Object.keys(sum) as (keyof Counted)[]) sum[kind] += client.counted[kind];
  return sum;
};
const differenceOf = (now: Counted, before: Counted): Counted => ({
  view: now.view - before.view,
  turns: now.turns - before.turns,
  texts: now.texts - before.texts,
  rest: now.rest - before.rest,
  answers: now.answers - before.answers,
  state: now.state - before.state,
});

/** Acknowledged, and not in the store. */
export const lostIn = (dataDir: string, { taken }: Measured): number => {
  const stored = new Set(allLinesIn(dataDir).map(({ match, command }) => `${match} ${command}`));
  return taken.filter((one) => !stored.has(one)).length;
};

/** As the store knows them, where there is one. */
const tableNames = async (dataDir: string | null, tables: number): Promise<readonly string[]> =>
  dataDir === null
    ? Array.from({ length: tables }, (_, i) => `table-${i}`)
    : tablesOf(await seatTables(dataDir, { tables, negotiation: null, orders: null })).map(
        (seats) => seats[0]?.match ?? '',
      );

/**
 * The same tables and the same inputs at the same pace, in rooms that only answer and send on. `keeps`: after they have
 * stored each input, as an acknowledgement promises.
 */
export const runEcho = async (
  choice: Choice,
  keeps: boolean,
): Promise<{ readonly cpu: number; readonly measured: Measured }> => {
  const folder = temporaryFolder();
  const names = await tableNames(keeps ? folder : null, choice.tables);
  const server = await MeasuredServer.start('echo', '', { KEEP_IN: keeps ? folder : '' });
  try {
    const powers = ['ARM', 'AZE', 'IRN', 'RUS', 'TUR', 'USA'];
    const tables: (readonly Player[])[] = [];
    await inParts(names, 8, async (match) => {
      const players: Player[] = [];
      // One after the other, so that they find the same room.
      for (const power of powers)
        players.push({
          match,
          power,
          client: await ThinClient.enter(server.base, 'echo', null, { table: match }, false),
        });
      tables.push(players);
    });
    await playAll(tables.slice(0, WARMING), { turn: 600, turns: 3, hasResults: false }, newMeasured());
    const measured = newMeasured();
    const start = await server.read();
    await playAll(tables, { turn: choice.turn, turns: choice.turns, hasResults: false }, measured);
    const end = await server.read();
    for (const { client } of tables.flat()) client.close();
    return { cpu: (end.cpu - start.cpuAfter) / 1e6, measured };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
