import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../server/support/child-server.ts';
import { BoardgameClient, type Told } from './boardgame-client.ts';
import { BEFORE, BRISK, type Choice, inParts, playAll, SETTLE } from './load-run.ts';
import type { Reading } from './probe.ts';
import { type Measured, newMeasured, type Speaker } from './table-traffic.ts';

export type PeerRun = {
  readonly measured: Measured;
  /** of all clients together, since they came in */ readonly told: Told;
  /** bytes that one more table with its six sockets takes, when as many have been played */ readonly heap: number;
  /** seconds of processor time while traffic ran */ readonly cpu: number;
};
type PeerChoice = Choice & {
  /** It sends changes in place of whole states. */ readonly deltas: boolean;
  /** bytes that a seat is shown, as in the game */ readonly view: number;
};
type Seat = Speaker & { readonly client: BoardgameClient };

/** No package of the game's: it would bring some 130 more, for a comparison now and then. */
export const PEER = 'boardgame.io@0.50.2';
const POWERS = ['ARM', 'AZE', 'IRN', 'RUS', 'TUR', 'USA'];
const PATIENCE = 30_000;

export const hasPeer = (): boolean => {
  try {
    createRequire(import.meta.url).resolve('boardgame.io/server');
    return true;
  } catch {
    return false;
  }
};

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const nextLine = async (lines: Interface, pattern: RegExp): Promise<string> => {
  const late = AbortSignal.timeout(PATIENCE);
  return new Promise((resolve, reject) => {
    const done = (settle: () => void): void => {
      lines.off('line', hear);
      late.removeEventListener('abort', giveUp);
      settle();
    };
    const hear = (line: string): void => {
      const found = pattern.exec(line);
      if (found !== null) done(() => resolve(found[1] ?? ''));
    };
    const giveUp = (): void => done(() => reject(new Error(`the peer did not say ${pattern}`)));
    lines.on('line', hear);
    late.addEventListener('abort', giveUp);
  });
};

const read = async (child: ChildProcess, lines: Interface): Promise<Reading> => {
  const reading = nextLine(lines, /^reading (\{.*\})$/u);
  child.kill('SIGUSR2');
  return JSON.parse(await reading) as Reading;
};

/** The same tables and the same inputs at the same pace, in a toy of six that order in secret, as boardgame.io hosts it. */
export const runPeer = async (choice: PeerChoice): Promise<PeerRun> => {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--no-flush-bytecode', '--import', fileOf('probe.ts'), fileOf('boardgame-server.ts')],
    {
      // Outside production the library checks and freezes every state, four times slower.
      env: {
        ...{ ...process.env, NODE_ENV: 'production', PORT: String(port) },
        ...{ PEER_DELTAS: choice.deltas ? '1' : '0', PEER_VIEW: String(Math.round(choice.view)) },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  try {
    const lines = createInterface({ input: child.stdout });
    await nextLine(lines, /^(listening)$/u);
    return await measure(choice, `http://127.0.0.1:${port}`, () => read(child, lines));
  } finally {
    process.off('exit', kill);
    kill();
  }
};

const measure = async (choice: Choice, base: string, reading: () => Promise<Reading>): Promise<PeerRun> => {
  const settled = async (): Promise<Reading> => {
    await new Promise((resolve) => setTimeout(resolve, SETTLE));
    return reading();
  };
  const { turn, turns } = choice;
  const warming = await enterTables(base, 'before', BEFORE);
  await playAll(warming, { turn: Math.min(BRISK, turn), turns, hasResults: true }, newMeasured());
  const before = await settled();
  const tables = await enterTables(base, 'table', choice.tables);
  const entered = toldTo(tables);
  const measured = newMeasured();
  const start = await reading();
  await playAll(tables, { turn, turns, hasResults: true }, measured);
  const end = await reading();
  const { heap } = await settled();
  const told = toldTo(tables);
  for (const { client } of [...warming, ...tables].flat()) client.close();
  return {
    measured,
    told: {
      entry: told.entry - entered.entry,
      updates: told.updates - entered.updates,
      texts: told.texts - entered.texts,
    },
    heap: (heap - before.heap) / choice.tables,
    cpu: (end.cpu - start.cpuAfter) / 1e6,
  };
};

const enterTables = async (base: string, name: string, count: number): Promise<(readonly Seat[])[]> => {
  const tables: (readonly Seat[])[] = [];
  await inParts(
    Array.from({ length: count }, (_, i) => `${name}-${i}`),
    8,
    async (match) => {
      const seats: Seat[] = [];
      // One after the other: the first to come brings the match about.
      for (const [i, power] of POWERS.entries())
        seats.push({ match, power, client: await BoardgameClient.enter(base, match, i) });
      tables.push(seats);
    },
  );
  return tables;
};

const toldTo = (tables: readonly (readonly Seat[])[]): Told => {
  const sum = { entry: 0, updates: 0, texts: 0 };
  for (const { client } of tables.flat())
    for (const kind of Object.keys(sum) as (keyof Told)[]) sum[kind] += client.told[kind];
  return sum;
};
