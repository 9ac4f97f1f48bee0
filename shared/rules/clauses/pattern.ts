import { indexOf } from '../../catalogue/scenario-index.ts';
import { lookUp } from '../../kernel/look-up.ts';
import { ORDER_FIELDS } from '../../model/fields.ts';
import {
  isFamily,
  type Order,
  type OrderPattern,
  PATTERN_FIELDS,
  VERB_FAMILIES,
  type Verb,
  type VerbFamily,
} from '../../model/order.ts';
import type { Drafting } from './clause-kind.ts';

export const verbsOf = (pattern: OrderPattern): readonly Verb[] =>
  isFamily(pattern.verb) ? VERB_FAMILIES[pattern.verb] : [pattern.verb];

const takes = (verb: Verb, field: string): boolean => ORDER_FIELDS[verb].some((one) => one.name === field);

/** Verbs that are aimed at powers alone. */
const AT_POWERS: ReadonlySet<Verb | VerbFamily> = new Set<Verb>([
  'squeeze',
  'spy',
  'destabilise',
  'coup',
  'deter',
  'operate',
]);

type Check = (drafting: Drafting, pattern: OrderPattern, value: string) => boolean;

const ownsGate = ({ scenario, by }: Drafting, gate: string): boolean =>
  by.includes(indexOf(scenario).gates.get(gate)?.gate.owner ?? '');

/** What each field of a pattern may name. */
const CHECKS: { readonly [F in (typeof PATTERN_FIELDS)[number]]: Check } = {
  host: ({ scenario, board, by }, { verb }, host) => {
    if (by.length === 1 && by[0] === host) return false;
    if (verb === 'court') return lookUp(board.portfolios, host) !== undefined;
    return AT_POWERS.has(verb) ? indexOf(scenario).isPower.has(host) : indexOf(scenario).actors.includes(host);
  },
  area: () => true,
  status: () => true,
  gate: (drafting, { verb }, gate) =>
    verb === 'blockade' || verb === 'covert' ? indexOf(drafting.scenario).gates.has(gate) : ownsGate(drafting, gate),
  front: ({ scenario }, _, front) => indexOf(scenario).fronts.has(front),
  project: ({ scenario, by }, { verb }, id) => {
    const project = indexOf(scenario).projects.get(id);
    if (project === undefined) return false;
    if (verb === 'award') return by.includes(project.host);
    return verb !== 'sponsor' || by.some((one) => project.sponsors.includes(one));
  },
  sponsor: ({ scenario }, { project }, sponsor) =>
    project === undefined
      ? indexOf(scenario).actors.includes(sponsor)
      : (indexOf(scenario).projects.get(project)?.sponsors.includes(sponsor) ?? false),
  measure: ({ scenario, by }, _, id) => by.includes(indexOf(scenario).measures.get(id)?.by ?? ''),
  what: ({ scenario, by }, _, what) => isRecognisable({ scenario }, what) && !(by.length === 1 && by[0] === what),
};

/** A country with borders of its own on the board, or a front. */
export const isRecognisable = ({ scenario }: Pick<Drafting, 'scenario'>, what: string): boolean =>
  indexOf(scenario).fronts.has(what) || indexOf(scenario).hosts.includes(what);

/** The first field that no order of the verb has, or that names nothing it could; null if there is none. */
export const patternFault = (drafting: Drafting, pattern: OrderPattern): string | null => {
  const verbs = verbsOf(pattern);
  for (const field of PATTERN_FIELDS) {
    const value = pattern[field];
    if (value === undefined) continue;
    if (!verbs.some((verb) => takes(verb, field)) || !CHECKS[field](drafting, pattern, value)) return field;
  }
  return null;
};

/** Is every order that is asked for one that is forborne? */
export const covers = (forborne: OrderPattern, asked: OrderPattern): boolean => {
  const verbs = verbsOf(forborne);
  if (!verbsOf(asked).every((verb) => verbs.includes(verb))) return false;
  for (const field of PATTERN_FIELDS) {
    if (forborne[field] !== undefined && forborne[field] !== asked[field]) return false;
  }
  return true;
};

/**
 * The one order that a pattern can mean, where it names all there is to name; null if it leaves a choice.
 * Demands and guards are never named.
 */
export const onlyOrder = (pattern: OrderPattern): Order | null => {
  if (isFamily(pattern.verb)) return null;
  for (const { name, optional } of ORDER_FIELDS[pattern.verb]) {
    if (!optional && pattern[name as (typeof PATTERN_FIELDS)[number]] === undefined) return null;
  }
  return pattern as Order;
};
