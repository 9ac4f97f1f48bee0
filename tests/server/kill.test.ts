import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { allLinesIn } from '../promises/support/store-file.ts';
import { type ChildServer, freePort, spawnServer, untilReady } from './support/child-server.ts';
import { enterMatch, newId, type Player, type Seat, settle } from './support/player.ts';
import { asking, temporaryFolder } from './support/test-server.ts';

const KILLS = 10;
const EVERY = 50;
const folder = temporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A client as stubborn as the page: comes back by itself, and sends again what was not acknowledged. */
const stubborn = (base: string, seat: Omit<Seat, 'room'>) => {
  const acknowledged: string[] = [];
  const waiting: string[] = [];
  let player: Player | null = null;
  let stopped = false;
  const comeBack = async (): Promise<void> => {
    while (!stopped) {
      try {
        const { body } = await asking(base).post(`/api/matches/${seat.match}/open`, {});
        const joined = await enterMatch(base, { ...seat, room: body.room });
        joined.room.reconnection.enabled = false;
        joined.room.onLeave(() => {
          if (player === joined) player = null;
        });
        joined.room.onError(() => undefined);
        player = joined;
        return;
      } catch {
        await settle(60);
      }
    }
  };
  const send = async (id: string): Promise<void> => {
    const through = player;
    if (through === null) return;
    const reply = await through.send({ kind: 'say', to: ['USA'], text: id }, id).catch(() => null);
    if (reply?.ok !== true) return;
    acknowledged.push(id);
    waiting.splice(waiting.indexOf(id), 1);
  };
  const work = async (): Promise<void> => {
    for (; !stopped; await settle(EVERY)) {
      if (player === null) {
        await comeBack();
        // What hangs on the lost connection is sent again under the same id.
        for (const id of [...waiting]) void send(id);
      }
      const id = newId();
      waiting.push(id);
      void send(id);
    }
  };
  const working = work();
  return {
    acknowledged,
    isBack: () => player !== null,
    stop: async () => {
      stopped = true;
      await working;
      await player?.leave().catch(() => undefined);
    },
  };
};

const until = async (is: () => boolean, within = 10_000): Promise<void> => {
  const end = Date.now() + within;
  while (!is()) {
    if (Date.now() > end) throw new Error('it took too long');
    await settle(20);
  }
};

test('loses nothing that it acknowledged, however it is killed, and everybody comes back', {
  timeout: 90_000,
}, async () => {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = { PORT: String(port), DATA_DIR: join(folder, 'data') };
  let server: ChildServer = spawnServer(env);
  await untilReady(base);
  const choice = { kind: 'private', name: 'Anna', length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };
  const host = (await asking(base).post('/api/matches', choice)).body;
  const guest = (await asking(base).post(`/api/matches/${host.match}/join`, { name: 'Bela', power: 'AZE' })).body;
  await asking(base).post(`/api/matches/${host.match}/start`, {}, host.token);
  const clients = [host, guest].map((seat) => stubborn(base, seat));

  for (let kills = 0; kills < KILLS; kills += 1) {
    await until(() => clients.every((client) => client.isBack()));
    const before = clients.map((client) => client.acknowledged.length);
    await settle(100 + Math.random() * 400);
    await server.kill('SIGKILL');
    server = spawnServer(env);
    await untilReady(base);
    await until(() => clients.every((client, i) => client.acknowledged.length > (before[i] ?? 0)));
  }
  await Promise.all(clients.map((client) => client.stop()));
  expect(await server.kill('SIGTERM')).toEqual({ code: 0, signal: null });

  const rows = allLinesIn(env.DATA_DIR);
  const stored = rows.map((row) => row.command);
  const acknowledged = clients.flatMap((client) => client.acknowledged);
  expect(acknowledged.length).toBeGreaterThan(KILLS * 4);
  expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(rows.map((row) => row.seq)).toEqual(rows.map((_, i) => i + 1));
});
