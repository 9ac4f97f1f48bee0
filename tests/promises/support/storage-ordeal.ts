import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { MatchRecord } from '../../../shared/replay/record.ts';
import { freePort, spawnServer, untilReady } from '../../server/support/child-server.ts';
import { asking } from '../../server/support/test-server.ts';
import type { AnyFault, FaultyServer } from './faulty-server.ts';
import { allLinesIn } from './store-file.ts';
import { Talker, type TalkerSeat } from './talkers.ts';

export type Trial = {
  readonly fault: AnyFault;
  readonly acknowledged: number;
  readonly refused: number;
  /** Refused or failed in a way that nobody could try again. */ readonly strange: readonly string[];
  /** ms until readiness told of it; null: it never did. */ readonly toldAfter: number | null;
  /** ms from its end until readiness and every player were well again. */ readonly wellAfter: number;
  readonly reads: { readonly asked: number; readonly failed: number };
  readonly unhealthy: number;
};
export type Ordeal = {
  readonly trials: readonly Trial[];
  readonly acknowledged: number;
  /** Acknowledged, and not in the file. */ readonly lost: number;
  /** In the file more than once. */ readonly doubled: number;
  readonly turns: number;
  /** Matches of which a restored copy tells other seals. */ readonly unlike: number;
  readonly errors: string;
};
export type OrdealOptions = { readonly tables: number; readonly hold: number; readonly faults?: readonly AnyFault[] };

const TOO_LONG = 30_000;
const SETTINGS = { length: 'standard', pace: 'untimed', press: 'full', bots: { bot: 'hold' } };

const seatTables = async (base: string, tables: number): Promise<readonly TalkerSeat[]> => {
  const seats: TalkerSeat[] = [];
  const { post } = asking(base);
  for (let table = 0; table < tables; table += 1) {
    const { match, token } = (await post('/api/matches', { ...SETTINGS, kind: 'private', name: 'Anna', power: 'ARM' }))
      .body;
    const guest = (await post(`/api/matches/${match}/join`, { name: 'Bela', power: 'AZE' })).body;
    await post(`/api/matches/${match}/start`, {}, token);
    seats.push({ match, power: 'ARM', token }, { match, power: 'AZE', token: guest.token });
  }
  return seats;
};

const status = (url: string): Promise<number> =>
  fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => 0,
  );

/** Looks at the server all the while, as a monitor and a passer-by do. */
const lookOn = (base: string, match: string) => {
  const since = performance.now();
  const seen = { unready: null as number | null, unhealthy: 0, asked: 0, failed: 0 };
  let going = true;
  const looking = (async () => {
    while (going) {
      if ((await status(`${base}/api/ready`)) === 503) seen.unready ??= performance.now() - since;
      if ((await status(`${base}/api/health`)) !== 200) seen.unhealthy += 1;
      seen.asked += 1;
      if ((await status(`${base}/api/matches/${match}`)) !== 200) seen.failed += 1;
      await pause(100);
    }
  })();
  return async () => {
    going = false;
    await looking;
    return seen;
  };
};

const untilWell = async (base: string, talkers: readonly Talker[]): Promise<number> => {
  const since = performance.now();
  let isReady = false;
  for (;;) {
    isReady ||= (await status(`${base}/api/ready`)) === 200;
    if (isReady && talkers.every((talker) => talker.since(since, 'ok') !== undefined)) return performance.now() - since;
    if (performance.now() - since > TOO_LONG) return Number.POSITIVE_INFINITY;
    await pause(50);
  }
};

const isStrange = (code: string): boolean =>
  !['ok', 'server/storage', 'server/too-fast', 'server/closing'].includes(code) && !/^(phase|talk)\//.test(code);

