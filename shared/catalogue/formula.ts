import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { FORMULA_FUNCTIONS, type FormulaFunction, isFormulaFunction, type Reckoner } from './formula-functions.ts';

/** `factor * name(args)`, or a plain number when the name is null. */
export type Term = {
  readonly factor: number;
  readonly name: FormulaFunction | null;
  readonly args: readonly string[];
};
export type FormulaReading =
  | { readonly ok: true; readonly terms: readonly Term[] }
  | { readonly ok: false; readonly message: string };

const TERM = /\s*([+-])?\s*(?:(\d+)\s*\*\s*)?(?:([a-z]+)\(([^()]*)\)|(\d+)(?!\d|\s*\*))\s*/uy;

/** Reads sums of terms such as `40*inforce(pact) + 60 - 2*line(ARM,AZE)`: no nesting, whole numbers. */
export const readFormula = (text: string): FormulaReading => {
  const terms: Term[] = [];
  let at = 0;
  while (at < text.length || terms.length === 0) {
    TERM.lastIndex = at;
    const match = TERM.exec(text);
    if (match === null)
      return broken(`cannot read “${text.slice(at, at + 24)}”; write terms like 10*flow(route), joined by + or -`);
    const [whole, sign, factor, name, args, number] = match;
    if (terms.length > 0 && sign === undefined) return broken(`a + or - is missing before “${whole.trim()}”`);
    const size = (sign === '-' ? -1 : 1) * Number(factor ?? 1) * Number(number ?? 1);
    const term = number !== undefined ? { factor: size, name: null, args: [] } : callOf(size, name ?? '', args ?? '');
    if (typeof term === 'string') return broken(term);
    terms.push(term);
    at = TERM.lastIndex;
  }
  return { ok: true, terms };
};

const broken = (message: string): FormulaReading => ({ ok: false, message });

const callOf = (factor: number, name: string, text: string): Term | string => {
  if (!isFormulaFunction(name))
    return `there is no function “${name}”; the functions are ${Object.keys(FORMULA_FUNCTIONS).join(', ')}`;
  const args = text.split(',').map((arg) => arg.trim());
  const { takes, least } = FORMULA_FUNCTIONS[name];
  if (args.length < least || args.length > takes.length || args.includes(''))
    return `${name} wants (${takes.join(', ')})`;
  return { factor, name, args };
};

const readings = new Map<string, readonly Term[]>();

/** Terms of a formula that the loader has accepted. */
export const parseFormula = (text: string): readonly Term[] => {
  const known = readings.get(text);
  if (known !== undefined) return known;
  const reading = readFormula(text);
  if (!reading.ok) throw new Error(`Formula “${text}”: ${reading.message}`);
  readings.set(text, reading.terms);
  return reading.terms;
};

type Compiled = { readonly base: number; readonly factors: readonly number[]; readonly reckoners: readonly Reckoner[] };
const compiled = new WeakMap<Scenario, WeakMap<readonly Term[], Compiled>>();

const compile = (terms: readonly Term[], scenario: Scenario): Compiled => {
  let base = 0;
  const factors: number[] = [];
  const reckoners: Reckoner[] = [];
  for (const { factor, name, args } of terms) {
    if (name === null) base += factor;
    else {
      factors.push(factor);
      reckoners.push(FORMULA_FUNCTIONS[name].make(args, scenario));
    }
  }
  return { base, factors, reckoners };
};

const compiledOf = (terms: readonly Term[], scenario: Scenario): Compiled => {
  let ofScenario = compiled.get(scenario);
  if (ofScenario === undefined) {
    ofScenario = new WeakMap();
    compiled.set(scenario, ofScenario);
  }
  const known = ofScenario.get(terms);
  if (known !== undefined) return known;
  const made = compile(terms, scenario);
  ofScenario.set(terms, made);
  return made;
};

const worth = ({ base, factors, reckoners }: Compiled, board: Board): number => {
  let sum = base;
  for (let i = 0; i < reckoners.length; i += 1) sum += (factors[i] ?? 0) * (reckoners[i]?.(board) ?? 0);
  return sum;
};

/** What a formula is worth on a board, in whole numbers. */
export const evaluate = (terms: readonly Term[], scenario: Scenario, board: Board): number =>
  worth(compiledOf(terms, scenario), board);

/** A formula that the loader has accepted, ready to be asked often. */
export const compiledFormula = (text: string, scenario: Scenario): ((board: Board) => number) => {
  const compiled = compiledOf(parseFormula(text), scenario);
  return (board) => worth(compiled, board);
};
