import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GameEvent } from '../../shared/model/event.ts';

/** What must be true of an event's field; `path` may look inside, as `demand.kind`. */
export type Test = {
  readonly path: readonly string[];
  readonly sign: '=' | '>=' | '<=';
  readonly values: readonly string[];
};
export type Sign = { readonly text: string; readonly kind: GameEvent['kind']; readonly tests: readonly Test[] };
export type Statement = { readonly row: string; readonly carrier: string; readonly sign: Sign };
export type Carried = { readonly name: string; readonly carrier: string; readonly thing: string };

const page = readFileSync(fileURLToPath(new URL('../../docs/trace.md', import.meta.url)), 'utf8');

/** Rows of the table under a heading, each as its cells, without the head of the table. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const section = page.split(/^## /mu).find((part) => part.startsWith(heading));
  if (section === undefined) throw new Error(`docs/trace.md has no part “${heading}”.`);
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(2).map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  );
};

const codeIn = (cell: string | undefined, row: string): string => {
  const found = /^`([^`]+)`$/u.exec(cell ?? '');
  if (found?.[1] === undefined) throw new Error(`${row}: “${cell}” is not one name between backquotes.`);
  return found[1];
};

const FIELD = /^([\w.]+)(=|>=|<=)(.+)$/u;

export const readSign = (text: string, row: string): Sign => {
  const [head = '', ...fields] = text.split(' ');
  if (!head.startsWith('event:')) throw new Error(`${row}: “${text}” does not begin with event:.`);
  const tests = fields.map((field): Test => {
    const [, path = '', sign = '=', values = ''] = FIELD.exec(field) ?? [];
    if (path === '') throw new Error(`${row}: “${field}” is not field=value.`);
    return { path: path.split('.'), sign: sign as Test['sign'], values: values.split(',') };
  });
  return { text, kind: head.slice('event:'.length) as GameEvent['kind'], tests };
};

export const statements = (): readonly Statement[] =>
  tableUnder('Statements').map(([row = '', , carrier, sign]) => ({
    row,
    carrier: codeIn(carrier, row),
    sign: readSign(codeIn(sign, row), row),
  }));

export const quantities = (): readonly Carried[] =>
  tableUnder('Quantities').map(([name = '', thing = '', carrier]) => ({ name, thing, carrier: codeIn(carrier, name) }));

export const newsEvents = (): readonly Carried[] =>
  tableUnder('Events').map(([name = '', carrier]) => ({ name, thing: '', carrier: codeIn(carrier, name) }));

const inside = (event: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    event,
  );

const passes = (event: GameEvent, { path, sign, values }: Test): boolean => {
  const value = inside(event, path);
  if (sign === '>=') return typeof value === 'number' && value >= Number(values[0]);
  if (sign === '<=') return typeof value === 'number' && value <= Number(values[0]);
  return Array.isArray(value) ? value.some((one) => values.includes(String(one))) : values.includes(String(value));
};

export const shows = (sign: Sign, event: GameEvent): boolean =>
  event.kind === sign.kind && sign.tests.every((test) => passes(event, test));
