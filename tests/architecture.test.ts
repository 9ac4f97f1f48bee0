import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSource, type SourceFacts } from './support/source-facts.ts';

/** Who may import whom. A folder may always import itself; arrows point down to shared/kernel. */
const IMPORT_LAW: { readonly [place: string]: readonly string[] } = {
  'shared/kernel': [],
  'shared/model': ['shared/kernel'],
  'shared/notation': ['shared/kernel', 'shared/model'],
  'shared/catalogue': ['shared/kernel', 'shared/model'],
  'shared/rules': ['shared/kernel', 'shared/model', 'shared/catalogue'],
  'shared/view': ['shared/kernel', 'shared/model', 'shared/catalogue', 'shared/rules'],
  'shared/protocol': ['shared/kernel', 'shared/model', 'shared/view'],
  // The schema of an order or a clause is written once, in protocol; a scenario holds both.
  'shared/scenarios': ['shared/kernel', 'shared/model', 'shared/catalogue', 'shared/protocol'],
  'shared/wire': [
    ...['shared/kernel', 'shared/model', 'shared/catalogue', 'shared/rules', 'shared/view', 'shared/protocol'],
  ],
  'shared/bots': ['shared/kernel', 'shared/model', 'shared/catalogue', 'shared/rules', 'shared/view'],
  'shared/replay': [
    ...['shared/kernel', 'shared/model', 'shared/catalogue', 'shared/rules', 'shared/view', 'shared/protocol'],
    'shared/scenarios',
  ],
  'shared/analysis': [
    ...['shared/kernel', 'shared/model', 'shared/catalogue', 'shared/rules', 'shared/view', 'shared/replay'],
    ...['shared/bots', 'shared/notation'],
  ],

  'server/store': ['shared'],
  'server/people.ts': ['server/store'],
  'server/mail.ts': ['server/match'],
  'server/machine.ts': ['shared', 'server/match'],
  'server/workers': ['shared'],
  'server/match': ['shared', 'server/store', 'server/workers', 'server/people.ts'],
  'server/privacy': ['shared', 'server/store', 'server/match', 'server/people.ts'],
  'server/journal.ts': ['server/match'],
  'server/classroom': ['shared', 'server/store', 'server/match'],
  'server/rooms': ['shared', 'server/store', 'server/match', 'server/classroom', 'server/people.ts'],
  'server/operator': ['shared', 'server/store', 'server/match', 'server/privacy', 'server/people.ts'],
  'server/http': [
    ...['shared', 'server/store', 'server/match', 'server/classroom', 'server/privacy', 'server/operator'],
    'server/people.ts',
  ],
  'server/cli': ['shared', 'server/store', 'server/match', 'server/workers', 'server/operator'],
  'server/app.ts': [
    ...['shared', 'server/store', 'server/match', 'server/workers', 'server/classroom', 'server/rooms', 'server/http'],
    ...['server/privacy', 'server/operator', 'server/people.ts', 'server/journal.ts', 'server/mail.ts', 'package.json'],
    'server/machine.ts',
  ],
  'server/main.ts': ['server/app.ts', 'server/journal.ts'],

  'client/text': ['shared'],
  'client/store': ['shared'],
  'client/ui': ['shared', 'client/text', 'client/store'],
  'client/net': ['shared', 'client/text', 'client/store'],
  'client/map': ['shared', 'client/text', 'client/store', 'client/ui'],
  'client/panels': ['shared', 'client/text', 'client/store', 'client/ui'],
  // The addresses of the screens, which lead to one another by them.
  'client/app/route.ts': ['shared'],
  'client/help': ['shared', 'client/text', 'client/store', 'client/ui', 'client/app/route.ts'],
  'client/home': [
    ...['shared', 'client/text', 'client/store', 'client/ui', 'client/net', 'client/help', 'client/app/route.ts'],
  ],
  'client/table': ['shared', 'client/text', 'client/store', 'client/ui', 'client/net', 'client/app/route.ts'],
  'client/match': [
    ...['shared', 'client/text', 'client/store', 'client/ui', 'client/net', 'client/map', 'client/panels'],
    ...['client/table', 'client/help', 'client/app/route.ts'],
  ],
  'client/replay': [
    ...[
      'shared',
      'client/text',
      'client/store',
      'client/ui',
      'client/net',
      'client/map',
      'client/panels',
      // The stage of a match, with a read-only store.
      'client/match',
    ],
    ...['client/table', 'client/help', 'client/app/route.ts'],
  ],
  'client/classroom': [
    ...['shared', 'client/text', 'client/store', 'client/ui', 'client/net', 'client/map', 'client/panels'],
    ...['client/table', 'client/help', 'client/app/route.ts'],
  ],
  'client/app': ['shared', 'client'],
};

