import { parseArgs } from 'node:util';
import { percentile, type Row } from '../row.ts';
import { hasPeer, PEER, type PeerRun, runPeer } from './boardgame-run.ts';
import { type GameRun, runEcho, runGame } from './load-run.ts';

/** The longest match there is. */
const MOST_TURNS = 12;

const { values } = parseArgs({
  options: {
    tables: { type: 'string', multiple: true },
    seconds: { type: 'string', default: '120' },
    /** One turn in two minutes is the pace of people, at which what costs without an input counts too. */
    turns: { type: 'string', default: '1' },
    /** The peer sends changes in place of whole states: fewer bytes, more work. */
    deltas: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const turns = Math.min(MOST_TURNS, Math.max(1, Number(values.turns)));
const seconds = Number(values.seconds);
const sizes = (values.tables ?? ['40', '300']).map(Number);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

type Cpu = { readonly cpu: number };
/** `echo` stores nothing; `keeping` what it is sent. */
const rowsOf = (tables: number, run: GameRun, echo: Cpu, keeping: Cpu): Row[] => {
  const { measured, counted, resolvedTurns } = run;
  const seats = resolvedTurns * 6;
  const row = (id: string, value: number, unit: string, against: string, by: number, samples?: number): Row => ({
    ...{ id: `${id}-${tables}-tables`, measured: value, unit, against, ratio: value / by },
    ...(samples === undefined ? {} : { samples }),
  });
  const inputs = measured.acknowledged.length;
  const ms = (id: string, from: readonly number[], limit: number): Row[] => [
    row(`${id}-p50`, percentile(from, 0.5), 'ms', `limit of p99, ${limit} ms`, limit, from.length),
    row(`${id}-p99`, percentile(from, 0.99), 'ms', `limit ${limit} ms`, limit, from.length),
  ];
  return [
    ...ms('acknowledged', measured.acknowledged, 50),
    ...ms('result', measured.results, 150),
    row(
      'bytes-a-seat-a-turn',
      (counted.turns + counted.rest + counted.state) / seats,
      'bytes',
      'limit 1 KB beyond texts',
      1_024,
    ),
    row('bytes-of-a-turns-end', counted.turns / seats, 'bytes', 'limit 1 KB', 1_024),
    row('bytes-an-answer', counted.answers / inputs, 'bytes', 'limit 100 bytes', 100),
    row('texts-a-seat-a-turn', counted.texts / seats, 'bytes', 'limit 1 KB', 1_024),
    row('heap-a-match', run.heap / 1_024, 'KB', 'limit 150 KB', 150),
    row('disk-a-match', run.disk / 1_024 / run.allTables, 'KB', 'limit 64 KB', 64),
    row('cpu-an-input', (run.cpu * 1000) / inputs, 'ms', 'a bare room of the framework', (echo.cpu * 1000) / inputs),
    row(
      'cpu-an-input-kept',
      (run.cpu * 1000) / inputs,
      'ms',
      'a bare room that stores what it acknowledges',
      (keeping.cpu * 1000) / inputs,
    ),
    row('cpu', (100 * run.cpu) / run.clock, '% of a core', '100 %', 100),
    row('lost', run.lost, 'inputs', 'inputs acknowledged', measured.taken.length),
  ];
};

/** What is sent for a turn beyond words, answers included: the peer's are part of its states. */
const bytesOf = ({ turns, rest, state, answers }: GameRun['counted']): number => turns + rest + state + answers;

/** Its toy has next to no rules, keeps nothing on a disk and lets words be read by the whole table: all in its favour. */
const besidePeer = (tables: number, run: GameRun, peer: PeerRun): Row[] => {
  const seats = run.resolvedTurns * 6;
  const row = (id: string, unit: string, measured: number, theirs: number): Row => ({
    ...{ id: `${id}-${tables}-tables-beside-boardgame.io`, measured, unit, ratio: measured / theirs },
    against: `its ${theirs.toFixed(2)}${values.deltas ? ', sending changes' : ''}`,
  });
  const acknowledged = [run, peer].map(({ measured }) => percentile(measured.acknowledged, 0.99));
  const cpu = [run, peer].map((one) => (one.cpu * 1000) / one.measured.acknowledged.length);
  return [
    row('bytes-a-seat-a-turn', 'bytes', bytesOf(run.counted) / seats, peer.told.updates / seats),
    row('acknowledged-p99', 'ms', acknowledged[0] ?? 0, acknowledged[1] ?? 0),
    row('heap-a-match', 'KB', run.heap / 1_024, peer.heap / 1_024),
    row('cpu-an-input', 'ms', cpu[0] ?? 0, cpu[1] ?? 0),
  ];
};

const rows: Row[] = [];
const missing = hasPeer()
  ? []
  : [`boardgame.io: not compared with; npm install --no-save --ignore-scripts ${PEER} brings it, npm ci takes it away`];
for (const tables of sizes) {
  const choice = { tables, turns, turn: (seconds * 1000) / turns, tell };
  const run = await runGame(choice);
  tell(`the game: ${run.measured.taken.length} inputs taken, ${run.measured.refused} refused`);
  const echo = await runEcho(choice, false);
  const keeping = await runEcho(choice, true);
  rows.push(...rowsOf(tables, run, echo, keeping));
  if (missing.length > 0) continue;
  const peer = await runPeer({ ...choice, deltas: values.deltas, view: run.view });
  tell(`boardgame.io: ${peer.measured.taken.length} inputs taken, ${peer.measured.refused} unanswered`);
  rows.push(...besidePeer(tables, run, peer));
}
const shown = rows.map((row) => ({
  ...row,
  measured: Number(row.measured.toFixed(2)),
  ratio: Number(row.ratio.toFixed(3)),
}));
if (values.json) console.log(JSON.stringify({ node: process.version, turns, seconds, rows: shown, missing }, null, 2));
else {
  for (const { id, measured, unit, against, ratio } of shown)
    console.log(`${id}: ${measured} ${unit} · ${ratio} of ${against}`);
  for (const line of missing) console.log(line);
}
process.exit(0);
