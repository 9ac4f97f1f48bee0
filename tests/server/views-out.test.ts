import { expect, test } from 'vitest';
import { inflate } from '../../client/net/inflate.ts';
import { ViewsOut } from '../../server/match/views-out.ts';
import type { SeatId, ViewerId } from '../../shared/model/ids.ts';
import type { Input } from '../../shared/model/input.ts';
import { NO_ORDERS } from '../../shared/model/order.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { settingsFor } from '../../shared/rules/settings.ts';
import { setup } from '../../shared/rules/setup.ts';
import { step } from '../../shared/rules/step.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { decodeChange } from '../../shared/wire/change.ts';
import { type Follower, fuzzMatch } from '../fuzz/fuzz-match.ts';
import { newTally } from '../fuzz/tally.ts';
import { VIEWERS, watchedMatch } from './support/watched-match.ts';

/** A page for every viewer of a match that goes on as it is told; says where one has another view than it should. */
const pagesOf = () => {
  const faults: string[] = [];
  const steps = new Set<string>();
  const pages = new Map<ViewerId, SeatView>();
  const { watched, move, isRight } = watchedMatch();
  let isOpen = false;
  const open = (): void => {
    if (isOpen) return;
    isOpen = true;
    const views = new ViewsOut(watched, () => 0);
    for (const viewer of VIEWERS)
      views.add(viewer, {
        view: ({ view }) => pages.set(viewer, JSON.parse(inflate(view, '')) as SeatView),
        patch: ([, change]) => {
          pages.set(viewer, decodeChange(charter2025, pages.get(viewer) as SeatView, change, inflate));
        },
      });
  };
  const follow: Follower = (next, events) => {
    steps.add(events.map(({ kind }) => kind).join(' '));
    for (const viewer of move(next, events, open))
      if (!isRight(pages.get(viewer) as SeatView, viewer))
        faults.push(`${viewer} in turn ${next.board.turn}: ${events.map(({ kind }) => kind).join(' ')}`);
  };
  return { follow, faults, steps, pages };
};

// In the last of these a paper comes to light that is older than what is near.
test.each([4_200_001, 4_200_002, 4_200_015])(
  'pages that are told only of what is near have the whole view after every input: seed %i',
  (seed) => {
    const { follow, faults, pages } = pagesOf();
    fuzzMatch(charter2025, seed, newTally(), null, follow);
    expect(pages.size).toBe(8);
    expect(pages.get('facilitator')?.events.length).toBeGreaterThan(150);
    expect(faults).toEqual([]);
  },
  60_000,
);

test('pages that are told of one act or of the end of talks without views that are compared have the whole view', () => {
  const { follow, faults, steps } = pagesOf();
  const powers = charter2025.powers.map(({ id }) => id);
  const choice = { length: 'sprint', pace: 'live', press: 'full', facilitated: true, spectators: false } as const;
  let state = setup(charter2025, { seed: 'alone', settings: settingsFor(charter2025, choice) });
  const give = (seat: SeatId, input: Input): void => {
    const done = step(charter2025, state, { seq: state.version + 1, at: state.version, seat, input });
    state = done.state;
    follow(state, done.events);
  };
  for (const power of powers) give('facilitator', { kind: 'seat', power, sitter: { by: 'human' } });
  give('facilitator', { kind: 'start' });
  for (let phase = 0; phase < 6; phase += 1) {
    for (const [i, power] of powers.entries()) {
      const to = powers.filter((_other, k) => k === (i + phase + 1) % powers.length);
      if (state.table.phase === 'negotiation') give(power, { kind: 'say', to, text: `What will you do? ${phase}` });
      else give(power, { kind: 'submitOrders', orders: NO_ORDERS });
    }
    for (const power of powers) give(power, { kind: 'setReady', ready: true });
  }
  for (const kinds of ['said', 'ordersSubmitted', 'readySet', 'readySet phaseOpened']) expect(steps).toContain(kinds);
  expect(state.board.turn).toBe(3);
  expect(faults).toEqual([]);
});
