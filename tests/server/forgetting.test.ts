import { expect, test, vi } from 'vitest';
import type { OpenMatch } from '../../server/match/open-match.ts';
import { People } from '../../server/people.ts';
import { Forgetting } from '../../server/privacy/forgetting.ts';
import type { MatchStore } from '../../server/store/match-store.ts';
import { ERASED } from '../../shared/model/input.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';
import { CHOICE, type Ground, givenTable, ground, NOTHING, PEOPLE, quietJournal, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';

const SEATS = ['NOR', 'SUD', 'OST'] as const;
const given = (store: MatchStore) => {
  const on: Ground = ground({ store });
  const { directory, clock } = on;
  const people = new People(store, clock.now);
  const more = { scenarioById: () => tiny, journal: quietJournal, closeRooms: () => Promise.resolve() };
  return { on, forgetting: new Forgetting({ store, directory, people, ...more }) };
};

/** Everybody is ready, phase after phase, to the end. */
const playOut = async (open: OpenMatch): Promise<void> => {
  for (let phases = 0; phases < 12 && open.match.state.table.phase !== 'ended'; phases += 1) {
    if (open.match.state.table.phase === 'orders')
      for (const power of SEATS) await send(open, power, { kind: 'submitOrders', orders: NOTHING });
    for (const power of SEATS) await send(open, power, { kind: 'setReady', ready: true });
  }
};

test('a position that was still to be stored does not bring back what was said', async () => {
  const store = memoryStore();
  const putTurn: MatchStore['putTurn'] = async (id, turn) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await store.putTurn(id, turn);
  };
  const { on, forgetting } = given({ ...store, putTurn });
  const open = await givenTable(on);
  await send(open, 'NOR', { kind: 'say', to: ['SUD'], text: 'between us' });
  await store.erasePerson(PEOPLE.NOR);
  await playOut(open);
  await vi.waitFor(async () => expect((await store.match(open.match.id))?.status).toBe('ended'));
  await forgetting.sweep();
  expect(
    (await store.inputs(open.match.id)).flatMap(({ input }) => (input.kind === 'say' ? [input.text] : [])),
  ).toEqual([ERASED]);
  const kept = await store.lastTurn(open.match.id);
  expect(kept?.turn).toBe(open.match.digests.length);
  expect(kept?.state.messages.map(({ text }) => text)).toEqual([ERASED]);
});

test('whoever sits down once more while they are being forgotten leaves no name there either', async () => {
  const store = memoryStore();
  let sitDown = async (): Promise<void> => undefined;
  const erasePerson: MatchStore['erasePerson'] = async (person) => {
    await sitDown();
    await store.erasePerson(person);
  };
  const { on, forgetting } = given({ ...store, erasePerson });
  const table = await on.directory.create(CHOICE);
  sitDown = async () => {
    sitDown = async () => undefined;
    await table.join({ person: 'anna', name: 'Anna', power: 'NOR' });
  };
  expect(await forgetting.forget('anna')).toEqual({ still: 0 });
  expect(await store.members(table.match.id)).toMatchObject([{ person: 'anna', name: '', power: null }]);
  expect(table.match.state.table.seats.NOR?.sitter).toEqual({ by: 'nobody' });
});
