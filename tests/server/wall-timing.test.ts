import { expect, test } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { fakeClock } from './support/fake-clock.ts';
import { arrivalsAt, enterMatch, type Player, settle } from './support/player.ts';
import { startTestServer } from './support/test-server.ts';

/** Right on one of the moments at which a wall may be told. */
const START = 150 * 10_000;

/** How often the wall has heard, at each of some moments, when something public happens 100 ms after something secret or after nothing. */
const heardWith = async (whisper: boolean): Promise<readonly number[]> => {
  const clock = fakeClock(START);
  const server = await startTestServer({ clock });
  const { body: klass } = await server.post('/api/classes', {
    ...{ name: 'Teacher', title: 'Class', tables: 1, length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' },
  });
  const { Client } = await import('@colyseus/sdk');
  const enter = async (role: string, key: string) => {
    const options = { classId: klass.classId, role, key, protocol: PROTOCOL_VERSION };
    const room = await new Client(server.base).joinById(klass.room, options);
    for (const type of ['console', 'wall']) room.onMessage(type, () => undefined);
    return room;
  };
  const [wall, desk] = await Promise.all([enter('wall', klass.wallKey), enter('console', klass.token)]);
  const players: Player[] = [];
  for (const name of ['Anna', 'Bela', 'Cleo']) {
    const { body: seat } = await server.post(`/api/codes/${klass.code}/join`, { name });
    players.push(await enterMatch(server.base, seat));
  }
  await desk.request('act', { id: 'start-of-class', table: 'all', input: { kind: 'start' } } as never);
  await clock.advance(600);
  await settle();
  const [anna, bela] = players;
  const heard = (): number => arrivalsAt(wall).length;
  const before = heard();
  const moments: number[] = [];
  if (whisper) await anna?.send({ kind: 'say', to: [bela?.view()?.viewer ?? ''], text: 'psst' });
  await clock.advance(100);
  await anna?.send({ kind: 'setReady', ready: true });
  for (const ms of [49, 1, 49, 51, 100]) {
    await clock.advance(ms);
    await settle(40);
    moments.push(heard() - before);
  }
  await server.close();
  return moments;
};

test('the wall is told of something public at the same moment, whether something secret came before it or not', async () => {
  const quiet = await heardWith(false);
  expect(quiet.at(-1)).toBe(1);
  expect(await heardWith(true)).toEqual(quiet);
});
