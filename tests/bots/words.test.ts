import { describe, expect, test } from 'vitest';
import { botThinks } from '../../shared/bots/bots.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import type { PressMode } from '../../shared/model/state.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { give } from '../support/given.ts';
import { begun } from '../support/minds.ts';

/** What Armenia says to an offer of Russia that asks much and gives nothing, over so many lots. */
const spoken = (press: PressMode, lots = 40): readonly Extract<PowerInput, { readonly kind: 'say' }>[] => {
  const start = begun([], charter2025);
  const open = { ...start, settings: { ...start.settings, press } };
  const { turn } = open.board;
  const draft = {
    title: 'A hard bargain',
    parties: ['RUS', 'ARM'],
    visibility: 'public',
    form: 'statement',
    until: null,
    notice: 1,
    clauses: [{ by: ['ARM'], to: ['RUS'], terms: { kind: 'pay', amount: 8, each: false }, from: turn, until: turn }],
  } as const;
  const state = give(charter2025, open, 'RUS', { kind: 'propose', draft, expires: turn }).state;
  const view = viewFor(charter2025, state, 'ARM');
  return Array.from({ length: lots }, (_, i) =>
    botThinks(charter2025, view, { bot: 'negotiator' }, { match: 'm', now: `${i}` }).acts.filter(
      (act) => act.kind === 'say',
    ),
  ).flat();
};

describe('a reason', () => {
  const said = spoken('full');

  test('is given now and then, not always', () => {
    expect(said.length).toBeGreaterThan(4);
    expect(said.length).toBeLessThan(32);
  });

  test('goes to whoever made the offer and to nobody else', () => {
    const authors = new Map([
      ['A hard bargain', 'RUS'],
      ...charter2025.offers.map(({ draft, by }) => [draft.title, by] as const),
    ]);
    expect(said.some(({ to }) => to.join() === 'RUS')).toBe(true);
    for (const { to, text } of said)
      expect(to).toEqual([authors.get([...authors.keys()].find((title) => text.includes(title)) ?? '')]);
  });

  test.each(['public', 'agreements'] as const)('is not given where everybody would hear it, or nobody: %s', (press) => {
    expect(spoken(press)).toEqual([]);
  });
});
