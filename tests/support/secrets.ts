import { bandOf } from '../../shared/catalogue/bands.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Board, MatchState } from '../../shared/model/state.ts';
import { TRACK_BOUNDS, type TrackBands, type Tracks } from '../../shared/model/track.ts';
import { give, place, refusedWith } from './given.ts';

/** A world in which something is otherwise that the viewer may not know; the same world where that cannot be. */
type Otherwise = (world: World) => MatchState;
type World = {
  readonly scenario: Scenario;
  readonly state: MatchState;
  readonly viewer: PowerId;
  /** Two others, and all of them. */ readonly one: PowerId;
  readonly other: PowerId;
  readonly others: readonly PowerId[];
};

const mapped = <T>(powers: readonly PowerId[], of: (power: PowerId) => T): { readonly [power: PowerId]: T } =>
  Object.fromEntries(powers.map((power) => [power, of(power)]));

const withBoard = (state: MatchState, change: (board: Board) => Board): MatchState => ({
  ...state,
  board: change(state.board),
});

/** One more or one fewer, whichever looks the same from outside. */
const alike = (scenario: Scenario, track: keyof TrackBands, value: number): number =>
  [value + 1, value - 1].find(
    (near) =>
      near >= TRACK_BOUNDS[track][0] &&
      near <= TRACK_BOUNDS[track][1] &&
      bandOf(scenario, track, near) === bandOf(scenario, track, value),
  ) ?? value;

/** Now and when the turn began. */
const purse =
  (track: keyof TrackBands): Otherwise =>
  ({ scenario, state, others }) => {
    const moved = (board: Board): Board => ({
      ...board,
      tracks: {
        ...board.tracks,
        ...mapped(others, (power) => {
          const tracks = board.tracks[power] as Tracks;
          return { ...tracks, [track]: alike(scenario, track, tracks[track]) };
        }),
      },
    });
    return {
      ...withBoard(state, moved),
      turnStarts: [...state.turnStarts.slice(0, -1), ...state.turnStarts.slice(-1).map(moved)],
    };
  };

const act = ({ scenario, state }: World, by: PowerId, input: PowerInput): MatchState =>
  refusedWith(scenario, state, by, input) === null ? give(scenario, state, by, input).state : state;

const PAPER = (one: PowerId, other: PowerId): string =>
  `pact unseen statement secret: ${one} to ${other} pay 1 each @1-9`;
const draft = (one: PowerId, other: PowerId, turn: number): AgreementDraft => ({
  title: 'Unseen',
  parties: [one, other],
  visibility: 'secret',
  form: 'statement',
  until: null,
  notice: 0,
  clauses: [
    {
      by: [one],
      to: [other],
      terms: { kind: 'refrain', order: { verb: 'covert', host: other } },
      from: turn,
      until: null,
    },
  ],
});

const told = ({ state, one }: World, ...facts: readonly object[]): MatchState => ({
  ...state,
  events: [
    ...state.events,
    ...facts.map(
      (fact, i) =>
        ({
          ...fact,
          id: `${state.board.turn}.${9000 + i}`,
          turn: state.board.turn,
          cause: { kind: 'undisclosed' },
          audience: [one],
        }) as unknown as GameEvent,
    ),
  ],
});

