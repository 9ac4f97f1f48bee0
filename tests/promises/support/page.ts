import { setMaxListeners } from 'node:events';
import { Client, type Room } from '@colyseus/sdk';
import { connectMatch } from '../../../client/net/match-connection.ts';
import { ApiError } from '../../../client/net/problem.ts';
import type { RoomLike } from '../../../client/net/rooms.ts';
import type { PowerInput } from '../../../shared/model/input.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { type HeldView, PROTOCOL_VERSION, type Reply, type TurnDigest } from '../../../shared/protocol/messages.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { scenarioById } from '../../../shared/scenarios/scenarios.ts';
import type { History } from './history.ts';
import type { Seated } from './seating.ts';

// As much of a browser as the page's connection asks for; hundreds of pages share it.
if (!('window' in globalThis)) {
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const window = new EventTarget();
  setMaxListeners(0, document, window);
  Object.assign(globalThis, { window, document });
}
/** What the SDK says of every connection that is cut; here they are cut on purpose. */
const CUT = 'Room connection was closed unexpectedly';
const { warn } = console;
console.warn = (...words: unknown[]): void => {
  if (!String(words[0]).startsWith(CUT)) warn(...words);
};

export type Sight = {
  readonly view: SeatView;
  readonly version: number;
  readonly digests: readonly TurnDigest[];
};
/** The page of one player without its panels: the very code that keeps its connection and its view. */
export type Page = {
  readonly seat: Seated;
  readonly send: (input: PowerInput) => Promise<Reply>;
  /** What the player sees, live or as it was when the connection was lost. */ readonly sight: () => Sight | null;
  /** ms of `performance.now` at which the present connection brought its view; null while there is none. */
  readonly backAt: () => number | null;
  readonly close: () => void;
};
export type PageOptions = {
  readonly base: string;
  readonly seat: Seated;
  readonly history: History;
  /** The view that a new connection begins with. */ readonly arrived: (sight: Sight) => void;
};

const PATIENCE = 15_000;

const openRoom = async (base: string, match: string): Promise<string> => {
  const response = await fetch(`${base}/api/matches/${match}/open`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
    signal: AbortSignal.timeout(PATIENCE),
  });
  const answer = (await response.json()) as { readonly room: string; readonly code: string };
  if (!response.ok) throw new ApiError(answer.code, '', response.status);
  return answer.room;
};

const enter = async ({ base, seat }: PageOptions, has: HeldView | null): Promise<Room> => {
  const room = await openRoom(base, seat.match);
  const client = new Client(base);
  client.auth.token = seat.token;
  const joined: Room = await client.joinById(room, {
    match: seat.match,
    protocol: PROTOCOL_VERSION,
    ...(has === null ? {} : { has }),
  });
  joined.reconnection.enabled = false;
  return joined;
};

type Ears = {
  readonly viewed: () => void;
  readonly left: () => void;
  readonly asked: (payload: { readonly id: string; readonly input: PowerInput }) => void;
  readonly answered: (id: string, reply: Reply) => void;
};

/** The room as the page has it, overheard. */
const overhear = (room: Room, ears: Ears): RoomLike => {
  room.onLeave(() => ears.left());
  return {
    get state() {
      return room.state;
    },
    onMessage: (type, listener) =>
      room.onMessage(type, (message: never) => {
        listener(message);
        if (type === 'view' || type === 'resume') ears.viewed();
      }),
    onStateChange: (listener) => room.onStateChange(listener),
    onLeave: (listener) => room.onLeave(listener),
    onError: (listener) => room.onError(listener),
    ping: (pong) => room.ping(pong),
    leave: (consented) => room.leave(consented),
    request: async (type, payload) => {
      const command = payload as { readonly id: string; readonly input: PowerInput };
      ears.asked(command);
      const reply = (await room.request(type, payload as never)) as Reply;
      ears.answered(command.id, reply);
      return reply;
    },
  };
};

export const openPage = (options: PageOptions): Page => {
  const { seat, history } = options;
  let backAt: number | null = null;
  const sight = (): Sight | null => {
    const { view, version, digests } = connection.store.get();
    return view === null ? null : { view, version, digests };
  };
  const ears: Ears = {
    viewed: () => {
      backAt = performance.now();
      const now = sight();
      if (now !== null) options.arrived(now);
    },
    left: () => {
      backAt = null;
    },
    asked: ({ id, input }) => history.delivered(seat, id, input),
    answered: (id, reply) => history.replied(id, reply),
  };
  const connection = connectMatch({
    ...{ match: seat.match, viewer: 'seat', token: () => seat.token, scenario: charter2025, scenarioById },
    join: async (has) => overhear(await enter(options, has), ears),
  });
  return {
    seat,
    sight,
    backAt: () => backAt,
    send: async (input) => {
      const reply = (await connection.intents.send?.(input)) ?? {
        ok: false,
        refusal: { code: 'server/closing', because: {} },
      };
      history.told(input, reply);
      return reply;
    },
    close: connection.close,
  };
};
