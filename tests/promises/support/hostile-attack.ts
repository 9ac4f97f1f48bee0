/** Those who mean harm, in a process of their own. To be forked, with its orders as the first argument. */
import { connect, type Socket } from 'node:net';
import { type Luck, luckFor } from '../../../shared/kernel/luck.ts';
import { enterMatch, type Player, type Seat } from '../../server/support/player.ts';
import { brokenFrames, hostileFrame, hostileRequest } from './hostile-frames.ts';
import { twisted } from './hostile-values.ts';

export type AttackOrders = {
  readonly base: string;
  readonly seed: string;
  /** Seats at a table that has not begun, where nothing that a seat may do is in order. */ readonly seats: readonly Seat[];
  /** A table that is being played, to be watched and disturbed. */ readonly watched: Seat;
  readonly messages: number;
  /** messages a second, all together */ readonly pace: number;
  /** What seats really send. */ readonly inputs: readonly unknown[];
};
export type AttackReport = { readonly [how: string]: number };

const report: Record<string, number> = {};
const count = (how: string, by = 1): void => {
  report[how] = (report[how] ?? 0) + by;
};
process.once('disconnect', () => process.exit(0));
process.on('uncaughtException', () => count('errors of the attackers themselves'));
process.on('unhandledRejection', () => count('errors of the attackers themselves'));
console.info = () => undefined;
console.warn = () => undefined;
console.error = () => undefined;

const orders: AttackOrders = JSON.parse(process.argv[2] ?? '{}');
const port = Number(new URL(orders.base).port);
const luck: Luck = luckFor('attack', orders.seed);

/** A connection to a room that is made anew whenever the server has had enough of it. */
class Intruder {
  readonly #seat: Seat;
  readonly #options: object;
  #player: Player | null = null;
  #entering = false;

  constructor(seat: Seat, options: object) {
    this.#seat = seat;
    this.#options = options;
  }
  async enter(): Promise<void> {
    if (this.#entering) return;
    this.#entering = true;
    try {
      const player = await enterMatch(orders.base, this.#seat, this.#options);
      player.room.reconnection.enabled = false;
      player.room.onLeave(() => {
        this.#player = null;
      });
      this.#player = player;
      count('entered a room');
    } catch {
      count('was not let in');
    }
    this.#entering = false;
  }
  get socket(): WebSocket | null {
    const ws = (this.#player?.room.connection.transport as unknown as { ws?: WebSocket } | undefined)?.ws;
    return ws?.readyState === WebSocket.OPEN ? ws : null;
  }
  /** False when there is no connection just now. */
  send(): boolean {
    const { socket } = this;
    if (socket === null || this.#player === null) return false;
    if (luck.integer(1, 2) === 1) {
      socket.send(hostileFrame(luck) as Uint8Array<ArrayBuffer>);
      count('frames of bytes');
      return true;
    }
    const request = { id: `attack-${luck.integer(1, 1_000_000)}`, basedOn: 0, input: luck.pick(orders.inputs) };
    const { value } = twisted(request, luck);
    const type = luck.pick(['input', 'input', 'input', 'act', 'console']);
    try {
      void this.#player.request(type, value).then(
        (reply) => count(reply.ok ? 'TAKEN' : 'refused'),
        () => count('answered with an error'),
      );
      count('messages of odd shape');
      return true;
    } catch {
      return false;
    }
  }
}

/** Bytes on a bare connection, which is given up when it is closed. */
class Bare {
  #socket: Socket | null = null;
  #open(): Socket {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#socket = null;
    });
    socket.on('data', () => count('bytes came back'));
    socket.setTimeout(5_000, () => socket.destroy());
    this.#socket = socket;
    return socket;
  }
  send(text: string | Uint8Array): void {
    (this.#socket ?? this.#open()).write(text);
    count('requests over HTTP');
  }
}

const UPGRADE =
  'GET /a/b?sessionId=c HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

/** Requests that begin and never end, as many as a patient attacker would keep open. */
const dawdle = (): Socket[] =>
  Array.from({ length: 60 }, () => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('POST /api/matches HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '),
    );
    socket.on('error', () => undefined);
    count('requests without an end');
    return socket;
  });

const intruders = [
  ...orders.seats.flatMap((seat) => Array.from({ length: 4 }, () => new Intruder(seat, {}))),
  new Intruder(orders.watched, { viewer: 'spectator' }),
  new Intruder(orders.watched, { viewer: 'spectator' }),
];
const bare = Array.from({ length: 6 }, () => new Bare());
await Promise.all(intruders.map((one) => one.enter()));
const slow = dawdle();

const BEAT = 20;
let sent = 0;
/** One message of some kind; 0 when none could be sent just now. */
const strike = (): number => {
  const lot = luck.integer(1, 100);
  if (lot > 15) {
    for (const one of intruders) if (one.socket === null) void one.enter();
    const inside = intruders.filter((one) => one.socket !== null);
    return inside.length > 0 && luck.pick(inside).send() ? 1 : 0;
  }
  const one = luck.pick(bare);
  if (lot > 3) one.send(hostileRequest(luck));
  else {
    one.send(UPGRADE);
    one.send(brokenFrames(luck));
  }
  return 1;
};
const began = performance.now();
const LONGEST = 900_000;
while (sent < orders.messages && performance.now() - began < LONGEST) {
  const due = Math.min(orders.messages, ((performance.now() - began) / 1_000) * orders.pace);
  for (let tries = 0; sent < due && tries < orders.pace; tries += 1) {
    if (strike() === 0) break;
    sent += 1;
  }
  for (const socket of slow) if (!socket.destroyed && luck.integer(1, 50) === 1) socket.write('a');
  await new Promise((resolve) => setTimeout(resolve, BEAT));
}
await new Promise((resolve) => setTimeout(resolve, 500));
for (const socket of slow) socket.destroy();
process.send?.({ ...report, sent, seconds: Math.round((performance.now() - began) / 1_000) });
setTimeout(() => process.exit(0), 200);
