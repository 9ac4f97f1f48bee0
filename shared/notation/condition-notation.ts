import type { Condition } from '../model/effect.ts';
import { CONDITION_FORMS } from '../model/fields.ts';
import { formatForm, readForm } from './form-notation.ts';
import { type Parsed, type Reader, reading } from './words.ts';

const JOINS = ['and', 'or'] as const;
const KIND_OF = { and: 'all', or: 'any' } as const;
const WORD_OF = { all: 'and', any: 'or' } as const;

const forms = new Set<string>(CONDITION_FORMS.map((form) => form.word));
const isStop = (word: string): boolean => word === ']' || word === ':' || (JOINS as readonly string[]).includes(word);

/**
 * `gate meghri closed` · `track ARM stability <= 30` · `flow(syunik-route) >= 1` (any formula) · `turn 3
 * to 5` · `quarter 1 2` · joined by `and` or by `or`, with `[…]` around what belongs together, and `not`
 * before one.
 */
export const readCondition = (reader: Reader): Condition => {
  const first = readPart(reader);
  const join = JOINS.find((word) => reader.peek() === word);
  if (join === undefined) return first;
  const of = [first];
  while (reader.takeIf(join)) of.push(readPart(reader));
  if (JOINS.some((word) => reader.peek() === word)) reader.fail(`“${join}”, or [ and ] around what belongs together`);
  return { kind: KIND_OF[join], of };
};

const readPart = (reader: Reader): Condition => {
  if (reader.takeIf('not')) return { kind: 'not', of: readPart(reader) };
  for (const kind of ['all', 'any'] as const) if (reader.takeIf(kind)) return { kind, of: readGroup(reader) };
  if (reader.takeIf('[')) {
    const inner = readCondition(reader);
    reader.must(']');
    return inner;
  }
  const part = reader.before(isStop);
  const leaf = readLeaf(part);
  part.done();
  return leaf;
};

/** `all [A]`, `any []`: what has fewer than two parts. */
const readGroup = (reader: Reader): readonly Condition[] => {
  reader.must('[');
  if (reader.takeIf(']')) return [];
  const only = readCondition(reader);
  reader.must(']');
  return [only];
};

const readLeaf = (reader: Reader): Condition => {
  const word = reader.peek();
  if (reader.takeIf('turn')) {
    const from = reader.whole('a turn', 0, 200);
    reader.must('to');
    return { kind: 'turn', from, to: reader.whole('a turn', 0, 200) };
  }
  if (reader.takeIf('quarter')) return { kind: 'quarter', in: readQuarters(reader) };
  if (word !== undefined && forms.has(word)) return readForm(reader, CONDITION_FORMS, 'a condition') as Condition;
  if (word === undefined || !/[(\d]/u.test(word))
    return reader.fail(`a condition (${[...forms].join(', ')}, turn, quarter or a formula)`);
  return readFormula(reader);
};

const readQuarters = (reader: Reader): readonly (1 | 2 | 3 | 4)[] => {
  const all: (1 | 2 | 3 | 4)[] = [];
  do all.push(reader.whole('a quarter from 1 to 4', 1, 4) as 1 | 2 | 3 | 4);
  while (reader.peek() !== undefined);
  return all;
};

const readFormula = (reader: Reader): Condition => {
  const isBound = (word: string): boolean => word === '>=' || word === '<=';
  const formula = reader.before(isBound).rest().join(' ');
  return {
    kind: 'formula',
    formula,
    ...(reader.takeIf('>=') ? { atLeast: reader.whole('a whole number', -1_000_000, 1_000_000) } : {}),
    ...(reader.takeIf('<=') ? { atMost: reader.whole('a whole number', -1_000_000, 1_000_000) } : {}),
  };
};

export const parseCondition = (text: string): Parsed<Condition> => reading(text, readCondition);

type Group = Condition & { readonly kind: 'all' | 'any' };
const isGroup = (condition: Condition): condition is Group => condition.kind === 'all' || condition.kind === 'any';

const formatPart = (condition: Condition): string =>
  isGroup(condition) && condition.of.length > 1 ? `[${formatCondition(condition)}]` : formatCondition(condition);

const formatGroup = ({ kind, of }: Group): string =>
  of.length > 1 ? of.map(formatPart).join(` ${WORD_OF[kind]} `) : `${kind} [${of.map(formatCondition).join('')}]`;

const formatBounds = ({ atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number }): string =>
  `${atLeast === undefined ? '' : ` >= ${atLeast}`}${atMost === undefined ? '' : ` <= ${atMost}`}`;

export const formatCondition = (condition: Condition): string => {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return formatGroup(condition);
    case 'not':
      return `not ${formatPart(condition.of)}`;
    case 'turn':
      return `turn ${condition.from} to ${condition.to}`;
    case 'quarter':
      return `quarter ${condition.in.join(' ')}`;
    case 'formula':
      return `${condition.formula.trim().replaceAll(/\s+/gu, ' ')}${formatBounds(condition)}`;
    default:
      return formatForm(CONDITION_FORMS, condition);
  }
};
