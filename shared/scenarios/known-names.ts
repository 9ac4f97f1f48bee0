import type { ArgumentKind } from '../catalogue/formula-functions.ts';
import { AREAS } from '../model/area.ts';
import { REGIMES } from '../model/asset.ts';
import { CLAUSE_KINDS } from '../model/clause.ts';
import { OWN } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { TRACKS } from '../model/track.ts';
import { type Report, suggest } from './problems.ts';

/** Everything that has a name in a scenario, to look up what others refer to. */
export type KnownNames = {
  readonly [K in Exclude<ArgumentKind, 'subject'> | 'card' | 'institution' | 'rule']: ReadonlySet<string>;
};

const ids = (list: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(list.map((one) => one.id));

export const knownNames = (scenario: Scenario): KnownNames => ({
  power: ids(scenario.powers),
  actor: new Set([...scenario.powers, ...scenario.others].map((one) => one.id)),
  supplier: new Set([OWN, ...[...scenario.powers, ...scenario.others].map((one) => one.id)]),
  host: new Set(Object.keys(scenario.portfolios)),
  area: new Set(AREAS),
  track: new Set(TRACKS),
  route: ids(scenario.routes),
  gate: ids(scenario.routes.flatMap((route) => route.gates)),
  regime: new Set(REGIMES),
  front: ids(scenario.fronts),
  project: ids(scenario.projects),
  site: ids(scenario.sites),
  agreement: ids(scenario.agreements),
  institution: new Set([...scenario.agreements, ...scenario.offers].map((one) => one.id)),
  rule: ids(scenario.policies.flatMap((policy) => policy.acts)),
  clauseKind: new Set(CLAUSE_KINDS),
  measure: ids(scenario.measures),
  prize: ids(scenario.fronts.flatMap((front) => front.prizes)),
  card: ids(scenario.cards),
});

const WORDS: { readonly [K in keyof KnownNames]: string } = {
  power: 'power',
  actor: 'power or other actor',
  supplier: 'supplier',
  host: 'host with a portfolio',
  area: 'area',
  track: 'track',
  route: 'route',
  gate: 'gate',
  regime: 'regime',
  front: 'front',
  project: 'project',
  site: 'site',
  agreement: 'standing agreement',
  institution: 'agreement or offer',
  rule: 'rule of a policy',
  clauseKind: 'kind of clause',
  measure: 'measure',
  prize: 'prize',
  card: 'card',
};

export type Look = (kind: keyof KnownNames, name: string, path: string) => boolean;

/** A look-up that reports what it does not find, with what was probably meant. */
export const lookIn =
  (names: KnownNames, report: Report): Look =>
  (kind, name, path) => {
    if (names[kind].has(name)) return true;
    report(path, `There is no ${WORDS[kind]} called “${name}”. ${suggest(name, names[kind])}`);
    return false;
  };

/** What every check is given. */
export type Desk = {
  readonly scenario: Scenario;
  readonly names: KnownNames;
  readonly look: Look;
  readonly report: Report;
};
