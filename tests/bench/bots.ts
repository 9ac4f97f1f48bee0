import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomActs } from '../../shared/bots/random.ts';
import type { Proposal } from '../../shared/model/agreement.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { type ChildServer, freePort, spawnServer, untilReady } from '../server/support/child-server.ts';
import { enterMatch, type Player } from '../server/support/player.ts';
import { asking, temporaryFolder } from '../server/support/test-server.ts';
import { percentile, type Row } from './row.ts';

/** Tables of nothing but bots, tables of people, and tables of one person among bots who takes the time. */
const BOT_TABLES = 12;
const HUMAN_TABLES = 12;
const WATCHED_TABLES = 2;
const WARMING = 8_000;
const MEASURING = 40_000;
/** Between two inputs of one person, on average: who plays a quarter in five minutes sends far less. */
const EVERY = 6_000;
const BOTS = { bot: 'negotiator', level: 'normal' } as const;
const CHOICE = { length: 'standard', pace: 'untimed', press: 'full', name: 'Bench' };
const POWERS = charter2025.powers.map(({ id }) => id);

type Api = ReturnType<typeof asking>;
type Measured = { readonly answers: number[]; readonly orders: number[]; readonly acknowledged: number[] };
/** `measuring` is false while everything warms up; `over` ends every loop. */
type Course = { measuring: boolean; over: boolean; readonly measured: Measured };

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const until = async (course: Course, is: () => boolean): Promise<boolean> => {
  while (!is()) {
    if (course.over) return false;
    await pause(5);
  }
  return true;
};
const note = (course: Course, into: number[], since: number): void => {
  if (course.measuring) into.push(performance.now() - since);
};

/** Six bots for as long as it lasts, and another six when their match is over. */
const botTable = async (api: Api, course: Course): Promise<void> => {
  let token: string | undefined;
  while (!course.over) {
    const { body } = await api.post('/api/matches', { ...CHOICE, kind: 'private', bots: BOTS }, token);
    token = body.token as string;
    await api.post(`/api/matches/${body.match}/seat`, { power: null }, token);
    await api.post(`/api/matches/${body.match}/start`, {}, token);
    const phase = async (): Promise<string> => (await api.get(`/api/matches/${body.match}`, token)).body.phase;
    while (!course.over && (await phase()) !== 'ended') await pause(3_000);
  }
};

/** Something that a person might send: words, orders, being ready, an offer. */
const humanInput = (view: SeatView, count: number): PowerInput => {
  const [words, orders, ready] = [count % 2 === 0, count % 4 === 1, count % 8 === 3];
  if (words) return { kind: 'say', to: [...POWERS], text: `This is what I think of it, for the ${count}th time.` };
  const acts = randomActs(charter2025, view, `${view.viewer}${count}`, false);
  const submit = acts.find(({ kind }) => kind === 'submitOrders');
  if (orders && submit !== undefined) return submit;
  if (ready) return { kind: 'setReady', ready: true };
  return acts.find(({ kind }) => kind === 'propose') ?? { kind: 'setReady', ready: false };
};

const play = async (player: Player, course: Course, at: number): Promise<void> => {
  await pause((at * 997) % EVERY);
  for (let count = at; !course.over; count += 1) {
    const view = player.view();
    if (view !== null && view.table.phase !== 'ended') {
      const input = humanInput(view, count);
      const sent = performance.now();
      await player.send(input);
      note(course, course.measured.acknowledged, sent);
    }
    await pause(EVERY / 2 + ((count * 1_009 + at * 313) % EVERY));
  }
};

const humanTable = async (api: Api, base: string): Promise<readonly Player[]> => {
  const [first, ...others] = POWERS;
  const choice = { ...CHOICE, kind: 'private', bots: 'hold', power: first };
  const { body } = await api.post('/api/matches', choice);
  const seats = [body];
  for (const power of others)
    seats.push((await api.post(`/api/matches/${body.match}/join`, { name: power, power })).body);
  await api.post(`/api/matches/${body.match}/start`, {}, body.token);
  return Promise.all(seats.map((seat) => enterMatch(base, seat)));
};

/** An offer to one bot, or null when none was thought of; a little at a time, as others wait for their answers here. */
const offerTo = async (view: SeatView, turn: number): Promise<Extract<PowerInput, { kind: 'propose' }> | null> => {
  for (let tries = 0; tries < 60; tries += 1) {
    await pause(1);
    for (const act of randomActs(charter2025, view, `offer${turn}-${tries}`, false)) {
      if (act.kind !== 'propose' || act.counters !== undefined) continue;
      const { parties } = act.draft;
      if (parties.length === 2 && parties.every((one) => POWERS.includes(one))) return act;
    }
  }
  return null;
};
const isAnswered = ({ status, signed }: Proposal): boolean => status !== 'open' || signed.length > 1;