const suffer = async (
  server: FaultyServer,
  talkers: readonly Talker[],
  fault: AnyFault,
  hold: number,
): Promise<Trial> => {
  const from = performance.now();
  server.set(fault);
  // What was on its way when it began belongs to neither.
  await pause(150);
  const begun = performance.now();
  const rest = lookOn(server.base, talkers[0]?.seat.match ?? '');
  await pause(hold);
  const seen = await rest();
  server.set(null);
  const wellAfter = await untilWell(server.base, talkers);
  const during = talkers.flatMap(({ outcomes }) => outcomes.filter(({ at }) => at >= from));
  const strictly = during.filter(({ at }) => at >= begun && at < begun + hold - 150);
  return {
    fault,
    acknowledged: strictly.filter(({ code }) => code === 'ok').length,
    refused: strictly.filter(({ code }) => code === 'server/storage').length,
    strange: during.map(({ code }) => code).filter(isStrange),
    toldAfter: seen.unready === null ? null : seen.unready + begun - from,
    wellAfter,
    reads: { asked: seen.asked, failed: seen.failed },
    unhealthy: seen.unhealthy,
  };
};

/** One turn: its negotiation and its orders. A match has room for as many as there are faults. */
const playOn = async (talkers: readonly Talker[]): Promise<void> => {
  for (const talker of talkers) for (let times = 0; times < 2; times += 1) talker.getReady();
  await pause(1_200);
};

/** Null: the server gives none, as where its log has less than happened. */
const recordsOf = async (base: string, seats: readonly TalkerSeat[]): Promise<readonly (MatchRecord | null)[]> =>
  Promise.all(
    seats.map(async ({ match, token }) => {
      const { status, body } = await asking(base).get(`/api/matches/${match}/record`, token);
      return status === 200 ? body : null;
    }),
  );
const sealsIn = (record: MatchRecord | null | undefined): string => JSON.stringify(record?.turns);

/** Takes a copy of the file while the server has it open, and asks a server of its own what it makes of it. */
const unlikeInCopy = async (file: string, seats: readonly TalkerSeat[], told: readonly (MatchRecord | null)[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'mv-restored-'));
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    await backup(db, join(folder, 'multivector.db'));
    const port = await freePort();
    const server = spawnServer({ PORT: String(port), DATA_DIR: folder });
    await untilReady(`http://127.0.0.1:${port}`, TOO_LONG);
    const restored = await recordsOf(`http://127.0.0.1:${port}`, seats);
    await server.kill('SIGTERM');
    return restored.filter((record, i) => record === null || sealsIn(record) !== sealsIn(told[i])).length;
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const storedIn = (file: string): readonly string[] => allLinesIn(dirname(file)).map(({ command }) => command);

/** People talk and play while the disk goes wrong in one way after another; then everything is counted. */
export const undergo = async (
  server: FaultyServer,
  options: OrdealOptions,
  tell: (line: string) => void,
): Promise<Ordeal> => {
  const seats = await seatTables(server.base, options.tables);
  const talkers = seats.map((seat) => new Talker(server.base, seat));
  for (const talker of talkers) talker.start();
  const trials: Trial[] = [];
  await pause(500);
  for (const fault of options.faults ?? server.faults) {
    const trial = await suffer(server, talkers, fault, options.hold);
    trials.push(trial);
    const { acknowledged, refused, toldAfter, wellAfter } = trial;
    tell(
      `${fault}: ${acknowledged} stored, ${refused} refused, told after ${toldAfter?.toFixed(0)} ms, well after ${wellAfter.toFixed(0)} ms`,
    );
    await playOn(talkers);
  }
  await Promise.all(talkers.map((talker) => talker.stop()));
  const told = await recordsOf(server.base, seats);
  const file = server.file();
  const stored = storedIn(file);
  const times = new Map<string, number>();
  for (const command of stored) times.set(command, (times.get(command) ?? 0) + 1);
  const acknowledged = talkers.flatMap((talker) => talker.acknowledged);
  return {
    trials,
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !times.has(id)).length,
    doubled: acknowledged.filter((id) => (times.get(id) ?? 0) > 1).length,
    turns: told.reduce((sum, record) => sum + (record?.turns.length ?? 0), 0),
    unlike: await unlikeInCopy(file, seats, told),
    errors: server.errors(),
  };
};
