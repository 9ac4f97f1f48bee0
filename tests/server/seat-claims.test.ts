import { expect, test } from 'vitest';
import { viewerOf } from '../../server/match/admission.ts';
import type { OpenMatch } from '../../server/match/open-match.ts';
import { takeInput } from '../../server/match/requests.ts';
import { claimSeat, leaveSeat, offerSeat, openSeats } from '../../server/match/seat-claims.ts';
import { StoreFault } from '../../server/store/match-store.ts';
import { type Ground, givenTable, ground, NOTHING, PEOPLE, type Power, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';
import { newId } from './support/player.ts';
import { startedTable, startTestServer } from './support/test-server.ts';

const seatOf = (open: OpenMatch, power: Power) => open.match.state.table.seats[power]?.sitter;
const claim = (on: Ground, open: OpenMatch, person: string, power: Power) =>
  claimSeat(open, on.store, { person, name: person, power });
const eyesOf = (open: OpenMatch, person: string) =>
  viewerOf(open, { match: open.match.id, person, name: person, as: 'member' });

test('who leaves reads and does nothing more; a caretaker keeps the seat until somebody claims it', async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence' });
  await send(open, 'SUD', { kind: 'say', to: ['OST'], text: 'between us' });
  expect(await leaveSeat(open, 'bela')).toMatchObject({ ok: true });
  expect(seatOf(open, 'SUD')).toEqual({ by: 'bot', bot: 'caretaker', open: true });
  expect([eyesOf(open, 'bela'), openSeats(open)]).toEqual(['public', ['SUD']]);
  await on.clock.advance(5);
  expect((await on.store.match(open.match.id))?.outline?.open).toEqual(['SUD']);

  expect(await claim(on, open, 'dara', 'SUD')).toMatchObject({ ok: true, member: { power: 'SUD' } });
  expect(seatOf(open, 'SUD')).toEqual({ by: 'human' });
  expect(openSeats(open)).toEqual([]);
  expect(open.match.view(eyesOf(open, 'dara')).messages.map(({ text }) => text)).toEqual(['between us']);
  const held = await on.store.tenures(open.match.id);
  expect(held.map(({ person, why, until }) => [person, why, until === null])).toEqual([
    ['bela', 'left', false],
    ['dara', null, true],
  ]);
  await on.clock.advance(5);
  expect((await on.store.match(open.match.id))?.outline?.open).toBeUndefined();
});

test('nobody takes a seat that is not open, nor a second one, nor one after having held another', async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence' });
  expect(await claim(on, open, 'dara', 'SUD')).toEqual({ ok: false, code: 'server/seat-taken' });
  await leaveSeat(open, 'bela');
  expect(await claim(on, open, 'cleo', 'SUD')).toEqual({ ok: false, code: 'server/not-allowed' });
  await leaveSeat(open, 'cleo');
  expect(await claim(on, open, 'cleo', 'SUD')).toEqual({ ok: false, code: 'server/held-a-seat' });
  expect(await claimSeat(open, on.store, { person: 'dara', name: 'Аnnа', power: 'SUD' })).toEqual({
    ok: false,
    code: 'server/name-taken',
  });
  await open.remove('bela');
  expect(await claim(on, open, 'bela', 'SUD')).toEqual({ ok: false, code: 'server/not-welcome' });
  // One's own is another matter: nothing is learnt by coming back.
  expect(await claim(on, open, 'cleo', 'OST')).toMatchObject({ ok: true });
  expect((await on.store.tenures(open.match.id)).map(({ person, why }) => [person, why])).toEqual([
    ['bela', 'left'],
    ['cleo', 'left'],
    ['cleo', null],
  ]);
});

test('a seat that bots have had from the start is nobody’s to claim', async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence' }, ['NOR']);
  expect(openSeats(open)).toEqual([]);
  expect(await claim(on, open, 'dara', 'SUD')).toEqual({ ok: false, code: 'server/seat-taken' });
});

