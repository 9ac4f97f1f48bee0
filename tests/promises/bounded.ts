import { runGame } from '../bench/load/load-run.ts';
import { slopeOf, soak } from '../bench/load/soak-run.ts';
import type { Extent, Figure, Vow } from './promise.ts';

const KB = 1_024;
/** Rounds until all code is loaded and compiled. */
const WARM = 2;
/** A match that all have left stays at hand for ten minutes: only after that does memory stop to grow. */
const HOURS_AT_HAND = 12 / 60;

/**
 * KB a match. The long form holds what is aimed at, which memory has not reached yet (docs/decisions/0019); the short
 * one, of three turns, sees that it does not become more than it is.
 */
const MOST: { readonly [E in Extent]: { readonly memory: number; readonly disk: number } } = {
  short: { memory: 320, disk: 150 },
  long: { memory: 150, disk: 64 },
};

const memoryOf = async (isLong: boolean, tell: (line: string) => void): Promise<readonly Figure[]> => {
  const turns = isLong ? 12 : 3;
  const run = await runGame({ tables: 40, turns, turn: isLong ? 5_000 : 3_000, tell });
  const most = MOST[isLong ? 'long' : 'short'];
  const disk = (run.disk * 12) / turns / run.allTables;
  return [
    { name: 'turns of forty matches', value: turns, unit: 'turns' },
    { name: 'memory of a match with six sockets', value: run.heap / KB, unit: 'KB', atMost: most.memory },
    // A short match is reckoned up to twelve turns, with the pages that a store begins with.
    { name: 'disk of a match of twelve turns', value: disk / KB, unit: 'KB', atMost: most.disk },
    { name: 'acknowledged and lost', value: run.lost, unit: 'inputs', atMost: 0 },
  ];
};

const leftovers = async (isLong: boolean, tell: (line: string) => void): Promise<readonly Figure[]> => {
  const choice = isLong ? { rounds: 110, tables: 20, turn: 3_000 } : { rounds: 5, tables: 8, turn: 400 };
  const { readings, matches, matchesARound, lost } = await soak({ ...choice, tell });
  const settled = isLong ? readings.filter(({ hours }) => hours > HOURS_AT_HAND) : readings.slice(WARM);
  const handles = settled.map((one) => one.handles);
  const played: Figure = { name: 'matches played one after another', value: matches, unit: 'matches' };
  const each = slopeOf(settled.map(({ heap }, i) => [i * matchesARound, heap])) / KB;
  const anHour = slopeOf(settled.map(({ heap, hours }) => [hours, heap])) / KB / KB;
  return [
    played,
    isLong
      ? { name: 'memory grows', value: anHour, unit: 'MB an hour', atMost: 1 }
      : // It stays at hand for ten minutes, as one with nobody in it: five rounds see no more than that.
        { name: 'memory of a match that all have left', value: each, unit: 'KB', atMost: MOST.short.memory },
    {
      name: 'more file handles at the end',
      value: (handles.at(-1) ?? 0) - (handles[0] ?? 0),
      unit: 'handles',
      atMost: 2,
    },
    { name: 'acknowledged and lost in them', value: lost, unit: 'inputs', atMost: 0 },
  ];
};

export const bounded: Vow = {
  number: 11,
  name: 'It stays small',
  promise: 'A match takes little memory and little disk, and when it is over nothing of it stays in memory.',
  keep: async (extent, tell) => {
    const isLong = extent === 'long';
    return [...(await memoryOf(isLong, tell)), ...(await leftovers(isLong, tell))];
  },
};
