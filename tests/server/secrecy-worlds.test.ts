import { afterEach, describe, expect, test, vi } from 'vitest';
import type { MatchState } from '../../shared/model/state.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { fuzzTexts } from '../promises/support/secrecy-canaries.ts';
import { type Compared, comparePair, medianLateness } from '../promises/support/secrecy-compare.ts';
import { type Leak, openHouse } from '../promises/support/secrecy-house.ts';

/** What the server of a test gives away, beside the one that is given a leaky view. */
const leaky = vi.hoisted(() => ({
  ...{ refusal: false, frames: false, records: false, wall: false, outline: false, bases: false },
}));
afterEach(() => {
  for (const leak of Object.keys(leaky) as (keyof typeof leaky)[]) leaky[leak] = false;
});

vi.mock('../../shared/rules/refusal.ts', async (original) => {
  const real = await original<typeof import('../../shared/rules/refusal.ts')>();
  const refusal: typeof real.refusal = (scenario, state, logged) => {
    const refused = real.refusal(scenario, state, logged);
    const isThere = 'proposal' in logged.input && state.proposals[logged.input.proposal] !== undefined;
    return refused !== null && leaky.refusal && isThere ? { ...refused, because: { why: 'not yours' } } : refused;
  };
  return { ...real, refusal };
});
vi.mock('../../server/match/view-versions.ts', async (original) => {
  const real = await original<typeof import('../../server/match/view-versions.ts')>();
  class ViewVersions extends real.ViewVersions {
    override count(events: Parameters<InstanceType<typeof real.ViewVersions>['count']>[0]) {
      const changed = super.count(events);
      return leaky.frames ? [...new Set([...changed, 'public'])] : changed;
    }
  }
  return { ...real, ViewVersions };
});
vi.mock('../../server/match/view-bases.ts', async (original) => {
  const real = await original<typeof import('../../server/match/view-bases.ts')>();
  class ViewBases extends real.ViewBases {
    readonly #match: ConstructorParameters<typeof real.ViewBases>[0];
    constructor(...given: ConstructorParameters<typeof real.ViewBases>) {
      super(...given);
      [this.#match] = given;
    }
    override find(...asked: Parameters<InstanceType<typeof real.ViewBases>['find']>) {
      const base = super.find(...asked);
      const has = this.#match.version(asked[0]) === asked[1].version;
      return leaky.bases && has && [...(this.#match.state?.messages ?? [])].length % 2 === 1 ? null : base;
    }
  }
  return { ...real, ViewBases };
});
vi.mock('../../shared/replay/make-record.ts', async (original) => {
  const real = await original<typeof import('../../shared/replay/make-record.ts')>();
  const redactedRecord: typeof real.redactedRecord = (scenario, saved, reader) => {
    const record = real.redactedRecord(scenario, saved, reader);
    return leaky.records ? { ...record, title: `${record.title} of ${saved.inputs.length}` } : record;
  };
  return { ...real, redactedRecord };
});
vi.mock('../../server/match/outline.ts', async (original) => {
  const real = await original<typeof import('../../server/match/outline.ts')>();
  const outlineOf: typeof real.outlineOf = (state) =>
    leaky.outline ? { ...real.outlineOf(state), turn: state.version } : real.outlineOf(state);
  return { ...real, outlineOf };
});
vi.mock('../../server/classroom/console-view.ts', async (original) => {
  const real = await original<typeof import('../../server/classroom/console-view.ts')>();
  const wallView: typeof real.wallView = (klass, tables, now) => ({
    ...real.wallView(klass, tables, now),
    ...(leaky.wall ? { waiting: tables.reduce((sum, { open }) => sum + open.match.state.version, 0) } : {}),
  });
  return { ...real, wallView };
});

/** Compares some pairs of worlds at one server. */
const compare = async (
  pairs: readonly string[],
  options: { scenario?: typeof tiny; classroom?: boolean; leak?: Leak } = {},
): Promise<readonly Compared[]> => {
  const { scenario = tiny, classroom = false, leak } = options;
  const house = await openHouse(scenario, leak);
  try {
    const all: Compared[] = [];
    for (const seed of pairs) all.push(await comparePair(house, seed, classroom));
    return all;
  } finally {
    await house.close();
  }
};
const leaksOf = (all: readonly Compared[]): readonly string[] => all.flatMap((one) => one.leaks);

const PAIRS = ['pair-a'];

describe('two worlds that differ in what two seats keep between them', { timeout: 60_000 }, () => {
  test.each([
    ['at a small table', {}],
    ['at a table of six', { scenario: charter2025 }],
    ['in a class with its wall', { classroom: true }],
  ] as const)(
    'are the same to everybody else %s',
    async (_where, options) => {
      const all = await compare(PAIRS, options);
      expect(leaksOf(all)).toEqual([]);
      expect(all.reduce((sum, one) => sum + one.frames, 0)).toBeGreaterThan(100);
    },
    60_000,
  );
});

/** Somebody's eyes, with something more. */
const seeing =
  (more: (state: MatchState) => object): Leak =>
  () => ({
    viewFor: (scenario, state, viewer) => ({ ...viewFor(scenario, state, viewer), ...more(state) }) as never,
  });

describe('the same comparison finds a server', { timeout: 60_000 }, () => {
  test('whose views hold what is said between others', async () => {
    const leaks = leaksOf(await compare(PAIRS, { leak: seeing(({ messages }) => ({ messages })) }));
    expect(leaks).toContainEqual(expect.stringContaining('got a text of others'));
  });

  test('that numbers what happens for all together', async () => {
    const leaks = leaksOf(await compare(PAIRS, { leak: seeing(({ version }) => ({ version })) }));
    expect(leaks).toContainEqual(expect.stringMatching(/a spectator, step \d+ \(say\)/u));
  });

  test('that sends a frame for every act', async () => {
    leaky.frames = true;
    expect(leaksOf(await compare(PAIRS))).toContainEqual(
      expect.stringMatching(/a spectator, step \d+ \(secret\): \d+ and \d+ frames/u),
    );
  });

  test('that tells all to whoever comes back after something that they may not know', async () => {
    leaky.bases = true;
    const leaks = leaksOf(await compare(['pair-a', 'pair-b', 'pair-c', 'pair-d']));
    expect(leaks).toContainEqual(expect.stringMatching(/resume.* and .*view|view.* and .*resume/u));
  });

  test('whose refusals tell whether something is there', async () => {
    leaky.refusal = true;
    expect(leaksOf(await compare(PAIRS))).toContainEqual(expect.stringMatching(/step \d+ \(probe\)/u));
  });

  test('whose records count what was sent', async () => {
    leaky.records = true;
    expect(leaksOf(await compare(PAIRS))).toContainEqual(expect.stringContaining('/record'));
  });

  test('whose lists count what was sent', async () => {
    leaky.outline = true;
    expect(leaksOf(await compare(PAIRS))).toContainEqual(expect.stringMatching(/^GET \/api\/matches\/\*/u));
  });

  test('whose log tells of secrets', async () => {
    const leak: Leak = (journal) => ({
      viewFor: (scenario, state, viewer) => {
        journal.info({ texts: state.messages.map(({ text }) => text) }, 'a view was made');
        return viewFor(scenario, state, viewer);
      },
    });
    const leaks = leaksOf(await compare(PAIRS, { leak }));
    expect(leaks).toContainEqual(expect.stringMatching(/^the log: /u));
    expect(leaks).toContainEqual(expect.stringMatching(/^the log holds a text: /u));
  });

  test('whose wall counts what was sent', async () => {
    leaky.wall = true;
    expect(leaksOf(await compare(PAIRS.slice(0, 1), { classroom: true }))).toContainEqual(
      expect.stringMatching(/^the wall, step \d+/u),
    );
  });

  test('that takes longer for whoever is not told of more', async () => {
    const slow = ({ messages }: MatchState): object => {
      const until = performance.now() + (messages.filter(({ channel }) => channel.length < 9).length > 2 ? 25 : 0);
      while (performance.now() < until);
      return {};
    };
    const [one] = await compare(PAIRS.slice(0, 1), { leak: seeing(slow) });
    expect(one?.leaks).toEqual([]);
    expect(medianLateness(one?.late ?? [])).toBeGreaterThan(50);
  });
});

test('a text with a mark is found with those to whom it was sent and nobody else, and with others of a leaky server', async () => {
  const { read, strays } = await fuzzTexts(150, 'marks');
  expect(read).toBeGreaterThan(300);
  expect(strays).toEqual([]);
  const viewOf: typeof viewFor = (scenario, state, viewer) => ({ ...viewFor(scenario, state, 'facilitator'), viewer });
  const leaking = await fuzzTexts(150, 'marks', { viewFor: viewOf });
  expect(leaking.strays.length).toBeGreaterThan(0);
});
