import { setTimeout as pause } from 'node:timers/promises';
import type { MatchRecord } from '../../../shared/replay/record.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { asking } from '../../server/support/test-server.ts';
import type { Extent } from '../promise.ts';
import { compareWithLog, type Mismatch, playedAs } from './cold-replay.ts';
import { Fleet } from './fleet.ts';
import type { Command } from './history.ts';
import { type Seated, seatTables } from './seating.ts';
import { Serving } from './serving.ts';
import { type LogRow, openStoreFile } from './store-file.ts';

export type CrashRun = {
  readonly tables: number;
  readonly clients: number;
  readonly kills: number;
  readonly commands: readonly Command[];
  readonly rows: readonly LogRow[];
  /** ms from a kill until everybody was back. */ readonly back: readonly number[];
  readonly sightings: number;
  readonly mismatches: readonly Mismatch[];
  /** Logs that are no lawful match. */ readonly unlawful: readonly string[];
  /** Matches of which the running server tells other turn digests than the log gives. */ readonly unlike: number;
  readonly turns: number;
  /** Whether everybody had an answer to everything in the end. */ readonly settled: boolean;
  readonly errors: string;
};
export type CrashPlan = {
  readonly tables: number;
  readonly kills: number;
  readonly every: number;
  readonly phase: number;
  readonly noted: number;
};
const PLANS: { readonly [E in Extent]: CrashPlan } = {
  short: { tables: 6, kills: 8, every: 300, phase: 6_000, noted: 100 },
  long: { tables: 40, kills: 100, every: 2_000, phase: 30_000, noted: 30 },
};

const TOO_LONG = 30_000;
const upTo = (ms: number): Promise<void> => pause(Math.random() * ms);

type Kills = { readonly back: readonly number[]; readonly kills: number };

/** Kills it again and again, as a rule when everybody is back, now and then while they are still on their way. */
const killing = async (
  serving: Serving,
  fleet: Fleet,
  plan: CrashPlan,
  tell: (line: string) => void,
): Promise<Kills> => {
  const back: number[] = [];
  let kills = 0;
  while (kills < plan.kills) {
    await fleet.digest();
    await pause(300);
    await upTo(1_500);
    let since = performance.now();
    await serving.stop('SIGKILL');
    kills += 1;
    await serving.start();
    while (kills < plan.kills && Math.random() < 0.2) {
      await upTo(800);
      since = performance.now();
      await serving.stop('SIGKILL');
      kills += 1;
      await serving.start();
    }
    back.push((await fleet.untilBack(since, TOO_LONG)) ?? TOO_LONG);
    tell(`${kills} kills, ${fleet.history.acknowledged} acknowledged, back after ${Math.round(back.at(-1) ?? 0)} ms`);
  }
  return { back, kills };
};

/** The seals that the running server gives away with a record, by match. */
const sealsTold = async (base: string, seats: readonly Seated[]): Promise<ReadonlyMap<string, string>> => {
  const one = new Map(seats.map((seat) => [seat.match, seat]));
  const told = new Map<string, string>();
  for (const [match, { token }] of one) {
    const { body } = await asking(base).get(`/api/matches/${match}/record`, token);
    told.set(match, JSON.stringify((body as MatchRecord).turns));
  }
  return told;
};

/** `serving`: a server that is not started yet; it is cleared away in the end. */
export const runCrashes = async (
  serving: Serving,
  plan: CrashPlan,
  tell: (line: string) => void,
): Promise<CrashRun> => {
  try {
    const seats = await seatTables(serving.dataDir, { tables: plan.tables, negotiation: null, orders: null });
    await serving.start();
    const fleet = new Fleet({ base: serving.base, seats, seed: `${Date.now()}`, ...plan });
    if ((await fleet.untilBack(performance.now(), 2 * TOO_LONG)) === null) throw new Error('not everybody came in');
    fleet.start();
    const { back, kills } = await killing(serving, fleet, plan, tell);
    const settled = await fleet.rest(TOO_LONG);
    fleet.noteAll();
    await fleet.digest();
    const told = await sealsTold(serving.base, seats);
    fleet.close();
    await serving.stop('SIGTERM');
    return {
      ...judge(serving.dataDir, fleet, told),
      ...{ tables: plan.tables, clients: seats.length, kills, back, settled, errors: serving.errors },
    };
  } finally {
    await serving.clear();
  }
};

const judge = (dataDir: string, fleet: Fleet, told: ReadonlyMap<string, string>) => {
  const file = openStoreFile(dataDir);
  const mismatches: Mismatch[] = [];
  const unlawful: string[] = [];
  let unlike = 0;
  let turns = 0;
  for (const stored of file.matches()) {
    const rows = file.rows(stored.id);
    const seen = fleet.sightings.filter(({ match }) => match === stored.id);
    mismatches.push(...compareWithLog(charter2025, stored, rows, seen));
    const { why, seals } = playedAs(charter2025, stored, rows);
    if (why !== null) unlawful.push(why);
    if (told.get(stored.id) !== JSON.stringify(seals)) unlike += 1;
    turns += seals.length;
  }
  const rows = file.rows();
  file.close();
  return {
    commands: fleet.history.commands,
    rows,
    sightings: fleet.sightings.length,
    mismatches,
    unlawful,
    unlike,
    turns,
  };
};

const runs = new Map<Extent, Promise<CrashRun>>();

/** One run for every promise that is about crashes: the same evidence, asked different questions. */
export const crashRun = (extent: Extent, tell: (line: string) => void): Promise<CrashRun> => {
  const known = runs.get(extent) ?? Serving.prepare().then((serving) => runCrashes(serving, PLANS[extent], tell));
  runs.set(extent, known);
  return known;
};
