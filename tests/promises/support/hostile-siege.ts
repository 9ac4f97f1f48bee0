import { type ChildProcess, fork, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { logReader } from '../../../server/store/sqlite-log.ts';
import { simulate } from '../../../shared/analysis/simulate.ts';
import { digestOf } from '../../../shared/kernel/digest.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { enterMatch, newId, type Player, type Seat } from '../../server/support/player.ts';
import { asking, temporaryFolder } from '../../server/support/test-server.ts';
import type { AttackOrders, AttackReport } from './hostile-attack.ts';
import type { Health, ServerNews } from './hostile-server.ts';

const pathOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The next line that a process writes; rejected when it ends without a word. */
const heardFrom = (child: ChildProcess): Promise<ServerNews> =>
  new Promise((resolve, reject) => {
    let text = '';
    const ended = (code: number | null): void => reject(new Error(`the server ended with ${code}`));
    const hear = (data: unknown): void => {
      text += String(data);
      if (!text.endsWith('\n')) return;
      child.off('exit', ended);
      child.stdout?.off('data', hear);
      resolve(JSON.parse(text));
    };
    child.once('exit', ended);
    child.stdout?.on('data', hear);
  });

export type Latencies = { readonly count: number; readonly median: number; readonly p99: number };
const latenciesOf = (ms: readonly number[]): Latencies => {
  const sorted = [...ms].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: sorted.length, median: at(0.5), p99: at(0.99) };
};

