import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const page = readFileSync(new URL('docs/security.md', root), 'utf8');
const table = page.slice(page.indexOf('## Who could try what'), page.indexOf('## What is kept'));
const shown = table
  .split('\n')
  .flatMap((row) => [...(row.split('|')[4] ?? '').matchAll(/`([\w/.-]+)`/g)])
  .map(([, name = '']) => name);

const fileOf = (name: string): string => {
  if (name.startsWith('tests/')) return name;
  if (name === 'dependencies') return 'tests/dependencies.test.ts';
  return name.includes('/') ? `tests/${name}.test.ts` : `tests/server/${name}.test.ts`;
};

test('every test that the page of threats names is there', () => {
  const files = shown.filter((name) => name !== 'tests').map(fileOf);
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});
