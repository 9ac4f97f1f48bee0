import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { FORMULA_FUNCTIONS } from '../../shared/catalogue/formula-functions.ts';
import { readFolder } from '../../shared/scenarios/scenario-folder.ts';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = (path: string): string => readFileSync(at(path), 'utf8');

/** The folder that docs/authoring.md copies, with its changes made. */
const CHARTER = 'shared/scenarios/charter-2025';
const EXTRA = '{ "kind": "track", "power": "TUR", "track": "stability", "by": 2 }';
const tutored = (extra = EXTRA): { readonly [file: string]: string } => {
  const files = Object.fromEntries(
    readdirSync(at(CHARTER)).map((file) => [basename(file, '.json'), read(`${CHARTER}/${file}`)]),
  );
  const [before = '', after = ''] = (files.cards ?? '').split(/(?="id": "igdir-line")/u);
  return {
    ...files,
    tracks: (files.tracks ?? '').replace('"treasury": 24', '"treasury": 40'),
    scenario: (files.scenario ?? '').replace('"Charter, January 2025"', '"Charter, with money to spend"'),
    cards: before + after.replace('"turn": 1', '"turn": 2').replace(/\}\s*\](?=\s*\})/u, `},\n      ${extra}\n    ]`),
  };
};

test('the changes of docs/authoring.md give a sound scenario', () => {
  const folder = readFolder(tutored());
  if (!folder.ok) throw new Error(JSON.stringify(folder.problems));
  const card = folder.scenario.cards.find(({ id }) => id === 'igdir-line');
  expect(folder.scenario.title).toBe('Charter, with money to spend');
  expect(folder.scenario.tracks.ARM?.treasury).toBe(40);
  expect([card?.turn, card?.effects.at(-1)]).toEqual([2, JSON.parse(EXTRA)]);
});

test('its mistake is told as the page says', () => {
  const folder = readFolder(tutored(EXTRA.replace('TUR', 'TRU')));
  const told = folder.ok ? [] : folder.problems.map(({ file, path, message }) => `${file}.json: ${path}: ${message}`);
  expect(told).toHaveLength(1);
  // The line is that of the day on which the page was written.
  expect(read('docs/authoring.md').replace(/:\d+: /gu, ': ')).toContain(`    my-scenario/${told[0]}\n`);
});

test.each(Object.keys(FORMULA_FUNCTIONS))('docs/scenario-notes.md names the function %s', (name) => {
  expect(read('docs/scenario-notes.md')).toContain(`\`${name}(`);
});
