import { parseFormula, type Term } from '../../../shared/catalogue/formula.ts';
import { AREAS } from '../../../shared/model/area.ts';
import { OWN } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { type FigureKey, figureKey } from './figure-key.ts';
import { type Part, partsOf, type Tell } from './story.ts';

type Named = Exclude<Term['name'], null>;
/** Numbers behind one term of a formula. */
const KEYS: { readonly [F in Named]?: (args: readonly string[], scenario: Scenario) => readonly FigureKey[] } = {
  share: ([host = '', area = '', supplier = '']) => [figureKey('share', host, area, supplier)],
  own: ([host = '', area = '']) => [figureKey('share', host, area, OWN)],
  mvi: ([host = '']) => [figureKey('index', host)],
  dep: ([host = '', supplier = '']) => AREAS.map((area) => figureKey('share', host, area, supplier)),
  track: ([power = '', track = '']) => [figureKey('track', power, track)],
  force: ([power = '']) => [figureKey('track', power, 'readiness')],
  flow: ([route = '']) => [figureKey('flow', route)],
  guard: ([, gate = '']) => [figureKey('guard', gate)],
  guarded: ([route = '']) => [figureKey('flow', route)],
  regime: ([route = '']) => [figureKey('regime', route)],
  tension: ([front = '']) => [figureKey('tension', front)],
  line: ([a = '', b = ''], scenario) =>
    scenario.fronts
      .filter(({ parties }) => parties.includes(a) && parties.includes(b))
      .map((front) => figureKey('tension', front.id)),
  pct: ([project = '', sponsor = '']) => [figureKey('progress', project, sponsor)],
  won: ([project = '']) => [figureKey('winner', project)],
  site: ([site = '']) => [figureKey('site', site)],
  runs: ([site = '']) => [figureKey('operator', site)],
  inforce: ([agreement = '']) => [figureKey('agreement', agreement)],
  ended: ([agreement = '']) => [figureKey('agreement', agreement)],
  party: ([agreement = '']) => [figureKey('agreement', agreement)],
  member: ([, agreement = '']) => [figureKey('agreement', agreement)],
  shield: ([power = '']) => [figureKey('share', power, 'security', OWN)],
  lifted: ([measure = '']) => [figureKey('measure', measure)],
  griev: ([holder = '', against = '']) => [figureKey('grievance', holder, against)],
  holds: ([prize = '']) => [figureKey('prize', prize)],
  prom: ([kind = '', by = '', to = '']) => [figureKey('promised', kind, by, to)],
  pacts: ([one = '', other = '']) => [figureKey('pacts', one, other)],
};

/** What a formula is made of, as numbers that can be asked for themselves; each once. */
export const keysOfFormula = (formula: string, scenario: Scenario): readonly FigureKey[] => [
  ...new Set(
    parseFormula(formula).flatMap(({ name, args }) => (name === null ? [] : (KEYS[name]?.(args, scenario) ?? []))),
  ),
];

export const partsOfFormula = (formula: string, scenario: Scenario, tell: Tell): readonly Part[] =>
  partsOf(keysOfFormula(formula, scenario), tell);
