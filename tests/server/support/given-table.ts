import type { Entropy, Journal } from '../../../server/match/clock.ts';
import {
  type DirectoryOptions,
  MatchDirectory,
  type Past,
  type TableChoice,
} from '../../../server/match/match-directory.ts';
import type { OpenMatch } from '../../../server/match/open-match.ts';
import type { Outage } from '../../../server/match/outages.ts';
import type { MatchStore } from '../../../server/store/match-store.ts';
import { thinkingHere } from '../../../server/workers/thinker.ts';
import type { Input } from '../../../shared/model/input.ts';
import type { Reply } from '../../../shared/protocol/messages.ts';
import { tiny } from '../../../shared/scenarios/tiny.ts';
import { type FakeClock, fakeClock } from './fake-clock.ts';
import { memoryStore } from './memory-store.ts';

const nothing = (): void => undefined;
export const quietJournal: Journal = { info: nothing, warn: nothing, error: nothing };

/** Chance that is the same in every run. */
export const countingEntropy = (): Entropy => {
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  return {
    hex: (bytes) =>
      next()
        .toString(16)
        .padStart(bytes * 2, 'a'),
    below: (limit) => (next() * 7) % limit,
  };
};

/** Nothing was before it. */
export const FIRST_RUN: Past = { outages: [], runs: { now: 'first', before: null } };

export type Ground = { readonly store: MatchStore; readonly clock: FakeClock; readonly directory: MatchDirectory };

export const ground = (
  options: {
    readonly store?: MatchStore;
    readonly clock?: FakeClock;
    readonly outages?: readonly Outage[];
    readonly directory?: Partial<DirectoryOptions>;
  } = {},
): Ground => {
  const { store = memoryStore(), clock = fakeClock() } = options;
  const directory = new MatchDirectory({
    ...{
      store,
      clock,
      journal: quietJournal,
      entropy: countingEntropy(),
      past: { ...FIRST_RUN, outages: options.outages ?? [] },
    },
    ...{ thinker: thinkingHere() },
    ...{ scenario: tiny, scenarioById: () => tiny },
    ...options.directory,
  });
  return { store, clock, directory };
};

export const CHOICE: TableChoice = {
  ...{
    kind: 'private',
    title: 'A table',
    length: 'sprint',
    pace: 'untimed',
    press: 'full',
    bots: { bot: 'hold' },
    host: 'anna',
  },
};

/** Three people at the three seats of the tiny scenario, in its first negotiation. */
export const PEOPLE = { NOR: 'anna', SUD: 'bela', OST: 'cleo' } as const;
export type Power = keyof typeof PEOPLE;

export const givenTable = async (
  on: Ground,
  choice: Partial<TableChoice> = {},
  people: readonly Power[] = ['NOR', 'SUD', 'OST'],
) => {
  const open = await on.directory.create({ ...CHOICE, ...choice });
  for (const power of people) await open.join({ person: PEOPLE[power], name: PEOPLE[power], power });
  await open.start();
  return open;
};

let requests = 0;
/** One request of the person in a seat, based on what that seat sees now. */
export const send = (
  open: OpenMatch,
  power: Power,
  input: Input,
  more: { id?: string; basedOn?: number } = {},
): Promise<Reply> => {
  requests += 1;
  const basedOn = open.match.version(power);
  return open.match.submit({ seat: power, person: PEOPLE[power], id: `request-${requests}`, basedOn, input, ...more });
};

export const NOTHING = { orders: [], doors: null, concessions: [] } as const;