/** Where a package may be imported. The longest prefix counts; a package without a home may be imported nowhere. */
const PACKAGE_HOMES: { readonly [prefix: string]: readonly string[] } = {
  'node:': ['server'],
  '@colyseus/': ['server/rooms', 'server/app.ts'],
  '@colyseus/sdk': ['client/net', 'server/cli/bot-seat.ts'],
  express: ['server/http', 'server/app.ts'],
  fflate: ['client/net'],
  pino: ['server/journal.ts'],
  nodemailer: ['server/mail.ts'],
  piscina: ['server/workers'],
  'prom-client': ['server/http', 'server/app.ts'],
  zod: ['shared/protocol', 'shared/scenarios', 'shared/replay', 'server/http', 'client/panels/treaty'],
  'pure-rand': ['shared/kernel'],
  '@noble/hashes': ['shared/kernel'],
  phaser: ['client/map'],
  'd3-geo': ['client/map'],
  'topojson-client': ['client/map'],
  'topojson-specification': ['client/map'],
  geojson: ['client/map'],
  'd3-scale': ['client/ui', 'client/panels', 'client/replay', 'client/classroom'],
  'd3-shape': ['client/ui', 'client/panels', 'client/replay', 'client/classroom'],
  react: ['client'],
  'react-dom': ['client/app', 'client/map'],
  'react-aria-components': ['client'],
  'react-hook-form': ['client/panels/treaty'],
  '@hookform/resolvers': ['client/panels/treaty'],
  '@fontsource/': ['client'],
  uqr: ['client/ui'],
};

const TOP_LEVEL = [
  ...['server', 'client', 'shared', 'tests', 'docs'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'biome.json', 'vite.config.ts', 'setup.mjs'],
  ...['README.md', 'LICENSE', 'CONTRIBUTING.md', 'CHANGELOG.md', 'Dockerfile'],
];
const NEVER_COMMITTED = ['node_modules', 'dist', 'data', 'coverage', 'test-results'];
const LONGEST_FILE = 300;

type SourceFile = SourceFacts & { readonly path: string; readonly lines: number };

const repository = fileURLToPath(new URL('..', import.meta.url));

const pathsUnder = (folder: string): readonly string[] =>
  readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return pathsUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });

const readFile = (path: string): SourceFile => {
  const text = readFileSync(join(repository, path), 'utf8');
  return { ...readSource(path, text), path, lines: text.trimEnd().split('\n').length };
};

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);
const longestFirst = (a: string, b: string): number => b.length - a.length;
const PLACES = Object.keys(IMPORT_LAW).sort(longestFirst);
const placeOf = (path: string): string | undefined => PLACES.find((place) => isWithin(path, place));

const isRelative = (specifier: string): boolean => specifier.startsWith('.');
const targetOf = (path: string, specifier: string): string =>
  posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));

const unlawfulImport = (path: string, specifier: string): boolean => {
  const place = placeOf(path);
  const target = targetOf(path, specifier);
  if (place === undefined) return true;
  return ![place, ...(IMPORT_LAW[place] ?? [])].some((allowed) => isWithin(target, allowed));
};

const belongsTo = (specifier: string, prefix: string): boolean =>
  /[/:]$/.test(prefix) ? specifier.startsWith(prefix) : isWithin(specifier, prefix);

const strayPackage = (path: string, specifier: string): boolean => {
  const [home] = Object.keys(PACKAGE_HOMES)
    .filter((prefix) => belongsTo(specifier, prefix))
    .sort(longestFirst);
  return home === undefined || !PACKAGE_HOMES[home]?.some((place) => isWithin(path, place));
};

/** Each of these names what is wrong with a file; nothing at all when it keeps the law. */
const RULES: { readonly [rule: string]: (file: SourceFile) => readonly string[] } = {
  'has a place in the import law': (file) => (placeOf(file.path) === undefined ? ['stands in no known folder'] : []),
  'imports only what lies below it': (file) =>
    file.imports.filter((one) => isRelative(one) && unlawfulImport(file.path, one)).map((one) => `imports ${one}`),
  'uses a package only in its home': (file) =>
    file.imports.filter((one) => !isRelative(one) && strayPackage(file.path, one)).map((one) => `uses ${one}`),
  'names the extension of what it imports': (file) =>
    file.imports
      .filter((one) => isRelative(one) && !/\.(tsx?|json|css|svg|webp|png|woff2)(\?\w+)?$/.test(one))
      .map((one) => `imports ${one}`),
  'asks for no clock, chance or effect in shared': (file) =>
    isWithin(file.path, 'shared') ? file.impurities.map((one) => `uses ${one}`) : [],
  'has no default export': (file) => (file.hasDefaultExport ? ['exports a default'] : []),
  'is no barrel': (file) => (/^index\.tsx?$/.test(basename(file.path)) ? ['is an index'] : []),
  [`has at most ${LONGEST_FILE} lines`]: (file) => (file.lines > LONGEST_FILE ? [`has ${file.lines} lines`] : []),
};

const breaches = (rule: string, files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) => (RULES[rule]?.(file) ?? []).map((wrong) => `${file.path} ${wrong}`));

