import { setTimeout as pause } from 'node:timers/promises';
import { Fleet } from './fleet.ts';
import type { Command } from './history.ts';
import { PhaseReader, type Span } from './phases.ts';
import { seatTables } from './seating.ts';
import type { Outage, Serving } from './serving.ts';
import { type LogRow, openStoreFile, type StoreFile } from './store-file.ts';

export type DeadlinePlan = {
  readonly tables: number;
  readonly kills: number;
  readonly phase: number;
  readonly every: number;
  /** When a kill may come, in ms from a deadline; otherwise within `CLOSE` of it. */
  readonly aim?: readonly [from: number, to: number];
};
export type DeadlineRun = {
  /** ms since 1970 */ readonly kills: readonly number[];
  readonly outages: readonly Outage[];
  readonly readers: readonly PhaseReader[];
  readonly spans: readonly Span[];
  readonly rows: readonly LogRow[];
  readonly commands: readonly Command[];
  readonly settled: boolean;
};

/** On either side of a deadline. */
export const CLOSE = 200;
const TOO_LONG = 30_000;

/** Follows the logs while the server writes them. */
const readOn = (file: StoreFile, readers: readonly PhaseReader[]): void => {
  for (const reader of readers) for (const row of file.rows(reader.match, reader.seq)) reader.read(row);
};

const nextDeadline = async (file: StoreFile, reader: PhaseReader): Promise<number> => {
  const end = performance.now() + TOO_LONG;
  while (performance.now() < end) {
    readOn(file, [reader]);
    if (reader.deadline !== null && reader.deadline > Date.now() + CLOSE) return reader.deadline;
    await pause(20);
  }
  throw new Error('no deadline is coming');
};

/** Everybody plays, phases end by the clock alone, and the server is killed as a deadline falls due. */
export const runDeadlines = async (
  serving: Serving,
  plan: DeadlinePlan,
  tell: (line: string) => void,
): Promise<DeadlineRun> => {
  try {
    const spans = { pace: 'correspondence', negotiation: plan.phase, orders: plan.phase, turns: 200 } as const;
    const seats = await seatTables(serving.dataDir, { tables: plan.tables, ...spans });
    const file = openStoreFile(serving.dataDir);
    const readers = file.matches().map((stored) => new PhaseReader(stored));
    await serving.start();
    const habits = { every: plan.every, phase: null };
    const fleet = new Fleet({ base: serving.base, seats, seed: `${Date.now()}`, noted: 0, ...habits });
    fleet.start();
    const kills: number[] = [];
    const [from, to] = plan.aim ?? [-CLOSE, CLOSE];
    while (kills.length < plan.kills) {
      const deadline = await nextDeadline(file, readers[0] as PhaseReader);
      await pause(Math.max(0, deadline + from + Math.random() * (to - from) - Date.now()));
      kills.push((await serving.stop('SIGKILL')).askedAt);
      await serving.start();
      tell(`${kills.length} kills, the last ${(kills.at(-1) ?? 0) - deadline} ms from its deadline`);
    }
    await nextDeadline(file, readers[0] as PhaseReader);
    const settled = await fleet.rest(TOO_LONG);
    fleet.close();
    await serving.stop('SIGTERM');
    readOn(file, readers);
    const rows = file.rows();
    file.close();
    const all = readers.flatMap((reader) => reader.spans);
    return { kills, outages: serving.outages, readers, spans: all, rows, commands: fleet.history.commands, settled };
  } finally {
    await serving.clear();
  }
};

/** How often a kill met a table's deadline closely: one kill may meet many tables. */
export const closeMeetings = ({ kills, readers }: Pick<DeadlineRun, 'kills' | 'readers'>): number =>
  kills.reduce(
    (sum, kill) =>
      sum + readers.filter(({ deadlines }) => deadlines.some((one) => Math.abs(one - kill) <= CLOSE)).length,
    0,
  );
