import { describe, expect, test } from 'vitest';
import { readFolder } from '../../shared/scenarios/scenario-folder.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';

/** The tiny scenario as a folder, in files as the scenarios of the game have them. */
const folder = (): { [file: string]: string } => {
  const { cards, tracks, objectives, agendas, ...scenario } = tiny;
  const files = { scenario, cards, tracks, objectives: { objectives, agendas } };
  return Object.fromEntries(Object.entries(files).map(([file, data]) => [file, JSON.stringify(data, null, 2)]));
};

type Files = { [file: string]: string };

/** What is said of the folder after a change, as `file:line: path: message`. */
const saidOf = (change: (files: Files) => void): readonly string[] => {
  const files = folder();
  change(files);
  const read = readFolder(files);
  return read.ok
    ? []
    : read.problems.map(({ file, line, path, message }) => `${file}:${line ?? ''}: ${path}: ${message}`);
};

const retype =
  (file: string, before: string | RegExp, after: string) =>
  (files: Files): void => {
    const text = files[file] ?? '';
    files[file] = text.replace(before, after);
    expect(files[file]).not.toBe(text);
  };

const FAULTS: readonly (readonly [name: string, change: (files: Files) => void, said: readonly string[]])[] = [
  [
    'a fault at its line',
    retype('tracks', '"treasury": 50', '"treasury": "50"'),
    ['tracks:4: tracks.NOR.treasury: This should be a number: write 50 without quotation marks.'],
  ],
  ['a comma that is missing', retype('tracks', '50,', '50'), ['tracks:4: : A comma is missing after this.']],
  [
    'a comma too many',
    retype('cards', /\]$/u, ',]'),
    ['cards:47: : There is a comma too many: nothing follows it before the bracket. Remove the comma.'],
  ],
  [
    'quotation marks of a word processor',
    retype('tracks', '"treasury"', '“treasury”'),
    ['tracks:4: : Texts and names stand in straight quotation marks, "like this". Replace the marks here.'],
  ],
  [
    'a text that is never closed',
    retype('cards', /"title": "[^"]*",/u, '"title": "Rain,'),
    [
      'cards:4: : The text that begins here has no closing quotation mark " in its line. A quotation mark inside a text is written \\".',
    ],
  ],
  [
    'a word without quotation marks',
    retype('tracks', '50', 'thirty'),
    ['tracks:4: : “thirty” needs quotation marks: "thirty".'],
  ],
  ['a comment', retype('tracks', '{', '{ // rich'), ['tracks:1: : JSON has no room for comments. Remove this.']],
  [
    'a colon that is missing',
    retype('tracks', '"NOR":', '"NOR"'),
    ['tracks:2: : A colon is missing after the name "NOR".'],
  ],
  [
    'a bracket that is never closed',
    retype('tracks', /\}\s*$/u, ''),
    ['tracks:1: : The bracket { that opens here is never closed: a } is missing.'],
  ],
  [
    'a bracket of the other kind',
    retype('cards', /\]$/u, '}'),
    ['cards:47: : A ] belongs here, not }. Or one is missing before it.'],
  ],
  [
    'a bracket too many',
    retype('cards', /\]$/u, ']]'),
    ['cards:47: : The file goes on after its last bracket. Is there a bracket too many above?'],
  ],
  [
    'a name that stands twice',
    retype('tracks', '"treasury": 50,', '"treasury": 50,\n    "treasury": 50,'),
    [
      'tracks:5: tracks.NOR.treasury: This name stands twice in the same brackets, first in line 4. Remove one of the two.',
    ],
  ],
  [
    'an empty file',
    (files) => {
      files.tracks = ' ';
    },
    ['tracks:1: : This file is empty.'],
  ],
  [
    'slips in two files, and a fault in a third',
    (files) => {
      retype('tracks', '50,', '50')(files);
      retype('cards', /\]$/u, ']]')(files);
      retype('objectives', /"weight": \d+/u, '"weight": -45')(files);
    },
    [
      'cards:47: : The file goes on after its last bracket. Is there a bracket too many above?',
      'tracks:4: : A comma is missing after this.',
      'objectives:7: objectives.NOR[0].weight: This is too small: at least 1.',
    ],
  ],
  [
    'a file that is missing',
    (files) => {
      delete files.objectives;
    },
    ['objectives:: : This file is missing; it holds objectives, agendas. Take it from a scenario that is sound.'],
  ],
  [
    'a file of another name',
    (files) => {
      files.crads = files.cards ?? '';
      delete files.cards;
    },
    [
      'cards:: : This file is missing; it holds cards. Is it called crads.json?',
      'crads:1: crads: Nothing is called “crads” here. Did you mean “cards”? Or remove it.',
    ],
  ],
  [
    'a part in two files',
    (files) => {
      files.spare = JSON.stringify({ agendas: tiny.agendas });
    },
    [
      'spare:1: agendas: This part stands in objectives.json too. Remove one of the two, or move a spare file out of the folder.',
    ],
  ],
  [
    'a misspelt part',
    retype('objectives', '"agendas"', '"agenda"'),
    [
      'objectives:: agendas: This is missing; an object belongs here.',
      'objectives:70: agenda: Nothing is called “agenda” here. Did you mean “agendas”? Or remove it.',
    ],
  ],
];

describe('of a folder is told', () => {
  test.each(FAULTS)('%s', (_name, change, said) => {
    expect(saidOf(change)).toEqual(said);
  });
});

test.each([
  ['a mark at the beginning that some editors leave', retype('tracks', /^/u, '\uFEFF')],
  ['the schema that an editor is pointed to', retype('tracks', '{', '{ "$schema": "../docs/scenario.schema.json",')],
  ['lines that end as on Windows', retype('tracks', /\n/gu, '\r\n')],
])('no fault: %s', (_name, change) => {
  expect(saidOf(change)).toEqual([]);
});

test('what fits together is looked at once the shapes are right, and this is told', () => {
  expect(readFolder({ ...folder(), tracks: '{}' })).toMatchObject({ ok: false, isShape: false });
  expect(readFolder({ ...folder(), tracks: '[]' })).toMatchObject({ ok: false, isShape: true });
});
