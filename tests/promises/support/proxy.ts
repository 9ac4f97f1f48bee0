import { createServer, request as forward, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { decode } from '@colyseus/schema';
import { Protocol } from '@colyseus/sdk';
import { unpack } from 'msgpackr';
import { WebSocket, WebSocketServer } from 'ws';
import type { Reply } from '../../../shared/protocol/messages.ts';

/** How many of a hundred requests suffer each; and answers that get lost on the way back. */
export type Faults = {
  readonly dropped: number;
  readonly doubled: number;
  readonly delayed: number;
  readonly unanswered: number;
};
/** What went through, request by request. */
export type Tally = { requests: number; dropped: number; copies: number; delayed: number; unanswered: number };
export type Proxy = {
  readonly base: string;
  readonly tally: Tally;
  readonly close: () => Promise<void>;
};
export type ProxyOptions = {
  readonly to: () => string;
  readonly faults: Faults;
  readonly lot: () => number;
  /** Every answer of the server, whether or not it gets through. */ readonly answered: (
    command: string,
    reply: Reply,
  ) => void;
};

const MOST_COPIES = 4;
const LONGEST_DELAY = 400;
const MASK = 0b11111;

type Frame = { readonly code: number; readonly request: number; readonly body: unknown };

const bytesOf = (data: unknown): Uint8Array =>
  data instanceof ArrayBuffer ? new Uint8Array(data) : (data as Uint8Array);

const bodyFrom = (bytes: Uint8Array, start: number): unknown =>
  bytes.byteLength > start ? unpack(bytes.subarray(start)) : undefined;

const readRequest = (bytes: Uint8Array): Frame => {
  const it = { offset: 1 };
  const request = decode.number(bytes as never, it);
  if (decode.stringCheck(bytes as never, it)) decode.string(bytes as never, it);
  else decode.number(bytes as never, it);
  return { code: Protocol.ROOM_REQUEST, request, body: bodyFrom(bytes, it.offset) };
};
const readResponse = (bytes: Uint8Array): Frame => {
  const it = { offset: 1 };
  const request = decode.number(bytes as never, it);
  return { code: Protocol.ROOM_RESPONSE, request, body: bodyFrom(bytes, it.offset + 1) };
};
const codeOf = (bytes: Uint8Array): number => (bytes[0] ?? 0) & MASK;

/** One client's socket and its other half, with whatever happens to frames between them. */
class Line {
  readonly #near: WebSocket;
  readonly #far: WebSocket;
  readonly #options: ProxyOptions;
  readonly #tally: Tally;
  /** Which command each request on this socket carries. */ readonly #commands = new Map<number, string>();
  #early: Uint8Array[] = [];

  constructor(near: WebSocket, far: WebSocket, options: ProxyOptions, tally: Tally) {
    this.#near = near;
    this.#far = far;
    this.#options = options;
    this.#tally = tally;
    near.binaryType = 'nodebuffer';
    far.binaryType = 'nodebuffer';
    near.on('message', (data) => this.#fromNear(bytesOf(data)));
    far.on('message', (data) => this.#fromFar(bytesOf(data)));
    far.on('open', () => {
      for (const bytes of this.#early.splice(0)) far.send(bytes);
    });
    for (const [one, other] of [[near, far] as const, [far, near] as const]) {
      one.on('error', () => other.terminate());
      one.on('close', (code) => (code >= 4_000 ? other.close(code) : other.terminate()));
    }
  }

  #forth(bytes: Uint8Array): void {
    if (this.#far.readyState === WebSocket.OPEN) this.#far.send(bytes);
    else if (this.#far.readyState === WebSocket.CONNECTING) this.#early.push(bytes);
  }

  #fromNear(bytes: Uint8Array): void {
    if (codeOf(bytes) !== Protocol.ROOM_REQUEST) return this.#forth(bytes);
    const { request, body } = readRequest(bytes);
    this.#commands.set(request, String((body as { readonly id?: unknown } | undefined)?.id));
    void this.#meddle(bytes);
  }

  async #meddle(bytes: Uint8Array): Promise<void> {
    const { faults, lot } = this.#options;
    this.#tally.requests += 1;
    if (lot() < faults.dropped) {
      this.#tally.dropped += 1;
      return;
    }
    if (lot() < faults.doubled) {
      const copies = 1 + Math.floor((lot() * MOST_COPIES) / 100);
      this.#tally.copies += copies;
      for (let copy = 0; copy < copies; copy += 1) void this.#later(bytes);
    }
    if (lot() >= faults.delayed) return this.#forth(bytes);
    this.#tally.delayed += 1;
    await this.#later(bytes);
  }

  async #later(bytes: Uint8Array): Promise<void> {
    await pause((this.#options.lot() * LONGEST_DELAY) / 100);
    this.#forth(bytes);
  }

  #fromFar(bytes: Uint8Array): void {
    if (codeOf(bytes) === Protocol.ROOM_RESPONSE) {
      const { request, body } = readResponse(bytes);
      const command = this.#commands.get(request);
      if (command !== undefined && body !== undefined) this.#options.answered(command, body as Reply);
      if (this.#options.lot() < this.#options.faults.unanswered) {
        this.#tally.unanswered += 1;
        return;
      }
    }
    if (this.#near.readyState === WebSocket.OPEN) this.#near.send(bytes);
  }
}

const passOn = (server: Server, to: () => string): void => {
  server.on('request', (request: IncomingMessage, response) => {
    const { method, headers, url } = request;
    const passed = forward(new URL(url ?? '/', to()), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
};

/** Stands between pages and a server: whole for everything but the requests in a room, to which it is unkind. */
export const openProxy = async (options: ProxyOptions): Promise<Proxy> => {
  const tally: Tally = { requests: 0, dropped: 0, copies: 0, delayed: 0, unanswered: 0 };
  const server = createServer();
  const sockets = new WebSocketServer({ noServer: true });
  passOn(server, options.to);
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    sockets.handleUpgrade(request, socket, head, (near) => {
      const far = new WebSocket(options.to().replace('http:', 'ws:') + request.url);
      new Line(near, far, options, tally);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    for (const near of sockets.clients) near.terminate();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tally, close };
};
