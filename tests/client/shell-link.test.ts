import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openLink } from '../../client/net/link.ts';
import { connectMatch, type MatchConnection } from '../../client/net/match-connection.ts';
import { ApiError } from '../../client/net/problem.ts';
import type { RoomLike } from '../../client/net/rooms.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { HeldView, Reply } from '../../shared/protocol/messages.ts';

type Asked = {
  readonly type: string;
  readonly payload: { readonly id: string };
  readonly answer: (reply: Reply) => void;
  readonly fail: () => void;
};

/** A room without a socket: what was asked of it, and a way to drop it. */
class FakeRoom {
  readonly state = undefined;
  readonly asked: Asked[] = [];
  readonly #messages = new Map<string, (message: never) => void>();
  #leave: (code: number) => void = () => undefined;
  onMessage = (type: string, listener: (message: never) => void): unknown => this.#messages.set(type, listener);
  onStateChange = (): void => undefined;
  onLeave = (listener: (code: number) => void): void => {
    this.#leave = listener;
  };
  onError = (): void => undefined;
  ping = (): void => undefined;
  leave = (): Promise<number> => Promise.resolve(4000);
  request = (type: string, payload: unknown): Promise<unknown> =>
    new Promise((answer, fail) =>
      this.asked.push({
        type,
        payload: payload as { readonly id: string },
        answer,
        fail: () => fail(new Error('closed')),
      }),
    );
  tell(type: string, message: unknown): void {
    this.#messages.get(type)?.(message as never);
  }
  drop(): void {
    for (const asked of this.asked) asked.fail();
    this.#leave(1006);
  }
}
const asRoom = (room: FakeRoom): RoomLike => room as unknown as RoomLike;

