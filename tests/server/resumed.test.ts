import { cpSync, rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { seatTables } from '../promises/support/seating.ts';
import { Serving } from '../promises/support/serving.ts';
import { enterMatch, type Player, resumeMatch, type Seat, settle } from './support/player.ts';
import { asking } from './support/test-server.ts';

const serving = await Serving.prepare();
afterAll(() => serving.clear());

const restart = async (between: () => void = () => undefined): Promise<void> => {
  await serving.stop('SIGKILL');
  between();
  await serving.start();
};
const roomOf = async (match: string): Promise<string> =>
  (await asking(serving.base).post(`/api/matches/${match}/open`, {})).body.room;
const enter = async (seat: Omit<Seat, 'room'>, before: Player | null = null): Promise<Player> => {
  const there = { ...seat, room: await roomOf(seat.match) };
  const player = await (before === null ? enterMatch(serving.base, there) : resumeMatch(serving.base, there, before));
  player.room.reconnection.enabled = false;
  player.room.onError(() => undefined);
  return player;
};
const say = async (player: Player, text: string): Promise<void> => {
  expect(await player.send({ kind: 'say', to: ['USA'], text })).toMatchObject({ ok: true });
};

test('after a crash a page goes on from the view that it has, and after an older store was put back it does not', {
  timeout: 60_000,
}, async () => {
  const seats = await seatTables(serving.dataDir, { tables: 1, negotiation: null, orders: null });
  const [armenia, usa] = ['ARM', 'USA'].map(
    (power) => seats.find((seat) => seat.power === power) as Omit<Seat, 'room'>,
  );
  if (armenia === undefined || usa === undefined) throw new Error('not all are seated');
  await serving.start();
  let arm = await enter(armenia);
  let us = await enter(usa);
  await say(arm, 'one');
  await settle();

  await restart();
  us = await enter(usa, us);
  arm = await enter(armenia, arm);
  expect([us.began(), arm.began()]).toEqual(['resume', 'resume']);
  expect(us.view()?.messages.map(({ text }) => text)).toEqual(['one']);
  expect(us.view()).toEqual((await enter(usa)).view());
  await say(arm, 'two');
  await settle();
  expect(us.view()?.messages.map(({ text }) => text)).toEqual(['one', 'two']);

  const kept = `${serving.folder}/kept`;
  await restart(() => cpSync(serving.dataDir, kept, { recursive: true }));
  arm = await enter(armenia, arm);
  us = await enter(usa, us);
  await say(arm, 'three');
  await settle();
  const { version } = us.held();
  await restart(() => {
    rmSync(serving.dataDir, { recursive: true });
    cpSync(kept, serving.dataDir, { recursive: true });
  });
  arm = await enter(armenia);
  await say(arm, 'another three');
  us = await enter(usa, us);
  expect([us.held().version, us.began()]).toEqual([version, 'view']);
  expect(us.view()?.messages.map(({ text }) => text)).toEqual(['one', 'two', 'another three']);
});
