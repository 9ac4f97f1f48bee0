import { type AppOptions, startApp } from '../../../server/app.ts';
import type { Clock, Entropy, Journal } from '../../../server/match/clock.ts';
import { digestOf } from '../../../shared/kernel/digest.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { temporaryFolder } from '../../server/support/test-server.ts';

/** A server in which time stands still and chance is what the pair of worlds makes of it. */
export type SecrecyHouse = {
  readonly base: string;
  /** What the seed of the next table's match will be. */ readonly matchSeedOf: (pair: string) => string;
  /** The same moment and the same luck for both worlds of a pair; ids alone are new. */
  readonly begin: (pair: string, at: number) => void;
  /** Lines of the log since the world began. */ readonly lines: () => readonly string[];
  /** Resolves when the server waits for nothing that is about to come by itself. */ readonly calm: () => Promise<void>;
  readonly scenario: Scenario;
  readonly close: () => Promise<void>;
};

/** Short waits of the server are cut to this part: what a wall gathers is to come between two steps of a test. */
const HASTE = 0.1;
/** ms from which on a wait never ends: what is done again and again would come in one world and not in the other. */
const LONG = 1_000;
const SEED_BYTES = 16;

const drawnFrom = (): Entropy & {
  readonly begin: (pair: string) => void;
  readonly seedOf: (pair: string) => string;
} => {
  let pair = '';
  let seeds = 0;
  let ids = 0;
  const next = (): string => {
    ids += 1;
    return String(ids);
  };
  const seed = (of: string, n: number): string => digestOf('seed', of, String(n)).slice(0, SEED_BYTES * 2);
  return {
    begin: (next) => {
      pair = next;
      seeds = 0;
    },
    seedOf: (of) => seed(of, 1),
    // Ids must be new, and codes too; all that luck comes from is the same in both worlds.
    hex: (bytes) => {
      if (bytes !== SEED_BYTES) return digestOf('id', next()).slice(0, bytes * 2);
      seeds += 1;
      return seed(pair, seeds);
    },
    below: (limit) => Number.parseInt(digestOf('below', next()).slice(0, 8), 16) % limit,
  };
};

const written = (facts: object): string =>
  JSON.stringify(facts, (_key, value: unknown) => (value instanceof Error ? `${value.name}: ${value.message}` : value));

/** What a leaky server does otherwise; it may write to the log of the house. */
export type Leak = (journal: Journal) => Partial<AppOptions>;

export const openHouse = async (scenario: Scenario, leak: Leak = () => ({})): Promise<SecrecyHouse> => {
  let now = 1_800_000_000_000;
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  const clock: Clock = {
    now: () => now,
    after: (ms, run) => {
      if (ms >= LONG) return () => undefined;
      const timer = setTimeout(() => {
        waiting.delete(timer);
        run();
      }, ms * HASTE);
      waiting.add(timer);
      return () => {
        waiting.delete(timer);
        clearTimeout(timer);
      };
    },
  };
  const entropy = drawnFrom();
  let lines: string[] = [];
  const write = (level: string) => (facts: object, what: string) =>
    void lines.push(`${level} ${what} ${written(facts)}`);
  const journal: Journal = { info: write('info'), warn: write('warn'), error: write('error') };
  const folder = temporaryFolder();
  const app = await startApp({
    ...{ port: 0, host: '127.0.0.1', dataDir: `${folder}/data`, clientDir: `${folder}/client` },
    ...{ journal, scenario, clock, entropy },
    ...leak(journal),
  });
  return {
    base: `http://127.0.0.1:${app.port}`,
    scenario,
    matchSeedOf: entropy.seedOf,
    begin: (pair, at) => {
      entropy.begin(pair);
      now = at;
      lines = [];
    },
    lines: () => lines,
    calm: async () => {
      while (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, 2));
    },
    close: app.close,
  };
};
