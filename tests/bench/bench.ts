import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { simulate } from '../../shared/analysis/simulate.ts';
import { randomSet } from '../../shared/bots/random.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { luckFor } from '../../shared/kernel/luck.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { differ, type Json } from '../../shared/protocol/patch.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { legalOrders } from '../../shared/rules/legal-orders.ts';
import { openLog } from '../../shared/rules/log.ts';
import { resolve } from '../../shared/rules/resolve.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bots } from './bots.ts';
import type { Row } from './row.ts';

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Median microseconds of one call, over batches, once the code is as fast as it gets. */
const time = (batches: number, calls: number, run: () => void): number => {
  for (let i = 0; i < WARMING; i += 1) run();
  const spans: number[] = [];
  for (let batch = 0; batch < batches; batch += 1) {
    const start = performance.now();
    for (let i = 0; i < calls; i += 1) run();
    spans.push(((performance.now() - start) * 1000) / calls);
  }
  return median(spans);
};

/** Calls before any is timed: what runs for hours on a server has been compiled long since. */
const WARMING = 2_000;

const started = (): MatchState => {
  const { record } = simulate(charter2025, { seed: 'bench', bots: ['random'], length: 'standard' });
  const fold = openFold(charter2025, foundationOf(record));
  for (const logged of record.inputs) {
    fold.apply(logged);
    if (fold.state.board.turn === 6 && fold.state.table.phase === 'orders') break;
  }
  const orders = Object.fromEntries(
    indexOf(charter2025).powers.map((power) => [
      power,
      randomSet(charter2025, viewFor(charter2025, fold.state, power), luckFor('bench', power)),
    ]),
  );
  return { ...fold.state, orders };
};

/** Whole matches of random bots, one after the other, on one core. */
const matchesASecond = (seconds: number): number => {
  const play = (seed: string): void =>
    void simulate(charter2025, { seed: `bench-${seed}`, bots: ['random'], length: 'standard' });
  for (let i = 0; i < 40; i += 1) play(`warming-${i}`);
  let played = 0;
  const start = performance.now();
  for (; performance.now() - start < seconds * 1000; played += 1) play(`${played}`);
  return (played * 1000) / (performance.now() - start);
};

const engine = (): Row[] => {
  const state = started();
  const clone = time(15, 100, () => void structuredClone(state.board));
  const resolution = time(25, 200, () => resolve(openLog(charter2025, state, 1)));
  const view = viewFor(charter2025, state, 'ARM');
  const legal = time(25, 200, () => void legalOrders(charter2025, view));
  const views = time(25, 200, () => void viewFor(charter2025, state, 'ARM'));
  const rate = matchesASecond(8);
  const against = (id: string, measured: number, peer: string, by: number, unit = 'µs'): Row => ({
    id,
    measured,
    unit,
    against: peer,
    ratio: measured / by,
  });
  return [
    against('resolution', resolution, 'structuredClone of the board', clone),
    against('resolution', resolution, 'limit 120 µs', 120),
    against('legal-orders', legal, 'one resolution', resolution),
    against('legal-orders', legal, 'limit 20 µs', 20),
    against('view-for', views, 'structuredClone of the board', clone),
    { id: 'matches-of-12-turns', measured: rate, unit: 'per second', against: '300 per second', ratio: 300 / rate },
  ];
};

/** What one seat is sent for a resolved turn, beyond a whole view at the start. */
const traffic = (): Row[] => {
  const { record } = simulate(charter2025, { seed: 'bytes', bots: ['scripted', 'random'], length: 'short' });
  const fold = openFold(charter2025, foundationOf(record));
  let before = viewFor(charter2025, fold.state, 'ARM');
  const turns = new Map<number, number>();
  let whole = 0;
  for (const logged of record.inputs) {
    const { turn } = fold.state.board;
    fold.apply(logged);
    const after = viewFor(charter2025, fold.state, 'ARM');
    const patch = differ(before as unknown as Json, after as unknown as Json);
    if (patch !== null) turns.set(turn, (turns.get(turn) ?? 0) + JSON.stringify(patch).length);
    before = after;
    whole = JSON.stringify(after).length;
  }
  const bytes = median([...turns.values()]);
  return [
    {
      id: 'bytes-a-turn-a-seat',
      measured: bytes,
      unit: 'bytes',
      against: 'the whole view at the end',
      ratio: bytes / whole,
    },
    { id: 'bytes-a-turn-a-seat', measured: bytes, unit: 'bytes', against: 'limit 16 KB', ratio: bytes / 16_384 },
  ];
};

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });

/** Gzipped bytes: what the first screen needs, and what a map adds. */
const sizes = (): Row[] => {
  const folder = 'dist/client';
  if (!existsSync(join(folder, 'index.html'))) return [];
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const gzipped = (path: string): number => gzipSync(readFileSync(path)).length;
  const scripts = filesUnder(folder).filter((path) => /\.(js|css)$/u.test(path));
  const first = scripts.filter((path) => html.includes(path.slice(path.lastIndexOf('/') + 1)));
  const phaser = scripts.filter((path) => /phaser/iu.test(path));
  const sum = (paths: readonly string[]): number => paths.reduce((total, path) => total + gzipped(path), 0);
  return [
    {
      id: 'first-screen',
      measured: sum(first),
      unit: 'bytes gzip',
      against: 'limit 170 KB',
      ratio: sum(first) / 174_080,
    },
    {
      id: 'map-engine',
      measured: sum(phaser),
      unit: 'bytes gzip',
      against: 'the stock build, 352 KB',
      ratio: sum(phaser) / 360_448,
    },
    {
      id: 'everything',
      measured: sum(scripts),
      unit: 'bytes gzip',
      against: 'limit 800 KB',
      ratio: sum(scripts) / 819_200,
    },
  ];
};

const PARTS: { readonly [part: string]: () => Row[] | Promise<Row[]> } = { engine, traffic, sizes, bots };

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const parts = Object.keys(PARTS).filter((part) => values.only === undefined || part === values.only);
if (parts.length === 0) {
  console.error(`--only is one of ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const measured: Row[] = [];
for (const part of parts) measured.push(...((await PARTS[part]?.()) ?? []));
const rows = measured.map((row) => ({
  ...row,
  measured: Math.round(row.measured * 10) / 10,
  ratio: Math.round(row.ratio * 100) / 100,
}));
console.log(JSON.stringify({ node: process.version, rows }, null, 2));
process.exit(0);
