import { expect, test } from 'vitest';
import { ClassDesk } from '../../server/classroom/class-desk.ts';
import { nextPlace, type SeatAt, type TableAt } from '../../server/classroom/seating.ts';
import type { ClassAct, CreateClass } from '../../shared/protocol/http.ts';
import { countingEntropy, type Ground, ground } from './support/given-table.ts';

const seats = (...all: readonly [SeatAt['by'], number][]): readonly SeatAt[] =>
  all.map(([by, people], i) => ({ power: `P${i + 1}`, by, people }));
const table = (match: string, phase: TableAt['phase'], ...all: readonly [SeatAt['by'], number][]): TableAt => ({
  match,
  phase,
  seats: seats(...all),
});

test.each([
  [
    'the first seat of the first table',
    [table('a', 'table', ['nobody', 0], ['nobody', 0]), table('b', 'table', ['nobody', 0])],
    'a/P1',
  ],
  [
    'across the tables first',
    [table('a', 'table', ['human', 1], ['nobody', 0]), table('b', 'table', ['nobody', 0])],
    'b/P1',
  ],
  [
    'then along the seats',
    [table('a', 'table', ['human', 1], ['nobody', 0]), table('b', 'table', ['human', 1], ['nobody', 0])],
    'a/P2',
  ],
  [
    'several to a seat when all have one',
    [table('a', 'table', ['human', 2], ['human', 1]), table('b', 'table', ['human', 2], ['human', 2])],
    'a/P2',
  ],
  [
    'where it has not started, if there is such a table',
    [table('a', 'negotiation', ['bot', 0]), table('b', 'table', ['human', 3])],
    'b/P1',
  ],
  [
    'a bot, where most bots are',
    [table('a', 'negotiation', ['human', 1], ['bot', 0]), table('b', 'orders', ['human', 1], ['bot', 0], ['bot', 0])],
    'b/P2',
  ],
  [
    'the thinnest seat when there are no bots',
    [table('a', 'negotiation', ['human', 2], ['human', 2]), table('b', 'negotiation', ['human', 2], ['human', 1])],
    'b/P2',
  ],
  ['not where people sit behind a bot', [table('a', 'negotiation', ['bot', 2], ['human', 1])], 'a/P2'],
  ['nowhere when all is over', [table('a', 'ended', ['human', 1])], null],
] as const)('seats somebody at %s', (_where, tables, expected) => {
  const place = nextPlace(tables);
  expect(place === null ? null : `${place.match}/${place.power}`).toBe(expected);
});

const CLASS: CreateClass = {
  name: 'Teacher',
  title: 'History',
  tables: 2,
  length: 'sprint',
  pace: 'untimed',
  press: 'full',
  bots: { bot: 'hold' },
};
const deskOn = ({ directory, store, clock }: Ground) =>
  new ClassDesk({ directory, store, entropy: countingEntropy(), now: clock.now });
const student = (i: number) => ({ person: `student-${i}`, name: `Student ${i}` });
const seatAll = (desk: ClassDesk, id: string, count: number) =>
  Promise.all(Array.from({ length: count }, (_, i) => desk.seat(id, student(i))));
const act = (input: unknown, table: string = 'all', id = `act-${Math.random().toString(36).slice(2)}x`): ClassAct => ({
  id,
  table,
  input,
});

test('seats a class that comes all at once: one to a seat, then a second round', async () => {
  const on = ground();
  const desk = deskOn(on);
  const { id } = await desk.create(CLASS, 'console-key');
  await seatAll(desk, id, 8);
  const counts = (await desk.tables(id)).map(({ open }) =>
    ['NOR', 'SUD', 'OST'].map((power) => open.membersOf(power).length),
  );
  expect(counts).toEqual([
    [2, 1, 1],
    [2, 1, 1],
  ]);
});

test('gives the same student the same seat again, also after a restart', async () => {
  const on = ground();
  const desk = deskOn(on);
  const { id } = await desk.create(CLASS, 'console-key');
  const [, second] = await seatAll(desk, id, 4);
  const again = await desk.seat(id, student(1));
  expect(again?.seated).toEqual(second?.seated);
  const later = await deskOn(ground({ store: on.store, clock: on.clock })).seat(id, student(1));
  expect(later?.seated).toEqual(second?.seated);
  expect(later?.open.match.id).toBe(second?.open.match.id);
});

