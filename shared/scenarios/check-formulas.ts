import { readFormula, type Term } from '../catalogue/formula.ts';
import { FORMULA_FUNCTIONS } from '../catalogue/formula-functions.ts';
import { isArea } from '../model/area.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Desk, KnownNames } from './known-names.ts';

/** The terms of a formula whose names all exist; null after saying what is wrong. */
export const checkFormula = (desk: Desk, formula: string, path: string): readonly Term[] | null => {
  const reading = readFormula(formula);
  if (!reading.ok) {
    desk.report(path, `The formula cannot be read: ${reading.message}.`);
    return null;
  }
  const sound = reading.terms.map((term) => checkTerm(desk, term, path));
  return sound.includes(false) ? null : reading.terms;
};

const checkTerm = (desk: Desk, { name, args }: Term, path: string): boolean => {
  if (name === null) return true;
  const { takes } = FORMULA_FUNCTIONS[name];
  return args.map((arg, i) => checkArgument(desk, takes[i], arg, path)).every(Boolean);
};

const checkArgument = (
  desk: Desk,
  kind: (typeof FORMULA_FUNCTIONS)[keyof typeof FORMULA_FUNCTIONS]['takes'][number] | undefined,
  arg: string,
  path: string,
): boolean => {
  if (kind === undefined) return true;
  if (kind === 'subject') return isSubject(desk.names, arg) || desk.look('route', arg, path);
  if (kind === 'agreement') return desk.look('institution', arg, path);
  return desk.look(kind, arg, path);
};

const isSubject = (names: KnownNames, subject: string): boolean =>
  isArea(subject) ||
  (['route', 'gate', 'site', 'front', 'actor', 'institution'] as const).some((kind) => names[kind].has(subject));

/** Does a term stay what it is through every match? Terms that are not named here can be moved by anybody's orders. */
const isFixed = (scenario: Scenario, { factor, name, args }: Term): boolean => {
  const [first = '', second = ''] = args;
  if (name === null || factor === 0) return true;
  switch (name) {
    case 'inforce':
    case 'ended':
    case 'party':
      return scenario.agreements.find((one) => one.id === first)?.background === true;
    case 'line':
      return !scenario.fronts.some(({ parties }) => parties.includes(first) && parties.includes(second));
    case 'won':
    case 'pct':
      return !(scenario.projects.find((one) => one.id === first)?.sponsors.includes(second) ?? false);
    case 'holds':
      return !scenario.fronts.some(
        (front) =>
          front.prizes.some((prize) => prize.id === first) && front.parties.includes(second) && !front.background,
      );
    case 'regime':
      return !(scenario.routes.find((one) => one.id === first)?.contested ?? false);
    case 'pacts':
    case 'griev':
      return first === second;
    default:
      return false;
  }
};

/** Do all its terms stay what they are? A term that another takes away again counts for nothing. */
export const isAllFixed = (scenario: Scenario, terms: readonly Term[]): boolean => {
  const keyOf = ({ name, args }: Term): string => JSON.stringify([name, args]);
  return terms.every((term) => {
    const factor = terms.reduce((sum, one) => (keyOf(one) === keyOf(term) ? sum + one.factor : sum), 0);
    return isFixed(scenario, { ...term, factor });
  });
};