/** People who play on whatever goes on around them; each waits for an answer before the next word. */
class Honest {
  readonly #players: readonly Player[];
  readonly sent: string[] = [];
  denied = 0;
  constructor(players: readonly Player[]) {
    this.#players = players;
  }
  /** ms of each answer. */
  async play(until: () => boolean, every: number): Promise<readonly number[]> {
    const ms: number[] = [];
    const one = async (player: Player, number: number): Promise<void> => {
      const others = this.#players.flatMap((other) => (other === player ? [] : [other.view()?.viewer ?? '']));
      for (let i = 0; !until(); i += 1) {
        const id = newId();
        const at = performance.now();
        const to = [others[i % others.length] ?? ''];
        const reply = await player.send({ kind: 'say', to, text: `word ${number} ${i}` }, id);
        ms.push(performance.now() - at);
        if (reply.ok) this.sent.push(id);
        else this.denied += 1;
        await new Promise((resolve) => setTimeout(resolve, every));
      }
    };
    await Promise.all(this.#players.map(one));
    return ms;
  }
}

const CHOICE = { kind: 'private', length: 'standard', pace: 'untimed', press: 'full', bots: { bot: 'hold' } };

/** A full table; it is begun if the game is to be played. */
const seatPeople = async (base: string, begins: boolean): Promise<readonly Seat[]> => {
  const { post } = asking(base);
  const [first = '', ...others] = charter2025.powers.map(({ id }) => id);
  const { body: host } = await post('/api/matches', { ...CHOICE, name: 'Anna', power: first });
  const seats: Seat[] = [host];
  for (const power of others)
    seats.push((await post(`/api/matches/${host.match}/join`, { name: `P ${power}`, power })).body);
  if (begins) await post(`/api/matches/${host.match}/start`, {}, host.token);
  return seats;
};

type Kept = { readonly digest: string; readonly honest: readonly string[] };
/** Everything that is stored, but what honest people add and the server’s own heartbeat; of the first, the ids. */
const storedIn = (dataDir: string, played: string): Kept => {
  const db = new DatabaseSync(join(dataDir, 'multivector.db'), { readOnly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").all();
    const dumps = tables.flatMap(({ name }) => {
      if (name === 'heartbeat' || name === 'beats') return [];
      const rows = db.prepare(`SELECT * FROM "${String(name)}"`).all();
      return [
        [
          name,
          rows
            .filter((row) => !((name === 'inputs' || name === 'packs') && row.match === played))
            .map((row) => JSON.stringify(row))
            .sort(),
        ],
      ];
    });
    const honest = logReader(db).of(played);
    return { digest: digestOf(JSON.stringify(dumps)), honest: honest.map(({ command }) => command) };
  } finally {
    db.close();
  }
};

export type Siege = {
  readonly report: AttackReport;
  /** Before the attack and after it, for a match gets slower as it gets longer. */ readonly peace: Latencies;
  readonly during: Latencies;
  /** By how much the heap has grown beyond what honest words take there, as a part of it. */ readonly growth: number;
  /** What the store holds that it did not before, or lacks. */ readonly changes: number;
  readonly crashes: readonly string[];
  readonly lines: Health['lines'];
  readonly honestDenied: number;
};
export type SiegeChoice = {
  readonly messages: number;
  readonly pace: number;
  readonly baseline: number;
  readonly seed: string;
};

/** ms between two words of one honest player. */
const WORD_EVERY = 60;

class Fortress {
  readonly folder = temporaryFolder();
  readonly child: ChildProcess;
  base = '';
  constructor() {
    this.child = spawn(process.execPath, ['--expose-gc', pathOf('hostile-server.ts'), this.folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
  }
  async open(): Promise<void> {
    const news = await heardFrom(this.child);
    this.base = `http://127.0.0.1:${'port' in news ? news.port : 0}`;
  }
  async health(): Promise<Health> {
    this.child.stdin?.write('health\n');
    const news = await heardFrom(this.child);
    if ('port' in news) throw new Error('the server has begun anew');
    return news;
  }
  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.stdin?.write('stop\n');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 8_000))]);
    this.child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const attack = (orders: AttackOrders): Promise<AttackReport> =>
  new Promise((resolve, reject) => {
    const child = fork(pathOf('hostile-attack.ts'), [JSON.stringify(orders)]);
    child.once('exit', (code) => reject(new Error(`the attackers ended with ${code}`)));
    child.once('message', (report) => resolve(report as AttackReport));
  });

/** What seats send in a whole match of bots. */
const realInputs = (): readonly unknown[] =>
  simulate(charter2025, { seed: 'hostile', bots: ['random', 'scripted'], length: 'sprint' }).record.inputs.map(
    ({ input }) => input,
  );

/** A server with one table that is played, first in peace and then under attack. */
export const besiege = async ({ messages, pace, baseline, seed }: SiegeChoice): Promise<Siege> => {
  const fortress = new Fortress();
  try {
    await fortress.open();
    const { base } = fortress;
    const [seats, idle] = [await seatPeople(base, true), await seatPeople(base, false)];
    const { body: stranger } = await asking(base).post('/api/people', { name: 'Stranger' });
    const [first] = seats;
    if (first === undefined) throw new Error('nobody sits');
    const honest = new Honest(await Promise.all(seats.map((seat) => enterMatch(base, seat, {}, { forgets: true }))));
    const orders = {
      base,
      seats: idle.slice(0, 3),
      watched: { ...first, token: stranger.token },
      inputs: realInputs(),
    };
    // What is slow or kept only the first time is no matter of the attack.
    await attack({ ...orders, seed: `${seed} warming`, messages: Math.min(3_000, messages / 4), pace });
    const atFirst = await fortress.health();
    const inPeace = async (): Promise<readonly number[]> => {
      const until = performance.now() + baseline;
      return honest.play(() => performance.now() > until, WORD_EVERY);
    };
    const before = await inPeace();
    const kept = storedIn(fortress.folder, first.match);
    const healthBefore = await fortress.health();
    let over = false;
    const attacking = attack({ ...orders, seed, messages, pace }).finally(() => {
      over = true;
    });
    const during = await honest.play(() => over, WORD_EVERY);
    const report = await attacking;
    const health = await fortress.health();
    const peace = latenciesOf([...before, ...(await inPeace())]);
    const after = storedIn(fortress.folder, first.match);
    const said = after.honest.filter((id) => !id.startsWith('auto-'));
    const changes =
      (after.digest === kept.digest ? 0 : 1) + (said.join() === honest.sent.join() ? 0 : symmetric(said, honest.sent));
    const { crashes, lines } = health;
    const byWords = ((healthBefore.heap - atFirst.heap) / before.length) * during.length;
    const growth = (health.heap - healthBefore.heap - Math.max(0, byWords)) / healthBefore.heap;
    return { report, peace, during: latenciesOf(during), growth, changes, crashes, lines, honestDenied: honest.denied };
  } finally {
    await fortress.close();
  }
};

/** Ids that are in one list only. */
const symmetric = (one: readonly string[], other: readonly string[]): number => {
  const [a, b] = [new Set(one), new Set(other)];
  return one.filter((id) => !b.has(id)).length + other.filter((id) => !a.has(id)).length;
};
