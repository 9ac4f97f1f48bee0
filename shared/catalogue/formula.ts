import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { FUNCTIONS } from './formula-functions.ts';

/** `2*flow(lars-road)`: a whole number times a function of the board, or the number alone. */
export type Term = { readonly times: number; readonly call: { readonly name: string; readonly args: readonly string[] } | null };

const TERM = /^(?:(\d+)\*)?([a-z]+)\(([^()]*)\)$/u;
const parsedFormulas = new Map<string, readonly Term[]>();

/** Reads `40*inforce(peace) + 60 - 2*line(ARM,AZE)`. Throws a RangeError that names the part it cannot read. */
export const parseFormula = (text: string): readonly Term[] => {
  const known = parsedFormulas.get(text);
  if (known !== undefined) return known;
  const terms = splitTerms(text).map(({ sign, body }) => parseTerm(sign, body));
  parsedFormulas.set(text, terms);
  return terms;
};

const splitTerms = (text: string): { sign: 1 | -1; body: string }[] => {
  const parts = text.trim().split(/\s+([+-])\s+/u);
  const first = parts[0] ?? '';
  const out: { sign: 1 | -1; body: string }[] = [first.startsWith('-') ? { sign: -1, body: first.slice(1).trim() } : { sign: 1, body: first }];
  for (let i = 1; i < parts.length; i += 2) out.push({ sign: parts[i] === '-' ? -1 : 1, body: parts[i + 1] ?? '' });
  return out;
};

const parseTerm = (sign: 1 | -1, body: string): Term => {
  if (/^\d+$/u.test(body)) return { times: sign * Number(body), call: null };
  const match = TERM.exec(body);
  const name = match?.[2];
  if (match === null || name === undefined) throw new RangeError(`“${body}” is not a number, a function, or a number times a function.`);
  const args = (match[3] ?? '').split(',').map((arg) => arg.trim());
  const wanted = FUNCTIONS[name];
  if (wanted === undefined) throw new RangeError(`“${name}” is not one of ${Object.keys(FUNCTIONS).join(', ')}.`);
  if (args.length < wanted.least || args.length > wanted.most) throw new RangeError(`${name}() does not take ${args.length} names.`);
  return { times: sign * Number(match[1] ?? 1), call: { name, args } };
};

/** Whole number that a formula is worth on a board. */
export const evaluate = (terms: readonly Term[], scenario: Scenario, board: Board): number =>
  terms.reduce((sum, { times, call }) => sum + (call === null ? times : times * (FUNCTIONS[call.name]?.of(scenario, board, call.args) ?? 0)), 0);
