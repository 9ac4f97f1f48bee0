import { expect, test } from 'vitest';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, place, seated } from '../support/given.ts';

test('a secret treaty that takes a signatory below a band shows outsiders nothing', () => {
  let state = seated(bare);
  state = { ...state, board: place(state.board, 'track ARM capital 4') };
  state = give(bare, state, 'facilitator', { kind: 'start' }).state;
  const before = JSON.stringify(viewFor(bare, state, 'IRN'));
  const terms = { kind: 'pay', amount: 2, each: false } as const;
  const clauses = [{ by: ['ARM'], to: ['RUS'], terms, from: 1, until: 1 }];
  const draft = {
    title: 'Quietly',
    parties: ['ARM', 'RUS'],
    visibility: 'secret',
    form: 'treaty',
    until: 3,
    notice: 1,
    clauses,
  } as const;
  state = give(bare, state, 'ARM', { kind: 'propose', draft, expires: 1 }).state;
  state = give(bare, state, 'RUS', { kind: 'sign', proposal: 'offer-ARM-RUS#1' }).state;
  expect(state.board.tracks.ARM?.capital).toBe(3);
  expect(JSON.stringify(viewFor(bare, state, 'IRN'))).toBe(before);
  expect(viewFor(bare, state, 'ARM').tracks.ARM?.exact?.capital).toBe(3);
});
