import type { Effect } from '../model/effect.ts';
import type { ActorId, PowerId } from '../model/ids.ts';
import type { MeasureDefinition, Scenario } from '../model/scenario.ts';

type Data = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Parts that fill a file of their own name, without repeating it inside. */
const WHOLE_FILES = [
  ...['actions', 'agreements', 'cards', 'elections', 'magnitudes', 'measures', 'offers', 'plans', 'policies'],
  ...['sources', 'tracks'],
];

/** Does a file hold one part, of its own name, or the parts that it names? */
export const isWholeFile = (name: string, data: unknown): boolean => WHOLE_FILES.includes(name) || !isObject(data);

/** The parts of a scenario in one file. `$schema` is for the editor in which it was written. */
export const partsOfFile = (name: string, data: unknown): readonly (readonly [part: string, data: unknown])[] => {
  const { $schema: _, ...own } = isObject(data) ? data : {};
  const clean = isObject(data) ? own : data;
  return isWholeFile(name, data) ? [[name, clean]] : Object.entries(own);
};

/**
 * One scenario from a folder of JSON files, by name without `.json`. A file of cards holds the list of
 * cards itself; any other file holds the parts that it names, as `objectives` and `agendas` in one file.
 */
export const composeScenario = (files: Data): Data =>
  Object.fromEntries(Object.entries(files).flatMap(([name, data]) => partsOfFile(name, data)));

/** A sanction that nobody has imposed yet, made of the magnitudes; a match may impose it. */
const idleSanction = (scenario: Scenario, by: PowerId, against: ActorId): MeasureDefinition => {
  const { treasury, ownTreasury, courtPercent } = scenario.magnitudes.sanction;
  const adjective = scenario.powers.find((power) => power.id === by)?.adjective ?? by;
  const name = [...scenario.powers, ...scenario.others].find((actor) => actor.id === against)?.name ?? against;
  const isPower = scenario.powers.some((power) => power.id === against);
  const loses = (power: PowerId, points: number): Effect[] =>
    points === 0 ? [] : [{ kind: 'track', power, track: 'treasury', by: -points }];
  return {
    id: `sanction-${by}-${against}`,
    name: `${adjective} sanctions on ${name}`,
    kind: 'sanction',
    by,
    against: [against],
    status: 'idle',
    each: [...(isPower ? loses(against, treasury) : []), ...loses(by, ownTreasury)],
    courtPercent,
    courtCap: null,
    stopsGoods: false,
    onLift: [],
    text: `Banks, firms and officials are listed: while this stands it costs both sides, and what ${name} is offered by the same hand counts for less.`,
    source: 'design estimate',
  };
};

/** Every power may sanction every other actor that acts: what the scenario does not name is composed, idle. */
export const withSanctions = (scenario: Scenario): Scenario => {
  const known = new Set(
    scenario.measures
      .filter((measure) => measure.kind === 'sanction')
      .flatMap((measure) => measure.against.map((against) => `${measure.by}-${against}`)),
  );
  const actors = [
    ...scenario.powers.map((power) => power.id),
    ...scenario.others
      .map((other) => other.id)
      .filter((id) => scenario.portfolios[id] !== undefined || scenario.policies.some((one) => one.actor === id)),
  ];
  const idle = scenario.powers.flatMap(({ id: by }) =>
    actors
      .filter((against) => against !== by && !known.has(`${by}-${against}`))
      .map((against) => idleSanction(scenario, by, against)),
  );
  return idle.length === 0 ? scenario : { ...scenario, measures: [...scenario.measures, ...idle] };
};

/**
 * A scenario that ships with the game. It is taken as it is: the tests have read every word of it with `loadScenario`,
 * and reading it again would take half of the time in which a server or a page starts.
 */
export const shippedScenario = (raw: Data): Scenario => withSanctions(raw as unknown as Scenario);