describe('every source file', () => {
  const files = ['shared', 'server', 'client'].flatMap(pathsUnder).map(readFile);

  test.each(Object.keys(RULES))('%s', (rule) => {
    expect(files.length).toBeGreaterThan(0);
    expect(breaches(rule, files)).toEqual([]);
  });
});

describe('the law itself', () => {
  test('has no cycles', () => {
    const below = (place: string): readonly string[] =>
      Object.keys(IMPORT_LAW).filter(
        (other) => other !== place && IMPORT_LAW[place]?.some((up) => isWithin(other, up)),
      );
    const cleared = new Set<string>();
    const visit = (place: string, above: readonly string[]): void => {
      if (cleared.has(place)) return;
      expect(above, [...above, place].join(' → ')).not.toContain(place);
      for (const next of below(place)) visit(next, [...above, place]);
      cleared.add(place);
    };
    for (const place of Object.keys(IMPORT_LAW)) visit(place, []);
  });

  test.each([
    ['client', 'server'],
    ['server', 'client'],
    ['shared', 'server'],
    ['shared', 'client'],
    ['client/map', 'client/panels'],
    ['client/panels', 'client/map'],
    ['client/panels', 'client/net'],
    ['client/map', 'client/net'],
    ['server/match', 'server/rooms'],
  ])('never lets %s see %s', (from, to) => {
    const allowed = Object.keys(IMPORT_LAW)
      .filter((place) => isWithin(place, from))
      .flatMap((place) => IMPORT_LAW[place] ?? []);
    expect(allowed.filter((one) => isWithin(one, to) || isWithin(to, one) || one === '')).toEqual([]);
  });
});

describe('the checks catch a breach', () => {
  const decoy = (path: string, text: string): SourceFile => ({
    ...readSource(path, text),
    path,
    lines: text.split('\n').length,
  });

  test.each([
    ['imports only what lies below it', 'shared/model/a.ts', "import type { B } from '../rules/b.ts';"],
    ['imports only what lies below it', 'shared/rules/resolution/a.ts', "import { b } from '../../view/b.ts';"],
    ['imports only what lies below it', 'shared/kernel/a.ts', "export * from '../model/b.ts';"],
    ['imports only what lies below it', 'client/net/a.ts', "import type { B } from '../../server/app.ts';"],
    ['imports only what lies below it', 'client/panels/orders/a.tsx', "const b = import('../../map/b.ts');"],
    ['imports only what lies below it', 'server/match/a.ts', "import { b } from '../rooms/b.ts';"],
    ['imports only what lies below it', 'server/main.ts', "import { b } from '../tests/support/b.ts';"],
    ['has a place in the import law', 'server/helpers/a.ts', 'export const a = 1;'],
    ['uses a package only in its home', 'server/match/a.ts', "import { Room } from '@colyseus/core';"],
    ['uses a package only in its home', 'server/rooms/a.ts', "import { Client } from '@colyseus/sdk';"],
    ['uses a package only in its home', 'client/panels/a.ts', "import type { Scene } from 'phaser';"],
    ['uses a package only in its home', 'shared/rules/a.ts', "import { z } from 'zod/mini';"],
    ['uses a package only in its home', 'shared/kernel/a.ts', "import { createHash } from 'node:crypto';"],
    ['uses a package only in its home', 'client/ui/a.ts', "import lodash from 'lodash';"],
    ['names the extension of what it imports', 'shared/rules/a.ts', "import { b } from './b';"],
    ['asks for no clock, chance or effect in shared', 'shared/rules/a.ts', 'export const a = Date.now();'],
    ['has no default export', 'client/ui/a.tsx', 'export default 1;'],
    ['is no barrel', 'shared/rules/index.ts', "export * from './step.ts';"],
    [`has at most ${LONGEST_FILE} lines`, 'shared/rules/a.ts', '\n'.repeat(LONGEST_FILE)],
  ])('%s: %s', (rule, path, text) => {
    expect(breaches(rule, [decoy(path, text)])).toHaveLength(1);
  });

  test('and let lawful files be', () => {
    const lawful = [
      decoy('shared/rules/a.ts', "import { b } from '../model/b.ts'; // Date.now()"),
      decoy('client/net/a.ts', "import { Client } from '@colyseus/sdk'; import '../store/b.ts';"),
      decoy(
        'server/rooms/a.ts',
        "import { Room } from '@colyseus/core'; import data from '../match/b.json' with { type: 'json' };",
      ),
      decoy('client/map/a.ts', "import url from './land.webp?url'; const now = Date.now();"),
    ];
    expect(Object.keys(RULES).flatMap((rule) => breaches(rule, lawful))).toEqual([]);
  });
});

test('the top level holds only what has a place there', () => {
  const found = readdirSync(repository).filter((name) => !name.startsWith('.') && !NEVER_COMMITTED.includes(name));
  expect(found.filter((name) => !TOP_LEVEL.includes(name))).toEqual([]);
});
