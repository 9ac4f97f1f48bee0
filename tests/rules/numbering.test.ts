import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const book = readFileSync('docs/rules.md', 'utf8');
const tables = [...readdirSync('tests/rules').map((name) => `tests/rules/${name}`), 'tests/shared/order-of-arrival.test.ts']
  .filter((name) => !name.endsWith('numbering.test.ts'))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');
const inBook = [...book.matchAll(/^- \*\*([A-Z]{2}\d*)\*\*/gmu)].map((match) => match[1] ?? '');
const inTables = new Set([...tables.matchAll(/['(]([A-Z]{2}\d+|TB)\b/gu)].map((match) => match[1] ?? ''));

test('every rule of the book has a row', () => {
  expect(inBook.length).toBeGreaterThan(30);
  expect(inBook.filter((rule) => !inTables.has(rule))).toEqual([]);
});

test('every row has a rule of the book', () => {
  expect([...inTables].filter((rule) => !inBook.includes(rule))).toEqual([]);
});

test('no rule is numbered twice', () => {
  expect(new Set(inBook).size).toBe(inBook.length);
});
