import { runGame } from '../bench/load/load-run.ts';
import { slopeOf, soak } from '../bench/load/soak-run.ts';
import type { Extent, Figure, Vow } from './promise.ts';

const KB = 1_024;
/** Rounds until all code is loaded and compiled. */
const WARM = 2;
/** Until then the server still compiles, and lets go of, code that is seldom run. */
const HOURS_TO_SETTLE = 8 / 60;
/**
 * Minutes for which a match stays at hand in the long form, instead of ten: the hundreds that all have left would be more
 * or fewer by forty from one reading to the next, which is five MB.
 */
const AT_HAND = 0.05;

/** KB of a match with its six sockets: at three turns, and half way, which is what a server of matches of every age holds. */
const MOST_MEMORY = 150;
/** KB of a match of twelve turns; of a short one as much is reckoned, and the pages that a store begins with weigh more. */
const MOST_DISK: { readonly [E in Extent]: number } = { short: 150, long: 64 };
const TURNS: { readonly [E in Extent]: readonly [now: number, last: number] } = { short: [3, 3], long: [6, 12] };

const memoryOf = async (extent: Extent, tell: (line: string) => void): Promise<readonly Figure[]> => {
  const turn = extent === 'long' ? 5_000 : 3_000;
  const [turns, all] = TURNS[extent];
  const run = await runGame({ tables: 40, turns, turn, tell });
  const whole = all === turns ? run : await runGame({ tables: 40, turns: all, turn, tell });
  const disk = (whole.disk * 12) / all / whole.allTables;
  const last: Figure = { name: `memory of it at ${all} turns`, value: whole.heap / KB, unit: 'KB' };
  return [
    { name: 'turns of forty matches', value: turns, unit: 'turns' },
    { name: 'memory of a match with six sockets', value: run.heap / KB, unit: 'KB', atMost: MOST_MEMORY },
    ...(whole === run ? [] : [last]),
    { name: 'disk of a match of twelve turns', value: disk / KB, unit: 'KB', atMost: MOST_DISK[extent] },
    { name: 'acknowledged and lost', value: run.lost + whole.lost, unit: 'inputs', atMost: 0 },
  ];
};

const leftovers = async (isLong: boolean, tell: (line: string) => void): Promise<readonly Figure[]> => {
  const choice = isLong ? { rounds: 300, tables: 20, turn: 600, idle: AT_HAND } : { rounds: 5, tables: 8, turn: 400 };
  const { readings, matches, matchesARound, lost } = await soak({ ...choice, tell });
  const settled = isLong ? readings.filter(({ hours }) => hours > HOURS_TO_SETTLE) : readings.slice(WARM);
  const handles = settled.map((one) => one.handles);
  const played: Figure = { name: 'matches played one after another', value: matches, unit: 'matches' };
  const each = slopeOf(settled.map(({ heap }, i) => [i * matchesARound, heap])) / KB;
  const anHour = slopeOf(settled.map(({ heap, hours }) => [hours, heap])) / KB / KB;
  return [
    played,
    isLong
      ? { name: 'memory grows', value: anHour, unit: 'MB an hour', atMost: 1 }
      : // It stays at hand for ten minutes, as one with nobody in it: five rounds see no more than that.
        { name: 'memory of a match that all have left', value: each, unit: 'KB', atMost: MOST_MEMORY },
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
    return [...(await memoryOf(extent, tell)), ...(await leftovers(isLong, tell))];
  },
};
