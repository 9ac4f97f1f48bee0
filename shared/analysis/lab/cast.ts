import type { PowerId, RouteId, ScenarioId } from '../../model/ids.ts';

/** What the lab calls by name: the parts of a scenario that its targets speak of. */
export type Cast = {
  /** Who turns from one partner to many. */ readonly host: PowerId;
  /** On whom it leaned. */ readonly patron: PowerId;
  /** Who might stand by it, and against whom. */ readonly guarantor: PowerId;
  readonly against: readonly PowerId[];
  /** The road that all talk of. */ readonly route: RouteId;
  /** Rows whose target was met by setting numbers until it was, by id. */ readonly calibrated: readonly string[];
};

/** What the spans and weights of objectives were set for. */
const CALIBRATED = ['ARM', 'USA', 'RUS', 'AZE', 'TUR', 'IRN']
  .flatMap((power) => [`score-${power}`, `first-${power}`])
  .concat('hold');

const CASTS: { readonly [scenario: ScenarioId]: Cast } = {
  'charter-2025': {
    host: 'ARM',
    patron: 'RUS',
    guarantor: 'USA',
    against: ['AZE', 'RUS', 'TUR'],
    route: 'syunik-route',
    calibrated: CALIBRATED,
  },
  tiny: { host: 'NOR', patron: 'OST', guarantor: 'OST', against: ['SUD'], route: 'pass', calibrated: [] },
};

export const castOf = (scenario: { readonly id: ScenarioId }): Cast => {
  const cast = CASTS[scenario.id];
  if (cast === undefined) throw new RangeError(`the lab has no cast for the scenario ${scenario.id}`);
  return cast;
};