/** Every kind of secret that somebody may have from a seat, each changed by itself. */
export const SECRETS: { readonly [name: string]: Otherwise } = {
  'the treasury of others within its band': purse('treasury'),
  'the capital of others within its band': purse('capital'),
  'the readiness of others within its band': purse('readiness'),
  'the agendas of others, and what they score by them': ({ scenario, state, others }) =>
    withBoard(state, (board) => ({
      ...board,
      agendas: {
        ...board.agendas,
        ...mapped(others, (power) => {
          const all = (scenario.agendas[power] ?? []).map(({ id }) => id);
          return all[(all.indexOf(board.agendas[power] ?? '') + 1) % all.length] ?? '';
        }),
      },
      scores: {
        ...board.scores,
        powers: {
          ...board.scores.powers,
          ...mapped(others, (power) => ({ open: board.scores.powers[power]?.open ?? 0, full: 7777 })),
        },
      },
    })),
  'sealed orders': ({ state, others }) => ({
    ...state,
    orders: {
      ...state.orders,
      ...mapped(others, () => ({
        ...NO_ORDERS,
        orders: [{ verb: 'harden', area: 'trade' } as const, { verb: 'mobilise' } as const],
      })),
    },
  }),
  'that somebody has submitted orders': (world) =>
    act(world, world.one, { kind: 'submitOrders', orders: { ...NO_ORDERS, doors: null } }),
  'what others would concede': ({ state, others, viewer }) => ({
    ...state,
    orders: {
      ...state.orders,
      ...mapped(others, (power) => ({
        ...(state.orders[power] ?? NO_ORDERS),
        concessions: [{ to: viewer, kind: 'pay' as const, amount: 6 }],
      })),
    },
  }),
  'standing orders': (world) =>
    act(world, world.one, {
      kind: 'setStanding',
      standing: { honour: false, orders: [{ when: null, order: { verb: 'harden', area: 'trade' } }] },
    }),
  'a secret agreement between others': ({ state, one, other }) =>
    withBoard(state, (board) => place(board, PAPER(one, other))),
  'the secret agreements of others, gone': ({ state, viewer }) =>
    withBoard(state, (board) => ({
      ...board,
      agreements: Object.fromEntries(
        Object.entries(board.agreements).filter(
          ([, { visibility, parties, shownTo }]) =>
            visibility === 'public' || parties.includes(viewer) || shownTo.includes(viewer),
        ),
      ),
    })),
  'who else has read a secret agreement': ({ state, one }) =>
    withBoard(state, (board) => ({
      ...board,
      agreements: Object.fromEntries(
        Object.entries(board.agreements).map(([id, pact]) => [
          id,
          pact.visibility === 'secret' && !pact.parties.includes(one)
            ? { ...pact, shownTo: [...new Set([...pact.shownTo, one])] }
            : pact,
        ]),
      ),
    })),
  'an offer between others': (world) =>
    act(world, world.one, {
      kind: 'propose',
      draft: draft(world.one, world.other, world.state.board.turn),
      expires: world.state.board.turn,
    }),
  'the offers of others, gone': ({ state, viewer }) => ({
    ...state,
    proposals: Object.fromEntries(
      Object.entries(state.proposals).filter(([, one]) => one.draft.parties.includes(viewer)),
    ),
  }),
  'a message between others': (world) =>
    act(world, world.one, { kind: 'say', to: [world.other], text: 'Not a word of this' }),
  'a note to another': ({ state, one }) => ({
    ...state,
    notes: [...state.notes, { to: [one], text: 'For you alone', turn: state.board.turn, at: 1 }],
  }),
  'what came of covert deeds': (world) =>
    told(
      world,
      {
        kind: 'spied',
        by: world.one,
        host: world.viewer,
        learned: { tracks: world.state.board.tracks[world.viewer], agreement: null },
      },
      { kind: 'coupTried', by: world.one, host: world.other, odds: 30, success: false, why: null },
    ),
  'leverage about to be lost': ({ state, viewer, one }) =>
    withBoard(state, (board) => ({
      ...board,
      waste: [...board.waste, { host: viewer, area: 'trade', supplier: one, points: 5, because: '1.1' }],
    })),
  'a grievance that only others know of': ({ state, one, other }) =>
    withBoard(state, (board) => place(board, `grievance ${one} ${other} secret`)),
  'the seed': ({ state }) => ({ ...state, seed: 'another seed altogether' }),
};

/** Worlds that differ from the state in one secret each, by what is otherwise. */
export const otherWorlds = (
  scenario: Scenario,
  state: MatchState,
  viewer: PowerId,
): ReadonlyMap<string, MatchState> => {
  const { powers } = indexOf(scenario);
  const at = powers.indexOf(viewer);
  const [one = '', other = ''] = [1, 2].map((step) => powers[(at + step) % powers.length] ?? '');
  const world: World = { scenario, state, viewer, one, other, others: powers.filter((power) => power !== viewer) };
  return new Map(Object.entries(SECRETS).map(([name, otherwise]) => [name, otherwise(world)] as const));
};
