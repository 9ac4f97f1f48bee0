import type { Field, Form } from '../model/fields.ts';
import type { OrderPattern } from '../model/order.ts';
import { formatPlain, isPlain, readPlain } from './field-notation.ts';
import { formatPattern, readPattern } from './pattern-notation.ts';
import type { Reader } from './words.ts';

type Values = { [name: string]: unknown };

const readBounds = (reader: Reader, into: Values): void => {
  if (reader.takeIf('>=')) into.atLeast = reader.whole('a whole number', -1_000_000, 1_000_000);
  if (reader.takeIf('<=')) into.atMost = reader.whole('a whole number', -1_000_000, 1_000_000);
};

const readField = (reader: Reader, field: Field, into: Values): void => {
  const { name, shape } = field;
  if (shape === 'bounds') readBounds(reader, into);
  else if (shape === 'pattern') into[name] = readPattern(reader);
  else if (shape === 'each') into[name] = reader.takeIf('each');
  else if (shape === 'not') into[name] = !reader.takeIf('not');
  else if (isPlain(shape) && !(field.optional && reader.peek() === undefined))
    into[name] = readPlain(reader, { ...field, shape });
};

/** The fields one after the other. Demands are not among them: they follow a word of their own. */
export const readFields = (reader: Reader, fields: readonly Field[]): Values => {
  const values: Values = {};
  for (const field of fields) readField(reader, field, values);
  return values;
};

const formatBounds = ({ atLeast, atMost }: Values): string[] => [
  ...(atLeast === undefined ? [] : [`>= ${atLeast}`]),
  ...(atMost === undefined ? [] : [`<= ${atMost}`]),
];

const formatField = ({ name, shape }: Field, values: Values): string[] => {
  const value = values[name];
  if (shape === 'bounds') return formatBounds(values);
  if (value === undefined) return [];
  if (shape === 'pattern') return [formatPattern(value as OrderPattern)];
  if (shape === 'each') return value === true ? ['each'] : [];
  if (shape === 'not') return value === true ? [] : ['not'];
  return isPlain(shape) ? [formatPlain(shape, value)] : [];
};

export const formatFields = (fields: readonly Field[], values: object): string[] =>
  fields.flatMap((field) => formatField(field, values as Values));

/** A line that begins with the word of one of the forms. */
export const readForm = <Kind extends string>(reader: Reader, forms: readonly Form<Kind>[], what: string): Values => {
  const word = reader.takeOne(
    forms.map((form) => form.word),
    what,
  );
  const form = forms.find((one) => one.word === word);
  return { kind: form?.kind, ...readFields(reader, form?.fields ?? []) };
};

export const formatForm = <Kind extends string>(
  forms: readonly Form<Kind>[],
  value: { readonly kind: string },
): string => {
  const of = forms.filter((form) => form.kind === value.kind);
  const form = of.find(({ fields }) => fields.every(({ name }) => name in value)) ?? of[0];
  return form === undefined ? value.kind : [form.word, ...formatFields(form.fields, value)].join(' ');
};

/** How a line of a form is written: `pay AMOUNT [each]`. */
export const usageOf = (word: string, fields: readonly Field[]): string =>
  [word, ...fields.map(usageOfField)].join(' ');

const usageOfField = ({ name, shape, optional }: Field): string => {
  const inner =
    shape === 'each' || shape === 'not'
      ? `[${shape}]`
      : shape === 'bounds'
        ? '[>= NUMBER] [<= NUMBER]'
        : shape === 'terms'
          ? 'for CLAUSE'
          : shape === 'pattern'
            ? 'ORDERS'
            : name.toUpperCase();
  return optional ? `[${inner}]` : inner;
};
