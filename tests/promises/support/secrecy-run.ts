import { Allowance } from '../../../server/match/allowance.ts';
import type { Player } from '../../server/support/player.ts';
import { enterMatch } from '../../server/support/player.ts';
import type { SecrecyHouse } from './secrecy-house.ts';
import type { Act, Look, Plan, World } from './secrecy-plan.ts';
import { flushed, type SecrecyTable, sitDown, type Watcher } from './secrecy-table.ts';

/** What came to one who may not know, in one step; bytes as latin-1 text, without what says nothing. */
export type Heard = { readonly step: number; readonly who: string; readonly what: readonly string[] };
/** ms from the sending of what all may know to its arrival. */
export type Delay = { readonly step: number; readonly who: string; readonly resolves: boolean; readonly ms: number };
export type WorldRun = {
  readonly heard: readonly Heard[];
  readonly delays: readonly Delay[];
  readonly lines: readonly string[];
  /** Steps that went otherwise than planned: the test itself is at fault. */ readonly strays: readonly string[];
};

type Running = {
  readonly house: SecrecyHouse;
  readonly plan: Plan;
  readonly world: World;
  readonly table: SecrecyTable;
  readonly heard: Heard[];
  readonly delays: Delay[];
  readonly strays: string[];
  readonly read: Map<Watcher, number>;
  /** How many requests each may still make: one too many would be refused in one world and not in the other. */
  readonly allowances: Map<string, Allowance>;
  /** Brings back who is away. */ back: (() => Promise<void>) | null;
};

const JOIN_ROOM = 10;
const DIGEST = /[0-9a-f]{64}/g;
/** Seals as a frame ends with them: a list of pairs of a turn and 32 bytes. A change of 32 bytes stands elsewhere. */
const SEALS = /[\x91-\x9f](?:\x92[^\x80-\xff]\xc4 .{32})+$/su;

/** A line is a digest with the name of the server's run in it, which nobody is told, and the match's. */
const LINE = /(?<=\xa4line\xb0)[0-9a-f]{16}/gu;

/** Digests are salted with what nobody knows, and ids are drawn: of both only the length can say anything. */
export const maskedText = (text: string, masks: readonly string[]): string =>
  masks.reduce(
    (now, mask) => now.replaceAll(mask, '*'.repeat(mask.length)),
    text.replaceAll(DIGEST, (found) => '#'.repeat(found.length)),
  );

/** The first frame holds the token of the connection, which is another each time. */
const maskedFrame = (frame: Uint8Array, masks: readonly string[]): string =>
  frame[0] === JOIN_ROOM
    ? `joined in ${frame.length} bytes`
    : maskedText(
        Buffer.from(frame)
          .toString('latin1')
          .replace(SEALS, (found) => '#'.repeat(found.length))
          .replace(LINE, (found) => '#'.repeat(found.length)),
        masks,
      );

const hear = async (
  running: Running,
  step: number,
  sent: { readonly at: number; readonly resolves: boolean } | null,
): Promise<void> => {
  const { table, plan, house } = running;
  if (plan.classroom) await house.calm();
  const here = table.watchers.filter(({ isAway }) => !isAway);
  await Promise.all(here.map(({ room }) => flushed(room)));
  for (const watcher of here) {
    const before = running.read.get(watcher) ?? 0;
    const arrivals = watcher.arrivals();
    running.read.set(watcher, arrivals.length);
    const fresh = arrivals.slice(before);
    const what = fresh.map(({ frame }) => maskedFrame(frame, table.masks));
    const read = textsIn(watcher);
    if (read !== '') what.push(read);
    // How often the wall was told as people came in is as it falls out.
    const gathered = step < 0 && watcher.player === null;
    running.heard.push({ step, who: watcher.who, what: gathered ? what.slice(-2) : what });
    const first = fresh[0];
    if (sent !== null && first !== undefined && fresh.length > 1)
      running.delays.push({ step, who: watcher.who, resolves: sent.resolves, ms: first.at - sent.at });
  }
};

