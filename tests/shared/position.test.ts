import { expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { openingBoard } from '../../shared/catalogue/opening-board.ts';
import type { Board } from '../../shared/model/state.ts';
import { formatPosition, parsePosition, place } from '../../shared/notation/position-notation.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';

const opening = openingBoard(charter2025);
const readBack = (board: Board): Board | string => {
  const read = parsePosition(opening, formatPosition(board).join('\n'));
  return read.ok ? read.value : read.why;
};

test('the opening position is read back as it was written', () => {
  expect(readBack(opening)).toEqual(opening);
});

test.each([1, 2, 3])('every position of random match %s is read back as it was written', (seed) => {
  const { fold } = simulate(charter2025, { seed: `position-${seed}`, bots: ['random'], length: 'short' });
  for (const board of [...fold.state.turnStarts, fold.state.board]) expect(readBack(board)).toEqual(board);
});

test.each([
  ['shares ARM energy RUS 71', 'shares that sum to 100'],
  ['shares ARM gold RUS 100', 'an area'],
  ['shares NIL energy RUS 100', 'a country with portfolios'],
  ['track ARM stability 101', 'from 0 to 100'],
  ['gate nowhere open', 'a gate that exists'],
  ['doors ARM energy', 'a door'],
  ['pact p statement public ARM to RUS pay 2', 'who signed in crisis'],
  ['clutter', 'a line of a position'],
])('“%s” is refused: %s', (line, expected) => {
  const placed = place(opening, line);
  expect(placed.ok ? '' : placed.why).toContain(expected);
});

test('a wrong line is named', () => {
  expect(parsePosition(opening, '# a comment\nturn 2\n\ntrack ARM faith 3')).toMatchObject({
    ok: false,
    at: 10,
    why: expect.stringContaining('Line 4'),
  });
});