test.each(['quick', 'class'] as const)('no seat of a match of kind %s changes hands so', async (kind) => {
  const on = ground();
  const open = await givenTable(on, { kind });
  expect(await leaveSeat(open, 'bela')).toEqual({ ok: false, code: 'server/not-allowed' });
});

test('who is away for long has an open seat, and has it back until somebody is quicker', async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence', length: 'standard' });
  const pass = async (): Promise<void> => {
    for (const power of ['NOR', 'OST'] as const) await send(open, power, { kind: 'submitOrders', orders: NOTHING });
    await on.clock.advance(86_400_000);
  };
  await pass();
  expect((await offerSeat(open, 'SUD')).ok).toBe(false);
  await pass();
  expect(seatOf(open, 'SUD')).toMatchObject({ standIn: true });
  expect(seatOf(open, 'SUD')).not.toHaveProperty('open');
  await pass();
  await pass();
  expect(seatOf(open, 'SUD')).toMatchObject({ standIn: true, open: true });
  expect((await open.takeBack('SUD')).ok).toBe(true);
  expect(seatOf(open, 'SUD')).toEqual({ by: 'human' });
});

test('the host need not wait so long; who claims takes the place of who was away', async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence', length: 'standard' });
  await on.clock.advance(86_400_000);
  await on.clock.advance(86_400_000);
  expect(seatOf(open, 'SUD')).toMatchObject({ standIn: true });
  expect((await offerSeat(open, 'SUD')).ok).toBe(true);
  expect(await claim(on, open, 'dara', 'SUD')).toMatchObject({ ok: true });
  expect([eyesOf(open, PEOPLE.SUD), eyesOf(open, 'dara')]).toEqual(['public', 'SUD']);
  expect((await on.store.tenures(open.match.id)).map(({ person, why, fromTurn }) => [person, why, fromTurn])).toEqual([
    ['bela', 'replaced', 1],
    ['dara', null, 3],
  ]);
});

/** Two turns without a word, and the host has declared the seat open. */
const givenOpenSeat = async (on: Ground): Promise<OpenMatch> => {
  const open = await givenTable(on, { pace: 'correspondence', length: 'standard' });
  await on.clock.advance(86_400_000);
  await on.clock.advance(86_400_000);
  expect(await offerSeat(open, 'SUD')).toMatchObject({ ok: true });
  return open;
};

test('who was away sends something while another is claiming the seat: it is no longer theirs', async () => {
  const on = ground();
  const open = await givenOpenSeat(on);
  const bela = { match: open.match.id, person: PEOPLE.SUD, name: 'Bela', as: 'member' } as const;
  const [claimed, sent] = await Promise.all([
    claim(on, open, 'dara', 'SUD'),
    takeInput(open, bela, { id: newId(), basedOn: 0, input: { kind: 'say', to: ['OST'], text: 'late' } }),
  ]);
  expect(claimed).toMatchObject({ ok: true });
  expect(sent).toMatchObject({ ok: false, refusal: { code: 'input/not-your-seat' } });
  expect(open.match.state.messages).toEqual([]);
});

test.each(['left', 'sent away'])('who has %s while a caretaker stands in leaves an open seat', async (how) => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence', length: 'standard' });
  await on.clock.advance(86_400_000);
  await on.clock.advance(86_400_000);
  expect(seatOf(open, 'SUD')).toMatchObject({ standIn: true });
  expect(await (how === 'left' ? leaveSeat(open, PEOPLE.SUD) : open.remove(PEOPLE.SUD))).toMatchObject({ ok: true });
  expect(seatOf(open, 'SUD')).toEqual({ by: 'bot', bot: 'caretaker', open: true });
  expect(openSeats(open)).toEqual(['SUD']);
});

test('a process that ends between the store and the log leaves nobody without their seat', async () => {
  const on = ground();
  const open = await givenTable(on, { pace: 'correspondence' });
  const [bela] = open.membersOf('SUD');
  await leaveSeat(open, 'bela');
  await on.directory.close();
  if (bela !== undefined) await on.store.putMember(open.match.id, { ...bela, person: 'dara', name: 'dara' });
  const again = await ground({ store: on.store, clock: on.clock }).directory.open(open.match.id);
  expect(again?.match.state.table.seats.SUD?.sitter).toEqual({ by: 'human' });
});

