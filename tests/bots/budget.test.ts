import { beforeEach, describe, expect, test, vi } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { botThinks } from '../../shared/bots/bots.ts';
import { openTrial } from '../../shared/bots/negotiator/forecast.ts';
import { REACH } from '../../shared/bots/negotiator/mind.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { BOT_LEVELS, type BotChoice } from '../../shared/model/input.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { Board, MatchState } from '../../shared/model/state.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { resolve } from '../../shared/rules/resolve.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { begun, mindIn } from '../support/minds.ts';

vi.mock('../../shared/rules/resolve.ts', async (original) => {
  const real = await original<typeof import('../../shared/rules/resolve.ts')>();
  return { ...real, resolve: vi.fn(real.resolve) };
});

const resolutions = vi.mocked(resolve);
beforeEach(() => {
  resolutions.mockClear();
});

describe('what a negotiator may reckon through in a turn', () => {
  test.each(BOT_LEVELS)('a trial of one that is %s ends with its budget', (level) => {
    const mind = mindIn(begun(), 'ARM', { level });
    const trial = openTrial(mind);
    resolutions.mockClear();
    const outcomes = Array.from({ length: REACH[level].resolutions + 5 }, () => trial(NO_ORDERS));
    expect(outcomes.filter((one) => one !== null)).toHaveLength(REACH[level].resolutions);
    expect(outcomes.slice(-5)).toEqual([null, null, null, null, null]);
    expect(resolutions).toHaveBeenCalledTimes(REACH[level].resolutions);
  });

  test('a trial leaves the position as it was, and says the same of the same set', () => {
    const mind = mindIn(begun(), 'ARM');
    const before = JSON.stringify(mind.supposed);
    const trial = openTrial(mind);
    const set = { ...NO_ORDERS, orders: [{ verb: 'harden', area: 'trade' } as const] };
    const [one, other] = [trial(set), trial(set)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    const own = (board: Board | null): number => board?.portfolios.ARM?.trade.own ?? 0;
    expect(own(one)).toBeGreaterThan(own(mind.board));
    expect(JSON.stringify(mind.supposed)).toBe(before);
  });

  /** Positions of a match as each turn’s doors close. */
  const positions = (): readonly MatchState[] => {
    const { record } = simulate(charter2025, { seed: 'budget', bots: [{ bot: 'negotiator' }], length: 'short' });
    const fold = openFold(charter2025, foundationOf(record));
    const found: MatchState[] = [];
    for (const logged of record.inputs) {
      const before = fold.state.table.phase;
      fold.apply(logged);
      if (fold.state.table.phase === 'orders' && before !== 'orders') found.push(fold.state);
    }
    return found;
  };

  test('no thought over orders plays more through than that, and its last look at the set', () => {
    const states = positions();
    const bots: readonly BotChoice[] = [
      { bot: 'greedy' },
      ...BOT_LEVELS.map((level) => ({ bot: 'negotiator', level }) as const),
    ];
    expect(states.length).toBeGreaterThan(2);
    for (const choice of bots) {
      let most = 0;
      for (const state of states)
        for (const power of indexOf(charter2025).powers) {
          const view = viewFor(charter2025, state, power);
          resolutions.mockClear();
          botThinks(charter2025, view, choice, { match: 'budget', now: 'now' });
          most = Math.max(most, resolutions.mock.calls.length);
        }
      expect(most).toBeGreaterThan(1);
      expect(most).toBeLessThanOrEqual(REACH[choice.level ?? 'normal'].resolutions + 1);
    }
  });

  test('the further one looks, the more it may play through', () => {
    const [easy = 0, normal = 0, strong = 0] = BOT_LEVELS.map((level) => REACH[level].resolutions);
    expect(easy).toBeLessThan(normal);
    expect(normal).toBeLessThan(strong);
  });
});
