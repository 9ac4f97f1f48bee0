import { afterEach, expect, test, vi } from 'vitest';
import type { TableChoice } from '../../server/match/match-directory.ts';
import type { OpenMatch } from '../../server/match/open-match.ts';
import { BotPool } from '../../server/workers/bot-pool.ts';
import { FairQueue } from '../../server/workers/fair-queue.ts';
import { receiveView, type SentView, sendView } from '../../server/workers/sent-view.ts';
import type { Asking } from '../../server/workers/thinker.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { BotChoice, Sitter } from '../../shared/model/input.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { givenTable, ground, quietJournal, send } from './support/given-table.ts';

const ODD = new URL('./support/odd-worker.ts', import.meta.url);
const NEGOTIATOR: BotChoice = { bot: 'negotiator' };
const until = (is: () => boolean, timeout = 5_000) => vi.waitFor(() => expect(is()).toBe(true), { timeout });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const pools: BotPool[] = [];
const poolOf = (worker: URL | null = ODD): BotPool => {
  const pool = new BotPool({
    scenarios: [tiny],
    onFault: () => undefined,
    threads: 1,
    ...(worker === null ? {} : { worker }),
  });
  pools.push(pool);
  return pool;
};
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

const view = { viewer: 'OST', messages: [], events: [] as readonly unknown[] } as unknown as SeatView;
const asking = (way: string, more: Partial<Asking> = {}): Asking => ({
  ...{ match: 'm', scenario: tiny, choice: NEGOTIATOR, patience: 5_000, signal: new AbortController().signal },
  look: () => ({ view, luck: { match: way, now: way } }),
  ...more,
});
const said = (acts: Awaited<ReturnType<BotPool['think']>>): string => (acts[0]?.kind === 'say' ? acts[0].text : '');

test('thinks in a worker, from a view made plain', async () => {
  expect(said(await poolOf().think(asking('tell')))).toBe('tell tiny - OST 0');
});

test('a view arrives as it is, however often it is sent and however much has happened since', () => {
  const { record } = simulate(tiny, { seed: 'sent', bots: ['random'], length: 'short' });
  const fold = openFold(tiny, foundationOf(record));
  const sent: { readonly view: SentView; readonly plain: unknown }[] = [];
  for (const logged of record.inputs) {
    fold.apply(logged);
    for (const viewer of ['OST', 'NOR', 'public']) {
      const seen = viewFor(tiny, fold.state, viewer);
      sent.push({ view: sendView(seen), plain: JSON.parse(JSON.stringify(seen)) });
    }
  }
  const late = viewFor(tiny, fold.state, 'OST');
  sent.push({ view: sendView({ ...late, events: late.events.map((event) => ({ ...event })) }), plain: late });
  for (const { view: one, plain } of sent) expect(receiveView(one)).toEqual(JSON.parse(JSON.stringify(plain)));
});

test('a cheap bot thinks here, and starts no worker', async () => {
  const choice: BotChoice = { bot: 'hold' };
  const open = await givenTable(ground());
  const look = () => ({ view: open.match.view('OST'), luck: { match: 'throw', now: 'throw' } });
  expect(await poolOf().think(asking('throw', { choice, look }))).toEqual([{ kind: 'setReady', ready: true }]);
});

test('the real worker plays a scenario of its own and one that comes with the game', async () => {
  const pool = poolOf(null);
  for (const scenario of [tiny, scenarioById('charter-2025')]) {
    const open = await givenTable(ground({ directory: { scenario: scenario ?? tiny } }));
    const look = () => ({ view: open.match.view('OST'), luck: { match: 'a', now: 'b' } });
    const acts = await pool.think(asking('', { scenario: tiny, look }));
    expect(acts.at(-1)).toEqual({ kind: 'setReady', ready: true });
  }
});

test.each([
  ['throws', 'throw', 'no idea'],
  ['ends', 'exit', 'exited with code: 3'],
  ['hangs', 'hang', 'aborted'],
])('a worker that %s fails one bot, and the next has one again', async (_what, way, why) => {
  const pool = poolOf();
  await expect(pool.think(asking(way, { patience: 400 }))).rejects.toThrow(why);
  expect(said(await pool.think(asking('tell')))).toContain('tell');
});

test('matches are served in turn, however many bots each of them has', () => {
  const queue = new FairQueue<string>();
  for (const one of ['a1', 'a2', 'a3', 'b1', 'c1', 'c2']) queue.push(one.charAt(0), one);
  queue.remove('a', 'a2');
  queue.remove('d', 'none');
  expect(Array.from({ length: 6 }, () => queue.shift())).toEqual(['a1', 'b1', 'c1', 'a3', 'c2', undefined]);
});

