import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Start } from '../../server/support/child-server.ts';
import { Fleet } from './fleet.ts';
import type { Command } from './history.ts';
import { PhaseReader, type Span } from './phases.ts';
import { seatTables } from './seating.ts';
import type { Outage, Serving } from './serving.ts';
import { openStoreFile } from './store-file.ts';

const HOUR = 3_600_000;
export const SKEWED: Start = {
  node: ['--import', fileURLToPath(new URL('./skewed-clock.ts', import.meta.url))],
};

type Life = { readonly [name: string]: string };
/** What is done to the machine's clock in each life of the server, of so many ms, one life after the other. */
const livesOf = (ms: number): readonly Life[] => [
  { CLOCK_JUMPS: `${ms * 0.4}:${HOUR},${ms * 0.6}:${-2 * HOUR},${ms * 0.8}:${HOUR}` },
  { CLOCK_OFFSET: `${HOUR}` },
  { CLOCK_OFFSET: '0' },
  { CLOCK_OFFSET: `${-HOUR}`, CLOCK_JUMPS: `${ms * 0.5}:${5 * HOUR}` },
];

export type SkewPlan = {
  /** ms of a phase */ readonly phase: number;
  /** ms of one life */ readonly life: number;
  readonly every: number;
  /** In place of all that is done otherwise. */ readonly lives?: readonly Life[];
};
export type SkewRun = {
  /** In the time of a clock that nobody touched. */ readonly spans: readonly Span[];
  readonly outages: readonly Outage[];
  readonly commands: readonly Command[];
};

/** One table that plays by the clock while the machine's clock is set, in one life and between two. */
export const runSkewed = async (serving: Serving, plan: SkewPlan): Promise<SkewRun> => {
  try {
    const spans = { pace: 'correspondence', negotiation: plan.phase, orders: plan.phase, turns: 200 } as const;
    const seats = await seatTables(serving.dataDir, { tables: 1, ...spans });
    const file = openStoreFile(serving.dataDir);
    const [stored] = file.matches();
    if (stored === undefined) throw new Error('no table');
    const reader = new PhaseReader(stored);
    const watch = setInterval(() => {
      for (const row of file.rows(reader.match, reader.seq)) reader.read(row, Date.now());
    }, 20);
    const fleet = new Fleet({
      base: serving.base,
      seats,
      seed: `${Date.now()}`,
      noted: 0,
      every: plan.every,
      phase: null,
    });
    fleet.start();
    const lives = plan.lives ?? livesOf(plan.life);
    for (const [number, life] of lives.entries()) {
      await serving.start(life);
      await pause(plan.life);
      if (number < lives.length - 1) await serving.stop(number % 2 === 0 ? 'SIGKILL' : 'SIGTERM');
    }
    await fleet.rest(10_000);
    fleet.close();
    clearInterval(watch);
    await serving.stop('SIGTERM');
    file.close();
    // The first phase began before the first server did.
    return { spans: reader.spans.slice(1), outages: serving.outages, commands: fleet.history.commands };
  } finally {
    await serving.clear();
  }
};
