import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { deflate } from '../../server/match/squeeze.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import { randomSet } from '../../shared/bots/random.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { luckFor } from '../../shared/kernel/luck.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { differ, type Json } from '../../shared/protocol/patch.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { legalOrders } from '../../shared/rules/legal-orders.ts';
import { openLog } from '../../shared/rules/log.ts';
import { resolve } from '../../shared/rules/resolve.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { type Change, encodeChange } from '../../shared/wire/change.ts';
import { bots } from './bots.ts';
import { percentile, type Row } from './row.ts';

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

/** What a seat is sent over a whole turn, beyond texts, and for its end alone; framing is left out. */
const traffic = (): Row[] => {
  const seed = { seed: 'bytes', length: 'short' } as const;
  const played = (['negotiator', 'scripted', 'random'] as const).flatMap((bot) => {
    const { record } = simulate(charter2025, { ...seed, bots: [bot] });
    return charter2025.powers.map(({ id }) => bytesFor(record, id));
  });
  const turns = played.flatMap((one) => [...one.turns.values()]);
  const ends = played.flatMap((one) => one.ends);
  const row = (id: string, measured: number, against: string, by: number): Row => ({
    id,
    measured,
    unit: 'bytes',
    against,
    ratio: measured / by,
    samples: turns.length,
  });
  return [
    row('bytes-a-turn-a-seat', mean(turns), 'limit 1 KB', 1_024),
    row('bytes-a-turn-a-seat-p95', percentile(turns, 0.95), 'a mean of 1 KB', 1_024),
    row('bytes-of-a-turns-end', mean(ends), 'the same as a patch of JSON', mean(played.flatMap((one) => one.patches))),
    row('texts-a-turn-a-seat', mean(played.flatMap((one) => [...one.texts.values()])), 'limit 1 KB beyond them', 1_024),
  ];
};

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
const sizeOf = (change: Change): number => {
  if (typeof change === 'number') return 1;
  return typeof change === 'string' ? Buffer.byteLength(change) : change.length;
};
const isText = ({ kind }: GameEvent): boolean =>
  kind === 'said' || kind === 'proposed' || kind === 'agreementConcluded' || kind === 'notePosted';

type Bytes = {
  readonly turns: Map<number, number>;
  readonly texts: Map<number, number>;
  readonly ends: number[];
  readonly patches: number[];
};

const bytesFor = (record: MatchRecord, viewer: string): Bytes => {
  const fold = openFold(charter2025, foundationOf(record));
  let old = { ...viewFor(charter2025, fold.state, viewer) };
  const bytes: Bytes = { turns: new Map(), texts: new Map(), ends: [], patches: [] };
  for (const logged of record.inputs) {
    const { turn } = fold.state.board;
    const events = fold.apply(logged);
    const now = { ...viewFor(charter2025, fold.state, viewer) };
    const fresh = now.events.slice(old.events.length);
    const isEnd = events.some(({ kind }) => kind === 'turnClosed');
    if (turn > 0 && fresh.length > 0) {
      const size = sizeOf(encodeChange(charter2025, old, now, deflate));
      const sum = !isEnd && fresh.some(isText) ? bytes.texts : bytes.turns;
      sum.set(turn, (sum.get(turn) ?? 0) + size);
      if (isEnd) {
        bytes.ends.push(size);
        bytes.patches.push(JSON.stringify(differ(old as unknown as Json, now as unknown as Json)).length);
      }
    }
    old = now;
  }
  return bytes;
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
