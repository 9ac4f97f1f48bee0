import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type Client, Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { openSqliteStore } from '../../../server/store/sqlite-store.ts';
import type { PowerInput } from '../../../shared/model/input.ts';

type Message = { readonly id: string; readonly input: PowerInput };

/** Bytes that everybody gets when six are ready: every second time a turn ends by it, as large as one is in the game. */
const TURNS_END = 540;
const POWERS = ['ARM', 'AZE', 'IRN', 'RUS', 'TUR', 'USA'];

/** Where what is sent is stored before it is answered, after the lines that a log has already; null: nowhere. */
const { KEEP_IN = '' } = process.env;
const store = KEEP_IN === '' ? null : await openSqliteStore({ file: join(KEEP_IN, 'multivector.db') });
const FIRST_PLACE = 1_000;

/**
 * The peer: rooms of the framework and nothing else. What is asked is answered and sent on to those whom it would be
 * told to in the game: orders to the sender alone, words to both ends, readiness to all.
 */
class EchoRoom extends Room {
  #ready = 0;
  #table = '';
  #place = FIRST_PLACE;
  override messages = {
    input: async (client: Client, message: Message) => {
      await this.#keep(client, message);
      const { input } = message;
      if (input.kind === 'submitOrders') client.send('p', message);
      else if (input.kind === 'say') {
        client.send('p', message);
        for (const power of input.to) this.clients[POWERS.indexOf(power)]?.send('p', message);
      } else this.broadcast('p', this.#withItsEnd(message));
      return { ok: true, version: 1 };
    },
  };

  override onCreate({ table }: { readonly table: string }): void {
    this.#table = table;
  }

  /** Tables that warmed it up send the same ids again. */
  async #keep({ sessionId: person }: Client, { id, input }: Message): Promise<void> {
    this.#place += 1;
    const command = `${id} ${this.#place}`;
    const seat = POWERS[this.clients.findIndex(({ sessionId }) => sessionId === person)] ?? '';
    await store?.append(this.#table, { seq: this.#place, at: Date.now(), seat, person, command, input });
  }

  #withItsEnd(message: Message): object {
    this.#ready += 1;
    return this.#ready % 12 === 0 ? { message, end: randomBytes(TURNS_END) } : message;
  }
}

const server = new Server({
  transport: new WebSocketTransport({ server: createServer() }),
  greet: false,
  gracefullyShutdown: false,
});
server.define('echo', EchoRoom).filterBy(['table']);
await server.listen(Number(process.env.PORT), '127.0.0.1');
process.stdout.write('listening\n');
process.on('SIGTERM', () => process.exit(0));