/** One quarter of a person among five bots: how long an offer waits for its answer, and orders for each bot. */
const watchedTurn = async (me: Player, course: Course): Promise<boolean> => {
  const { answers, orders } = course.measured;
  const view = (): SeatView => me.view() as SeatView;
  const { turn } = view().board;
  const bots = POWERS.filter((power) => power !== view().viewer);
  const phase = (): string => view().table.phase;
  const isReady = (power: string): boolean => view().table.seats[power]?.ready === true;
  if (!(await until(course, () => bots.every(isReady)))) return false;
  const offer = await offerTo(view(), turn);
  if (offer !== null) {
    const before = new Set(view().proposals.map(({ id }) => id));
    const mine = (): Proposal | undefined =>
      view().proposals.find((one) => one.by === view().viewer && !before.has(one.id));
    const sent = performance.now();
    if ((await me.send(offer)).ok) {
      const answered = (): boolean => mine() !== undefined && isAnswered(mine() as Proposal);
      if (!(await until(course, answered))) return false;
      note(course, answers, sent);
    }
  }
  await me.send({ kind: 'setReady', ready: true });
  if (!(await until(course, () => phase() !== 'negotiation'))) return false;
  const opened = performance.now();
  const each = bots.map(async (power) => {
    if (await until(course, () => isReady(power) || phase() !== 'orders')) note(course, orders, opened);
  });
  await Promise.all(each);
  await me.send({ kind: 'setReady', ready: true });
  return until(course, () => phase() === 'ended' || view().board.turn > turn);
};

const watchedTable = async (api: Api, base: string, course: Course): Promise<void> => {
  while (!course.over) {
    const { body } = await api.post('/api/matches', { ...CHOICE, kind: 'quick', bots: BOTS });
    const me = await enterMatch(base, body);
    while (me.view()?.table.phase !== 'ended' && (await watchedTurn(me, course)));
    await me.leave();
  }
};

const rowsOf = ({ answers, orders, acknowledged }: Measured, server: ChildServer): Row[] => {
  const row = (id: string, numbers: readonly number[], share: number, limit: number, against: string): Row => {
    const measured = percentile(numbers, share);
    return { id, measured, unit: 'ms', against, ratio: measured / limit, samples: numbers.length };
  };
  const held = server.output().split('and holds').length - 1;
  return [
    row('a-normal-bot-answers-a-proposal-median', answers, 0.5, 2_000, 'limit 2 s'),
    row('a-normal-bot-answers-a-proposal-p95', answers, 0.95, 2_000, 'limit 2 s'),
    row('a-normal-bot-sets-its-orders-median', orders, 0.5, 5_000, 'limit 5 s'),
    row('a-normal-bot-sets-its-orders-p95', orders, 0.95, 5_000, 'limit 5 s'),
    row('acknowledgement-beside-bots-p50', acknowledged, 0.5, 50, 'limit 50 ms at p99'),
    row('acknowledgement-beside-bots-p99', acknowledged, 0.99, 50, 'limit 50 ms at p99'),
    { id: 'bots-that-held', measured: held, unit: 'times', against: 'none', ratio: held },
  ];
};

/** Twelve tables of normal bots on one server, beside 72 people at others: a minute of it. */
export const bots = async (): Promise<Row[]> => {
  const folder = temporaryFolder();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const server = spawnServer({ PORT: String(port), DATA_DIR: join(folder, 'data') });
  const course: Course = { measuring: false, over: false, measured: { answers: [], orders: [], acknowledged: [] } };
  try {
    await untilReady(base);
    const api = asking(base);
    const tables: (readonly Player[])[] = [];
    for (let table = 0; table < HUMAN_TABLES; table += 1) tables.push(await humanTable(api, base));
    const going = [
      ...tables.flat().map((player, at) => play(player, course, at)),
      ...Array.from({ length: BOT_TABLES }, () => botTable(api, course)),
      ...Array.from({ length: WATCHED_TABLES }, () => watchedTable(api, base, course)),
    ];
    await pause(WARMING);
    course.measuring = true;
    await pause(MEASURING);
    course.measuring = false;
    course.over = true;
    await Promise.allSettled(going);
    return rowsOf(course.measured, server);
  } finally {
    course.over = true;
    await server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
};
