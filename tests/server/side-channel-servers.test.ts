import { expect, test } from 'vitest';
import type { Input } from '../../shared/model/input.ts';
import type { OptionsReply } from '../../shared/protocol/side-channel.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { fakeClock } from './support/fake-clock.ts';
import { NOTHING } from './support/given-table.ts';
import { newId, settle } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

/** Each of these has a server of its own: one after the other, for the framework keeps one of each process. */

type Seat = { readonly match: string; readonly token: string };
const viewAt = async (server: TestServer, { match, token }: Seat, query = '') =>
  (await server.get(`/api/matches/${match}/view${query}`, token)).body;

test('whoever asks for a view is here, and a while longer', async () => {
  const clock = fakeClock();
  const own = await startTestServer({ clock });
  try {
    const { seats } = await startedTable(own);
    const online = async () => (await viewAt(own, seats.SUD)).people.NOR?.[0]?.online;
    expect(await online()).toBe(false);
    const { version } = await viewAt(own, seats.NOR);
    expect(await online()).toBe(true);
    let answered = false;
    const anna = viewAt(own, seats.NOR, `?after=${version}&wait=20`).finally(() => {
      answered = true;
    });
    await settle();
    await clock.advance(16_000);
    expect([answered, await online()]).toEqual([false, true]);
    await clock.advance(4_000);
    expect(await anna).toMatchObject({ changed: false, version });
    await clock.advance(14_000);
    expect(await online()).toBe(true);
    await clock.advance(1_000);
    expect(await online()).toBe(false);
  } finally {
    await own.close();
  }
});

test('a view is not held any longer when the server stops', async () => {
  const own = await startTestServer();
  const { seats } = await startedTable(own);
  const { version } = await viewAt(own, seats.NOR);
  const anna = viewAt(own, seats.NOR, `?after=${version}&wait=25`);
  await settle();
  await own.close();
  expect(await anna).toMatchObject({ code: 'server/closing' });
});

test('options may each be ordered, with a demand from the list where one is needed', async () => {
  const own = await startTestServer({ scenario: charter2025 });
  try {
    const choice = { kind: 'quick', name: 'Dora', power: 'RUS', length: 'sprint', pace: 'untimed' };
    const seat = (await own.post('/api/matches', { ...choice, press: 'full', bots: 'hold' })).body;
    const path = `/api/matches/${seat.match}`;
    const { body: offered }: { readonly body: OptionsReply } = await own.get(`${path}/options`, seat.token);
    expect(offered.has.capital).toBeGreaterThan(0);
    const verbs = new Map(offered.orders.map((one) => [one.order.verb, one]));
    expect(verbs.size).toBeGreaterThan(8);
    expect([...verbs.keys()]).toContain('squeeze');
    for (const { order, needsDemand, cost } of verbs.values()) {
      const demand = 'host' in order ? offered.demands[order.host]?.[0] : undefined;
      const orders = { ...NOTHING, orders: [needsDemand ? { ...order, demand } : order] };
      const input = { kind: 'submitOrders', orders };
      const reply = await own.post(`${path}/inputs`, { id: newId(), basedOn: offered.version, input }, seat.token);
      const dear = cost.capital > offered.has.capital || cost.treasury > offered.has.treasury;
      expect(reply.body, JSON.stringify(order)).toMatchObject(
        dear ? { ok: false, refusal: { code: 'orders/unaffordable' } } : { ok: true },
      );
    }
    const doors = { ...NOTHING, doors: offered.doors[0] };
    const reply = await own.post(
      `${path}/inputs`,
      { id: newId(), basedOn: offered.version, input: { kind: 'submitOrders', orders: doors } },
      seat.token,
    );
    expect(reply.body).toMatchObject({ ok: true });
  } finally {
    await own.close();
  }
});

test('an input takes the seat back from a stand-in', async () => {
  const clock = fakeClock();
  const own = await startTestServer({ clock });
  try {
    const { seats } = await startedTable(own, { pace: 'blitz', length: 'short' });
    const send = (seat: Seat, input: Input) =>
      own.post(`/api/matches/${seat.match}/inputs`, { id: newId(), basedOn: 1, input }, seat.token);
    const sitter = async () => (await viewAt(own, seats.NOR)).view.table.seats.SUD.sitter;
    const turnNow = async () => (await viewAt(own, seats.NOR)).view.board.turn;
    for (const turn of [1, 2]) {
      const { version } = await viewAt(own, seats.NOR);
      const input = { kind: 'submitOrders', orders: NOTHING };
      await own.post(
        `/api/matches/${seats.NOR.match}/inputs`,
        { id: newId(), basedOn: version, input },
        seats.NOR.token,
      );
      for (let steps = 0; (await turnNow()) === turn && steps < 200; steps += 1) await clock.advance(5_000);
    }
    expect(await sitter()).toMatchObject({ by: 'bot', standIn: true });
    expect((await send(seats.SUD, { kind: 'setReady', ready: false })).body).toMatchObject({ ok: true });
    expect(await sitter()).toEqual({ by: 'human' });
  } finally {
    await own.close();
  }
});
