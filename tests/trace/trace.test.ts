import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../shared/model/scenario.ts';
import { openFold } from '../../shared/replay/fold.ts';
import { refusal } from '../../shared/rules/refusal.ts';
import { settingsFor } from '../../shared/rules/settings.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { isCarrier } from './carriers.ts';
import { MATCHES, sweep } from './sweep.ts';
import { newsEvents, quantities, type Sign, shows, statements } from './trace-page.ts';

const ROWS = Array.from({ length: 104 }, (_, i) => `T${String(i + 1).padStart(3, '0')}`);
const THINGS = ['portfolio', 'track', 'asset', 'agreement', 'measure'];
const NEWS = { S: 12, R: 14, T: 24, F: 10 };
const scenario: Scenario = charter2025;
const all = statements();
const isByHand = (sign: Sign): boolean => sign.text.includes('how=injected');

describe('the page', () => {
  test('has each of the 104 statements once, in order', () => {
    expect(all.map(({ row }) => row)).toEqual(ROWS);
  });

  test.each(all.map(({ row, carrier }) => [row, carrier]))('%s is carried by %s, which exists', (_, carrier) => {
    expect(isCarrier(scenario, carrier)).toBe(true);
  });

  test('says what carries each quantity of the fact base', () => {
    const strange = quantities().filter(
      ({ thing, carrier }) => !THINGS.includes(thing) || !isCarrier(scenario, carrier),
    );
    expect(strange).toEqual([]);
  });

  test('says what carries each of its sixty events', () => {
    const names = Object.entries(NEWS).flatMap(([letter, count]) =>
      Array.from({ length: count }, (_, i) => `EV-${letter}${i + 1}`),
    );
    expect(newsEvents().map(({ name }) => name)).toEqual(names);
    expect(newsEvents().filter(({ carrier }) => !isCarrier(scenario, carrier))).toEqual([]);
  });

  test('a carrier that is not there is not found', () => {
    expect(isCarrier(scenario, 'card:no-such-card')).toBe(false);
    expect(isCarrier(scenario, 'clause:charter-2025/c99')).toBe(false);
    expect(isCarrier(scenario, 'order:court/weather')).toBe(false);
    expect(isCarrier(scenario, 'wish:peace')).toBe(false);
  });
});

test(`every sign that comes by itself is seen in ${MATCHES} matches at the latest`, { timeout: 600_000 }, () => {
  const signs = all.map(({ sign }) => sign).filter((sign) => !isByHand(sign));
  const { seen } = sweep(scenario, signs);
  const missing = all.filter(({ sign }) => seen.get(sign.text) === 0).map(({ row, sign }) => `${row} ${sign.text}`);
  expect(missing).toEqual([]);
});

describe('what a facilitator plays', () => {
  const byHand = all.filter(({ sign }) => isByHand(sign));

  test('is two rows: what nobody should meet by chance', () => {
    expect(byHand.map(({ row }) => row)).toEqual(['T092', 'T095']);
  });

  test.each(byHand.map(({ row, carrier, sign }) => [row, carrier.slice('card:'.length), sign] as const))(
    '%s: the card %s is neither scheduled nor drawn, and shows itself when it is played',
    (_, card, sign) => {
      const definition = scenario.cards.find(({ id }) => id === card);
      expect([definition?.turn, definition?.weight]).toEqual([null, 0]);
      expect([...eventsOfInject(card)].some((event) => shows(sign, event))).toBe(true);
    },
  );
});

/** What happens when the facilitator plays a card in the first turn of a match. */
const eventsOfInject = (card: string) => {
  const choice = { length: 'sprint', pace: 'untimed', press: 'full', facilitated: true, spectators: false } as const;
  const settings = settingsFor(scenario, choice);
  const fold = openFold(scenario, { id: 'inject', title: 'Inject', seed: 'seed', salt: 'salt', settings });
  for (const [i, input] of [{ kind: 'start' }, { kind: 'inject', card }].entries()) {
    const logged = { seq: i + 1, at: i, seat: 'facilitator', input } as Parameters<typeof fold.apply>[0];
    expect(refusal(scenario, fold.state, logged)).toBeNull();
    fold.apply(logged);
  }
  return fold.state.events;
};
