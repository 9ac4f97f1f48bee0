/**
 * Plays random matches and looks for anything that must never be true:
 *   npm run fuzz -- --matches N [--seed S] [--json]
 */
import { parseArgs } from 'node:util';
import { VERBS } from '../../shared/model/order.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { Fault, fuzzMatch, reproduction } from './fuzz-match.ts';
import { newTally } from './tally.ts';

const { values } = parseArgs({
  options: {
    matches: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
const matches = Number(values.matches);
const first = Number(values.seed);
if (!Number.isInteger(matches) || matches < 1 || !Number.isInteger(first)) {
  console.error('npm run fuzz -- --matches N [--seed S] [--json]   wants whole numbers, N of 1 or more.');
  process.exit(2);
}

const tally = newTally();
const failed: { readonly seed: number; readonly why: string }[] = [];
const started = performance.now();
for (let seed = first; seed < first + matches; seed += 1) {
  try {
    fuzzMatch(charter2025, seed, tally);
  } catch (error) {
    const why = error instanceof Fault ? error.message : error instanceof Error ? (error.stack ?? '') : String(error);
    failed.push({ seed, why });
    console.log(`seed ${seed}: ${why}\n  again: ${reproduction(seed)}`);
    if (failed.length >= 10) break;
  }
}
const seconds = (performance.now() - started) / 1000;
const sorted = (map: ReadonlyMap<string, number>): object => Object.fromEntries([...map].sort(([, a], [, b]) => b - a));
if (values.json) {
  const { matches: played, turns, inputs, refused, facts, verbs, clauses } = tally;
  const seen = { facts: sorted(facts), verbs: sorted(verbs), clauses: sorted(clauses) };
  console.log(JSON.stringify({ played, turns, inputs, refused, seconds, failed, ...seen }, null, 2));
} else {
  const never = VERBS.filter((verb) => !tally.verbs.has(verb));
  if (never.length > 0) console.log(`never ordered: ${never.join(', ')}`);
  console.log(
    `${tally.matches} matches, ${tally.turns} turns, ${tally.inputs} inputs, ${tally.refused} refused, ${seconds.toFixed(1)} s; ${failed.length} failed`,
  );
}
process.exitCode = failed.length === 0 ? 0 : 1;
