import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RULE_IDS } from '../../shared/model/cause.ts';

const book = readFileSync('docs/rules.md', 'utf8');
const inBook = [...book.matchAll(/^- \*\*([A-Z]{2}\d*)\*\*/gmu)].map((match) => match[1] ?? '');

const filesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.test.ts')).map((name) => `${folder}/${name}`);
const tables = [...filesIn('tests/rules'), ...filesIn('tests/shared')]
  .filter((name) => !name.endsWith('numbering.test.ts'))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');
/** A row begins with its number: `['VB1', {…` or a test called `'TB the table…'`. */
const inRows = [...tables.matchAll(/(?:\[|test\(|test\.each\([^)]*\)\(|describe\()\s*['`]((?:[A-Z]{2})\d+|TB)\b/gu)].map((match) => match[1] ?? '');

const missing = (wanted: readonly string[], there: readonly string[]): string[] => [...new Set(wanted)].filter((rule) => !there.includes(rule));

test('every rule of the book has a row', () => {
  expect(inBook.length).toBeGreaterThan(60);
  expect(missing(inBook, inRows)).toEqual([]);
});

test('every row has a rule of the book', () => {
  expect(missing(inRows, inBook)).toEqual([]);
});

test('every rule that acts by itself stands in the book by the number that events name', () => {
  expect(missing(RULE_IDS, inBook)).toEqual([]);
});

test('no rule is numbered twice', () => {
  expect(inBook.length).toBe(new Set(inBook).size);
});