test('a table of bots makes no other wait for more than its own turn', async () => {
  const pool = poolOf();
  const answered: string[] = [];
  const ask = (match: string, at: number) =>
    pool.think(asking(`slow30/${at}`, { match })).then(() => answered.push(`${match}${at}`));
  await Promise.all([...[1, 2, 3, 4].map((at) => ask('a', at)), ask('b', 1)]);
  expect(answered.indexOf('b1')).toBeLessThanOrEqual(2);
});

test('who has waited long thinks less, on what there is to see by then', async () => {
  const pool = poolOf();
  await pool.think(asking('tell'));
  let messages: readonly string[] = [];
  const first = pool.think(asking('slow300'));
  const look = () => ({ view: { ...view, messages } as unknown as SeatView, luck: { match: 'late', now: 'late' } });
  const choice: BotChoice = { bot: 'negotiator', level: 'strong' };
  const second = pool.think(asking('', { choice, look, patience: 400 }));
  messages = ['news'];
  await first;
  expect(said(await second)).toBe('late tiny easy OST 1');
});

test('what nobody wants any more leaves the line', async () => {
  const pool = poolOf();
  const first = pool.think(asking('slow200'));
  const unwanted = new AbortController();
  const look = vi.fn(() => ({ view, luck: { match: 'tell', now: 'tell' } }));
  const second = pool.think(asking('', { look, signal: unwanted.signal }));
  unwanted.abort(new Error('phase over'));
  await expect(second).rejects.toThrow('phase over');
  await first;
  await pool.think(asking('tell'));
  expect(look).not.toHaveBeenCalled();
});

test('ends its workers at once, even one that hangs', async () => {
  const pool = poolOf();
  const hanging = pool.think(asking('hang', { patience: 60_000 }));
  const queued = pool.think(asking('tell', { match: 'other' }));
  const settled = Promise.allSettled([hanging, queued]);
  await pause(150);
  const asked = performance.now();
  await pool.close();
  expect(performance.now() - asked).toBeLessThan(1_000);
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(pool.think(asking('tell'))).rejects.toThrow('gone home');
});

/** A table of three people, one of whose seats goes to a bot that thinks in the odd worker. */
const tableWith = async (way: string, choice: Partial<TableChoice> = {}) => {
  const pool = poolOf();
  const told: string[] = [];
  const journal = { ...quietJournal, error: (_facts: object, what: string) => void told.push(what) };
  const look = (asking: Asking) => () => ({ ...asking.look(), luck: { match: way, now: way } });
  const thinker = { atOnce: 1, think: (one: Asking) => pool.think({ ...one, look: look(one) }) };
  const on = ground({ directory: { thinker, journal } });
  const open = await givenTable(on, choice);
  const seat = (sitter: Sitter) => open.ownInput({ kind: 'seat', power: 'OST', sitter });
  await seat({ by: 'bot', ...NEGOTIATOR });
  return { open, clock: on.clock, told, seat, isReady: () => open.match.state.table.seats.OST?.ready === true };
};
const texts = (open: OpenMatch) => open.match.state.messages.map(({ text }) => text.split(' ').slice(-1)[0]);

test('at a table: what the worker says is done', async () => {
  const { open, isReady } = await tableWith('tell');
  await until(isReady);
  expect(texts(open)).toEqual(['0']);
});

test.each([['throw'], ['exit']])(
  'at a table: a bot whose worker does “%s” holds, and the journal says so',
  async (way) => {
    const { open, told, isReady } = await tableWith(way);
    await until(isReady);
    expect(told).toEqual(['a bot failed and holds']);
    expect(texts(open)).toEqual([]);
  },
);

test('at a table: nobody waits for a bot that hangs', async () => {
  const { clock, told, isReady } = await tableWith('hang');
  await pause(50);
  await clock.advance(3_900);
  expect(isReady()).toBe(false);
  await clock.advance(200);
  await until(isReady);
  expect(told).toEqual(['a bot took too long and holds']);
});

test('at a table: what changes while a bot thinks is thought about once, before it is ready', async () => {
  const { open, isReady } = await tableWith('slow400');
  await pause(250);
  for (let count = 0; count < 4; count += 1) await send(open, 'NOR', { kind: 'say', to: ['OST'], text: 'news 0' });
  await until(isReady);
  await pause(500);
  expect(texts(open).slice(4)).toEqual(['0', '5']);
});

test('at a table: an answer is dropped when a person has the seat', async () => {
  const { open, seat } = await tableWith('slow400');
  await pause(250);
  await seat({ by: 'human' });
  await pause(500);
  expect(open.match.state.messages).toEqual([]);
});

test('at a table: an answer is dropped when its phase is over, and the new one is thought about', async () => {
  const { open, told, isReady } = await tableWith('slow400', { kind: 'class' });
  await pause(250);
  await open.act({ id: 'on', basedOn: null, input: { kind: 'advance' } });
  expect(open.match.state.table.phase).toBe('orders');
  await until(isReady);
  expect(open.match.state.messages).toEqual([]);
  expect(told).toEqual([]);
});
