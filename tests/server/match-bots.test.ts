import { expect, test, vi } from 'vitest';
import { MatchBots } from '../../server/match/match-bots.ts';
import type { OpenMatch } from '../../server/match/open-match.ts';
import { thinkingHere } from '../../server/workers/thinker.ts';
import type { BotLuck } from '../../shared/bots/bots.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { fakeClock } from './support/fake-clock.ts';
import { givenTable, ground, quietJournal, send } from './support/given-table.ts';
import { memoryStore } from './support/memory-store.ts';

const until = (is: () => boolean) => vi.waitFor(() => expect(is()).toBe(true), { timeout: 5_000 });
const READY: PowerInput = { kind: 'setReady', ready: true };

test('plays a table of bots to its end', async () => {
  const open = await givenTable(ground(), { bots: { bot: 'random' } }, []);
  await until(() => open.match.state.table.phase === 'ended');
  expect(open.match.state.board.turn).toBe(2);
});

test('waits for the people of the table, and for nobody else', async () => {
  const open = await givenTable(ground(), { bots: { bot: 'scripted' } }, ['NOR']);
  await until(
    () => open.match.state.table.seats.SUD?.ready === true && open.match.state.table.seats.OST?.ready === true,
  );
  expect(open.match.state.table.phase).toBe('negotiation');
  await send(open, 'NOR', READY);
  expect(open.match.state.table.phase).toBe('orders');
});

test('acts again when a bot takes over a seat', async () => {
  const open = await givenTable(ground(), {}, ['NOR', 'SUD']);
  await until(() => open.match.state.table.seats.OST?.ready === true);
  await open.ownInput({ kind: 'seat', power: 'SUD', sitter: { by: 'bot', bot: 'hold' } });
  await until(() => open.match.state.table.seats.SUD?.ready === true);
  expect(open.match.state.table.phase).toBe('negotiation');
});

test('is told nothing by which it could know how the dice will fall', async () => {
  const lots: BotLuck[] = [];
  const thinker = thinkingHere((_scenario, _view, _choice, luck) => {
    lots.push(luck);
    return [READY];
  });
  const open = await givenTable(ground({ directory: { thinker } }), { bots: { bot: 'random' } }, ['NOR']);
  await until(() => lots.length >= 2);
  for (const luck of lots) expect(Object.values(luck).join()).not.toContain(open.stored.seed);
  // The same all match long for a seat, and another for each.
  expect(new Set(lots.map(({ match }) => match)).size).toBe(2);
});

/** The table has no bots of its own, so that only the one that is tried plays. */
const tried = async (
  think: (view: SeatView) => readonly PowerInput[],
): Promise<{ open: OpenMatch; seen: SeatView[]; bots: MatchBots }> => {
  const open = await givenTable(ground());
  await open.close();
  const again = await givenTable(ground());
  const seen: SeatView[] = [];
  const bots = new MatchBots(again.match, {
    journal: quietJournal,
    clock: fakeClock(),
    luck: 'luck',
    awaits: () => false,
    thinker: thinkingHere((_scenario, view) => {
      seen.push(view);
      return think(view);
    }),
  });
  return { open: again, seen, bots };
};

test('holds when it fails, and does not stop the table', async () => {
  const { open, bots } = await tried(() => {
    throw new Error('no idea');
  });
  await open.ownInput({ kind: 'seat', power: 'OST', sitter: { by: 'bot', bot: 'random' } });
  await until(() => open.match.state.table.seats.OST?.ready === true);
  bots.stop();
  expect(open.match.state.table.phase).toBe('negotiation');
});

test('does not talk for ever', async () => {
  const { open, bots } = await tried((view) => [
    { kind: 'say', to: ['NOR', 'SUD', 'OST'], text: `heard ${view.messages.length}` },
  ]);
  for (const power of ['SUD', 'OST']) {
    await open.ownInput({ kind: 'seat', power, sitter: { by: 'bot', bot: 'random' } });
  }
  await until(
    () => open.match.state.table.seats.SUD?.ready === true && open.match.state.table.seats.OST?.ready === true,
  );
  await new Promise((resolve) => setTimeout(resolve, 50));
  bots.stop();
  expect(open.match.state.messages.length).toBeLessThanOrEqual(24 + 2);
});

test('sees nothing but its own seat', async () => {
  const { open, seen, bots } = await tried(() => []);
  await open.ownInput({ kind: 'seat', power: 'OST', sitter: { by: 'bot', bot: 'random' } });
  await send(open, 'NOR', { kind: 'say', to: ['SUD'], text: 'not for bots' });
  await send(open, 'NOR', { kind: 'say', to: ['OST'], text: 'for the bot' });
  await until(() => seen.some((view) => view.messages.length === 1));
  bots.stop();
  expect(new Set(seen.map((view) => view.viewer))).toEqual(new Set(['OST']));
  expect(JSON.stringify(seen)).not.toContain('not for bots');
});

test('gets ready once the store takes it, at a table that no clock moves on', async () => {
  const store = memoryStore();
  const clock = fakeClock();
  let thought = 0;
  const thinker = thinkingHere((_scenario, view) => {
    thought += 1;
    store.breakDown(thought <= 2);
    return view.viewer === 'OST' ? [READY] : [];
  });
  const open = await givenTable(ground({ store, clock, directory: { thinker } }), { kind: 'quick' }, ['NOR']);
  await until(() => thought === 2);
  await clock.advance(500);
  expect([open.match.state.table.seats.SUD?.ready, open.match.state.table.seats.OST?.ready]).toEqual([false, false]);
  await clock.advance(1_000);
  await until(
    () => open.match.state.table.seats.SUD?.ready === true && open.match.state.table.seats.OST?.ready === true,
  );
  await open.close();
});