/** Texts of others in what a client has made of its frames, which come packed. */
const textsIn = ({ player }: Watcher): string => {
  const view = player?.view();
  const told = view?.events.filter(
    ({ kind }) => kind === 'said' || kind === 'proposed' || kind === 'agreementConcluded',
  );
  const text = JSON.stringify([view?.messages, view?.proposals, view?.agreements, told]) ?? '';
  return text.match(/canary-\w+/u)?.[0] ?? '';
};

/** Waits until a request may be made, by the server's own measure. */
const mayAsk = async ({ allowances }: Running, who: string): Promise<void> => {
  const allowance = allowances.get(who) ?? new Allowance(performance.now());
  allowances.set(who, allowance);
  while (!allowance.spend(performance.now())) await new Promise((resolve) => setTimeout(resolve, 100));
};

const send = async (running: Running, { power, input, accepted }: Act, id: string): Promise<void> => {
  const player = running.table.players.get(power);
  if (player === undefined) throw new Error(`nobody plays ${power}`);
  await mayAsk(running, power);
  const reply = await player.send(input, id);
  if (reply.ok === accepted) return;
  running.strays.push(
    `${id}: ${power} ${input.kind} ${reply.ok ? 'is accepted' : `is refused: ${reply.refusal.code}`}`,
  );
};

/** What is asked over HTTP, by whom; every answer is compared whole. */
const ask = async (
  { house, table, heard }: Running,
  step: number,
  paths: readonly string[],
  token?: string,
): Promise<void> => {
  // Zipped, a digest that says nothing would show in the length.
  const headers = {
    'Accept-Encoding': 'identity',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  };
  for (const path of paths) {
    const response = await fetch(house.base + path, { headers });
    const shown = [...response.headers].filter(([name]) => name !== 'date').join('\n');
    const text = `${response.status}\n${shown}\n${await response.text()}`;
    heard.push({
      step,
      who: `GET ${path.replaceAll(table.match, '*')} of ${token === undefined ? 'anybody' : 'one who knows nothing'}`,
      what: [maskedText(text, table.masks)],
    });
  }
};

const watchersWithSeats = ({ table }: Running): readonly (Watcher & { readonly player: Player })[] =>
  table.watchers.filter((one): one is Watcher & { readonly player: Player } => one.player !== null);

/** A list is of what was stored last, which comes a little after the phase that it tells of. */
const untilListed = async ({ house, table }: Running, token: string): Promise<void> => {
  const now = table.watchers.find(({ player }) => player !== null)?.player?.view();
  const headers = { Authorization: `Bearer ${token}` };
  for (let tries = 0; tries < 100; tries += 1) {
    const { matches } = await (await fetch(`${house.base}/api/me/matches`, { headers })).json();
    const mine = matches?.find(({ match }: { readonly match: string }) => match === table.match);
    if (mine?.phase === now?.table.phase && mine?.turn === now?.board.turn) return;
    await new Promise((resolve) => setTimeout(resolve, 5 * tries));
  }
};

const guesses = (plan: Plan): readonly object[] => {
  const [a, b] = [...plan.keepers].sort();
  const offers = [1, 2, 3].map((n) => `offer-${a}-${b}#${n}`);
  return [
    ...offers.slice(0, 2).map((proposal) => ({ kind: 'sign', proposal })),
    { kind: 'decline', proposal: offers[0] },
    { kind: 'withdrawProposal', proposal: offers[2] },
    ...plan.papers.slice(0, 3).map((agreement) => ({ kind: 'giveNotice', agreement })),
    ...plan.papers.slice(0, 2).map((agreement) => ({ kind: 'consent', agreement, clause: 'c1', given: true })),
    ...plan.papers.slice(0, 2).map((agreement) => ({
      kind: 'submitOrders',
      orders: { orders: [{ verb: 'denounce', agreement, clause: 'c1' }], doors: null, concessions: [] },
    })),
    { kind: 'say', to: [a], text: ' ' },
  ];
};

