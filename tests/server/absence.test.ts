import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { MatchBots } from '../../server/match/match-bots.ts';
import { thinkingHere } from '../../server/workers/thinker.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { fakeClock } from './support/fake-clock.ts';
import { givenTable, ground, NOTHING, quietJournal, send } from './support/given-table.ts';
import { enterMatch } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

const MINUTE = 60_000;
const TURN = 1.5 * MINUTE;
const ORDERS: PowerInput = { kind: 'submitOrders', orders: NOTHING };
const READY: PowerInput = { kind: 'setReady', ready: true };
const CARETAKER = { by: 'bot', bot: 'caretaker', standIn: true };
const until = (is: () => boolean) => vi.waitFor(() => expect(is()).toBe(true), { timeout: 5_000 });

/** Three people, of whom only Anna plays; two turns later the others are stood in for. */
const deserted = async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'blitz', length: 'short' });
  const sitter = (power: string) => open.match.state.table.seats[power]?.sitter;
  for (let turn = 1; turn <= 2; turn += 1) {
    expect(sitter('SUD')).toEqual({ by: 'human' });
    await send(open, 'NOR', ORDERS);
    await on.clock.advance(TURN);
  }
  return { ...on, open, sitter };
};

test('who misses two turns is stood in for, and nobody waits for them any more', async () => {
  const { open, sitter } = await deserted();
  expect([sitter('NOR'), sitter('SUD'), sitter('OST')]).toEqual([{ by: 'human' }, CARETAKER, CARETAKER]);
  await until(() => open.match.state.table.seats.OST?.ready === true);
  await send(open, 'NOR', READY);
  expect(open.match.state.table.phase).toBe('orders');
  await until(() => open.match.state.orders.SUD !== undefined && open.match.state.table.seats.SUD?.ready === true);
  await send(open, 'NOR', READY);
  expect(open.match.state.board.turn).toBe(4);
});

test('a table that only stand-ins are left at does not run away: it waits for its clock', async () => {
  const { open, clock, sitter } = await deserted();
  await clock.advance(2 * TURN - MINUTE);
  expect(open.match.state.table.phase).toBe('negotiation');
  expect(open.match.state.board.turn).toBe(4);
  await open.ownInput({ kind: 'seat', power: 'NOR', sitter: CARETAKER as never });
  await until(() => Object.values(open.match.state.table.seats).every((seat) => seat.ready));
  expect(open.match.state.table.phase).toBe('negotiation');
  expect(sitter('NOR')).toEqual(CARETAKER);
  await clock.advance(TURN);
  expect(open.match.state.table.phase).toBe('ended');
});

test('a table whose last person the facilitator has replaced by a bot does not run away either', async () => {
  const open = await givenTable(ground(), { kind: 'class' }, ['NOR']);
  const seats = () => Object.values(open.match.state.table.seats);
  await until(() => seats().filter(({ ready }) => ready).length === 2);
  await open.ownInput({ kind: 'seat', power: 'NOR', sitter: { by: 'bot', bot: 'hold' } });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(open.match.state.table).toMatchObject({ phase: 'negotiation', seats: { NOR: { ready: false } } });
  expect(open.isIdle(-1)).toBe(true);
  await open.act({ id: null, basedOn: null, input: { kind: 'advance' } });
  await until(() => seats().filter(({ ready }) => ready).length === 2);
  expect(open.match.state.table.phase).toBe('orders');
  await open.ownInput({ kind: 'seat', power: 'NOR', sitter: { by: 'human' } });
  await until(() => seats().filter(({ ready }) => ready).length === 2);
  await send(open, 'NOR', READY);
  expect(open.match.state.board.turn).toBe(2);
});

test('who comes back has the seat at once, once, and nobody else’s', async () => {
  const { open, sitter } = await deserted();
  const [first, second] = await Promise.all([open.takeBack('SUD'), open.takeBack('SUD')]);
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect([sitter('SUD'), sitter('OST')]).toEqual([{ by: 'human' }, CARETAKER]);
  expect(open.match.state.table.seats.SUD).toMatchObject({ missed: 0, ready: false });
  const seated = await open.match.readInputs((inputs) =>
    inputs.filter(({ input }) => input.kind === 'seat' && input.power === 'SUD'),
  );
  expect(seated).toHaveLength(2);
  await open.ownInput({ kind: 'seat', power: 'OST', sitter: { by: 'bot', bot: 'hold' } });
  expect((await open.takeBack('OST')).ok).toBe(true);
  expect(sitter('OST')).toEqual({ by: 'bot', bot: 'hold' });
});

test('a bot whose seat is taken back while it acts says nothing more in it', async () => {
  const open = await givenTable(ground());
  await open.close();
  const again = await givenTable(ground());
  let taken: Promise<unknown> | null = null;
  const bots = new MatchBots(again.match, {
    journal: quietJournal,
    clock: fakeClock(),
    luck: 'luck',
    awaits: () => false,
    thinker: thinkingHere(() => {
      taken = again.ownInput({ kind: 'seat', power: 'OST', sitter: { by: 'human' } });
      return [ORDERS, READY];
    }),
  });
  await again.ownInput({ kind: 'seat', power: 'OST', sitter: CARETAKER as never });
  await until(() => taken !== null && again.match.state.table.seats.OST?.sitter.by === 'human');
  await new Promise((resolve) => setTimeout(resolve, 30));
  bots.stop();
  expect(again.match.state.table.seats.OST?.ready).toBe(false);
});

/** As quick as sockets are. Its magnitudes are those that the client knows: both ends reckon a turn. */
const quick = {
  ...tiny,
  paces: tiny.paces.map((pace) => (pace.id === 'blitz' ? { ...pace, negotiation: 700, orders: 300 } : pace)),
};
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ scenario: quick });
});
afterAll(async () => {
  await server.close();
});

test('over a socket: the first thing that is sent takes the seat back, and is done', async () => {
  const { seats } = await startedTable(server, { pace: 'blitz', length: 'standard' });
  const anna = await enterMatch(server.base, seats.NOR);
  const bela = await enterMatch(server.base, seats.SUD);
  await until(() => bela.view()?.table.seats.SUD?.sitter.by === 'bot');
  expect(await bela.send({ kind: 'submitOrders', orders: NOTHING })).toMatchObject({ ok: true });
  await until(() => anna.view()?.table.seats.SUD?.sitter.by === 'human');
  expect(bela.view()?.orders).toEqual(NOTHING);
});

test('over a socket: who has conceded does not come back', async () => {
  const { seats } = await startedTable(server);
  const bela = await enterMatch(server.base, seats.SUD);
  expect(await bela.send({ kind: 'concede' })).toMatchObject({ ok: true });
  await until(() => bela.view()?.table.seats.SUD?.conceded === true);
  expect(bela.view()?.table.seats.SUD?.sitter).toEqual({ by: 'bot', bot: 'caretaker' });
  expect(await bela.send(READY)).toMatchObject({ ok: false, refusal: { code: 'input/not-your-seat' } });
});
