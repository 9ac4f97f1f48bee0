import { beforeAll, describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { botThinks, type Thought } from '../../shared/bots/bots.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import { BOT_LEVELS, BOT_NAMES, type BotChoice, TEMPERAMENTS } from '../../shared/model/input.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { place } from '../support/given.ts';
import { otherWorlds, SECRETS } from '../support/secrets.ts';

/** Two worlds that differ only in what a bot may not know: it does the very same in both, and for the same reasons. */
const LUCK = { match: 'two worlds', now: 'now' };
const BOTS: readonly BotChoice[] = [
  ...BOT_NAMES.filter((bot) => bot !== 'negotiator').map((bot) => ({ bot })),
  ...BOT_LEVELS.flatMap((level) =>
    TEMPERAMENTS.map((temperament) => ({ bot: 'negotiator', level, temperament }) as const),
  ),
];
const { powers } = indexOf(charter2025);

/** Secret papers of everybody with everybody next to it, so that each has something to hide and something that others hide. */
const papers = (state: MatchState): MatchState => ({
  ...state,
  board: powers.reduce((board, power, i) => {
    const next = powers[(i + 1) % powers.length] ?? '';
    return place(board, `pact s${i} statement secret: ${power} to ${next} refrain covert ${next} @1-9`);
  }, state.board),
});

const isAt = ({ board, table }: MatchState, turn: number, phase: string): boolean =>
  board.turn === turn && table.phase === phase;

/** A match of negotiators, looked at in the middle of its talks and when the doors are closed. */
const states: { readonly name: string; readonly state: MatchState }[] = [];
beforeAll(() => {
  const { record } = simulate(charter2025, { seed: 'worlds', bots: [{ bot: 'negotiator' }], length: 'short' });
  const fold = openFold(charter2025, foundationOf(record));
  let talked = 0;
  for (const logged of record.inputs) {
    fold.apply(logged);
    if (isAt(fold.state, 3, 'negotiation')) talked += 1;
    if (isAt(fold.state, 3, 'negotiation') && talked === 6) {
      states.push({ name: 'in the talks of turn 3', state: papers(fold.state) });
      const seats = Object.entries(fold.state.table.seats).map(([power, seat]) => [power, { ...seat, ready: true }]);
      const table = { ...fold.state.table, seats: Object.fromEntries(seats) };
      states.push({ name: 'when all are ready', state: papers({ ...fold.state, table }) });
    }
    if (states.length === 2 && isAt(fold.state, 4, 'orders')) {
      states.push({ name: 'over the orders of turn 4', state: papers(fold.state) });
      break;
    }
  }
});

/** How a bot thinks in a state: honest ones look at their view alone. */
type Mind = (state: MatchState, view: SeatView) => Thought;
const honest =
  (choice: BotChoice): Mind =>
  (_state, view) =>
    botThinks(charter2025, view, choice, LUCK);
const thoughtIn = (state: MatchState, viewer: PowerId, mind: Mind): Thought =>
  mind(state, viewFor(charter2025, state, viewer));

type Pair = {
  readonly viewer: PowerId;
  readonly secret: string;
  readonly state: MatchState;
  readonly world: MatchState;
};
/** Every secret from every seat, each in one of the states in which there can be such a secret. */
const pairs: Pair[] = [];
beforeAll(() => {
  for (const [i, viewer] of powers.entries()) {
    const worlds = states.map(({ state }) => ({ state, other: otherWorlds(charter2025, state, viewer) }));
    for (const [n, secret] of Object.keys(SECRETS).entries()) {
      const possible = worlds.flatMap(({ state, other }) => {
        const world = other.get(secret) ?? state;
        return world === state ? [] : [{ viewer, secret, state, world }];
      });
      pairs.push(...possible.slice((i + n) % possible.length, 1 + ((i + n) % possible.length)));
    }
  }
});

/** Secrets that a bot acts on. */
const leaksOf = (mind: Mind): readonly string[] => {
  const known = new Map<string, string>();
  const textOf = (state: MatchState, viewer: PowerId): string => JSON.stringify(thoughtIn(state, viewer, mind));
  return pairs.flatMap(({ viewer, secret, state, world }) => {
    const key = `${viewer} ${states.findIndex((one) => one.state === state)}`;
    const before = known.get(key) ?? textOf(state, viewer);
    known.set(key, before);
    return textOf(world, viewer) === before ? [] : [`${viewer}: ${secret}`];
  });
};

test('the worlds differ, and to the viewer they look alike', () => {
  const shown = (state: MatchState, viewer: PowerId): string => JSON.stringify(viewFor(charter2025, state, viewer));
  for (const { viewer, secret, state, world } of pairs) {
    expect(shown(world, viewer), `${viewer} ${secret}`).toBe(shown(state, viewer));
    expect(JSON.stringify(world) === JSON.stringify(state), `${viewer} ${secret}`).toBe(false);
  }
  expect(pairs).toHaveLength(powers.length * Object.keys(SECRETS).length);
  expect(states.filter(({ state }) => pairs.some((pair) => pair.state === state))).toHaveLength(3);
});

describe('a bot acts on nothing that its seat may not know', () => {
  test.each(BOTS.map((choice) => [Object.values(choice).join(' '), choice] as const))('%s', (_name, choice) => {
    expect(leaksOf(honest(choice))).toEqual([]);
  });

  test('most of them do something in these positions', () => {
    const busy = BOTS.filter((choice) =>
      states.some(({ state }) => powers.some((viewer) => thoughtIn(state, viewer, honest(choice)).acts.length > 1)),
    );
    expect(BOTS.filter((choice) => !busy.includes(choice)).map(({ bot }) => bot)).toEqual(['hold']);
  });
});

describe('the same check finds a bot that leaks', () => {
  const found = (mind: Mind): ReadonlySet<string> => new Set(leaksOf(mind).map((leak) => leak.split(': ')[1] ?? ''));

  test('one that reads the whole state, by every secret', () => {
    const leaky: Mind = (state) => ({
      acts: [{ kind: 'say', to: powers, text: JSON.stringify(state) }],
      motives: [],
    });
    expect([...found(leaky)].sort()).toEqual(Object.keys(SECRETS).sort());
  });

  test('one that reckons with an agenda, and shows it in its reasons alone', () => {
    const leaky: Mind = (state, view) => ({
      acts: [],
      motives: [
        {
          deed: 'decline',
          about: null,
          worth: 0,
          text: Object.entries(state.board.agendas)
            .filter(([power]) => power !== view.viewer)
            .join(),
        },
      ],
    });
    expect([...found(leaky)]).toEqual(['the agendas of others, and what they score by them']);
  });
});
