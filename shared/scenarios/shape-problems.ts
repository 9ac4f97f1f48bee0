import type { z } from 'zod';
import { keysAt } from './keys-at.ts';
import { nearest, type Problem, pathOf, suggest } from './problems.ts';

type Issue = z.core.$ZodIssue;

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );

const NAMING = ['kind', 'verb'];

/** A value that the schema refuses, and what the schema could have told about it. */
type Sheet = { readonly raw: unknown; readonly schema: z.ZodType };

/** In a union, speak of the variant that was meant: the one whose `kind` or `verb` fits. */
const unionProblems = (
  issue: Issue & { readonly code: 'invalid_union' },
  path: readonly PropertyKey[],
  sheet: Sheet,
): Problem[] => {
  const variants = issue.errors.map((issues) =>
    issues.filter((one) => one.code !== 'invalid_union' || one.errors.length > 0),
  );
  const isWrongName = (one: Issue): boolean =>
    one.code === 'invalid_value' &&
    (one.path.length === 0 || (one.path.length === 1 && NAMING.includes(String(one.path[0]))));
  const fitting = variants.filter((issues) => !issues.some(isWrongName));
  const best = fitting.reduce<readonly Issue[] | null>(
    (least, issues) => (least === null || issues.length < least.length ? issues : least),
    null,
  );
  if (best !== null && best.length > 0) return best.flatMap((one) => problemsOf(one, [...path, ...one.path], sheet));
  return [unknownName(variants.flat().filter(isWrongName), path, sheet.raw)];
};

const unknownName = (wrong: readonly Issue[], path: readonly PropertyKey[], raw: unknown): Problem => {
  const at = [...path, ...(wrong[0]?.path ?? [])];
  const allowed = [...new Set(wrong.flatMap((one) => (one.code === 'invalid_value' ? one.values.map(String) : [])))];
  const given = valueAt(raw, at);
  if (typeof given === 'string')
    return { path: pathOf(at), message: `“${given}” is not known here. ${suggest(given, allowed)}` };
  return {
    path: pathOf(at),
    message: `${given === undefined ? 'This is missing. ' : ''}Use one of: ${allowed.join(', ')}.`,
  };
};

const sentenceOf = (issue: Issue, given: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return given === undefined
        ? `This is missing; ${named(issue.expected)} belongs here.`
        : `This should be ${named(issue.expected)}${insteadOf(issue.expected, given)}.`;
    case 'invalid_value':
      return typeof given === 'string'
        ? `“${given}” is not allowed here. ${suggest(given, issue.values.map(String))}`
        : `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `This is too small: at least ${amount(issue.minimum, issue.origin)}.`;
    case 'too_big':
      return `This is too large: at most ${amount(issue.maximum, issue.origin)}.`;
    case 'invalid_format':
      return 'An id may hold letters, digits and the signs . _ # : - only.';
    default:
      return issue.message;
  }
};

const UNITS: { readonly [origin: string]: readonly [one: string, more: string] } = {
  array: [' entry', ' entries'],
  string: [' letter', ' letters'],
};
const amount = (limit: number | bigint, origin: string): string =>
  `${limit}${UNITS[origin]?.[Number(limit) === 1 ? 0 : 1] ?? ''}`;

/** Quotation marks are what most often makes one of a number and a text the other. */
const insteadOf = (expected: string, given: unknown): string => {
  if (typeof given === 'string' && ['number', 'int'].includes(expected))
    return /^-?\d+(?:\.\d+)?$/u.test(given.trim())
      ? `: write ${given.trim()} without quotation marks`
      : `, not the text “${given.length > 40 ? `${given.slice(0, 40)}…` : given}”`;
  return typeof given === 'number' && expected === 'string' ? `: write "${given}", with quotation marks` : '';
};

const NAMES: { readonly [type: string]: string } = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  tuple: 'a list of fixed length',
  null: 'null',
};
const named = (expected: string): string => NAMES[expected] ?? expected;

const problemsOf = (issue: Issue, path: readonly PropertyKey[], sheet: Sheet): Problem[] => {
  if (issue.code === 'invalid_union') return unionProblems(issue, path, sheet);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: pathOf([...path, key]), message: noSuchKey(key, path, sheet) }));
  return [{ path: pathOf(path), message: sentenceOf(issue, valueAt(sheet.raw, path)) }];
};

const noSuchKey = (key: string, path: readonly PropertyKey[], { raw, schema }: Sheet): string => {
  const present = Object.keys((valueAt(raw, path) ?? {}) as object);
  const known = keysAt(schema, raw, path);
  const free = known.filter((one) => !present.includes(one));
  const meant = nearest(key, known);
  const mend =
    meant !== null && present.includes(meant)
      ? `“${meant}” is here already. Remove this one.`
      : free.length === 0
        ? 'Remove it.'
        : `${suggest(key, free)} Or remove it.`;
  return `Nothing is called “${key}” here. ${mend}`;
};

/** The schema's findings as plain sentences. */
export const shapeProblems = (issues: readonly Issue[], raw: unknown, schema: z.ZodType): Problem[] =>
  issues.flatMap((issue) => problemsOf(issue, issue.path, { raw, schema }));
