import { expect, test } from 'vitest';
import { recordFor } from '../../server/http/records.ts';
import type { OpenMatch } from '../../server/match/open-match.ts';
import { StoreFault } from '../../server/store/match-store.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import { givenTable, ground, NOTHING, type Power, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';

const POWERS: readonly Power[] = ['NOR', 'SUD', 'OST'];
const VIEWERS = [...POWERS, 'public', 'facilitator'];
const versionsOf = (open: OpenMatch) =>
  Object.fromEntries(VIEWERS.map((viewer) => [viewer, open.match.version(viewer)]));
const refused = (code: string) => expect.objectContaining({ ok: false, refusal: expect.objectContaining({ code }) });
const WHISPER = { kind: 'say', to: ['SUD'], text: 'between us' } as const;
const OFFER: PowerInput = {
  kind: 'propose',
  expires: 2,
  draft: {
    title: 'Quiet terms',
    parties: ['NOR', 'SUD'],
    visibility: 'secret',
    form: 'statement',
    until: 2,
    notice: 0,
    clauses: [{ by: ['NOR'], to: ['SUD'], terms: { kind: 'pay', amount: 1, each: false }, from: 1, until: 2 }],
  },
};

const playThrough = async (open: OpenMatch): Promise<void> => {
  await send(open, 'NOR', WHISPER);
  await send(open, 'NOR', OFFER);
  await send(open, 'SUD', { kind: 'sign', proposal: open.match.view('SUD').proposals[0]?.id ?? '' });
  await send(open, 'OST', {
    kind: 'submitOrders',
    orders: { ...NOTHING, orders: [{ verb: 'court', host: 'NOR', area: 'trade' }] },
  });
  for (const power of POWERS) await send(open, power, { kind: 'setReady', ready: true });
  for (const power of POWERS) await send(open, power, { kind: 'setReady', ready: true });
};

