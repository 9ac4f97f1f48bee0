import { describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { story } from '../../shared/analysis/story.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';

const played = simulate(charter2025, { seed: '100005', bots: ['negotiator'], length: 'short' });

describe('a told match', () => {
  const told = story(charter2025, played);

  test('has every turn, every agreement of the match and the scores', () => {
    expect(told.match(/^## Turn /gm)).toHaveLength(6);
    const signed = Object.values(played.fold.state.board.agreements).filter((one) => one.origin !== 'standing');
    expect(signed.length).toBeGreaterThan(3);
    for (const { id } of signed) expect(told).toContain(`(\`${id}\`, `);
    expect(told).toContain('## Scores');
  });

  test('tells each breach with its motive, or that it was not meant', () => {
    const breaches = [...played.fold.state.events].filter(
      (one) => one.kind === 'clauseJudged' && one.status === 'breached',
    );
    expect(told.match(/\*\*Broken\*\*/g) ?? []).toHaveLength(breaches.length);
    for (const line of told.split('\n').filter((one) => one.startsWith('- **Broken**')))
      expect(line).toMatch(/\([+−][\d.]+\)$|It was not meant/);
  });

  test('nobody signs what it reckons to lose by', () => {
    const signed = played.motives.filter(({ deed }) => deed === 'sign' || deed === 'propose');
    expect(signed.length).toBeGreaterThan(10);
    expect(signed.filter(({ worth }) => worth < 0)).toEqual([]);
  });
});
