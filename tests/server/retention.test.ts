import { describe, expect, test } from 'vitest';
import { ClassDesk } from '../../server/classroom/class-desk.ts';
import { Retention } from '../../server/privacy/retention.ts';
import { countingEntropy, type Ground, givenTable, ground, send } from './support/given-table.ts';

const DAY = 86_400_000;

const given = (keepDays?: number) => {
  const on: Ground = ground(keepDays === undefined ? {} : { directory: { keepDays } });
  const closed: string[] = [];
  const closeRooms = async (target: string): Promise<void> => {
    closed.push(target);
  };
  const { store, directory, clock } = on;
  return { ...on, on, closed, retention: new Retention({ store, directory, closeRooms, now: clock.now }) };
};
/** As time passes while nobody does anything. */
const pass = (on: Ground, days: number): Promise<void> => on.clock.advance(days * DAY);

const ended = async (on: Ground, choice: object = {}) => {
  const open = await givenTable(on, choice);
  for (const power of ['NOR', 'SUD', 'OST'] as const) await send(open, power, { kind: 'agreeToEnd', agree: true });
  expect(open.match.state.table.phase).toBe('ended');
  return open;
};

describe('what has been kept long enough', () => {
  test('is erased: after 180 days, or as the server says, or as the host has chosen', async () => {
    for (const [server, host, days] of [
      [undefined, undefined, 180],
      [7, undefined, 7],
      [7, 30, 30],
    ] as const) {
      const { on, store, retention } = given(server);
      const { match, stored } = await ended(on, host === undefined ? {} : { keepDays: host });
      expect(stored.keepDays).toBe(days);
      await pass(on, days - 1);
      await retention.sweep();
      expect(await store.match(match.id)).not.toBeNull();
      await pass(on, 1);
      await retention.sweep();
      expect([await store.match(match.id), await store.inputs(match.id)]).toEqual([null, []]);
    }
  });

  test('is closed first, and does not come back from memory', async () => {
    const { on, closed, directory, retention } = given();
    const open = await ended(on);
    await pass(on, 180);
    await retention.sweep();
    expect(closed).toContain(open.match.id);
    expect(open.match.broken).toBe(true);
    expect(await directory.open(open.match.id)).toBeNull();
    expect(await send(open, 'NOR', { kind: 'setReady', ready: true })).toMatchObject({ ok: false });
  });

  test('counts from the last move where a match was never ended, and from the making of a table that never started', async () => {
    const { on, store, directory, retention } = given();
    const running = await givenTable(on);
    const table = await directory.create({
      ...{ kind: 'private', title: '', length: 'sprint', pace: 'untimed', press: 'full' },
      ...{ bots: { bot: 'hold' }, host: 'anna' },
    });
    const there = async (): Promise<readonly boolean[]> =>
      Promise.all([running, table].map(async ({ match }) => (await store.match(match.id)) !== null));
    await pass(on, 89);
    await send(running, 'NOR', { kind: 'say', to: ['SUD'], text: 'still here' });
    await retention.sweep();
    expect(await there()).toEqual([true, true]);
    await pass(on, 2);
    await retention.sweep();
    expect(await there()).toEqual([true, false]);
    await pass(on, 177);
    await retention.sweep();
    expect(await there()).toEqual([true, false]);
    await pass(on, 2);
    await retention.sweep();
    expect(await there()).toEqual([false, false]);
  });

  test('takes a class along when none of its tables is left, and people who are nowhere any more', async () => {
    const { on, store, directory, clock, closed, retention } = given();
    const classes = new ClassDesk({ directory, store, entropy: countingEntropy(), now: clock.now });
    const klass = await classes.create(
      {
        ...{ name: 'Ms G', title: 'History', tables: 1, length: 'sprint', pace: 'untimed', press: 'full' },
        bots: { bot: 'hold' },
      },
      'console',
    );
    expect(klass.keepDays).toBe(90);
    const row = { hash: 'hash', person: 'nane', kind: 'session', createdAt: 1, expiresAt: clock.now() + DAY } as const;
    await store.addPerson({ key: 'nane', name: 'Nane', createdAt: 1 }, row);
    await classes.seat(klass.id, { person: 'nane', name: 'Nane' });
    await pass(on, 89);
    await retention.sweep();
    expect([await store.classById(klass.id), await store.person('nane')]).not.toContain(null);
    await pass(on, 2);
    await retention.sweep();
    expect([await store.classById(klass.id), await store.person('nane')]).toEqual([null, null]);
    expect(await store.codeTarget(klass.code)).toBeNull();
    expect(closed).toContain(klass.id);
  });
});
