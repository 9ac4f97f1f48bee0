import type { Vow } from './promise.ts';
import { median, worst } from './support/checks.ts';
import { crashRun } from './support/crash-run.ts';

export const recovery: Vow = {
  number: 3,
  name: 'Back in seconds',
  promise: 'After a crash everybody is back at their table within seconds, without doing anything, and sees what is.',
  keep: async (extent, tell) => {
    const { back, clients, mismatches } = await crashRun(extent, tell);
    return [
      { name: 'crashes that everybody came back from', value: back.length, unit: 'crashes', atLeast: 1 },
      { name: 'clients', value: clients, unit: 'clients' },
      { name: 'all back, median', value: Math.round(median(back)), unit: 'ms', atMost: 3_000 },
      { name: 'all back, worst', value: Math.round(worst(back)), unit: 'ms', atMost: 8_000 },
      { name: 'wrong views after coming back', value: mismatches.length, unit: 'fields', atMost: 0 },
    ];
  },
};
