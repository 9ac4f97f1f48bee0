import { randomBytes } from 'node:crypto';
import { Client, type Room } from '@colyseus/sdk';
import type { PowerInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchReply, OpenReply, Problem } from '../../shared/protocol/http.ts';
import {
  PATCH,
  type PatchMessage,
  PROTOCOL_VERSION,
  type Reply,
  type ViewMessage,
  type WelcomeMessage,
} from '../../shared/protocol/messages.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { decodeChange } from '../../shared/wire/change.ts';
import { inflate } from '../match/squeeze.ts';

export type Place = Pick<MatchReply, 'match' | 'token'>;
/** What a seat sees, and of which version of its view. */
export type Sight = { readonly scenario: Scenario; readonly view: SeatView; readonly version: number };

/** Why there is nothing left to try. */
export class SeatFault extends Error {}

const FIRST_PAUSE = 300;
const LONGEST_PAUSE = 5_000;
/** May be sent again as it was. */
const AGAIN: ReadonlySet<string> = new Set(['server/storage', 'server/closing', 'server/too-fast']);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks the server over HTTP; throws a `SeatFault` for what another attempt would not change. */
export const post = async <T>(url: string, path: string, body: object, token?: string): Promise<T> => {
  const headers = {
    'Content-Type': 'application/json',
    ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
  };
  const response = await fetch(new URL(`api${path}`, `${url.replace(/\/$/, '')}/`), {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  if (response.ok) return (await response.json()) as T;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  if (problem === null || AGAIN.has(problem.code)) throw new Error(problem?.code ?? `status ${response.status}`);
  throw new SeatFault(`${problem.message} (${problem.code})`);
};

/** The token was shown when the place was taken; addresses end up in the logs of whatever lies between. */
const withoutToken = (address: URL): string => {
  address.searchParams.delete('_authToken');
  return address.href;
};

/** Who is not let in is told so with a status of HTTP; whatever else it was may be different the next time. */
const asFault = (error: unknown): never => {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'number' && code >= 400 && code < 500 && code !== 429)
    throw new SeatFault(`The seat cannot be entered: ${message}.`);
  throw error;
};

/** Keeps one seat's view by the SDK, over as many connections as that takes, and sends what it does. */
export class BotSeat {
  readonly #url: string;
  readonly #place: Place;
  readonly #patience: number;
  #room: Promise<Room>;
  #lost: Promise<void> = Promise.resolve();
  #sight: Sight | null = null;
  #wake: () => void = () => undefined;
  #closed = false;

  /** `patience`: ms for which a server that cannot be reached is tried again. */
  constructor(url: string, place: Place, patience: number) {
    this.#url = url;
    this.#place = place;
    this.#patience = patience;
    this.#room = this.#enter();
  }

  /** The view, as soon as it is another than that of this version; throws a `SeatFault` when the seat is out of reach. */
  async after(version: number | null): Promise<Sight> {
    for (;;) {
      const news = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      if (this.#sight !== null && this.#sight.version !== version) return this.#sight;
      await this.#room;
      await Promise.race([news, this.#lost]);
    }
  }

  /** Sent once, however often it has to be sent. */
  async send(input: PowerInput): Promise<Reply> {
    const request = { id: randomBytes(12).toString('hex'), basedOn: this.#sight?.version ?? 0, input };
    for (;;) {
      const room = await this.#room;
      const lost = this.#lost.then(() => null);
      const sent: Promise<Reply | null> = room.request('input', request).catch(() => null);
      const reply = await Promise.race([sent, lost]);
      if (reply !== null && (reply.ok || !AGAIN.has(reply.refusal.code))) return reply;
      await pause(FIRST_PAUSE);
    }
  }

  async leave(): Promise<void> {
    this.#closed = true;
    await (await this.#room).leave().catch(() => undefined);
  }

  async #enter(): Promise<Room> {
    const until = Date.now() + this.#patience;
    for (let wait = FIRST_PAUSE; ; wait = Math.min(LONGEST_PAUSE, wait * 2)) {
      try {
        return await this.#join();
      } catch (error) {
        if (error instanceof SeatFault) throw error;
        if (Date.now() > until) throw new SeatFault(`The server at ${this.#url} cannot be reached: ${String(error)}.`);
        await pause(wait);
      }
    }
  }

  async #join(): Promise<Room> {
    const { match, token } = this.#place;
    const { room: id, protocol } = await post<OpenReply>(this.#url, `/matches/${match}/open`, {}, token);
    if (protocol !== PROTOCOL_VERSION)
      throw new SeatFault(
        `The server speaks version ${protocol} of the protocol, and this program ${PROTOCOL_VERSION}.`,
      );
    const client = new Client(this.#url, { urlBuilder: withoutToken });
    client.auth.token = token;
    const room: Room = await client.joinById(id, { match, protocol: PROTOCOL_VERSION }).catch(asFault);
    // The stored match is the way back, so the room's own attempts would only be in the way.
    room.reconnection.enabled = false;
    this.#listen(room);
    return room;
  }

  #listen(room: Room): void {
    let scenario: Scenario | null = null;
    this.#lost = new Promise((resolve) => {
      room.onLeave(() => {
        if (!this.#closed) {
          this.#room = this.#enter();
          // Whoever waits for it next is told.
          this.#room.catch(() => undefined);
        }
        resolve();
      });
    });
    room.onError(() => undefined);
    room.onMessage('welcome', (welcome: WelcomeMessage) => {
      scenario = scenarioById(welcome.scenario);
    });
    room.onMessage('view', ({ view, version }: ViewMessage) => {
      if (scenario !== null) this.#see({ scenario, view: JSON.parse(inflate(view, '')) as SeatView, version });
    });
    room.onMessage(PATCH, (message: PatchMessage) => {
      const known = this.#sight;
      const next = known === null ? null : followed(known, message);
      if (next === null) return void room.leave(false);
      this.#see(next);
    });
  }

  #see(sight: Sight): void {
    this.#sight = sight;
    this.#wake();
  }
}

/** Null: the change belongs to another view, or cannot be read; then all must be asked for anew. */
const followed = (known: Sight, [version, change]: PatchMessage): Sight | null => {
  if (version !== known.version + 1) return null;
  try {
    return { ...known, view: decodeChange(known.scenario, known.view, change, inflate), version };
  } catch {
    return null;
  }
};
