import { expect, test } from 'vitest';
import { frameworkLog } from '../../server/rooms/network.ts';
import { quietJournal } from './support/given-table.ts';
import { enterMatch, type Player } from './support/player.ts';
import { startedTable, startTestServer } from './support/test-server.ts';

const socketOf = (player: Player): WebSocket => (player.room.connection.transport as unknown as { ws: WebSocket }).ws;
const short = (text: string): number[] => [0xa0 + text.length, ...Buffer.from(text)];
const REQUEST = 21;

test('a frame that is none is told to the log without what it says', async () => {
  const lines: string[] = [];
  const warn = (facts: object, what: string): void => void lines.push(`${what} ${JSON.stringify(facts)}`);
  const server = await startTestServer({ journal: { ...quietJournal, warn, error: warn } });
  const { seats } = await startedTable(server);
  const anna = await enterMatch(server.base, seats.NOR);
  // A text, and a byte too many after it.
  const body = [0x82, ...short('kind'), ...short('say'), ...short('text'), ...short('MARK-of-a-text'), 0x01];
  for (const value of [body, body.slice(10)])
    socketOf(anna).send(new Uint8Array([REQUEST, 1, ...short('input'), ...value]));
  await anna.send({ kind: 'setReady', ready: false });
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join('\n')).not.toContain('MARK');
  expect(lines[0]).toMatch(/end of buffer/u);
  await server.close();
});

test('however many frames are none, the log has as many lines in a minute as somebody can read', () => {
  const lines: string[] = [];
  let now = 0;
  const write = (facts: object, what: string): void => void lines.push(`${what} ${JSON.stringify(facts)}`);
  const { error } = frameworkLog({ ...quietJournal, warn: write }, () => now);
  for (let i = 0; i < 1_000; i += 1) error('Unexpected end of MessagePack data');
  expect(lines.length).toBe(60);
  now = 60_000;
  error('Unexpected end of MessagePack data');
  expect(lines.slice(60)).toEqual([
    'more lines were left out {"from":"colyseus","lines":940}',
    'Unexpected end of MessagePack data {"from":"colyseus"}',
  ]);
});
