import { describe, expect, test } from 'vitest';
import { isTaken, lookOf, numbered, readName, readTitle } from '../../server/match/names.ts';

describe('a name', () => {
  test.each([
    ['Anna', 'Anna'],
    ['  Anna   Maria ', 'Anna Maria'],
    ['Զարուհի', 'Զարուհի'],
    ['Ləman', 'Ləman'],
    ['Ңургүл', 'Ңургүл'],
    ['علی‌رضا', 'علی‌رضا'],
    ['O’Neill-Sáez', 'O’Neill-Sáez'],
    ['Şükran', 'Şükran'],
    ['Group 3 🐻', 'Group 3 🐻'],
    ['ნინო', 'ნინო'],
    ['小明', '小明'],
  ])('may be %j', (typed, shown) => {
    expect(readName(typed)).toBe(shown);
  });

  test.each([
    ['nothing', '   '],
    ['nothing that can be said', '...!'],
    ['a change of direction', 'Anna\u202egnp'],
    ['something of no width', 'An\u200bna'],
    ['a joiner between letters that need none', 'An\u200cna'],
    ['a mark of order', 'Anna\u200f'],
    ['a control', 'An\u0007na'],
    ['a filler that looks empty', 'An\u3164na'],
    ['a tag', 'Anna\u{e0041}'],
    ['piled-up marks', 'A\u0301\u0302\u0303\u0304nna'],
    ['markup', '<b>Anna</b>'],
    ['too much', 'x'.repeat(25)],
    ['the name of those who run tables', 'Facilitator'],
    ['the same in letters of another script', 'Fасilitаtоr'],
    ['the same with digits', 'Adm1n'],
    ['the same with gaps', 'mo de-ra_tor'],
  ])('may not be %s', (_what, typed) => {
    expect(readName(typed)).toBeNull();
  });
});

test.each([
  ['  Thursday   evening: 8 pm! ', 'Thursday evening: 8 pm!'],
  ['', ''],
  ['Քիչ մը — “quick” <game>', 'Քիչ մը — “quick” <game>'],
  ['Evening\u202ednuor', null],
  ['Eve\u200bning', null],
  ['Evening\u0000', null],
])('a table called %j is called %j', (typed, shown) => {
  expect(readTitle(typed)).toBe(shown);
});

describe('two names', () => {
  test.each([
    ['Anna', 'anna'],
    ['Anna', 'Аnnа'],
    ['Bill', 'BiII'],
    ['José', 'Jose'],
    ['Tom 0', 'Tom O'],
    ['Norman', 'Noman'.replace('m', 'rm')],
    ['An na', 'Anna'],
  ])('look the same: %s, %s', (one, other) => {
    expect(lookOf(one)).toBe(lookOf(other));
    expect(isTaken(one, ['Zoe', other])).toBe(true);
  });
  test('differ where they can be told apart', () => {
    expect(isTaken('Anna', ['Anne', 'Annika', ''])).toBe(false);
    expect(isTaken('Анна', ['Анни'])).toBe(false);
  });
  test('of a class get numbers, also where they are as long as a name may be', () => {
    expect(numbered('Anna', ['Bela'])).toBe('Anna');
    expect(numbered('Anna', ['Anna'])).toBe('Anna 2');
    expect(numbered('Anna', ['Anna', 'Anna 2'])).toBe('Anna 3');
    const long = 'Maximiliane Alexandrova A';
    expect(numbered(long.slice(0, 24), [long.slice(0, 24)])).toBe('Maximiliane Alexandrov 2');
  });
});
