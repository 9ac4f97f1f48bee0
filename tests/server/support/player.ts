import type { Client as ColyseusClient, Room } from '@colyseus/sdk';
import { inflate } from '../../../client/net/inflate.ts';
import type { Input } from '../../../shared/model/input.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import {
  type HeldView,
  PATCH,
  type PatchMessage,
  PROTOCOL_VERSION,
  type Reply,
  type ResumeMessage,
  type ViewMessage,
  type WelcomeMessage,
} from '../../../shared/protocol/messages.ts';
import { scenarioById } from '../../../shared/scenarios/scenarios.ts';
import { decodeChange } from '../../../shared/wire/change.ts';

/** `at` in ms of this process's clock. */
export type Arrival = { readonly frame: Uint8Array; readonly at: number };
/** Every frame that each socket of this process has received, byte by byte. */
const recorded = new WeakMap<WebSocket, Arrival[]>();

class RecordingSocket extends WebSocket {
  constructor(...args: ConstructorParameters<typeof WebSocket>) {
    super(...args);
    const arrivals: Arrival[] = [];
    recorded.set(this, arrivals);
    this.addEventListener('message', ({ data }) =>
      arrivals.push({ frame: new Uint8Array(data as ArrayBuffer), at: performance.now() }),
    );
  }
}
globalThis.WebSocket = RecordingSocket;
// The SDK takes hold of the socket's class when it is loaded.
const { Client } = await import('@colyseus/sdk');

/** What has come to a room's client since its socket was opened, in order. */
export const arrivalsAt = (room: Room): readonly Arrival[] => {
  const arrivals = recorded.get((room.connection.transport as unknown as { ws: WebSocket }).ws);
  // Whoever compares what came must not compare nothing with nothing.
  if (arrivals === undefined) throw new Error('the SDK was loaded before this file, with sockets that record nothing');
  return arrivals;
};

export type Seat = { readonly match: string; readonly room: string; readonly token: string };
export type Player = {
  readonly client: ColyseusClient;
  readonly room: Room;
  readonly welcome: () => WelcomeMessage | null;
  readonly view: () => SeatView | null;
  readonly version: () => number;
  /** What frames made of the view, one after another, in clear: most of what they hold is squeezed. */
  readonly told: () => readonly string[];
  readonly frames: () => readonly Uint8Array[];
  /** What it could name on entering again. */ readonly held: () => HeldView;
  /** How it was told first. */ readonly began: () => 'view' | 'resume';
  /** biome-ignore lint/suspicious/noExplicitAny: whatever a hostile client may send */
  readonly request: (type: string, message: any) => Promise<Reply>;
  readonly send: (input: Input, id?: string) => Promise<Reply>;
  readonly leave: () => Promise<unknown>;
};

let ids = 0;
export const newId = (): string => {
  ids += 1;
  return `client-made-${process.pid}-${ids}`;
};

/** `still`: what it has to go on from. `forgets`: only what is shown now is kept, as a page does. */
type How = { readonly still?: SeatView | null; readonly forgets?: boolean };

/** A client of a match as the page is one: joins by the room's id, follows its view by patches, numbers its inputs. */
export const enterMatch = (base: string, seat: Seat, options: object = {}, how: How = {}): Promise<Player> => {
  const client = new Client(base);
  client.auth.token = seat.token;
  const entering = client.joinById(seat.room, { match: seat.match, protocol: PROTOCOL_VERSION, ...options });
  return follow(client, entering, how);
};
/** Enters again with the view that it had. */
export const resumeMatch = (base: string, seat: Seat, before: Player, options: object = {}): Promise<Player> =>
  enterMatch(base, seat, { ...options, has: before.held() }, { still: before.view() });

/** Takes up a connection that was lost, by the token that it left. */
export const returnToMatch = (base: string, reconnectionToken: string): Promise<Player> => {
  const client = new Client(base);
  return follow(client, client.reconnect(reconnectionToken));
};

const follow = async (
  client: Player['client'],
  entering: Promise<Room>,
  { still = null, forgets = false }: How = {},
): Promise<Player> => {
  const room = await entering;
  let welcome: WelcomeMessage | null = null;
  let view = still;
  let line = '';
  let began: 'view' | 'resume' = 'view';
  const views: SeatView[] = [];
  const keep = (shown: SeatView): void => {
    if (!forgets) views.push(shown);
  };
  let version = 0;
  const first = new Promise<void>((resolve) => {
    room.onMessage('welcome', (message: WelcomeMessage) => {
      welcome = message;
    });
    room.onMessage('view', (message: ViewMessage) => {
      view = JSON.parse(inflate(message.view, '')) as SeatView;
      keep(view);
      ({ version, line } = message);
      resolve();
    });
    room.onMessage('resume', (message: ResumeMessage) => {
      const scenario = scenarioById(welcome?.scenario ?? '');
      if (view === null || scenario === null) throw new Error('resumed without a view');
      if (message.change !== null) view = decodeChange(scenario, view, message.change, inflate);
      began = 'resume';
      ({ version, line } = message);
      resolve();
    });
  });
  room.onMessage(PATCH, ([next, change]: PatchMessage) => {
    const scenario = scenarioById(welcome?.scenario ?? '');
    if (view === null || scenario === null || next !== version + 1)
      throw new Error(`a change to ${next} for a view of ${version}`);
    view = decodeChange(scenario, view, change, inflate);
    keep(view);
    version = next;
  });
  room.onMessage('refused', () => undefined);
  await first;
  const request = (type: string, message: unknown): Promise<Reply> =>
    room.request(type, message as never) as Promise<Reply>;
  return {
    client,
    room,
    request,
    welcome: () => welcome,
    view: () => view,
    told: () => views.map((one) => JSON.stringify(one)),
    version: () => version,
    held: () => ({ line, version }),
    began: () => began,
    frames: () => arrivalsAt(room).map(({ frame }) => frame),
    send: (input, id = newId()) => request('input', { id, basedOn: version, input }),
    leave: () => room.leave(),
  };
};

/** Long enough for anything that was on its way on this machine. */
export const settle = (ms = 120): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
