import WebSocket from 'ws';
import type { PowerInput } from '../../../shared/model/input.ts';
import type { Reply } from '../../../shared/protocol/messages.ts';

const GAME = '/toy,';
/** Where an update's log begins, which comes last in it. */
const LOG = ',[{"action"';
const PATIENCE = 10_000;
const NO_ANSWER = { ok: false, refusal: { code: 'server/closing', because: {} } } as const;

/** How a WebSocket frames so many bytes from a server. */
const framed = (length: number): number => length + (length < 126 ? 2 : length < 65_536 ? 4 : 10);

/** Bytes: what a seat is sent on entering, states or changes after each move, words. */
export type Told = { entry: number; updates: number; texts: number };

/**
 * Speaks as much of the library's protocol as a seat of the toy needs, and reads no states: as light as the client that
 * plays the game. A move has no answer of its own; it counts as acknowledged when what it made of the state comes back.
 */
export class BoardgameClient {
  readonly told: Told = { entry: 0, updates: 0, texts: 0 };
  resolved: () => void = () => undefined;
  readonly #socket: WebSocket;
  readonly #match: string;
  readonly #seat: string;
  #state = 0;
  #turn = 1;
  #entered: () => void = () => undefined;
  #waiting: { readonly kind: PowerInput['kind']; readonly answer: (reply: Reply) => void } | null = null;

  private constructor(base: string, match: string, seat: number) {
    this.#match = match;
    this.#seat = String(seat);
    this.#socket = new WebSocket(`${base.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
    });
    this.#socket.on('message', (data) => this.#hear(String(data)));
    this.#socket.on('close', () => this.#settle(NO_ANSWER));
    this.#socket.on('error', () => undefined);
  }

  /** Resolves with the first whole state. A match begins when its first seat enters it. */
  static async enter(base: string, match: string, seat: number): Promise<BoardgameClient> {
    const client = new BoardgameClient(base, match, seat);
    await new Promise<void>((resolve, reject) => {
      client.#entered = resolve;
      client.#socket.once('close', () => reject(new Error('the peer lets nobody in')));
    });
    return client;
  }

  /** One at a time, as people do it. Words go by the library's own chat, which tells them to the whole table. */
  request(id: string, input: PowerInput): Promise<Reply> {
    const { kind } = input;
    if (kind === 'say') this.#send('chat', this.#match, { id, sender: this.#seat, payload: input.text });
    else {
      const args = kind === 'submitOrders' ? [input.orders] : kind === 'setReady' ? [input.ready] : [];
      const payload = { type: kind, args, playerID: this.#seat };
      this.#send('update', { type: 'MAKE_MOVE', payload }, this.#state, this.#match, this.#seat);
    }
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#settle(NO_ANSWER), PATIENCE);
      const answer = (reply: Reply): void => {
        clearTimeout(late);
        resolve(reply);
      };
      this.#waiting = { kind, answer };
    });
  }

  close(): void {
    this.#socket.terminate();
  }

  #send(...event: readonly unknown[]): void {
    this.#socket.send(`42${GAME}${JSON.stringify(event)}`);
  }
  #settle(reply: Reply): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.answer(reply);
  }

  #hear(frame: string): void {
    if (frame === '2') this.#socket.send('3');
    else if (frame.startsWith('0')) this.#socket.send(`40${GAME}`);
    else if (frame.startsWith(`40${GAME}`)) this.#send('sync', this.#match, this.#seat, undefined, 6);
    else if (frame.startsWith(`42${GAME}`)) this.#event(frame);
  }

  #event(frame: string): void {
    const kind = /^"(\w+)"/u.exec(frame.slice(8, 32))?.[1];
    const bytes = framed(Buffer.byteLength(frame));
    switch (kind) {
      case 'chat':
        this.told.texts += bytes;
        if (frame.includes(`"sender":"${this.#seat}"`)) this.#answered('say');
        break;
      case 'update':
      case 'patch':
        this.told.updates += bytes;
        this.#update(frame);
        break;
      default:
        this.told.entry += bytes;
        if (kind === 'sync') this.#entered();
    }
  }

  #update(frame: string): void {
    const at = frame.lastIndexOf(LOG);
    const [{ action, _stateID }] = JSON.parse(frame.slice(at + 1, -1)) as [
      {
        readonly action: { readonly payload: { readonly type: PowerInput['kind']; readonly playerID: string } };
        readonly _stateID: number;
      },
    ];
    this.#state = _stateID + 1;
    const turn = Number(
      /"turn":(\d+)/u.exec(frame.slice(0, 160))?.[1] ??
        /"path":"\/G\/turn","value":(\d+)/u.exec(frame)?.[1] ??
        this.#turn,
    );
    if (turn !== this.#turn) this.resolved();
    this.#turn = turn;
    if (action.payload.playerID === this.#seat) this.#answered(action.payload.type);
  }

  #answered(kind: PowerInput['kind']): void {
    if (this.#waiting?.kind === kind) this.#settle({ ok: true, version: this.#state });
  }
}
