import { beforeAll, describe, expect, test } from 'vitest';
import { type Player, type Simulation, simulate, type ToldMotive } from '../../shared/analysis/simulate.ts';
import type { Agreement } from '../../shared/model/agreement.ts';
import { BOT_LEVELS, type Temperament } from '../../shared/model/input.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';

/** Whole matches of negotiators, and what must hold in each. */
const negotiators = (temperament?: Temperament): readonly Player[] =>
  BOT_LEVELS.map(
    (level) => ({ bot: 'negotiator', level, ...(temperament === undefined ? {} : { temperament }) }) as const,
  );

describe('every act of a bot is legal', () => {
  test.each(Array.from({ length: 12 }, (_, i) => i))('in match %i', (i) => {
    const others = [{ bot: 'greedy' }, { bot: 'scripted' }, { bot: 'random' }, { bot: 'caretaker' }] as const;
    const scenario = i % 3 === 2 ? tiny : charter2025;
    const bots = [...negotiators(), ...(i % 2 === 0 ? [] : others.slice(i % 4, (i % 4) + 2))];
    const { refused, fold } = simulate(scenario, {
      seed: `legal ${i}`,
      bots,
      length: i % 2 === 0 ? 'short' : 'sprint',
    });
    expect(refused).toBe(0);
    expect(fold.state.table.phase).toBe('ended');
  });
});

/** Promises broken in a match. */
const breachesIn = ({ fold }: Simulation): readonly { readonly agreement: string; readonly by: readonly string[] }[] =>
  [...fold.state.events].flatMap((event) =>
    event.kind === 'clauseJudged' && event.status === 'breached' ? [{ agreement: event.agreement, by: event.by }] : [],
  );
const meant = ({ motives }: Simulation): readonly ToldMotive[] => motives.filter(({ deed }) => deed === 'break');
const play = (seed: string, temperament: Temperament): Simulation =>
  simulate(charter2025, { seed, bots: negotiators(temperament), length: 'standard' });
const pactsOf = ({ fold }: Simulation): { readonly [id: string]: Agreement } => fold.state.board.agreements;

describe('what a negotiator’s word is worth', () => {
  let steadfast: readonly Simulation[];
  let opportunist: readonly Simulation[];
  beforeAll(() => {
    steadfast = [0, 1, 2, 3].map((i) => play(`word ${i}`, 'steadfast'));
    opportunist = [0, 1, 2].map((i) => play(`word ${i}`, 'opportunist'));
  }, 60_000);

  test('who hands over a secret does not name it to everybody', () => {
    const offers = opportunist.flatMap(({ inputs }) =>
      inputs.flatMap(({ input }) =>
        input.kind === 'propose' && input.draft.clauses.some(({ terms }) => terms.kind === 'disclose') ? [input] : [],
      ),
    );
    expect(offers.length).toBeGreaterThan(0);
    expect(offers.filter(({ draft }) => draft.visibility === 'public')).toEqual([]);
  });

  test('the steadfast never break one because that pays', () => {
    expect(steadfast.flatMap(meant)).toEqual([]);
  });

  test('opportunists do now and then', () => {
    expect(opportunist.flatMap(meant).length).toBeGreaterThan(0);
    expect(opportunist.flatMap(breachesIn).length).toBeGreaterThan(steadfast.flatMap(breachesIn).length);
  });

  test('whoever means to break a promise has given one in that agreement', () => {
    for (const match of opportunist)
      for (const { about, power, worth } of meant(match)) {
        const pact = pactsOf(match)[about ?? ''];
        expect(pact?.parties).toContain(power);
        expect(pact?.clauses.some(({ by }) => by.includes(power))).toBe(true);
        expect(worth).toBeGreaterThan(0);
      }
  });
});
