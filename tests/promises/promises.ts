/**
 * Puts the promises of docs/promises.md to the test, one after the other, and ends with 1 if any is broken or missing.
 *   node tests/promises/promises.ts [--long] [--only 1,9] [--json | --markdown]
 */
import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Extent } from './promise.ts';
import { linesOf, markdownOf, put, type Row, reportOf } from './report.ts';
import { NUMBERS, vows } from './vows.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const asked = values.only === undefined ? null : values.only.split(',').map(Number);
const unknown = asked?.find((number) => !NUMBERS.includes(number));
if (unknown !== undefined) {
  console.error(`There is no promise ${unknown}.`);
  process.exit(1);
}
const extent: Extent = values.long ? 'long' : 'short';
const plain = !values.json && !values.markdown;
/** Progress, where it does not spoil what another program reads. */
const tell = (line: string): void => console.error(`           ${line}`);

/** For tests/run.ts, which counts the promises one by one. */
const count = (ok: boolean): void => {
  const { TALLY } = process.env;
  if (TALLY !== undefined && TALLY !== '') appendFileSync(TALLY, ok ? 'passed\n' : 'failed\n');
};

const rows: Row[] = [];
for (const vow of [...vows].sort((a, b) => a.number - b.number)) {
  if (asked !== null && !asked.includes(vow.number)) continue;
  const row = await put(vow, extent, tell);
  rows.push(row);
  count(row.ok);
  for (const line of linesOf(row)) (plain ? console.log : console.error)(line);
}
const report = reportOf(extent, rows, asked);
const missing = report.promises.filter(({ name }) => name === 'missing');
for (const { number, ok } of missing) {
  count(ok);
  if (plain) console.log(`BROKEN ${String(number).padStart(2)} has no test`);
}
if (values.json) console.log(JSON.stringify(report, null, 2));
if (values.markdown) console.log(markdownOf(report, new Date().toISOString().slice(0, 10)));
if (plain) console.log(`\n${report.promises.filter(({ ok }) => ok).length} of ${report.promises.length} promises kept`);
process.exit(report.ok ? 0 : 1);
