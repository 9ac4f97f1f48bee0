import { createServer } from 'node:http';
import { type Client, Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';

/**
 * The peer: rooms of the framework and nothing else. What is asked is answered and sent on: to the sender alone what
 * is its own, as orders are, else to all.
 */
class EchoRoom extends Room {
  override messages = {
    input: (client: Client, message: { readonly input: { readonly kind: string } }) => {
      if (message.input.kind === 'submitOrders') client.send('p', message);
      else this.broadcast('p', message);
      return { ok: true, version: 1 };
    },
  };
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