let open: (() => void)[] = [];
const rooms: FakeRoom[] = [];
const join = (): Promise<RoomLike> => {
  const room = new FakeRoom();
  rooms.push(room);
  return Promise.resolve(asRoom(room));
};
const soon = (): Promise<unknown> => vi.advanceTimersByTimeAsync(10);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  rooms.length = 0;
  open = [];
});
afterEach(() => {
  for (const close of open) close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const link = (how: Parameters<typeof openLink>[0]['join'] = join) => {
  const states: string[] = [];
  const opened = openLink({
    join: how,
    attach: () => undefined,
    onLink: (state, problem) => states.push(problem === null ? state : `${state} ${problem.code}`),
  });
  open.push(() => opened.stop(null));
  return { ...opened, states };
};

describe('a link', () => {
  test('sends again after a reconnect, with the same id, and answers once', async () => {
    const { request, states } = link();
    await soon();
    const replies: Reply[] = [];
    void request('input', { id: 'one-and-only' }).then((reply) => replies.push(reply));
    rooms[0]?.drop();
    await soon();
    expect(rooms[1]?.asked.map(({ payload }) => payload.id)).toEqual(['one-and-only']);
    rooms[1]?.asked[0]?.answer({ ok: true, version: 7 });
    await soon();
    expect(replies).toEqual([{ ok: true, version: 7 }]);
    rooms[1]?.drop();
    await soon();
    expect(rooms[2]?.asked).toEqual([]);
    expect(states).toEqual(['connecting', 'live', 'reconnecting', 'live', 'reconnecting', 'live']);
  });

  test('keeps the order of what waits', async () => {
    const { request } = link();
    for (const id of ['first', 'second', 'third']) void request('input', { id });
    await soon();
    expect(rooms[0]?.asked.map(({ payload }) => payload.id)).toEqual(['first', 'second', 'third']);
  });

  test('sends again what could not be stored, and tells so when it still cannot', async () => {
    const { request } = link();
    await soon();
    const replies: Reply[] = [];
    void request('input', { id: 'unstored' }).then((reply) => replies.push(reply));
    const full: Reply = { ok: false, refusal: { code: 'server/storage', because: {} } };
    for (let tries = 0; tries < 4; tries += 1) {
      expect(replies).toEqual([]);
      rooms[0]?.asked[tries]?.answer(full);
      await vi.advanceTimersByTimeAsync(3_000);
    }
    expect(rooms[0]?.asked.map(({ payload }) => payload.id)).toEqual(Array(4).fill('unstored'));
    expect(replies).toEqual([full]);
  });

  test('keeps what a closing server would not take for the one that follows it', async () => {
    const { request } = link();
    await soon();
    const replies: Reply[] = [];
    void request('input', { id: 'in-between' }).then((reply) => replies.push(reply));
    rooms[0]?.asked[0]?.answer({ ok: false, refusal: { code: 'server/closing', because: {} } });
    await soon();
    rooms[0]?.drop();
    await soon();
    expect(rooms[1]?.asked.map(({ payload }) => payload.id)).toEqual(['in-between']);
    rooms[1]?.asked[0]?.answer({ ok: true, version: 2 });
    await soon();
    expect(replies).toEqual([{ ok: true, version: 2 }]);
  });

  test('leaves a room that does not answer, and never calls broken what may have been taken', async () => {
    const { request } = link();
    await soon();
    const replies: Reply[] = [];
    void request('input', { id: 'no-answer' }).then((reply) => replies.push(reply));
    rooms[0]?.asked[0]?.fail();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(rooms).toHaveLength(1);
    rooms[0]?.asked[1]?.fail();
    await soon();
    expect(rooms[1]?.asked.map(({ payload }) => payload.id)).toEqual(['no-answer']);
    expect(replies).toEqual([]);
  });

  test('is back soon after a short outage, and asks less and less in a long one', async () => {
    const asked: number[] = [];
    const since = Date.now();
    link(() => {
      asked.push(Date.now() - since);
      return Promise.reject(new ApiError('net/unreachable', '', 0));
    });
    await vi.advanceTimersByTimeAsync(120_000);
    const within = (ms: number): number => asked.filter((at) => at <= ms).length;
    expect(within(3_000)).toBeGreaterThanOrEqual(5);
    expect(within(120_000) - within(60_000)).toBeLessThanOrEqual(10);
  });

  test('tries again for as long as nobody answers, and says so after a while', async () => {
    let tries = 0;
    const { states } = link(() => {
      tries += 1;
      return tries < 6 ? Promise.reject(new ApiError('net/unreachable', '', 0)) : join();
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tries).toBe(6);
    expect(states).toContain('reconnecting net/unreachable');
    expect(states.at(-1)).toBe('live');
  });

  test.each(['server/old-client', 'server/not-a-member', 'server/unknown-match'])('ends with %s', async (code) => {
    const { request, states } = link(() => Promise.reject(Object.assign(new Error(code), { code: 403 })));
    const waiting = request('input', { id: 'never' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(states).toEqual(['connecting', `closed ${code}`]);
    expect(await waiting).toMatchObject({ ok: false });
  });

  test('wakes up at once when the network comes back', async () => {
    let tries = 0;
    link(() => {
      tries += 1;
      return Promise.reject(new ApiError('net/unreachable', '', 0));
    });
    await vi.advanceTimersByTimeAsync(20_000);
    const before = tries;
    window.dispatchEvent(new Event('online'));
    await soon();
    expect(tries).toBe(before + 1);
  });

  test('leaves a room that no longer answers a ping', async () => {
    link();
    await soon();
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(rooms).toHaveLength(2);
  });
});

describe('a match', () => {
  const scenario = { id: 's' } as unknown as Scenario;
  const named: (HeldView | null)[] = [];
  beforeEach(() => {
    named.length = 0;
  });
  const connect = async (): Promise<MatchConnection> => {
    const connection = connectMatch({
      match: 'm',
      viewer: 'seat',
      token: () => null,
      scenario,
      scenarioById: (id) => (id === 's' ? scenario : null),
      join: (has) => {
        named.push(has);
        return join();
      },
    });
    open.push(connection.close);
    await soon();
    return connection;
  };
  const view = {
    line: 'a line',
    version: 3,
    now: 5_000,
    view: deflateRawSync(JSON.stringify({ table: { phase: 'table' }, list: [1] })),
    digests: [{ turn: 1, chain: 'a' }],
  };

  test('takes a view, then what has changed in it', async () => {
    const { store } = await connect();
    rooms[0]?.tell('view', view);
    const patch = JSON.stringify({ obj: { table: { obj: { phase: { set: 'orders' } } } } });
    rooms[0]?.tell('p', [4, patch, 6_000, [[2, Uint8Array.of(0xb0)]]]);
    expect(store.get().view).toEqual({ table: { phase: 'orders' }, list: [1] });
    expect(store.get().version).toBe(4);
    expect(store.get().digests).toEqual([
      { turn: 1, chain: 'a' },
      { turn: 2, chain: 'b0' },
    ]);
  });

  test('names the view that it has when it comes in again, and takes up what has changed since', async () => {
    const { store } = await connect();
    rooms[0]?.tell('view', view);
    rooms[0]?.drop();
    await soon();
    expect(named).toEqual([null, { line: 'a line', version: 3 }]);
    const change = JSON.stringify({ obj: { table: { obj: { phase: { set: 'orders' } } } } });
    rooms[1]?.tell('resume', { line: 'another', version: 7, now: 6_000, change });
    expect(store.get()).toMatchObject({ version: 7, line: 'another', digests: [{ turn: 1, chain: 'a' }] });
    expect(store.get().view).toEqual({ table: { phase: 'orders' }, list: [1] });
    rooms[1]?.drop();
    await soon();
    rooms[2]?.tell('resume', { line: 'a third', version: 7, now: 6_000, change: null });
    expect(named.at(-1)).toEqual({ line: 'another', version: 7 });
    expect(store.get().view).toEqual({ table: { phase: 'orders' }, list: [1] });
  });

  test('asks for a whole view where what it has does not fit what has changed', async () => {
    await connect();
    rooms[0]?.tell('view', view);
    rooms[0]?.drop();
    await soon();
    rooms[1]?.tell('resume', { line: 'another', version: 7, now: 6_000, change: Uint8Array.of(2, 0, 0, 9, 9) });
    await soon();
    expect(named.slice(1)).toEqual([{ line: 'a line', version: 3 }, null]);
  });

  test('comes in again when a change is missing, and shows the old view meanwhile', async () => {
    const { store } = await connect();
    rooms[0]?.tell('view', view);
    rooms[0]?.tell('p', [9, '{"obj":{}}']);
    await soon();
    expect(rooms).toHaveLength(2);
    expect(store.get().version).toBe(3);
  });

  test('comes in again when a change cannot be read', async () => {
    const { store } = await connect();
    rooms[0]?.tell('view', view);
    rooms[0]?.tell('p', [4, Uint8Array.of(2, 0, 0, 0, 0, 0, 1, 9, 9)]);
    await soon();
    expect(rooms).toHaveLength(2);
    expect(store.get().version).toBe(3);
  });

  test.each([[{ protocol: 1, scenario: 's' }], [{ protocol: 2, scenario: 'newer' }]])(
    'asks for a reload of an old page: %o',
    async (welcome) => {
      const { store } = await connect();
      rooms[0]?.tell('welcome', welcome);
      expect(store.get()).toMatchObject({ link: 'closed', problem: { code: 'server/old-client' } });
    },
  );

  test('keeps drafts, and drops those of orders once they run', async () => {
    const { store, intents } = await connect();
    const orders = { orders: [], doors: null, concessions: [] };
    intents.draftOrders(orders);
    intents.draftText('ARM-USA', 'half a');
    const sent = intents.send?.({ kind: 'submitOrders', orders });
    rooms[0]?.asked[0]?.answer({ ok: true, version: 4, receipt: 'r1' });
    await sent;
    expect(store.get().receipt).toBe('r1');
    expect(store.get().drafts).toEqual({ orders: null, proposal: null, texts: { 'ARM-USA': 'half a' } });
  });
});
