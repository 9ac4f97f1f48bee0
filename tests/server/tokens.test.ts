import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloseCode } from '@colyseus/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { People } from '../../server/people.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { fakeClock } from './support/fake-clock.ts';
import { memoryStore } from './support/memory-store.ts';
import { enterMatch } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

let made = 0;
const fresh = (): string => {
  made += 1;
  return made.toString(16).padStart(32, 'c');
};
const newPerson = async (): Promise<string> => (await server.post('/api/people', { name: 'Anna' })).body.token;
const status = async (token: string): Promise<number> => (await server.get('/api/me', token)).status;
const exchange = (old: string, next: string) => server.post('/api/me/session', { next }, old);

describe('a session', () => {
  test('is exchanged for the token that the browser has chosen, and the old one opens nothing', async () => {
    const [old, next] = [await newPerson(), fresh()];
    expect((await exchange(old, next)).body).toMatchObject({ name: 'Anna' });
    expect([await status(old), await status(next)]).toEqual([401, 200]);
  });

  test('survives a lost answer: asked again, the old one is refused and the new one is good', async () => {
    const [old, next] = [await newPerson(), fresh()];
    await exchange(old, next);
    expect((await exchange(old, next)).body).toMatchObject({ code: 'server/unknown-person' });
    expect(await status(next)).toBe(200);
  });

  test('cannot be exchanged for somebody else’s, nor for what is no token', async () => {
    const [anna, bela] = [await newPerson(), await newPerson()];
    expect((await exchange(anna, bela)).status).toBeGreaterThanOrEqual(400);
    expect([await status(anna), await status(bela)]).toEqual([200, 200]);
    expect((await exchange(anna, 'short')).body).toMatchObject({ code: 'server/malformed' });
    expect(await status(anna)).toBe(200);
  });

  test('ends where one signs out, and everywhere else', async () => {
    const here = await newPerson();
    const there = fresh();
    const link = (await server.post('/api/me/return-link', {}, here)).body.token;
    await exchange(link, there);
    const spare = (await server.post('/api/me/return-link', {}, here)).body.token;
    expect((await server.post('/api/me/sign-out', { where: 'elsewhere' }, here)).body).toEqual({ ok: true });
    expect([await status(here), await status(there)]).toEqual([200, 401]);
    expect((await exchange(spare, fresh())).status).toBe(401);
    await server.post('/api/me/sign-out', { where: 'here' }, here);
    expect(await status(here)).toBe(401);
  });
});

test('who has left must show a token again, however many have left since', async () => {
  const people = new People(memoryStore(), () => 0);
  people.left('anna');
  const asOf = people.leavings;
  expect([people.hasLeftSince('anna', asOf), people.hasLeftSince('bela', asOf)]).toEqual([false, false]);
  people.left('bela');
  expect([people.hasLeftSince('anna', asOf), people.hasLeftSince('bela', asOf)]).toEqual([false, true]);
  for (let i = 0; i < 30_000; i += 1) people.left(`made up ${i}`);
  expect(people.hasLeftSince('bela', asOf)).toBe(true);
});

describe('a return link', () => {
  test('lets the same person in once, beside the session that asked for it, and opens nothing by itself', async () => {
    const token = await newPerson();
    const link = (await server.post('/api/me/return-link', {}, token)).body.token;
    expect(await status(link)).toBe(401);
    expect((await server.post('/api/me/return-link', {}, link)).status).toBe(401);
    const next = fresh();
    expect((await exchange(link, next)).body).toMatchObject({ name: 'Anna' });
    expect((await exchange(link, fresh())).status).toBe(401);
    expect([await status(token), await status(next)]).toEqual([200, 200]);
  });

  test('takes the place of the one before, and runs out', async () => {
    const clock = fakeClock();
    const people = new People(memoryStore(), clock.now);
    const { person } = await people.create('Anna');
    const first = await people.returnLink(person.key);
    const second = await people.returnLink(person.key);
    expect(await people.exchange(first.token, fresh())).toBeNull();
    await clock.advance(second.expiresAt - clock.now() - 1);
    const third = await people.returnLink(person.key);
    expect(await people.exchange(second.token, fresh())).toBeNull();
    await clock.advance(third.expiresAt - clock.now());
    expect(await people.exchange(third.token, fresh())).toBeNull();
  });
});

describe('a table, when a token is given up', () => {
  const givenThief = async () => {
    const { match, room, seats } = await startedTable(server);
    const token: string = seats.SUD.token;
    const other = fresh();
    await exchange((await server.post('/api/me/return-link', {}, token)).body.token, other);
    const witness = await enterMatch(server.base, { match, room, token: seats.NOR.token });
    const thief = await enterMatch(server.base, { match, room, token: other });
    thief.room.reconnection.enabled = false;
    const gone = new Promise<void>((resolve) => thief.room.onLeave(() => resolve()));
    const signOut = () => server.post('/api/me/sign-out', { where: 'elsewhere' }, token);
    return { match, room, token, other, witness, thief, gone, signOut };
  };

  test('puts out whoever came with it, and lets in whoever has a good one', async () => {
    const { match, room, token, other, witness, gone, signOut } = await givenThief();
    await signOut();
    await gone;
    await expect(enterMatch(server.base, { match, room, token: other })).rejects.toThrow('server/unknown-person');
    const back = await enterMatch(server.base, { match, room, token });
    expect(await back.send({ kind: 'setReady', ready: true })).toMatchObject({ ok: true });
    await Promise.all([back.leave(), witness.leave()]);
  });

  test('gives nobody a place at its door that was kept for that token', async () => {
    const { match, room, token, other, witness, thief, gone, signOut } = await givenThief();
    const choice = { match, protocol: PROTOCOL_VERSION };
    const kept = (await server.post(`/matchmake/joinById/${room}`, choice, other)).body;
    await signOut();
    await gone;
    await expect(thief.client.consumeSeatReservation(kept)).rejects.toMatchObject({ code: CloseCode.WITH_ERROR });
    const back = await enterMatch(server.base, { match, room, token });
    await Promise.all([back.leave(), witness.leave()]);
  });

  test('does not take back a lost connection by the room’s own token either', async () => {
    const { witness, thief, gone, signOut } = await givenThief();
    const { reconnectionToken } = thief.room;
    (thief.room.connection.transport as unknown as { ws: WebSocket }).ws.close(4010);
    await gone;
    await signOut();
    const again = await thief.client.reconnect(reconnectionToken).catch(() => null);
    if (again !== null) {
      again.reconnection.enabled = false;
      await new Promise<void>((resolve) => again.onLeave(() => resolve()));
    }
    expect(witness.room.connection.isOpen).toBe(true);
    await witness.leave();
  });
});

test('no token stands in the store', async () => {
  const token = await newPerson();
  const link = (await server.post('/api/me/return-link', {}, token)).body.token;
  const files = ['multivector.db', 'multivector.db-wal'].map((name) =>
    readFileSync(join(server.folder, 'data', name)).toString('latin1'),
  );
  expect(files.join('')).toContain('Anna');
  for (const secret of [token, link]) expect(files.join('')).not.toContain(secret);
});
