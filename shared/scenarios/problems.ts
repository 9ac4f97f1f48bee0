import type { z } from 'zod';

/** What is wrong, where, and what would mend it. */
export type Problem = { readonly path: string; readonly message: string };
export type Report = (path: string, message: string) => void;

/** `objectives.ARM[0].formula` */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    '',
  );

/** How many letters apart two names are. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known name that was probably meant. */
export const nearest = (name: string, known: Iterable<string>): string | null => {
  let best: string | null = null;
  let least = (name.length <= 4 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 1;
  for (const candidate of known) {
    const apart = distance(name.toLowerCase(), candidate.toLowerCase());
    if (apart < least) {
      best = candidate;
      least = apart;
    }
  }
  return best;
};

const MANY = 16;

export const suggest = (name: string, known: Iterable<string>): string => {
  const names = [...known];
  const meant = nearest(name, names);
  if (meant !== null) return `Did you mean “${meant}”?`;
  return names.length === 0
    ? 'There are none in this scenario.'
    : `Use one of: ${names.slice(0, MANY).join(', ')}${names.length > MANY ? ', …' : ''}.`;
};

type Issue = z.core.$ZodIssue;

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );

const NAMING = ['kind', 'verb'];

/** In a union, speak of the variant that was meant: the one whose `kind` or `verb` fits. */
const unionProblems = (
  issue: Issue & { readonly code: 'invalid_union' },
  path: readonly PropertyKey[],
  raw: unknown,
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
  if (best !== null && best.length > 0) return best.flatMap((one) => problemsOf(one, [...path, ...one.path], raw));
  return [unknownName(variants.flat().filter(isWrongName), path, raw)];
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
        : `This should be ${named(issue.expected)}.`;
    case 'unrecognized_keys':
      return `Nothing is called ${issue.keys.map((key) => `“${key}”`).join(', ')} here. Check the spelling or remove it.`;
    case 'invalid_value':
      return typeof given === 'string'
        ? `“${given}” is not allowed here. ${suggest(given, issue.values.map(String))}`
        : `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `This is too small: at least ${issue.minimum}${issue.origin === 'array' ? ' entries' : issue.origin === 'string' ? ' letters' : ''}.`;
    case 'too_big':
      return `This is too large: at most ${issue.maximum}${issue.origin === 'array' ? ' entries' : issue.origin === 'string' ? ' letters' : ''}.`;
    case 'invalid_format':
      return 'An id may hold letters, digits and the signs . _ # : - only.';
    default:
      return issue.message;
  }
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

const problemsOf = (issue: Issue, path: readonly PropertyKey[], raw: unknown): Problem[] =>
  issue.code === 'invalid_union'
    ? unionProblems(issue, path, raw)
    : [{ path: pathOf(path), message: sentenceOf(issue, valueAt(raw, path)) }];

/** The schema's findings as plain sentences. */
export const shapeProblems = (issues: readonly Issue[], raw: unknown): Problem[] =>
  issues.flatMap((issue) => problemsOf(issue, issue.path, raw));
