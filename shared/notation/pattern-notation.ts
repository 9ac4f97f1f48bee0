import { isArea } from '../model/area.ts';
import { GATE_STATUSES } from '../model/asset.ts';
import { shapeOf } from '../model/fields.ts';
import {
  type OrderPattern,
  PATTERN_FIELDS,
  VERB_FAMILY_NAMES,
  VERBS,
  type Verb,
  type VerbFamily,
} from '../model/order.ts';
import { expectedFor, isSign } from './field-notation.ts';
import { type Parsed, type Reader, reading } from './words.ts';

type PatternField = (typeof PATTERN_FIELDS)[number];

/** Fields that need no name before them, in the order in which bare words fill them. */
const BARE: { readonly [V in Verb | VerbFamily]: readonly PatternField[] } = {
  court: ['host'],
  squeeze: ['host'],
  harden: [],
  setGate: ['gate'],
  postGuard: ['gate'],
  mediate: ['front'],
  monitor: ['front'],
  recognise: ['what'],
  sanction: ['host'],
  lift: ['measure'],
  denounce: [],
  sponsor: ['project'],
  award: ['project', 'sponsor'],
  spy: ['host'],
  destabilise: ['host'],
  coup: ['host'],
  sabotage: ['host', 'project'],
  blockade: ['host', 'gate'],
  mobilise: [],
  standDown: [],
  deter: ['host'],
  probe: ['host', 'front'],
  operate: ['host', 'front'],
  influence: ['host'],
  gates: ['gate'],
  diplomacy: ['host'],
  projects: ['project'],
  covert: ['host'],
  force: ['host', 'front'],
};

const isStatus = (word: string): boolean => (GATE_STATUSES as readonly string[]).includes(word);
const isField = (word: string): word is PatternField => (PATTERN_FIELDS as readonly string[]).includes(word);

const verbs: readonly (Verb | VerbFamily)[] = [...VERBS, ...VERB_FAMILY_NAMES];

/** `court energy ARM`, `squeeze ARM`, `force host:ARM`, `setGate alican open`: a verb or a family and what narrows it. */
export const readPattern = (reader: Reader): OrderPattern => {
  const verb = reader.takeOne(verbs, 'a verb or a family');
  const found: Partial<Record<PatternField, string>> = {};
  for (let word = reader.peek(); word !== undefined; word = reader.peek()) {
    const field = fieldFor(verb, word, found);
    if (field === null) return reader.fail(`the end or ${stillFree(verb, found)}`);
    const named = word.startsWith(`${field}:`) ? word.slice(field.length + 1) : word;
    const one = { name: field, shape: shapeOf(field), optional: true } as const;
    if (one.shape === 'area' ? !isArea(named) : one.shape === 'status' ? !isStatus(named) : named === '')
      return reader.fail(expectedFor(one));
    found[field] = named;
    reader.take(expectedFor(one));
  }
  return { verb, ...found } as OrderPattern;
};

const fieldFor = (
  verb: Verb | VerbFamily,
  word: string,
  found: Partial<Record<PatternField, string>>,
): PatternField | null => {
  if (isSign(word)) return null;
  const name = word.slice(0, Math.max(0, word.indexOf(':')));
  const field = isField(name)
    ? name
    : isArea(word)
      ? 'area'
      : isStatus(word)
        ? 'status'
        : BARE[verb].find((one) => found[one] === undefined);
  return field === undefined || found[field] !== undefined ? null : field;
};

const stillFree = (verb: Verb | VerbFamily, found: Partial<Record<PatternField, string>>): string =>
  PATTERN_FIELDS.filter((field) => found[field] === undefined)
    .map((field) => (BARE[verb].includes(field) ? field.toUpperCase() : `${field}:${field.toUpperCase()}`))
    .join(', ');

export const parsePattern = (text: string): Parsed<OrderPattern> => reading(text, readPattern);

/** Areas and statuses tell themselves; other words are bare as long as none before them is left out. */
export const formatPattern = (pattern: OrderPattern): string => {
  const words: string[] = [pattern.verb];
  if (pattern.area !== undefined) words.push(pattern.area);
  let complete = true;
  for (const field of BARE[pattern.verb]) {
    const value = pattern[field];
    complete &&= value !== undefined && !value.includes(':') && !isArea(value) && !isStatus(value);
    if (value !== undefined) words.push(complete ? value : `${field}:${value}`);
  }
  if (pattern.status !== undefined) words.push(pattern.status);
  for (const field of PATTERN_FIELDS) {
    if (field === 'area' || field === 'status' || BARE[pattern.verb].includes(field)) continue;
    if (pattern[field] !== undefined) words.push(`${field}:${pattern[field]}`);
  }
  return words.join(' ');
};
