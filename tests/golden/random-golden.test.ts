import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { digestOf } from '../../shared/kernel/digest.ts';
import { RULES_VERSION } from '../../shared/replay/record.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { fuzzMatch } from '../fuzz/fuzz-match.ts';
import { newTally } from '../fuzz/tally.ts';

/**
 * Random matches, told to the last word: every answer to an input, every event with its cause and who may see
 * it, what seats were offered and warned of. One short digest a turn, so that a change is found in its turn.
 */
const SEEDS = Array.from({ length: 10 }, (_, i) => 7_000_001 + i);
const file = fileURLToPath(new URL('random.json', import.meta.url));

const digestsOf = (seed: number): readonly string[] => {
  const turns: string[] = [];
  fuzzMatch(charter2025, seed, newTally(), (turn, line) => {
    turns[turn] = digestOf(turns[turn] ?? '', line);
  });
  return turns.filter((turn) => turn !== undefined).map((turn) => turn.slice(0, 12));
};

const written: { readonly [seed: string]: readonly string[] } =
  process.env.GOLDEN !== '1' && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).matches : {};
const played: { [seed: string]: readonly string[] } = {};

test.each(SEEDS)('random match %i is told as it was', (seed) => {
  played[seed] = digestsOf(seed);
  if (process.env.GOLDEN === '1') {
    writeFileSync(file, `${JSON.stringify({ rules: RULES_VERSION, matches: played }, null, 1)}\n`);
    expect(played[seed].length).toBeGreaterThan(0);
  } else expect(played[seed]).toEqual(written[seed]);
});