test('starts the tables that have people, with bots in the empty seats, and lets a late one take over a bot', async () => {
  const on = ground();
  const desk = deskOn(on);
  const { id } = await desk.create({ ...CLASS, tables: 3 }, 'console-key');
  await seatAll(desk, id, 2);
  let changes = 0;
  const session = await desk.session(id, () => {
    changes += 1;
  });
  expect(await session?.act(act({ kind: 'start' }))).toMatchObject({ ok: true });
  expect(changes).toBeGreaterThan(0);
  const tables = await desk.tables(id);
  expect(tables.map(({ open }) => open.match.state.table.phase)).toEqual(['negotiation', 'negotiation', 'table']);
  expect(await session?.act(act({ kind: 'start' }, tables[2]?.open.match.id))).toMatchObject({ ok: true });
  // The third table plays by itself: nobody is there to wait for, and it is over before anybody comes.
  const late = await desk.seat(id, student(9));
  const seat = late?.seated.ok === true ? late.seated.member.power : null;
  expect(late?.open.match.state.table.seats[seat ?? '']?.sitter).toEqual({ by: 'human' });
});

test('shows the console who is ready, silent and awaited, and the wall nothing secret', async () => {
  const on = ground();
  const desk = deskOn(on);
  const { id } = await desk.create({ ...CLASS, tables: 1 }, 'console-key');
  await seatAll(desk, id, 3);
  const session = await desk.session(id, () => undefined);
  if (session === null) throw new Error('no session');
  await session.act(act({ kind: 'start' }));
  const { open } = (await desk.tables(id))[0] ?? {};
  if (open === undefined) throw new Error('no table');
  await on.clock.advance(5_000);
  const submit = (seat: string, person: string, input: object) =>
    open.match.submit({
      seat,
      person,
      id: `${seat}-${JSON.stringify(input).length}-id`,
      basedOn: null,
      input: input as never,
    });
  await submit('NOR', 'student-0', { kind: 'say', to: ['SUD'], text: 'a marked secret' });
  await submit('NOR', 'student-0', { kind: 'submitOrders', orders: { orders: [], doors: null, concessions: [] } });
  await submit('NOR', 'student-0', { kind: 'setReady', ready: true });
  const draft = {
    title: 'a marked treaty',
    parties: ['NOR', 'SUD'],
    visibility: 'secret',
    form: 'statement',
    until: 2,
    notice: 0,
    clauses: [{ by: ['NOR'], to: ['SUD'], terms: { kind: 'pay', amount: 1, each: false }, from: 1, until: 2 }],
  };
  await submit('NOR', 'student-0', { kind: 'propose', expires: 2, draft });
  await submit('SUD', 'student-1', { kind: 'sign', proposal: open.match.view('SUD').proposals[0]?.id });

  const now = on.clock.now();
  const console = session.console(now, () => 'room');
  const [seen] = console.tables;
  expect(seen?.waitingFor).toEqual(['SUD', 'OST']);
  expect(seen?.seats.map((seat) => [seat.power, seat.ready, seat.spokeAt, seat.ordersIn])).toEqual([
    ['NOR', true, now, true],
    ['SUD', false, null, false],
    ['OST', false, null, false],
  ]);
  expect([seen?.signed, seen?.broken]).toEqual([1, 0]);
  const wall = session.wall(now);
  expect(wall.tables[0]?.signed).toBe(0);
  expect(wall.waiting).toBe(2);
  expect(JSON.stringify(wall)).not.toContain('marked');
  expect(await session.act(act({ kind: 'pause' }))).toMatchObject({ ok: true });
  expect(session.wall(now).tables[0]?.paused).toBe(true);
  expect(await session.act(act({ kind: 'nonsense' }))).toMatchObject({
    ok: false,
    refusal: { code: 'server/malformed' },
  });
  expect(await session.act(act({ kind: 'pause' }, 'nowhere'))).toMatchObject({
    ok: false,
    refusal: { code: 'server/unknown-match' },
  });
  session.close();
});
