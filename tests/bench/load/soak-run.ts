import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { seatTables } from '../../promises/support/seating.ts';
import { temporaryFolder } from '../../server/support/test-server.ts';
import { enterAll, lostIn, playAll, tablesOf } from './load-run.ts';
import { MeasuredServer } from './measured-server.ts';
import type { Reading } from './probe.ts';
import { newMeasured } from './table-traffic.ts';

export type Soak = {
  /** After each round, when everybody has left; hours since the first. */
  readonly readings: readonly (Reading & { readonly hours: number })[];
  readonly matches: number;
  readonly matchesARound: number;
  readonly lost: number;
  readonly taken: number;
};
type Choice = {
  readonly rounds: number;
  readonly tables: number;
  /** ms of a turn */ readonly turn: number;
  /** minutes for which a match that all have left stays in memory; without it as ever */ readonly idle?: number;
  readonly tell: (line: string) => void;
};

const TURNS = 3;
/** Rooms that all have left are let go of within a moment. */
const SETTLE = 1_500;

/** Whole matches, one round of tables after the other, in one server: what is left of them is what leaks. */
export const soak = async ({ rounds, tables, turn, idle, tell }: Choice): Promise<Soak> => {
  const folder = temporaryFolder();
  const dataDir = join(folder, 'data');
  const seats = await seatTables(dataDir, { tables: rounds * tables, negotiation: null, orders: null, turns: TURNS });
  const all = tablesOf(seats);
  const server = await MeasuredServer.start('game', dataDir, idle === undefined ? {} : { IDLE_MINUTES: String(idle) });
  const measured = newMeasured();
  const readings: (Reading & { hours: number })[] = [];
  const since = performance.now();
  try {
    for (let round = 0; round < rounds; round += 1) {
      const entered = await enterAll(server.base, all.slice(round * tables, (round + 1) * tables));
      await playAll(entered, { turn, turns: TURNS, hasResults: true }, measured);
      for (const { client } of entered.flat()) client.leave();
      await new Promise((resolve) => setTimeout(resolve, SETTLE));
      const reading = await server.read();
      readings.push({ ...reading, hours: (performance.now() - since) / 3_600_000 });
      if (round % 5 === 0) tell(`round ${round + 1} of ${rounds}: ${Math.round(reading.heap / 1024)} KB in use`);
    }
    await server.stop();
    const lost = lostIn(dataDir, measured);
    return { readings, matches: rounds * tables, matchesARound: tables, lost, taken: measured.taken.length };
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Least squares: how much y grows with x. */
export const slopeOf = (points: readonly (readonly [x: number, y: number])[]): number => {
  const n = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / n;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / n;
  const over = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const under = points.reduce((sum, [x]) => sum + (x - meanX) * (x - meanX), 0);
  return under === 0 ? 0 : over / under;
};