const LOOKING: { readonly [L in Look]: (running: Running, step: number) => Promise<void> } = {
  late: async ({ house, plan, table }, _step) => {
    const watching = table.watchers.find((one) => one.player !== null);
    const room = watching?.room.roomId ?? '';
    // A class has no spectators: there it is the second tab of somebody who sits.
    const options = plan.classroom ? {} : { viewer: 'spectator' };
    const token = plan.classroom ? (watching?.token ?? '') : table.stranger;
    table.addLate(await enterMatch(house.base, { match: table.match, room, token }, options), token);
  },
  reconnect: async (running, step) => {
    const able = watchersWithSeats(running);
    const one = able[step % able.length];
    if (one !== undefined)
      await running.table.reconnect(running.table.watchers.find((all) => all.who === one.who) ?? one);
  },
  /** Somebody misses the next act. */
  away: async (running, step) => {
    const next = running.plan.steps[step + 1];
    if (next === undefined || next.kind === 'look') return;
    const able = watchersWithSeats(running).filter(({ who }) => next.kind !== 'public' || next.act.power !== who);
    const one = running.table.watchers.find(({ who }) => who === able[step % able.length]?.who);
    if (one !== undefined) running.back = await running.table.depart(one);
  },
  record: async (running, step) => {
    const path = `/api/matches/${running.table.match}/record`;
    const token = watchersWithSeats(running)[0]?.token;
    await ask(running, step, [path, `${path}?messages=none`], token);
    await ask(running, step, [path]);
  },
  lists: async (running, step) => {
    const token = watchersWithSeats(running)[0]?.token ?? '';
    await untilListed(running, token);
    await ask(
      running,
      step,
      ['/api/me', '/api/me/matches', '/api/me/data', `/api/matches/${running.table.match}`],
      token,
    );
    await ask(running, step, ['/api/matches', '/api/health', '/api/ready', '/metrics', '/api/admin/metrics']);
  },
  poll: async (running, step) => {
    const path = `/api/matches/${running.table.match}`;
    const seated = watchersWithSeats(running).find(({ who }) => running.table.players.has(who));
    await ask(running, step, [`${path}/view`, `${path}/options`], seated?.token);
    await ask(running, step, [`${path}/view?viewer=spectator`, `${path}/options`, `${path}/view?viewer=facilitator`]);
  },
  probe: async (running, step) => {
    for (const { who, player } of watchersWithSeats(running)) {
      if (!running.table.players.has(who)) continue;
      for (const [i, input] of guesses(running.plan).entries()) {
        await mayAsk(running, who);
        await player.send(input as never, `guess-${step}-${who}-${i}`);
      }
    }
  },
};

const takeStep = async (running: Running, at: number): Promise<void> => {
  const step = running.plan.steps[at];
  if (step === undefined) return;
  if (step.kind === 'look') {
    await LOOKING[step.look](running, at);
    return hear(running, at, null);
  }
  const sent = performance.now();
  if (step.kind === 'public') await send(running, step.act, `public-act-${at}`);
  else for (const [i, act] of (step.acts[running.world] ?? []).entries()) await send(running, act, `secret-${at}-${i}`);
  // A wall is told of what happens together in one: what came before they are back is another matter.
  if (running.back !== null && running.plan.classroom) await running.house.calm();
  await running.back?.();
  running.back = null;
  return hear(running, at, step.kind === 'public' ? { at: sent, resolves: step.resolves } : null);
};

/** Plays one world of a pair against the server, and keeps what everybody else was given. */
export const runWorld = async (house: SecrecyHouse, plan: Plan, world: World, at: number): Promise<WorldRun> => {
  house.begin(plan.seed, at);
  const table = await sitDown(house, plan);
  const running: Running = {
    house,
    plan,
    world,
    table,
    heard: [],
    delays: [],
    strays: [],
    read: new Map(),
    allowances: new Map(),
    back: null,
  };
  try {
    await hear(running, -1, null);
    for (let i = 0; i < plan.steps.length; i += 1) await takeStep(running, i);
  } finally {
    await table.close();
  }
  const lines = house.lines().map((line) => maskedText(line, table.masks));
  return { heard: running.heard, delays: running.delays, lines, strays: running.strays };
};
