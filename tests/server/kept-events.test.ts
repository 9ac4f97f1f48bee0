import { beforeAll, describe, expect, test } from 'vitest';
import { KeptEvents, keepSmall, plainState } from '../../server/match/kept-events.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { type MatchFold, openFold } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor, viewSince } from '../../shared/view/view-for.ts';

const EVERYTHING = Number.MAX_SAFE_INTEGER;
const VIEWERS = ['public', 'facilitator', ...charter2025.powers.map(({ id }) => id)];

describe('events of which the older are packed', () => {
  let whole: MatchFold;
  let kept: MatchState;
  const views: string[] = [];

  beforeAll(() => {
    const { inputs, record } = simulate(charter2025, { seed: 'kept', bots: ['scripted', 'random'], length: 'short' });
    const foundation = { ...record, seed: record.seed ?? '', salt: record.salt ?? '' };
    whole = openFold(charter2025, foundation);
    const small = openFold(charter2025, foundation, null, keepSmall);
    for (const input of inputs) {
      whole.apply(input);
      small.apply(input);
      // Some look on from the beginning, and others come in at the end.
      for (const viewer of ['public', 'ARM']) {
        const [one, other] = [whole, small].map(({ state }) => viewSince(charter2025, state, viewer, 60).events);
        if (JSON.stringify(one) !== JSON.stringify(other)) views.push(`${viewer} after ${input.seq}`);
      }
    }
    kept = small.state;
  });

  test('are the same for the rules and for everybody who looks on, at each moment', () => {
    expect(kept.events).toBeInstanceOf(KeptEvents);
    expect(views).toEqual([]);
    expect(plainState(kept)).toEqual(whole.state);
  });

  test('are told in the same way to whoever comes in late, whole and from any place', () => {
    for (const viewer of VIEWERS) {
      const all = viewFor(charter2025, whole.state, viewer);
      expect(JSON.stringify(viewFor(charter2025, kept, viewer))).toBe(JSON.stringify(all));
      const { length } = all.events;
      for (const skip of [1, 9, length - 200, length - 100, length - 41, length - 8, length - 1, length, EVERYTHING])
        expect(viewSince(charter2025, kept, viewer, skip).events, `${viewer} ${skip}`).toEqual(all.events.slice(skip));
    }
  });

  test('are found by their place, and the latest first', () => {
    const plain = [...whole.state.events];
    expect([kept.events.length, kept.events.at(3), kept.events.at(-1)]).toEqual([plain.length, plain[3], plain.at(-1)]);
    for (const kind of ['matchEnded', 'turnOpened', 'sat', 'said'] as const)
      expect(kept.events.findLast((event) => event.kind === kind)).toEqual(plain.findLast((one) => one.kind === kind));
    for (const from of [0, 5, plain.length - 5, plain.length])
      expect(kept.events.slice(from)).toEqual(plain.slice(from));
  });

  test('go to another thread and into a text whole', () => {
    expect(structuredClone(plainState(kept)).events).toEqual([...whole.state.events]);
    expect(JSON.stringify(kept)).toBe(JSON.stringify(whole.state));
  });
});