test('acknowledges an input once it is stored, and never before', async () => {
  const store = memoryStore();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const open = await givenTable(ground({ store }));
  const stored = await store.inputs(open.match.id);
  const slow = {
    ...store,
    append: (...args: Parameters<typeof store.append>) => held.then(() => store.append(...args)),
  };
  const again = await ground({ store: slow }).directory.open(open.match.id);
  if (again === null) throw new Error('not opened');
  let answered = false;
  const reply = send(again, 'NOR', WHISPER).then((one) => {
    answered = true;
    return one;
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([answered, again.match.state.messages.length]).toEqual([false, 0]);
  release();
  expect(await reply).toMatchObject({ ok: true });
  expect(await store.inputs(open.match.id)).toHaveLength(stored.length + 1);
});

test('takes a resent input once, and gives the same answer', async () => {
  const open = await givenTable(ground());
  const orders = { kind: 'submitOrders', orders: NOTHING } as const;
  const first = await send(open, 'NOR', orders, { id: 'the-same-id' });
  const { version } = open.match.state;
  expect(first).toEqual({
    ok: true,
    version: open.match.version('NOR'),
    receipt: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(await Promise.all([1, 2, 3].map(() => send(open, 'NOR', orders, { id: 'the-same-id' })))).toEqual([
    first,
    first,
    first,
  ]);
  expect(open.match.state.version).toBe(version);
  expect(await send(open, 'NOR', WHISPER, { id: 'the-same-id' })).toEqual(refused('input/reused-id'));
  expect(await send(open, 'SUD', { kind: 'say', to: ['NOR'], text: 'mine' }, { id: 'the-same-id' })).toMatchObject({
    ok: true,
  });
});

test('is the same match after a restart: state, versions, seals and answers', async () => {
  const { store, clock, directory } = ground();
  const before = await givenTable({ store, clock, directory });
  const reply = await send(before, 'NOR', { kind: 'submitOrders', orders: NOTHING }, { id: 'before-the-restart' });
  await playThrough(before);
  expect(before.match.state.board.turn).toBe(2);

  const after = await ground({ store, clock }).directory.open(before.match.id);
  if (after === null) throw new Error('not opened');
  expect(after.match.state).toEqual(before.match.state);
  expect(versionsOf(after)).toEqual(versionsOf(before));
  expect(after.match.digests).toEqual(before.match.digests);
  expect(after.members).toEqual(before.members);
  for (const viewer of VIEWERS) expect(after.match.view(viewer)).toEqual(before.match.view(viewer));
  expect(await send(after, 'NOR', { kind: 'submitOrders', orders: NOTHING }, { id: 'before-the-restart' })).toEqual(
    reply,
  );
  expect(after.match.state).toEqual(before.match.state);
});

test('counts for each viewer only what that viewer may notice', async () => {
  const open = await givenTable(ground());
  const before = versionsOf(open);
  await send(open, 'NOR', WHISPER);
  await send(open, 'NOR', OFFER);
  await send(open, 'SUD', { kind: 'submitOrders', orders: NOTHING });
  const after = versionsOf(open);
  const grown = Object.fromEntries(VIEWERS.map((viewer) => [viewer, (after[viewer] ?? 0) - (before[viewer] ?? 0)]));
  expect(grown).toEqual({ NOR: 2, SUD: 3, OST: 0, public: 0, facilitator: 3 });
});

test('refuses what is based on a view that does not exist, or on the phase before where it matters', async () => {
  const open = await givenTable(ground());
  const old = open.match.version('NOR');
  const orders = { kind: 'submitOrders', orders: NOTHING } as const;
  expect(await send(open, 'NOR', WHISPER, { basedOn: old + 1 })).toEqual(refused('input/stale'));
  expect(await send(open, 'NOR', orders, { basedOn: old })).toMatchObject({ ok: true });
  for (const power of POWERS) await send(open, power, { kind: 'setReady', ready: true });
  expect(open.match.state.table.phase).toBe('orders');
  expect(await send(open, 'NOR', orders, { basedOn: old })).toEqual(refused('input/stale'));
  expect(await send(open, 'NOR', { kind: 'setReady', ready: true }, { basedOn: old })).toMatchObject({ ok: true });
  expect(await send(open, 'NOR', orders)).toMatchObject({ ok: true });
});

test('binds orders with a receipt that only the salt opens', async () => {
  const open = await givenTable(ground());
  const receipt = async (orders: object) => {
    const reply = await send(open, 'NOR', { kind: 'submitOrders', orders: { ...NOTHING, ...orders } });
    return reply.ok ? reply.receipt : null;
  };
  const empty = await receipt({});
  const courting = await receipt({ orders: [{ verb: 'court', host: 'SUD', area: 'trade' }] });
  expect(empty).not.toBe(courting);
  expect(await receipt({ orders: [] })).toBe(empty);
});

test('stores nothing of what it refuses', async () => {
  const { store, clock, directory } = ground();
  const open = await givenTable({ store, clock, directory });
  const before = await store.inputs(open.match.id);
  const { state } = open.match;
  const table = [
    [{ kind: 'say', to: ['NOWHERE'], text: 'hello' }, 'talk/not-in-channel'],
    [{ kind: 'say', to: ['SUD'], text: '   ' }, 'talk/empty'],
    [{ kind: 'sign', proposal: 'none' }, 'treaty/unknown'],
    [{ kind: 'pause' }, 'input/not-your-seat'],
    [{ kind: 'deadlineReached' }, 'input/not-your-seat'],
    [{ kind: 'seat', power: 'SUD', sitter: { by: 'nobody' } }, 'input/not-your-seat'],
    [
      {
        kind: 'submitOrders',
        orders: { ...NOTHING, orders: [{ verb: 'setGate', gate: 'south-gate', status: 'closed' }] },
      },
      'orders/not-allowed',
    ],
  ] as const;
  for (const [input, code] of table) expect(await send(open, 'NOR', input)).toEqual(refused(code));
  expect(await store.inputs(open.match.id)).toEqual(before);
  expect(open.match.state).toBe(state);
});

test('changes nothing while the store is broken down, and takes the same input when it is back', async () => {
  const store = memoryStore();
  const open = await givenTable(ground({ store }));
  const { state } = open.match;
  store.breakDown(true);
  expect(await send(open, 'NOR', WHISPER, { id: 'in-a-bad-hour' })).toEqual(refused('server/storage'));
  expect(open.match.state).toBe(state);
  store.breakDown(false);
  expect(await send(open, 'NOR', WHISPER, { id: 'in-a-bad-hour' })).toMatchObject({ ok: true });
  expect(open.match.state.messages).toHaveLength(1);
});

test('is opened anew when its place in the log is taken', async () => {
  const store = memoryStore();
  const { directory } = ground({ store });
  const open = await givenTable({ ...ground({ store }), directory });
  const seq = (await store.inputs(open.match.id)).length + 1;
  const other = {
    seq,
    at: 2_000_000,
    seat: 'OST',
    person: 'cleo',
    command: 'elsewhere',
    input: { kind: 'setReady', ready: true },
  } as const;
  await store.append(open.match.id, other);
  expect(await send(open, 'NOR', WHISPER, { id: 'after-the-other' })).toEqual(refused('server/storage'));
  expect(open.match.broken).toBe(true);
  const again = await directory.open(open.match.id);
  if (again === null) throw new Error('not opened');
  expect(again).not.toBe(open);
  expect(again.match.state.table.seats.OST?.ready).toBe(true);
  expect(await send(again, 'NOR', WHISPER, { id: 'after-the-other' })).toMatchObject({ ok: true });
});

test('takes inputs strictly one after another, whatever the store does', async () => {
  const store = memoryStore();
  let appends = 0;
  const uneven = {
    ...store,
    append: async (...args: Parameters<typeof store.append>) => {
      await new Promise((resolve) => setTimeout(resolve, (args[1].seq * 7) % 5));
      appends += 1;
      if (appends % 9 === 0) throw new StoreFault('retryable', 'now and then');
      await store.append(...args);
    },
  };
  const { directory } = ground({ store: uneven });
  const open = await givenTable({ ...ground({ store }), directory });
  const replies = await Promise.all(
    Array.from({ length: 60 }, (_, i) => {
      const power = POWERS[i % 3] ?? 'NOR';
      return send(open, power, { kind: 'say', to: POWERS, text: `word ${i}` });
    }),
  );
  const rows = await store.inputs(open.match.id);
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, i) => i + 1));
  expect(open.match.state.messages).toHaveLength(replies.filter((reply) => reply.ok).length);
});

test('refuses with a plain code once the server stops', async () => {
  const { store, clock, directory } = ground();
  const open = await givenTable({ store, clock, directory });
  const last = send(open, 'NOR', WHISPER);
  await directory.close();
  expect(await last).toMatchObject({ ok: true });
  expect(await send(open, 'NOR', WHISPER)).toEqual(refused('server/closing'));
  expect((await store.inputs(open.match.id)).at(-1)?.input).toEqual(WHISPER);
  expect(await directory.open('another')).toBeNull();
});

test('keeps the record in the order of time although the clock was set back', async () => {
  const { store, clock, directory } = ground();
  const open = await givenTable({ store, clock, directory });
  await send(open, 'NOR', WHISPER);
  const back = ground({ store });
  const after = await back.directory.open(open.match.id);
  if (after === null) throw new Error('not opened');
  await send(after, 'NOR', WHISPER);
  const times = (await store.inputs(open.match.id)).map((row) => row.at);
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test('hands its inputs over as they are in the log, and never other ones than those that it stands at', async () => {
  const store = memoryStore();
  let read: (() => Promise<void>) | null = null;
  const inputs: typeof store.inputs = async (id) => {
    const rows = await store.inputs(id);
    await read?.();
    return rows;
  };
  const open = await givenTable(ground({ store: { ...store, inputs } }));
  // While the log is read, somebody acts; and once more while it is read again.
  let acts = 2;
  read = async () => {
    if (acts === 0) return;
    acts -= 1;
    await send(open, 'NOR', { ...WHISPER, text: `${acts} to go` });
  };
  const [last, seq, count] = await open.match.readInputs((all) => [all.at(-1), open.match.seq, all.length] as const);
  expect(acts).toBe(0);
  expect(last).toMatchObject({ seq, input: { text: '0 to go' } });
  expect(count).toBe(seq);

  // Stored, and not yet folded.
  read = async () => {
    read = null;
    await store.append(open.match.id, {
      ...{ seq: seq + 1, at: 2_000_000, seat: 'NOR', person: 'anna', command: 'too-early', input: WHISPER },
    });
  };
  await read();
  expect(await open.match.readInputs((all) => all.length)).toBe(seq);
});

test('hands nothing over where the log has less than happened', async () => {
  const store = memoryStore();
  let isShort = false;
  const inputs: typeof store.inputs = async (id) => (await store.inputs(id)).slice(0, isShort ? -1 : undefined);
  const open = await givenTable(ground({ store: { ...store, inputs } }));
  isShort = true;
  await expect(open.match.readInputs((all) => all.length)).rejects.toBeInstanceOf(StoreFault);
});

test('its log is read for nobody who may not have a record', async () => {
  const store = memoryStore();
  let reads = 0;
  const inputs: typeof store.inputs = (id) => {
    reads += 1;
    return store.inputs(id);
  };
  const open = await givenTable(ground({ store: { ...store, inputs } }), { spectators: 'none' });
  const before = reads;
  expect(await recordFor(open, { person: 'a stranger', facilitates: false }, { messages: true })).toBeNull();
  expect(reads).toBe(before);
  expect(await recordFor(open, { person: 'anna', facilitates: false }, { messages: true })).not.toBeNull();
  expect(reads).toBe(before + 1);
});
