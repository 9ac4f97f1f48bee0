import { pack, unpack } from 'msgpackr';
import WebSocket from 'ws';
import type { PowerInput } from '../../../shared/model/input.ts';
import type { Reply, ViewMessage } from '../../../shared/protocol/messages.ts';
import { FACT_FIELDS } from '../../../shared/wire/fact-fields.ts';

/** First bytes of the framework's frames. */
const CODE = { join: 10, leave: 12, data: 13, request: 21, response: 22 } as const;
const PATCH = Buffer.from('\xa1p', 'latin1');
const VIEW = Buffer.from('\xa4view', 'latin1');
const INPUT = Buffer.from('\xa5input', 'latin1');
/** A change that is the end of a turn. */
const TURN = 2;
const KINDS = Object.keys(FACT_FIELDS);
const WORDED = new Set(['said', 'proposed', 'notePosted', 'agreementConcluded'].map((kind) => KINDS.indexOf(kind)));

/** How a WebSocket frames so many bytes from a server. */
const framed = (length: number): number => length + (length < 126 ? 2 : length < 65_536 ? 4 : 10);

/** Bytes: whole views, ends of turns, texts, other changes, answers, and the room's own state. */
export type Counted = { view: number; turns: number; texts: number; rest: number; answers: number; state: number };
type Patch = readonly [version: number, change: number | string | Uint8Array];

/**
 * A client that is as light as can be: it counts what it gets and reads a version and a form, no views. What it
 * measures is the server, on the same two cores.
 */
export class ThinClient {
  readonly counted: Counted = { view: 0, turns: 0, texts: 0, rest: 0, answers: 0, state: 0 };
  resolved: () => void = () => undefined;
  version = 0;
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  #viewed: () => void = () => undefined;
  #number = 0;
  #closed = false;

  private constructor(address: string) {
    this.#socket = new WebSocket(address, { perMessageDeflate: false });
    this.#socket.binaryType = 'nodebuffer';
    this.#socket.on('message', (data) => this.#hear(data as Buffer));
    this.#socket.on('close', () => {
      this.#closed = true;
      for (const answer of this.#waiting.values())
        answer({ ok: false, refusal: { code: 'server/closing', because: {} } });
    });
    this.#socket.on('error', () => undefined);
  }

  /** Takes the place that was kept and resolves with the first view, or without one where there is none. */
  static async enter(base: string, room: string, token: string | null, options: object, hasView: boolean) {
    const method = token === null ? 'joinOrCreate' : 'joinById';
    const response = await fetch(`${base}/matchmake/${method}/${room}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(options),
    });
    const place = (await response.json()) as { roomId: string; processId: string; sessionId: string };
    if (!response.ok) throw new Error(`no place at ${room}: ${JSON.stringify(place)}`);
    const { roomId, processId, sessionId } = place;
    const query = `sessionId=${sessionId}${token === null ? '' : `&_authToken=${token}`}`;
    const client = new ThinClient(`${base.replace('http', 'ws')}/${processId}/${roomId}?${query}`);
    await client.#first(hasView);
    return client;
  }

  /** Whatever happens there is an answer: a lost socket counts as a refusal. */
  request(id: string, input: PowerInput): Promise<Reply> {
    if (this.#closed) return Promise.resolve({ ok: false, refusal: { code: 'server/closing', because: {} } });
    this.#number = (this.#number + 1) % 100;
    const body = pack({ id, basedOn: this.version, input });
    const frame = Buffer.concat([Buffer.of(CODE.request, this.#number), INPUT, body]);
    return new Promise((resolve) => {
      this.#waiting.set(this.#number, resolve);
      this.#socket.send(frame);
    });
  }

  /** For good: the place is not kept. */
  leave(): void {
    this.#socket.send(Buffer.of(CODE.leave));
  }
  close(): void {
    this.#socket.terminate();
  }

  #first(hasView: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#viewed = resolve;
      this.#socket.once('error', reject);
      if (!hasView) this.#socket.once('message', () => resolve());
    });
  }

  #hear(frame: Buffer): void {
    switch (frame[0]) {
      case CODE.join:
        this.#socket.send(Buffer.of(CODE.join));
        break;
      case CODE.response:
        this.counted.answers += framed(frame.length);
        this.#answer(frame);
        break;
      case CODE.data:
        this.#data(frame);
        break;
      default:
        this.counted.state += framed(frame.length);
    }
  }

  #answer(frame: Buffer): void {
    const answer = this.#waiting.get(frame[1] ?? -1);
    this.#waiting.delete(frame[1] ?? -1);
    answer?.(unpack(frame.subarray(3)) as Reply);
  }

  #data(frame: Buffer): void {
    if (frame.subarray(1, 1 + PATCH.length).equals(PATCH)) return this.#patch(frame);
    if (!frame.subarray(1, 1 + VIEW.length).equals(VIEW)) return;
    this.counted.view += framed(frame.length);
    this.version = (unpack(frame.subarray(1 + VIEW.length)) as ViewMessage).version;
    this.#viewed();
  }

  #patch(frame: Buffer): void {
    const message = unpack(frame.subarray(1 + PATCH.length)) as Patch | object;
    const size = framed(frame.length);
    if (!Array.isArray(message)) {
      this.counted.rest += size;
      return;
    }
    const [version, change] = message as unknown as Patch;
    this.version = version;
    if (change instanceof Uint8Array && change[0] === TURN) {
      this.counted.turns += size;
      this.resolved();
    } else if (typeof change === 'string' && isWorded(change)) this.counted.texts += size;
    else this.counted.rest += size;
  }
}

/** The first event's kind, which is below zero where not everybody may see it. */
const isWorded = (change: string): boolean => {
  const code = Number(/^\[(-?\d+),/u.exec(change)?.[1] ?? Number.NaN);
  return WORDED.has(code < 0 ? -1 - code : code);
};
