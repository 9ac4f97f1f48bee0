import { setTimeout as pause } from 'node:timers/promises';
import { Room } from '@colyseus/sdk';
import { Fleet } from './fleet.ts';
import type { Command } from './history.ts';
import { openProxy, type Tally } from './proxy.ts';
import { seatTables } from './seating.ts';
import type { Serving } from './serving.ts';
import type { LogRow } from './store-file.ts';
import { wholeLog } from './whole-log.ts';

export type UnkindPlan = {
  readonly tables: number;
  readonly commands: number;
  readonly every: number;
  /** ms from one kill to the next */ readonly life: number;
  readonly within: number;
};
export type UnkindRun = {
  readonly tally: Tally;
  readonly kills: number;
  readonly commands: readonly Command[];
  readonly rows: readonly LogRow[];
  readonly settled: boolean;
};

/** Of a hundred. */
const FAULTS = { dropped: 10, doubled: 30, delayed: 30, unanswered: 10 };
/** ms for an answer, in place of the ten seconds that a real network may take. */
const IMPATIENT = 1_500;
const TOO_LONG = 60_000;

const killing = async (
  serving: Serving,
  fleet: Fleet,
  plan: UnkindPlan,
  tell: (line: string) => void,
): Promise<number> => {
  const end = performance.now() + plan.within;
  const isDone = (): boolean => fleet.history.count >= plan.commands || performance.now() > end;
  let kills = 0;
  while (!isDone()) {
    const next = performance.now() + plan.life * (0.5 + Math.random());
    while (performance.now() < next && !isDone()) await pause(50);
    await serving.stop('SIGKILL');
    kills += 1;
    await serving.start();
    tell(`${kills} kills, ${fleet.history.count} commands, ${fleet.history.acknowledged} acknowledged`);
  }
  return kills;
};

/** Everybody plays through a proxy that drops, doubles, delays and thereby reorders, while the server is killed. */
export const runUnkind = async (
  serving: Serving,
  plan: UnkindPlan,
  tell: (line: string) => void,
): Promise<UnkindRun> => {
  const patience = Room.defaultRequestTimeout;
  Room.defaultRequestTimeout = IMPATIENT;
  const answered: { heard: Fleet['history'] | null } = { heard: null };
  const proxy = await openProxy({
    to: () => serving.base,
    faults: FAULTS,
    lot: () => Math.random() * 100,
    answered: (command, reply) => answered.heard?.replied(command, reply),
  });
  try {
    const seats = await seatTables(serving.dataDir, { tables: plan.tables, negotiation: null, orders: null });
    await serving.start();
    const habits = { every: plan.every, phase: 20_000 };
    const fleet = new Fleet({ base: proxy.base, seats, seed: `${Date.now()}`, noted: 0, ...habits });
    answered.heard = fleet.history;
    fleet.start();
    const kills = await killing(serving, fleet, plan, tell);
    const { settled, rows } = await wholeLog(serving, fleet, TOO_LONG);
    return { tally: proxy.tally, kills, commands: fleet.history.commands, rows, settled };
  } finally {
    await proxy.close();
    await serving.clear();
    Room.defaultRequestTimeout = patience;
  }
};
