import { describe, expect, test } from 'vitest';
import { castOf } from '../../shared/analysis/lab/cast.ts';
import { PACES } from '../../shared/analysis/lab/decoupling.ts';
import {
  type Bench,
  type Experiment,
  jobsOf,
  labCells,
  pathOf,
  playJob,
  sizesOf,
} from '../../shared/analysis/lab/experiments.ts';
import type { MatchFacts } from '../../shared/analysis/lab/facts.ts';
import { nudged, nudgesOf, numberAt } from '../../shared/analysis/lab/magnitudes.ts';
import { reportOf } from '../../shared/analysis/lab/report.ts';
import { gather, rowOf } from '../../shared/analysis/lab/results.ts';
import { sensitivityCells, sensitivityOf } from '../../shared/analysis/lab/sensitivity.ts';
import {
  differenceEstimate,
  meanEstimate,
  medianEstimate,
  shareEstimate,
} from '../../shared/analysis/lab/statistics.ts';
import { markdownText, plainText } from '../../shared/analysis/lab/text.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { book } from '../support/book-numbers.ts';

const bench = (over: Partial<Bench> = {}): Bench => ({ scenario: tiny, seed: 1, length: 'sprint', ...over });
const charter = (experiment: Experiment): MatchFacts =>
  playJob(bench({ scenario: charter2025 }), { experiment, number: 0 });

describe('statistics', () => {
  test('a mean has the normal interval', () => {
    const { measured, n, ci95 } = meanEstimate([1, 2, 3, 4]);
    expect([measured, n]).toEqual([2.5, 4]);
    expect(ci95).toBeCloseTo(1.2652, 4);
  });

  test('a share has Wilson’s', () => {
    expect(shareEstimate(10, 100).ci95).toBeCloseTo(5.9574, 3);
    expect(shareEstimate(0, 20)).toMatchObject({ measured: 0, n: 20 });
    expect(shareEstimate(0, 20).ci95).toBeCloseTo(8.0565, 3);
    expect(shareEstimate(1.5, 3).measured).toBe(50);
  });

  test('differences are taken pair by pair', () => {
    expect(differenceEstimate([5, 6, 7, 100], [1, 2, 3])).toEqual({ measured: 4, n: 3, ci95: 0 });
  });

  test('the median lies between the two in the middle', () => {
    expect(medianEstimate([9, 1, 3, 5]).measured).toBe(4);
    expect(medianEstimate([3, 1, 2]).measured).toBe(2);
    const hundred = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(medianEstimate(hundred)).toEqual({ measured: 50.5, n: 100, ci95: 10.5 });
  });

  test('one of its kind says nothing of others', () => {
    expect(meanEstimate([7])).toEqual({ measured: 7, n: 1, ci95: 100 });
  });

  test('of nothing there is nothing to say', () => {
    for (const seen of [meanEstimate([]), shareEstimate(0, 0), medianEstimate([])])
      expect(seen).toEqual({ measured: 0, n: 0, ci95: 0 });
  });
});

describe('the plan', () => {
  test('comes to as many matches as were asked for', () => {
    const cells = labCells(charter2025, sizesOf(charter2025, 1000));
    expect(jobsOf(cells)).toHaveLength(1000);
    expect(cells[0]).toMatchObject({ experiment: { kind: 'main' } });
  });

  test('can be the main table alone', () => {
    expect(labCells(charter2025, { main: 7, seat: 0, pair: 0 })).toEqual([
      { experiment: { kind: 'main' }, matches: 7 },
    ]);
  });

  test('two paths put one half of the objectives first each', () => {
    for (const { id } of charter2025.powers) {
      const first = [...pathOf(charter2025, id, 'first').values()];
      const second = [...pathOf(charter2025, id, 'second').values()];
      expect(first.filter((percent) => percent === 100)).toHaveLength(3);
      expect(first.map((percent) => 130 - percent)).toEqual(second);
    }
    expect(pathOf(charter2025, 'ARM', 'first').get('peace')).toBe(100);
    expect(pathOf(charter2025, 'ARM', 'second').get('guards')).toBe(100);
  });
});

