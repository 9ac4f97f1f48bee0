import { setTimeout as pause } from 'node:timers/promises';
import { Fleet } from './fleet.ts';
import type { Command } from './history.ts';
import { seatTables } from './seating.ts';
import type { Serving, Stop } from './serving.ts';
import type { LogRow } from './store-file.ts';
import { wholeLog } from './whole-log.ts';

export type DeployPlan = { readonly tables: number; readonly deploys: number; readonly every: number };
/** One change of server: the order to stop, and when everything was as before. */
export type Deploy = Stop & {
  /** ms since 1970 at which the next server took requests */ readonly upAt: number;
  /** ms from the end of the one server until everybody was back at the next */ readonly back: number;
};
export type DeployRun = {
  readonly clients: number;
  readonly deploys: readonly Deploy[];
  readonly commands: readonly Command[];
  readonly rows: readonly LogRow[];
  readonly settled: boolean;
};

const TOO_LONG = 30_000;
/** Long enough never to end while this runs; live, because those are the tables in which seconds count. */
const PHASE = 900_000;

/** Everybody plays all the time; the server is told to stop and another is started on the same data, again and again. */
export const runDeploys = async (
  serving: Serving,
  plan: DeployPlan,
  tell: (line: string) => void,
): Promise<DeployRun> => {
  try {
    const spans = { pace: 'live', negotiation: PHASE, orders: PHASE } as const;
    const seats = await seatTables(serving.dataDir, { tables: plan.tables, ...spans });
    await serving.start();
    const habits = { every: plan.every, phase: null };
    const fleet = new Fleet({ base: serving.base, seats, seed: `${Date.now()}`, noted: 0, ...habits });
    if ((await fleet.untilBack(performance.now(), 2 * TOO_LONG)) === null) throw new Error('not everybody came in');
    fleet.start();
    const deploys: Deploy[] = [];
    while (deploys.length < plan.deploys) {
      await pause(1_000 + Math.random() * 2_000);
      const stop = await serving.stop('SIGTERM');
      const since = performance.now();
      await serving.start();
      const upAt = serving.outages.at(-1)?.to ?? Date.now();
      const back = (await fleet.untilBack(since, TOO_LONG)) ?? TOO_LONG;
      deploys.push({ ...stop, upAt, back });
      tell(`stopped in ${Math.round(stop.took)} ms, back after ${Math.round(back)} ms`);
    }
    const { settled, rows } = await wholeLog(serving, fleet, TOO_LONG);
    return { clients: seats.length, deploys, commands: fleet.history.commands, rows, settled };
  } finally {
    await serving.clear();
  }
};

/** ms by which each table got more back than each outage took from it; null where it got nothing back at all. */
export const givenBack = (rows: readonly LogRow[], deploys: readonly Deploy[]): readonly (number | null)[] => {
  const matches = [...new Set(rows.map(({ match }) => match))];
  return matches.flatMap((match) => {
    const moves = rows.filter((row) => row.match === match && row.seat === 'table' && row.input.kind === 'extend');
    return deploys.map(({ askedAt, upAt }, i) => {
      const until = deploys[i + 1]?.askedAt ?? Number.POSITIVE_INFINITY;
      const move = moves.find((row) => row.at >= askedAt && row.at < until);
      return move?.input.kind === 'extend' ? move.input.by - (upAt - askedAt) : null;
    });
  });
};
