import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { type Client, Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';

type Message = {
  readonly input: { readonly kind: string; readonly to?: readonly string[] };
};

/** Bytes that everybody gets when six are ready: every second time a turn ends by it, as large as one is in the game. */
const TURNS_END = 540;
const POWERS = ['ARM', 'AZE', 'IRN', 'RUS', 'TUR', 'USA'];

/**
 * The peer: rooms of the framework and nothing else. What is asked is answered and sent on to those whom it would be
 * told to in the game: orders to the sender alone, words to both ends, readiness to all.
 */
class EchoRoom extends Room {
  #ready = 0;
  override messages = {
    input: (client: Client, message: Message) => {
      const { kind, to } = message.input;
      if (kind === 'submitOrders') client.send('p', message);
      else if (kind === 'say') {
        client.send('p', message);
        for (const power of to ?? []) this.clients[POWERS.indexOf(power)]?.send('p', message);
      } else this.broadcast('p', this.#withItsEnd(message));
      return { ok: true, version: 1 };
    },
  };

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
