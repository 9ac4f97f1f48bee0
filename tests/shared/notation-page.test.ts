import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openingBoard } from '../../shared/catalogue/opening-board.ts';
import { CLAUSE_FORMS, CONDITION_FORMS, EFFECT_FORMS } from '../../shared/model/fields.ts';
import { VERBS } from '../../shared/model/order.ts';
import { formatClause, formatTerms, parseClause, parseTerms } from '../../shared/notation/clause-notation.ts';
import { formatCondition, parseCondition } from '../../shared/notation/condition-notation.ts';
import { formatEffect, parseEffect } from '../../shared/notation/effect-notation.ts';
import { formatLine, parseLine } from '../../shared/notation/line-notation.ts';
import { formatPosition, POSITION_WORDS, parsePosition } from '../../shared/notation/position-notation.ts';
import type { Parsed } from '../../shared/notation/words.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';

/** docs/notation.md is the grammar: what it shows is read, written again, and complete. */
const page = readFileSync(fileURLToPath(new URL('../../docs/notation.md', import.meta.url)), 'utf8');
const blocksOf = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^\`]*)\`\`\``, 'gu'))].flatMap(([, text]) =>
    (text ?? '').trim().split('\n'),
  );

const rewrite =
  <T>(parse: (text: string) => Parsed<T>, format: (value: T) => string) =>
  (text: string): string => {
    const read = parse(text);
    return read.ok ? format(read.value) : read.why;
  };
const REWRITERS: { readonly [language: string]: (text: string) => string } = {
  lines: rewrite(parseLine, ({ power, entry }) => formatLine(power, entry)),
  promises: rewrite(parseTerms, formatTerms),
  clauses: rewrite(parseClause, formatClause),
  conditions: rewrite(parseCondition, formatCondition),
  effects: rewrite(parseEffect, formatEffect),
};

describe.each(Object.entries(REWRITERS))('%s of the page', (language, rewritten) => {
  test.each(blocksOf(language))('%s', (line) => expect(rewritten(line)).toBe(line));
});

test('the position of the page is read and written again', () => {
  const lines = blocksOf('position');
  const read = parsePosition(openingBoard(charter2025), lines.join('\n'));
  expect(read.ok ? formatPosition(read.value) : read.why).toEqual(expect.arrayContaining([...lines]));
});

test('the faults of the page are answered as it says', () => {
  const lines = blocksOf('wrong');
  for (let i = 0; i < lines.length; i += 2) {
    const read = parseLine(lines[i] ?? '');
    expect(read.ok ? 'read' : read.why).toBe(lines[i + 1]);
  }
});

const wordsOf = (language: string, at: number): ReadonlySet<string | undefined> =>
  new Set(blocksOf(language).map((line) => line.split(/[\s!]/u)[at]));

test('the page leaves nothing out', () => {
  expect([...wordsOf('lines', 1)]).toEqual(expect.arrayContaining([...VERBS]));
  expect([...wordsOf('promises', 0)]).toEqual(expect.arrayContaining(CLAUSE_FORMS.map((form) => form.word)));
  expect([...wordsOf('conditions', 0)]).toEqual(expect.arrayContaining(CONDITION_FORMS.map((form) => form.word)));
  expect([...wordsOf('effects', 0)]).toEqual(expect.arrayContaining(EFFECT_FORMS.map((form) => form.word)));
  expect([...POSITION_WORDS].filter((word) => !wordsOf('position', 0).has(word))).toEqual(['guard', 'baseline']);
});
