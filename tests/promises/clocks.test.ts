import { expect, test } from 'vitest';
import { brokenServer } from './support/broken-server.ts';
import { closeMeetings, runDeadlines } from './support/deadline-run.ts';
import { playable, repeatedPhases, type Span } from './support/phases.ts';
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

test('a server that lets the clock run on while there is none is found out', { timeout: 60_000 }, async () => {
  const unfair = await brokenServer({
    file: 'server/match/outages.ts',
    find: 'lost + Math.max(0, to - Math.max(from, since))',
    put: 'lost',
  });
  const run = await runDeadlines(unfair, { tables: 2, kills: 2, phase: 1_500, every: 300 }, () => undefined);
  expect(closeMeetings(run)).toBeGreaterThan(0);
  const cut = run.spans.filter((one) => one.to !== null && playable(one, run.outages) < 1_400);
  expect(cut.length).toBeGreaterThan(0);
});

test('a server that believes the machine’s clock is found out', { timeout: 60_000 }, async () => {
  const gullible = await brokenServer(
    {
      file: 'server/app.ts',
      find: 'now: () => Math.round(origin + performance.now()),',
      put: 'now: () => Date.now(),',
    },
    SKEWED,
  );
  const run = await runSkewed(gullible, { phase: 1_000, life: 3_000, every: 250 });
  const lengths = run.spans.map((one) => playable(one.to === null ? { ...one, to: Date.now() } : one, run.outages));
  expect(lengths.some((ms) => ms < 800 || ms > 9_000)).toBe(true);
});
