import { expect, test } from 'vitest';
import { READING } from './clocks.ts';
import { brokenServer } from './support/broken-server.ts';
import { aims, closeMeetings, runDeadlines } from './support/deadline-run.ts';
import { type PhaseReader, playable, repeatedPhases, type Span } from './support/phases.ts';
import { runSkewed, SKEWED } from './support/skew-run.ts';

const span = (turn: number, phase: string, from: number, to: number | null): Span => ({
  match: 'm',
  turn,
  phase,
  from,
  to,
});

test('what could be played of a phase leaves out the time without a server', () => {
  const outages = [
    { from: 0, to: 150 },
    { from: 300, to: 400 },
    { from: 480, to: 900 },
  ];
  expect(playable(span(1, 'orders', 100, 500), outages)).toBe(400 - 50 - 100 - 20);
});

test('a phase that comes twice, or once more after a later one, is found', () => {
  const [first, second, third] = [
    span(1, 'negotiation', 0, 1),
    span(1, 'orders', 1, 2),
    span(2, 'negotiation', 2, null),
  ];
  expect(repeatedPhases([first, second, third])).toEqual([]);
  expect(repeatedPhases([first, second, second, third])).toEqual(['m: orders of turn 1']);
  expect(repeatedPhases([first, third, second])).toEqual(['m: orders of turn 1']);
});

test('a kill is counted for each table whose deadline it came close to', () => {
  const readers = [[900, 5_000], [1_201], [4_900]].map((deadlines) => ({ deadlines }) as unknown as PhaseReader);
  expect(closeMeetings({ kills: [1_000, 5_000], readers })).toBe(3);
  expect(closeMeetings({ kills: [2_000], readers })).toBe(0);
});

test.each([() => 0, () => 0.999, Math.random])(
  'kills come by turns before and after, whatever chance says: %s',
  (chance) => {
    for (const kills of [2, 8, 9, 100]) {
      const part = 400 / kills;
      const all = aims(kills, [-200, 200], chance);
      const places = all.map((aim) => Math.floor((aim + 200) / part + 1e-9));
      expect(places.toSorted((a, b) => a - b)).toEqual(places.map((_, i) => i));
      for (const [i, place] of places.entries()) expect(place < kills / 2).toBe(i % 2 === 0);
    }
    const [early = 0, late = 0] = aims(2, [-1_200, -800], chance);
    expect(early).toBeLessThan(-1_000);
    expect(late).toBeGreaterThanOrEqual(-1_000);
  },
);

const PLAN = { tables: 2, kills: 2, phase: 2_500, every: 300 };

test('a server that lets the clock run on while there is none is found out', { timeout: 60_000 }, async () => {
  const unfair = await brokenServer({
    file: 'server/match/outages.ts',
    find: 'lost + Math.max(0, to - Math.max(from, since))',
    put: 'lost',
  });
  const run = await runDeadlines(unfair, { ...PLAN, aim: [-1_200, -800] }, () => undefined);
  const cut = run.spans.filter((one) => one.to !== null && playable(one, run.outages) < PLAN.phase - READING);
  expect(cut.length).toBeGreaterThan(0);
});

test('a server that believes the machine’s clock is found out', { timeout: 60_000 }, async () => {
  const gullible = await brokenServer(
    {
      file: 'server/machine.ts',
      find: 'now: () => Math.round(origin + performance.now()),',
      put: 'now: () => Date.now(),',
    },
    SKEWED,
  );
  // Set back by an hour, it waits for one: where there should be eight phases there is one.
  const lives = [{ CLOCK_JUMPS: '1500:-3600000' }];
  const run = await runSkewed(gullible, { phase: 1_000, life: 8_000, every: 250, lives });
  expect(run.spans.length).toBeLessThanOrEqual(3);
});
