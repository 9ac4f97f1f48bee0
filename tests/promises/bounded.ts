import { runGame } from '../bench/load/load-run.ts';
import { slopeOf, soak } from '../bench/load/soak-run.ts';
import type { Vow } from './promise.ts';

const KB = 1_024;
/** Rounds until all code is loaded and compiled. */
const WARM = 2;

export const bounded: Vow = {
  number: 11,
  name: 'It stays small',
  promise: 'A match takes little memory and little disk, and when it is over nothing of it is left in memory.',
  keep: async (extent, tell) => {
    const isLong = extent === 'long';
    const turns = isLong ? 12 : 3;
    const run = await runGame({ tables: 40, turns, turn: isLong ? 5_000 : 4_000, tell });
    const rounds = isLong ? 90 : 5;
    const after = await soak({ rounds, tables: isLong ? 20 : 10, turn: isLong ? 3_000 : 500, tell });
    const warm = after.readings.slice(Math.min(WARM, rounds - 3));
    const leftBehind = slopeOf(warm.map(({ heap }, i) => [i * after.matchesARound, heap]));
    const anHour = slopeOf(warm.map(({ heap, hours }) => [hours, heap]));
    const handles = warm.map((one) => one.handles);
    return [
      { name: 'memory of a match with six sockets', value: run.heap / KB, unit: 'KB', atMost: 150 },
      { name: 'turns that it has had by then', value: turns, unit: 'turns' },
      // A store begins with some pages of its own; a short match is reckoned up to twelve turns.
      {
        name: 'disk of a match of 12 turns',
        value: (run.disk * 12) / turns / run.allTables / KB,
        unit: 'KB',
        atMost: 64,
      },
      { name: 'matches played one after another', value: after.matches, unit: 'matches' },
      { name: 'left in memory by each', value: leftBehind / KB, unit: 'KB', ...(isLong ? {} : { atMost: 40 }) },
      {
        name: 'memory after warming up',
        value: anHour / KB / KB,
        unit: 'MB an hour',
        ...(isLong ? { atMost: 1 } : {}),
      },
      {
        name: 'file handles more at the end',
        value: (handles.at(-1) ?? 0) - (handles[0] ?? 0),
        unit: 'handles',
        atMost: 2,
      },
      { name: 'acknowledged and lost', value: run.lost + after.lost, unit: 'inputs', atMost: 0 },
    ];
  },
};
