import { describe, expect, test } from 'vitest';
import { enProblems } from '../../client/text/en-problems.ts';
import { formatAgo, formatClock, formatQuarter, speakClock } from '../../client/text/format.ts';
import { fill, maybeText } from '../../client/text/text.ts';
import { botName } from '../../client/ui/bot-name.ts';
import { BOT_OPTIONS, botsCalled } from '../../client/ui/match-choices.ts';
import type { BotChoice } from '../../shared/model/input.ts';
import { SERVER_CODES } from '../../shared/protocol/messages.ts';

describe('a sentence', () => {
  test('takes its blanks', () =>
    expect(fill('{who} signed {what}.', { who: 'ARM', what: 'it' })).toBe('ARM signed it.'));
  test('keeps a blank that nobody filled', () => expect(fill('{who}?', {})).toBe('{who}?'));
  test.each([
    [0, 'no seat'],
    [1, '1 seat'],
    [1200, '1,200 seats'],
  ])('counts %i', (n, said) =>
    expect(fill('{n, plural, =0 {no seat} one {# seat} other {# seats}}', { n })).toBe(said),
  );
  test('does not take a blank out of another', () => expect(fill('{a}{b}', { a: '{b}', b: 'x' })).toBe('{b}x'));
  test.each(SERVER_CODES)('is there for %s', (code) =>
    expect(maybeText(`problem.${code}`)).toBe(enProblems[`problem.${code}`]),
  );
});

describe('a bot', () => {
  const named: readonly (readonly [BotChoice, string])[] = [
    [{ bot: 'scripted' }, 'Bot, by plan'],
    [{ bot: 'negotiator' }, 'Bot, negotiates · normal'],
    [{ bot: 'negotiator', level: 'strong' }, 'Bot, negotiates · strong'],
    [{ bot: 'negotiator', level: 'easy', temperament: 'steadfast' }, 'Bot, negotiates · easy · keeps its word'],
    [{ bot: 'scripted', level: 'easy', temperament: 'steadfast' }, 'Bot, by plan'],
  ];
  test.each(named)('%j is named in a list of seats', (choice, name) => expect(botName(choice)).toBe(name));
  test('which takes care of a seat says what it may', () =>
    expect(botName({ bot: 'caretaker' })).toContain('signs nothing'));
  test.each(BOT_OPTIONS)('can be chosen: $label', ({ id, label, note }) => {
    expect(botsCalled(id).bot).toBe(id.split('-')[0]);
    expect([label, note]).not.toContain(`bots.${id}`);
  });
});

describe('a time', () => {
  test.each([
    [0, '0:00'],
    [-5_000, '0:00'],
    [59_001, '1:00'],
    [187_000, '3:07'],
    [3_729_000, '1:02:09'],
    [187_200_000, '2 d 4 h'],
  ])('of %i ms reads %s', (ms, text) => expect(formatClock(ms)).toBe(text));
  test('is spoken', () =>
    expect([speakClock(30_000), speakClock(60_000), speakClock(7_300_000)]).toEqual([
      '30 seconds left',
      '1 minute left',
      '2 hours left',
    ]));
  test('past is rounded', () =>
    expect([formatAgo(10_000), formatAgo(61_000), formatAgo(7_300_000)]).toEqual([
      'just now',
      '1 minute ago',
      '2 hours ago',
    ]));
  test.each([
    [1, 'Q1 2025'],
    [4, 'Q4 2025'],
    [5, 'Q1 2026'],
    [0, 'Q1 2025'],
  ])('turn %i is %s', (turn, text) => expect(formatQuarter({ firstYear: 2025, firstQuarter: 1 }, turn)).toBe(text));
});
