import type { Think } from '../../bots/bots.ts';
import { negotiatorThinks } from '../../bots/negotiator/negotiator.ts';
import { indexOf } from '../../catalogue/scenario-index.ts';
import type { ObjectiveId, PowerId } from '../../model/ids.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Length } from '../../model/state.ts';
import { type Player, simulate } from '../simulate.ts';
import { type Cast, castOf } from './cast.ts';
import { type Decoupling, decouplingSeats, guaranteedScenario, PACES } from './decoupling.ts';
import { factsOf, type MatchFacts } from './facts.ts';
import { type Nudge, nudged } from './magnitudes.ts';

/** Ways of playing one seat among negotiators. `first` and `second` put half of the objectives before the others. */
export const WAYS = ['hold', 'scripted', 'greedy', 'easy', 'strong', 'first', 'second'] as const;
export type Way = (typeof WAYS)[number];

/** One table, told in so few words that it can be sent to whoever plays it. */
export type Experiment =
  /** Six negotiators. */
  | { readonly kind: 'main' }
  /** Nobody talks. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'seat'; readonly way: Way; readonly power: PowerId }
  | ({ readonly kind: 'decoupling' } & Decoupling)
  | ({ readonly kind: 'nudge' } & Nudge);

export const keyOf = (experiment: Experiment): string => Object.values(experiment).join('/');

/** How many matches of it are to be played. */
export type Cell = { readonly experiment: Experiment; readonly matches: number };
/** One match: seeds are the same in all experiments. */
export type Job = { readonly experiment: Experiment; readonly number: number };
export type Bench = { readonly scenario: Scenario; readonly seed: number; readonly length: Length };

/** Matches of each table: the main one, each seat played in another way, and those that need more to show anything. */
export type Sizes = { readonly main: number; readonly seat: number; readonly pair: number };

/** So many in all, in the shares that tell most of all targets together. */
export const sizesOf = (scenario: Scenario, matches: number): Sizes => {
  const seat = Math.max(1, Math.floor(matches / SEAT_PART));
  const pair = PAIR * seat;
  const ways = WAYS.reduce((sum, way) => sum + matchesOf(way, seat), 0);
  const beside = ways * indexOf(scenario).powers.length + (1 + 2 * PACES.length) * pair;
  return { main: Math.max(Math.ceil((matches * LEAST_MAIN) / 100), matches - beside), seat, pair };
};

/** Levels are three points apart: it takes more matches to see that than what a seat loses by only looking on. */
const CLOSE: readonly Way[] = ['easy', 'strong', 'scripted'];
const OFTEN = 3;
const matchesOf = (way: Way, seat: number): number => (CLOSE.includes(way) ? OFTEN * seat : seat);

const SEAT_PART = 160;
const LEAST_MAIN = 33;
/** Single seats are compared over six of them, the host’s pace over one. */
export const PAIR = 3;

/** The main table, and every other on its first seeds. */
export const labCells = (scenario: Scenario, { main, seat, pair }: Sizes): readonly Cell[] => {
  const { powers } = indexOf(scenario);
  const seats = WAYS.flatMap((way) => powers.map((power) => ({ kind: 'seat', way, power }) as const));
  const paces = [false, true].flatMap((guaranteed) =>
    PACES.map((pace): Experiment => ({ kind: 'decoupling', pace, guaranteed })),
  );
  const cells = [
    { experiment: { kind: 'main' } as const, matches: main },
    { experiment: { kind: 'alone' } as const, matches: Math.min(main, pair) },
    ...seats.map((experiment) => ({ experiment, matches: Math.min(main, matchesOf(experiment.way, seat)) })),
    ...paces.map((experiment) => ({ experiment, matches: pair })),
  ];
  return cells.filter((cell) => cell.matches > 0);
};

export const jobsOf = (cells: readonly Cell[]): readonly Job[] =>
  cells.flatMap(({ experiment, matches }) =>
    Array.from({ length: matches }, (_, number): Job => ({ experiment, number })),
  );

/** Plays one match. The same job gives the same facts, whoever plays it and whatever was played before. */
export const playJob = ({ scenario, seed, length }: Bench, { experiment, number }: Job): MatchFacts => {
  const cast = castOf(scenario);
  const world = worldOf(scenario, cast, experiment);
  const played = simulate(world, {
    seed: `${seed + number}`,
    bots: [experiment.kind === 'alone' ? 'greedy' : 'negotiator'],
    seats: seatsOf(world, cast, experiment),
    length,
  });
  return factsOf(world, cast, played);
};

const worlds = new WeakMap<Scenario, Map<string, Scenario>>();

/** Look-ups are kept by scenario: a changed one is made once for all its matches, and only the last is kept. */
const worldOf = (scenario: Scenario, cast: Cast, experiment: Experiment): Scenario => {
  const isChanged = experiment.kind === 'nudge' || (experiment.kind === 'decoupling' && experiment.guaranteed);
  if (!isChanged) return scenario;
  const key = experiment.kind === 'nudge' ? keyOf(experiment) : 'guaranteed';
  const known = worlds.get(scenario)?.get(key);
  if (known !== undefined) return known;
  const made = experiment.kind === 'nudge' ? nudged(scenario, experiment) : guaranteedScenario(scenario, cast);
  worlds.set(scenario, new Map([[key, made]]));
  return made;
};

const seatsOf = (scenario: Scenario, cast: Cast, experiment: Experiment): { readonly [power: PowerId]: Player } => {
  if (experiment.kind === 'decoupling') return decouplingSeats(scenario, cast, experiment);
  if (experiment.kind !== 'seat') return {};
  return { [experiment.power]: playerOf(scenario, experiment.power, experiment.way) };
};

const playerOf = (scenario: Scenario, power: PowerId, way: Way): Player => {
  switch (way) {
    case 'easy':
    case 'strong':
      return { bot: 'negotiator', level: way };
    case 'first':
    case 'second':
      return { bot: 'negotiator', think: onPath(pathOf(scenario, power, way)) };
    default:
      return { bot: way };
  }
};

const PUT_BACK = 30;

/** Percent by objective: the heavier half first, or the other. Of equals the first listed is the heavier. */
export const pathOf = (
  scenario: Scenario,
  power: PowerId,
  way: 'first' | 'second',
): ReadonlyMap<ObjectiveId, number> => {
  const objectives = scenario.objectives[power] ?? [];
  const half = Math.ceil(objectives.length / 2);
  const heavy = new Set([...objectives].sort((a, b) => b.weight - a.weight).slice(0, half));
  return new Map(objectives.map((one) => [one.id, heavy.has(one) === (way === 'first') ? 100 : PUT_BACK]));
};

const onPath =
  (path: ReadonlyMap<ObjectiveId, number>): Think =>
  (scenario, view, luck, ready) =>
    negotiatorThinks(scenario, view, { bot: 'negotiator' }, luck, ready, (objective, secret) =>
      secret ? 100 : (path.get(objective) ?? 100),
    );
