import { type Client, CloseCode, Room, type RoomOptions, ServerError } from '@colyseus/core';
import { LIMITS } from '../../shared/protocol/input-schema.ts';
import type { Reply, ServerCode } from '../../shared/protocol/messages.ts';
import { Allowance } from '../match/allowance.ts';
import type { Journal } from '../match/clock.ts';
import { refusedBy } from '../match/replies.ts';
import { StoreFault } from '../store/match-store.ts';

type Handler = (client: Client, message: unknown, context: { readonly id?: number | undefined }) => unknown;
/** Parts of a room that its types keep to themselves. */
type Internals = {
  _onMessage: (client: Client, frame: Uint8Array) => void;
  _reserveSeat: (
    session: string,
    options: unknown,
    auth: unknown,
    seconds?: number,
    comesBack?: boolean,
  ) => Promise<boolean>;
  /** By session; what somebody was let in as stands second. */
  readonly _reservedSeats: { readonly [session: string]: readonly unknown[] };
  readonly clock: { now: () => number };
  readonly onMessageEvents: { events: Record<string, Handler[]> };
};

/** How long a lost connection keeps its place. */
export const RECONNECT_SECONDS = 30;

/** Why somebody may not enter; the message is the code, which the client has the sentence for. */
export const noEntry = (status: number, code: ServerCode): ServerError => new ServerError(status, code);

/** Lets somebody in, or not. What else goes wrong is told to the log: the framework would tell it to whoever knocks. */
export const atTheDoor = async <T>(journal: Journal, admit: () => Promise<T>): Promise<T> => {
  try {
    return await admit();
  } catch (error) {
    if (error instanceof ServerError) throw error;
    journal.error({ error }, 'somebody could not be let in');
    throw error instanceof StoreFault ? noEntry(503, 'server/storage') : noEntry(500, 'server/broken');
  }
};

/**
 * Under every room. One exception in one handler would otherwise end the process with all matches in
 * it; and whatever a client sends gets an answer, never a kick.
 */
export abstract class BaseRoom<T extends RoomOptions = RoomOptions> extends Room<T> {
  abstract readonly journal: Journal;
  override maxMessagesPerSecond = 400;
  override patchRate = 1_000;
  readonly #allowances = new WeakMap<object, Allowance>();
  #frameSize = 0;

  constructor() {
    super();
    const internals = this as unknown as Internals;
    // The framework's own would go by the machine's clock: set back, it would count messages and wait for ever.
    internals.clock.now = () => performance.timeOrigin + performance.now();
    const reserve = internals._reserveSeat.bind(this);
    internals._reserveSeat = async (session, options, auth, seconds, comesBack) =>
      (comesBack === true || this.hasPlaceFor(auth)) && reserve(session, options, auth, seconds, comesBack);
    const take = internals._onMessage.bind(this);
    internals._onMessage = (client, frame) => {
      this.#frameSize = frame.byteLength;
      try {
        take(client, frame);
      } catch (error) {
        // A frame that is none: its type cannot even be read.
        this.journal.info({ room: this.roomId, error }, 'an unreadable frame was dropped');
      }
    };
  }

  /** Whether somebody let in may have a place here besides those that are taken; never asked of who comes back to one. */
  protected hasPlaceFor(_auth: unknown): boolean {
    return true;
  }
  /** What all were let in as who are here, or whose place is kept: after a connection is lost, or before it is there. */
  protected placesTaken(): readonly unknown[] {
    const here = this.clients.map(({ sessionId, auth }) => [sessionId, auth] as const);
    const kept = Object.entries((this as unknown as Internals)._reservedSeats).map(
      ([session, [, auth]]) => [session, auth] as const,
    );
    return [...new Map([...here, ...kept]).values()];
  }

  override onUncaughtException(error: Error, method: string): void {
    if (error.cause instanceof ServerError) return;
    this.journal.error({ room: this.roomId, method, error: error.cause ?? error }, 'a room handler failed');
  }

  /** After the known handlers are registered: every other type of message is answered with a refusal. */
  protected answerUnknown(): void {
    const registry = (this as unknown as Internals).onMessageEvents;
    const unknown: Handler[] = [
      (client, _message, context) => {
        const reply = this.allowed(client)
          ? refusedBy('server/malformed', { problem: 'unknown type of message' })
          : refusedBy('server/too-fast');
        if (context?.id === undefined && !reply.ok) client.send('refused', reply.refusal);
        return reply;
      },
    ];
    registry.events = new Proxy(registry.events, { get: (known, type) => known[String(type)] ?? unknown });
  }

  /** Wraps a request's handler: limits before it, and an answer whatever happens in it. */
  protected answering<C extends Client>(
    handle: (client: C, message: unknown) => Promise<Reply>,
  ): (client: C, message: unknown) => Promise<Reply> {
    return async (client, message) => {
      if (!this.allowed(client)) return refusedBy('server/too-fast');
      if (this.#frameSize > LIMITS.payload) return refusedBy('server/too-large', { most: LIMITS.payload });
      try {
        return await handle(client, message);
      } catch (error) {
        this.journal.error({ room: this.roomId, error }, 'a request failed');
        return refusedBy('server/broken');
      }
    };
  }

  /** What it shows is no longer so: everybody is put out, and comes back to what there is then. What is just being answered is answered first. */
  protected abandon(): void {
    this.clock.setTimeout(() => void this.disconnect(CloseCode.SERVER_SHUTDOWN), 0);
  }

  protected allowed(client: object): boolean {
    // Not the machine's clock: set back by an hour, it would shut everybody up for one.
    const now = performance.now();
    const allowance = this.#allowances.get(client) ?? new Allowance(now);
    this.#allowances.set(client, allowance);
    return allowance.spend(now);
  }
}
