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

/**
 * When each kill comes, in ms from its deadline: one in each of as many equal parts of the range, by turns from its
 * earlier and its later half. Chance alone could put nearly all of them before their deadlines; then each outage is
 * given back, no phase ends, and the run shows nothing.
 */
export const aims = (kills: number, [from, to]: readonly [number, number], chance = Math.random): readonly number[] => {
  const part = (to - from) / kills;
  const later = Math.ceil(kills / 2);
  return Array.from({ length: kills }, (_, i) => {
    const place = i % 2 === 0 ? i / 2 : later + (i - 1) / 2;
    return from + (place + chance()) * part;
  });
};

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
    for (const aim of aims(plan.kills, plan.aim ?? [-CLOSE, CLOSE])) {
      const deadline = await nextDeadline(file, readers[0] as PhaseReader);
      await pause(Math.max(0, deadline + aim - Date.now()));
      kills.push((await serving.stop('SIGKILL')).askedAt);
      await serving.start();
      tell(`${kills.length} kills, the last ${(kills.at(-1) ?? 0) - deadline} ms from its deadline`);
    }
    // What the last kill took is given back in a phase that has to end before it can be measured.
    await pause((await nextDeadline(file, readers[0] as PhaseReader)) + CLOSE - Date.now());
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
