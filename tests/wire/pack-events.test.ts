import { describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { packEvents, unpackEvents } from '../../shared/wire/pack-events.ts';

const eventsOf = (seed: string, bots: readonly ('negotiator' | 'scripted' | 'random')[]): readonly GameEvent[] => {
  const { record } = simulate(charter2025, { seed, bots, length: 'short' });
  const fold = openFold(charter2025, foundationOf(record));
  for (const logged of record.inputs) fold.apply(logged);
  return [...fold.state.events];
};

describe('events as packed text', () => {
  const all = [eventsOf('packed', ['negotiator']), eventsOf('packed', ['random'])];

  test('come back as they were, to the order of their keys, from wherever the text was cut', () => {
    for (const events of all) {
      expect(new Set(events.map(({ kind }) => kind)).size).toBeGreaterThan(30);
      for (const cut of [0, 1, 57, events.length]) {
        const parts = [events.slice(0, cut), events.slice(cut)].map(packEvents).filter((text) => text !== '');
        expect(JSON.stringify(unpackEvents(parts.join()))).toBe(JSON.stringify(events));
      }
    }
  });

  test('are about half as long as their JSON', () => {
    for (const events of all) expect(packEvents(events).length).toBeLessThan(0.7 * JSON.stringify(events).length);
  });

  test('of a turn that is played again, out of their order and with what no layout knows come back too', () => {
    const [first, second, ...rest] = all[0] ?? [];
    if (first === undefined || second === undefined) throw new Error('no events');
    const { id, ...withoutId } = second;
    const odd = [
      ...[...rest.slice(0, 3), second, first, ...rest.slice(0, 3)],
      { ...second, more: { b: 1, a: 2 } },
      { id, ...withoutId },
      { ...second, turn: second.turn + 1 },
      { ...second, cause: { seat: 'ARM', kind: 'act' } as const },
    ] as readonly GameEvent[];
    expect(JSON.stringify(unpackEvents(packEvents(odd)))).toBe(JSON.stringify(odd));
    expect(unpackEvents(packEvents([]))).toEqual([]);
  });
});