test('a process that ends while a seat that was stood in for is changing hands leaves it open', async () => {
  const on = ground();
  const open = await givenOpenSeat(on);
  const [bela] = open.membersOf('SUD');
  await on.directory.close();
  if (bela !== undefined) await on.store.putMember(open.match.id, { ...bela, power: null });
  const again = await ground({ store: on.store, clock: on.clock }).directory.open(open.match.id);
  expect(again?.match.state.table.seats.SUD?.sitter).toEqual({ by: 'bot', bot: 'caretaker', open: true });
});

test('who is on the roll and not in the log was not seated; opened anew, both say the same', async () => {
  const kept = memoryStore();
  let refused = 0;
  const append: typeof kept.append = (id, row) => {
    if (row.input.kind !== 'seat' || refused === 0) return kept.append(id, row);
    refused -= 1;
    return Promise.reject(new StoreFault('retryable', 'not now'));
  };
  const on = ground({ store: { ...kept, append } });
  const open = await givenTable(on, { pace: 'correspondence' });
  const anew = async (): Promise<OpenMatch> => {
    const found = await on.directory.open(open.match.id);
    if (found === null) throw new Error('not there');
    return found;
  };
  refused = 1;
  expect(await leaveSeat(open, 'bela')).toEqual({ ok: false, code: 'server/storage' });
  const left = await anew();
  expect([openSeats(left), left.member('bela')?.power]).toEqual([['SUD'], null]);
  refused = 1;
  expect(await claim(on, left, 'dara', 'SUD')).toEqual({ ok: false, code: 'server/storage' });
  const claimed = await anew();
  expect(seatOf(claimed, 'SUD')).toEqual({ by: 'human' });
  expect(await claim(on, claimed, 'dara', 'SUD')).toMatchObject({ ok: true, member: { power: 'SUD' } });
});

test('who claims the seat that was declared open of them is back in it', async () => {
  const on = ground();
  const open = await givenOpenSeat(on);
  expect(await claim(on, open, PEOPLE.SUD, 'SUD')).toMatchObject({ ok: true });
  expect(seatOf(open, 'SUD')).toEqual({ by: 'human' });
});

test('over HTTP: an open seat of a public match is listed until somebody has it', async () => {
  const server = await startTestServer();
  try {
    const table = await startedTable(server, { kind: 'public', pace: 'correspondence' });
    const listed = async () => (await server.get('/api/matches')).body.matches;
    const path = `/api/matches/${table.match}`;
    const claiming = { name: 'Dara', power: 'SUD' };
    expect(await listed()).toEqual([]);
    expect((await server.post(`${path}/claim`, claiming)).body.code).toBe('server/seat-taken');
    const stranger = (await server.post('/api/people', { name: 'Zoe' })).body.token;
    expect((await server.post(`${path}/leave`, {}, stranger)).body.code).toBe('server/not-a-member');

    const left = await server.post(`${path}/leave`, {}, table.seats.SUD.token);
    expect(left.body).toMatchObject({ mine: null, claimable: ['SUD'] });
    expect(await listed()).toMatchObject([{ match: table.match, claimable: ['SUD'], pace: 'correspondence' }]);
    expect((await listed())[0].due).toBeGreaterThan(Date.now());
    const { body: dara } = await server.post(`${path}/claim`, claiming);
    expect(dara).toMatchObject({ match: table.match, power: 'SUD' });
    await expect.poll(listed).toEqual([]);
    // A second press of the button is the same claim.
    expect((await server.post(`${path}/claim`, claiming, dara.token)).body).toMatchObject({ power: 'SUD' });
    expect((await server.get(path, table.seats.SUD.token)).body.mine).toBe(null);
  } finally {
    await server.close();
  }
});
