import { describe, expect, test } from 'vitest';
import { type BotLuck, botThinks } from '../../shared/bots/bots.ts';
import { openMind } from '../../shared/bots/negotiator/mind.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { BOT_LEVELS, BOT_NAMES, type BotChoice, TEMPERAMENTS } from '../../shared/model/input.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { give, seated } from '../support/given.ts';

const { powers } = indexOf(charter2025);
const NEGOTIATOR: BotChoice = { bot: 'negotiator', level: 'normal' };
const BOTS: readonly BotChoice[] = [
  ...BOT_NAMES.map((bot) => ({ bot })),
  ...BOT_LEVELS.map((level) => ({ bot: 'negotiator', level }) as const),
];

const talks = give(charter2025, seated(charter2025), 'facilitator', { kind: 'start' }).state;
const orders = give(charter2025, talks, 'facilitator', { kind: 'advance' }).state;

const views = (viewer: string): readonly SeatView[] =>
  [talks, orders].map((state) => viewFor(charter2025, state, viewer));
const thoughts = (choice: BotChoice, luck: BotLuck): string =>
  JSON.stringify(powers.flatMap((viewer) => views(viewer).map((view) => botThinks(charter2025, view, choice, luck))));
const temperamentOf = (luck: BotLuck, choice: BotChoice = NEGOTIATOR, view = views('ARM')[0] as SeatView): string =>
  openMind(charter2025, view, choice, luck).character.temperament;

describe('the same luck, the same acts', () => {
  test.each(BOTS.map((choice) => [Object.values(choice).join(' '), choice] as const))('%s', (_name, choice) => {
    const luck = { match: 'match', now: 'now' };
    expect(thoughts(choice, { ...luck })).toBe(thoughts(choice, luck));
  });

  test('what a negotiator thinks of is otherwise each time that it is asked', () => {
    const kinds = new Set(['a', 'b', 'c', 'd'].map((now) => thoughts(NEGOTIATOR, { match: 'match', now })));
    expect(kinds.size).toBeGreaterThan(1);
  });

  test('those who leave nothing to chance do the same however it falls', () => {
    for (const bot of ['hold', 'scripted', 'caretaker'] as const)
      expect(thoughts({ bot }, { match: 'b', now: 'b' })).toBe(thoughts({ bot }, { match: 'a', now: 'a' }));
  });
});

describe('what a negotiator is like', () => {
  const drawn = Array.from({ length: 300 }, (_, i) => temperamentOf({ match: `match ${i}`, now: 'now' }));

  test('about one in three breaks its word when that pays', () => {
    const opportunists = drawn.filter((one) => one === 'opportunist').length;
    expect(opportunists).toBeGreaterThan(75);
    expect(opportunists).toBeLessThan(125);
  });

  test('stays the same the whole match, whenever and wherever it is asked', () => {
    for (let i = 0; i < 30; i += 1) {
      const match = `match ${i}`;
      const later = views('ARM').flatMap((view) =>
        ['one', 'two', 'three'].map((now) => temperamentOf({ match, now }, NEGOTIATOR, view)),
      );
      expect(new Set([...later, drawn[i]]).size).toBe(1);
    }
  });

  test('is as it was chosen, where it was chosen', () => {
    for (const temperament of TEMPERAMENTS)
      for (let i = 0; i < 30; i += 1)
        expect(temperamentOf({ match: `match ${i}`, now: 'now' }, { ...NEGOTIATOR, temperament })).toBe(temperament);
  });

  test('a choice of temperament leaves the rest of its character as it was drawn', () => {
    const luck = { match: 'match', now: 'now' };
    const view = views('ARM')[0] as SeatView;
    const [one, other] = TEMPERAMENTS.map((temperament) => {
      const { meek, bold, trusting } = openMind(charter2025, view, { ...NEGOTIATOR, temperament }, luck).character;
      return { meek, bold, trusting };
    });
    expect(one).toEqual(other);
  });

  test('goes by the luck of the match, so that two of a kind differ', () => {
    const view = views('ARM')[0] as SeatView;
    const kinds = Array.from({ length: 20 }, (_, i) => {
      const { meek, bold, trusting } = openMind(charter2025, view, NEGOTIATOR, { match: `${i}`, now: 'now' }).character;
      return `${meek} ${bold} ${trusting}`;
    });
    expect(new Set(kinds).size).toBeGreaterThan(15);
  });
});
