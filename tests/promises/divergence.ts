import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Extent, Vow } from './promise.ts';
import type { Mismatch } from './support/cold-replay.ts';
import { crashRun } from './support/crash-run.ts';
import type { Shard, ShardResult } from './support/refold.ts';

/** Matches that are folded again, and the ms that this may take. */
const REFOLDED: { readonly [E in Extent]: readonly [matches: number, within: number] } = {
  short: [40, 40_000],
  long: [10_000, 2_700_000],
};

const inThread = (shard: Shard): Promise<ShardResult> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./support/refold-worker.ts', import.meta.url), { workerData: shard });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

const refoldAll = async (extent: Extent): Promise<ShardResult> => {
  const [matches, within] = REFOLDED[extent];
  const threads = Math.min(4, availableParallelism());
  const each = Math.ceil(matches / threads);
  const shards = Array.from({ length: threads }, (_, i) => ({ from: i * each, to: (i + 1) * each, within }));
  const results = await Promise.all(shards.map(inThread));
  return {
    matches: results.reduce((sum, one) => sum + one.matches, 0),
    turns: results.reduce((sum, one) => sum + one.turns, 0),
    mismatches: results.flatMap((one) => one.mismatches),
  };
};

const named = ({ match, viewer, turn, field }: Mismatch): string => `${match}, ${viewer}, turn ${turn}: ${field}`;

export const divergence: Vow = {
  number: 4,
  name: 'Everybody sees the same',
  promise: 'The server, every page and the saved match agree on everything, turn by turn.',
  keep: async (extent, tell) => {
    const run = await crashRun(extent, tell);
    const again = await refoldAll(extent);
    const mismatches = [...run.mismatches.map(named), ...run.unlawful, ...again.mismatches.map(named)];
    for (const one of mismatches.slice(0, 20)) tell(`differs: ${one}`);
    return [
      { name: 'views of pages compared', value: run.sightings, unit: 'views', atLeast: run.clients },
      { name: 'turns played among crashes', value: run.turns, unit: 'turns', atLeast: 1 },
      { name: 'matches folded again', value: again.matches, unit: 'matches', atLeast: REFOLDED[extent][0] },
      { name: 'turns folded again', value: again.turns, unit: 'turns' },
      { name: 'mismatches', value: mismatches.length, unit: 'fields', atMost: 0 },
      { name: 'records that tell other digests', value: run.unlike, unit: 'matches', atMost: 0 },
    ];
  },
};
