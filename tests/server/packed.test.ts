import { expect, test } from 'vitest';
import { packed, unpacked } from '../../server/store/packed.ts';

test('a position comes back as it was, from a fraction of its text', () => {
  const state = { boards: Array.from({ length: 12 }, (_, turn) => ({ turn, name: 'Երևան', of: 'the same board' })) };
  const stored = packed(state);
  expect(stored.length).toBeLessThan(JSON.stringify(state).length / 3);
  expect(unpacked(stored)).toEqual(state);
});

test('a position that was stored as plain text is read as before', () => {
  expect(unpacked('{"version":7}')).toEqual({ version: 7 });
});
