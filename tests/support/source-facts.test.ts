import { describe, expect, test } from 'vitest';
import { readSource } from './source-facts.ts';

const read = (text: string) => readSource('decoy.tsx', text);

describe('every way to import is seen', () => {
  test.each([
    ["import { a } from './a.ts'"],
    ["import type { A } from './a.ts'"],
    ["import './a.ts'"],
    ["import a from './a.ts'"],
    ["export { a } from './a.ts'"],
    ["export * from './a.ts'"],
    ["export type { A } from './a.ts'"],
    ["const a = await import('./a.ts')"],
    ["const a = import(/* why */ './a.ts').then(() => 1)"],
    ["type A = import('./a.ts').A"],
    ["const a: typeof import('./a.ts') = b"],
    ["import a from './a.ts' with { type: 'json' }"],
  ])('%s', (text) => {
    expect(read(text).imports).toEqual(['./a.ts']);
  });

  test.each([
    ["// import { a } from './a.ts'"],
    ["/* import './a.ts' */"],
    ['const a = "import \'./a.ts\'"'],
    ["const a = <p>Don't import './a.ts'</p>"],
    ["const a = `import './a.ts'`"],
  ])('and nothing else: %s', (text) => {
    expect(read(text).imports).toEqual([]);
  });
});

describe('every clock, chance and effect is seen', () => {
  test.each([
    ['const a = Date.now()', 'Date'],
    ['const a = new Date()', 'Date'],
    ['const a = globalThis.Date', 'globalThis'],
    ['const a = performance.now()', 'performance'],
    ['const a = Math.random()', 'Math'],
    ['const { random } = Math', 'Math'],
    ["const a = Math['random']()", 'Math'],
    ['const a = Math.pow(2, 3)', 'Math'],
    ['const a = Math.sin(1) + b', 'Math'],
    ['const a = Math.log(1)', 'Math'],
    ['const a = 2 ** 3', '**'],
    ['a **= 2', '**'],
    ['for (const key in a) b(key)', 'for..in'],
    ['const a = b.localeCompare(c)', 'localeCompare'],
    ['const a = b.toLocaleString()', 'toLocaleString'],
    ["const a = b['toLocaleUpperCase']()", 'toLocaleUpperCase'],
    ['const a = new Intl.Collator()', 'Intl'],
    ['setTimeout(a, 1)', 'setTimeout'],
    ['const a = process.env', 'process'],
    ["fetch('x')", 'fetch'],
    ['const a = crypto.randomUUID()', 'crypto'],
    ['console.log(1)', 'console'],
    ['const a = { [Date.name]: 1 }', 'Date'],
    ['const a = { fetch }', 'fetch'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the decoy is source text
    ['const a = `at ${Date.now()}`', 'Date'],
    ['const a = import.meta.url', 'import.meta'],
  ])('%s', (text, impurity) => {
    expect(read(text).impurities).toContain(impurity);
  });

  test.each([
    ['// Date.now() and Math.random()'],
    ["const a = 'Date.now() ** console.log'"],
    ['const a = `Math.random`'],
    ['const a = order.process + order.fetch()'],
    ['const a = { Date: 1, process: 2 }'],
    ['type A = { readonly Date: number; console: string }'],
    ['class A { fetch() { return 1; } }'],
    ['const a = Math.max(1, Math.floor(2.5), Math.imul(3, 4))'],
    ['for (const a of b) c(a)'],
    ['const a = /Date|Math.random/.test(b)'],
  ])('and nothing else: %s', (text) => {
    expect(read(text).impurities).toEqual([]);
  });
});

test.each([
  ['export default 1', true],
  ['const a = 1; export { a as default }', true],
  ["export { default } from './a.ts'", true],
  ["export { default as a } from './a.ts'", false],
  ['export const a = { default: 1 }', false],
])('a default export is seen: %s', (text, seen) => {
  expect(read(text).hasDefaultExport).toBe(seen);
});

test('a file that cannot be read as TypeScript is an error, not an empty file', () => {
  expect(() => read('const = ;')).toThrow('decoy.tsx cannot be parsed');
});
