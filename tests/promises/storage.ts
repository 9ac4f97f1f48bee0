import type { Extent, Figure, Vow } from './promise.ts';
import { startFaultyServer, startOnSmallDisk } from './support/faulty-server.ts';
import { type Ordeal, type OrdealOptions, type Trial, undergo } from './support/storage-ordeal.ts';

const PLANS: { readonly [E in Extent]: OrdealOptions } = {
  short: { tables: 3, hold: 2_500 },
  long: { tables: 12, hold: 12_000 },
};
/** What the server keeps beside its data takes a part of it. */
const MEGABYTES = 32;
/** A disk that is slow stores all the same. A full one takes what still fits. */
const STORES: ReadonlySet<string> = new Set(['slow']);
const SOME_FIT: ReadonlySet<string> = new Set(['slow', 'full', 'crammed']);

const worst = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** What the ordeals come to, each figure with its limit. */
export const figuresOf = (ordeals: readonly Ordeal[]): readonly Figure[] => {
  const trials = ordeals.flatMap((ordeal) => ordeal.trials);
  const refusing = trials.filter(({ fault }) => !STORES.has(fault));
  const withThread = trials.filter(({ fault }) => fault !== 'lost');
  const total = trials.filter(({ fault }) => !SOME_FIT.has(fault));
  const read = (some: readonly Trial[], which: 'asked' | 'failed'): number =>
    sum(some.map(({ reads }) => reads[which]));
  const failures = ordeals.map(({ errors }) => errors).filter((errors) => errors !== '');
  return [
    { name: 'kinds of fault', value: trials.length, unit: 'kinds', atLeast: 6 },
    {
      name: 'commands acknowledged',
      value: sum(ordeals.map((one) => one.acknowledged)),
      unit: 'commands',
      atLeast: 100,
    },
    { name: 'acknowledged and not stored', value: sum(ordeals.map((one) => one.lost)), unit: 'commands', atMost: 0 },
    { name: 'stored twice', value: sum(ordeals.map((one) => one.doubled)), unit: 'commands', atMost: 0 },
    {
      name: 'acknowledged while nothing could be stored',
      value: sum(total.map((one) => one.acknowledged)),
      unit: 'commands',
      atMost: 0,
    },
    {
      name: 'faults that refused nothing',
      value: refusing.filter(({ refused }) => refused === 0).length,
      unit: 'faults',
      atMost: 0,
    },
    {
      name: 'refusals that nobody can try again',
      value: sum(trials.map(({ strange }) => strange.length)),
      unit: 'replies',
      atMost: 0,
    },
    {
      name: 'slowest to say that it is not ready',
      value: worst(refusing.map(({ toldAfter }) => toldAfter ?? Number.POSITIVE_INFINITY)),
      unit: 'ms',
      atMost: 5_000,
    },
    {
      name: 'times it did not say that it lives',
      value: sum(trials.map(({ unhealthy }) => unhealthy)),
      unit: 'answers',
      atMost: 0,
    },
    {
      name: 'reads that failed while the writer was there',
      value: read(withThread, 'failed'),
      unit: 'reads',
      atMost: 0,
    },
    { name: 'reads asked for meanwhile', value: read(withThread, 'asked'), unit: 'reads', atLeast: 20 },
    { name: 'slowest recovery', value: worst(trials.map(({ wellAfter }) => wellAfter)), unit: 'ms', atMost: 5_000 },
    { name: 'turns closed', value: sum(ordeals.map(({ turns }) => turns)), unit: 'turns', atLeast: 10 },
    {
      name: 'matches that a restored copy tells otherwise',
      value: sum(ordeals.map(({ unlike }) => unlike)),
      unit: 'matches',
      atMost: 0,
    },
    { name: 'failures outside any handler', value: failures.length, unit: 'servers', atMost: 0 },
  ];
};

export const storage: Vow = {
  number: 12,
  name: 'A disk that goes wrong',
  promise: 'When nothing can be saved the server says so, takes nothing that it could lose, and goes on by itself.',
  keep: async (extent, tell): Promise<readonly Figure[]> => {
    const ordeals: Ordeal[] = [];
    for (const start of [() => startFaultyServer(), () => startOnSmallDisk(MEGABYTES)]) {
      const server = await start();
      if (server === null) {
        tell('this system lets us make no small disk of our own');
        continue;
      }
      try {
        ordeals.push(await undergo(server, PLANS[extent], tell));
      } finally {
        await server.stop();
      }
    }
    return figuresOf(ordeals);
  },
};