describe('a match', () => {
  const jobs = jobsOf(labCells(tiny, { main: 2, seat: 1, pair: 1 }));
  const played = jobs.map((job) => playJob(bench(), job));

  test('gives the same facts whoever plays it, and after whatever else', () => {
    const others = jobs.map((_, i) => jobs.length - 1 - i).filter((i) => i % 3 === 0);
    for (const i of others) expect(playJob(bench(), jobs[i]!)).toEqual(played[i]);
  });

  test('is told in few numbers', () => {
    const facts = charter({ kind: 'alone' });
    expect(facts.seatTurns).toBe(3 * charter2025.powers.length);
    expect(Object.keys(facts.scores)).toEqual(charter2025.powers.map(({ id }) => id));
    expect(facts.patron.start).toBe(225);
    expect(facts.clauses).toEqual({});
    expect(JSON.stringify(facts).length).toBeLessThan(4000);
  });

  test('comes together in a report', () => {
    const report = reportOf(gather(tiny, castOf(tiny), jobs, played));
    const ids = report.rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(report.rows.find(({ id }) => id === 'score-NOR')).toMatchObject({ target: [45, 60], n: 2 });
    expect(report.rows.find(({ id }) => id === 'guarantee')).toMatchObject({ n: PACES.length });
    for (const row of report.rows) expect([row.measured, row.ci95].every(Number.isFinite), row.id).toBe(true);
    expect(Object.keys(report.secondPaths)).toEqual(['NOR', 'SUD', 'OST']);
    expect(report.decoupling.without.map(({ k }) => k)).toEqual([...PACES]);
    expect(markdownText(report)).toContain('| mean score of');
    expect(plainText(report).split('\n')[0]).toBe('Targets');
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('a row', () => {
  const cast = { ...castOf(charter2025), calibrated: ['b'] };
  const seen = meanEstimate([40, 44]);

  test('is met within its target, both ends counted', () => {
    expect(rowOf(cast, { id: 'a', name: 'a', target: [42, 50], seen })).toMatchObject({ ok: true, measured: 42, n: 2 });
    expect(rowOf(cast, { id: 'a', name: 'a', target: [42.1, 50], seen }).ok).toBe(false);
    expect(rowOf(cast, { id: 'a', name: 'a', target: [0, 50], seen, also: false }).ok).toBe(false);
  });

  test('is not met by what nobody has seen', () => {
    expect(rowOf(cast, { id: 'a', name: 'a', target: [0, 50], seen: meanEstimate([]) }).ok).toBe(false);
  });

  test('says when numbers were set until it was met', () => {
    expect(rowOf(cast, { id: 'b', name: 'b', target: [0, 50], seen }).calibrated).toBe(true);
    expect(rowOf(cast, { id: 'a', name: 'a', target: [0, 50], seen })).not.toHaveProperty('calibrated');
  });
});

describe('turning away from the patron', () => {
  test('takes more from it the faster it is done', () => {
    const [slow, fast] = ([0, 3] as const).map((pace) => charter({ kind: 'decoupling', pace, guaranteed: false }));
    expect(fast!.patron.end).toBeLessThan(slow!.patron.end);
    expect(fast!.orders.harden ?? 0).toBeGreaterThan(0);
  });
});

describe('numbers of the rules', () => {
  test('are moved one at a time, by a fifth or by one', () => {
    const nudges = nudgesOf(book);
    expect(nudges.filter(({ path }) => path.startsWith('bands'))).toEqual([]);
    expect(nudges.filter(({ path }) => path === 'squeeze.minShare')).toEqual([
      { path: 'squeeze.minShare', to: 16 },
      { path: 'squeeze.minShare', to: 24 },
    ]);
    expect(nudges.filter(({ path }) => path === 'overstretch').map(({ to }) => to)).toEqual([0, 2]);
    for (const nudge of nudges) {
      const moved = nudged(book, nudge);
      expect(numberAt(moved, nudge.path)).toBe(nudge.to);
      const back = nudged(moved, { path: nudge.path, to: numberAt(book, nudge.path) });
      expect(back.magnitudes).toEqual(book.magnitudes);
    }
  });

  test('are listed with what tells most first', () => {
    const cells = sensitivityCells(tiny, 1).slice(0, 4);
    const jobs = jobsOf(cells);
    const results = gather(
      tiny,
      castOf(tiny),
      jobs,
      jobs.map((job) => playJob(bench(), job)),
    );
    const found = sensitivityOf(results);
    expect(found).toHaveLength(nudgesOf(tiny).length);
    expect(found.map(({ most }) => most)).toEqual(found.map(({ most }) => most).sort((a, b) => b - a));
  });
});
