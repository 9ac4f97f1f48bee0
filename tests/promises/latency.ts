import { runGame } from '../bench/load/load-run.ts';
import { percentile } from '../bench/row.ts';
import type { Extent, Vow } from './promise.ts';

/** What else runs beside a test run must not look like a slow server; the long form has the machine for itself. */
const LEEWAY: { readonly [E in Extent]: number } = { short: 5, long: 1 };

export const latency: Vow = {
  number: 8,
  name: 'Nobody waits',
  promise:
    'With forty tables on a small server, what you send is taken at once, and a turn’s result is there at once for all.',
  keep: async (extent, tell) => {
    const turns = extent === 'long' ? 12 : 3;
    const leeway = LEEWAY[extent];
    const run = await runGame({ tables: 40, turns, turn: 10_000, tell });
    const { acknowledged, results } = run.measured;
    const bytes = (run.counted.turns + run.counted.rest + run.counted.state) / (run.resolvedTurns * 6);
    return [
      { name: 'clients', value: 240, unit: 'clients' },
      { name: 'inputs', value: acknowledged.length, unit: 'inputs', atLeast: turns * 40 * 6 * 4 },
      {
        name: 'acknowledged, half of them within',
        value: percentile(acknowledged, 0.5),
        unit: 'ms',
        atMost: 5 * leeway,
      },
      {
        name: 'acknowledged, 99 of 100 within',
        value: percentile(acknowledged, 0.99),
        unit: 'ms',
        atMost: 50 * leeway,
      },
      { name: 'turns resolved', value: results.length, unit: 'turns', atLeast: run.resolvedTurns },
      { name: 'result with all six, half within', value: percentile(results, 0.5), unit: 'ms' },
      {
        name: 'result with all six, 99 of 100 within',
        value: percentile(results, 0.99),
        unit: 'ms',
        atMost: 150 * leeway,
      },
      { name: 'sent to a seat in a turn, beyond texts', value: bytes, unit: 'bytes', atMost: 1_024 },
      { name: 'acknowledged and lost', value: run.lost, unit: 'inputs', atMost: 0 },
    ];
  },
};
