import { hexOf } from '../../shared/kernel/digest.ts';
import type { MatchId, PowerId } from '../../shared/model/ids.ts';
import type { FacilitatorInput, PowerInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type {
  HeldView,
  PatchMessage,
  Reply,
  ResumeMessage,
  TurnDigest,
  ViewMessage,
  WelcomeMessage,
} from '../../shared/protocol/messages.ts';
import { decodeChange } from '../../shared/wire/change.ts';
import { createStore } from '../store/create-store.ts';
import type { Intents, MatchClientState, MatchStore, Person } from '../store/match-store.ts';
import { api } from './api.ts';
import { followDrafts, keepDrafts, NOTHING_KEPT, recallDrafts } from './drafts.ts';
import { newRequestId } from './ids.ts';
import { inflate } from './inflate.ts';
import { type Link, openLink } from './link.ts';
import { watchTabs } from './other-tabs.ts';
import { ApiError, problemText } from './problem.ts';
import { PATCH, PROTOCOL_VERSION } from './protocol.ts';
import { joinMatchRoom, type RoomLike } from './rooms.ts';

export type MatchConnection = { readonly store: MatchStore; readonly intents: Intents; readonly close: () => void };
export type MatchConnectionOptions = {
  readonly match: MatchId;
  /** `seat`: whatever this person is at the table */ readonly viewer: 'seat' | 'spectator' | 'facilitator';
  /** whose word it is now; a facilitator's is the class's own */ readonly token: () => string | null;
  readonly scenario: Scenario;
  readonly scenarioById: (id: string) => Scenario | null;
  /** finds, opens and joins the room; a test may put its own here */ readonly join?: (
    has: HeldView | null,
  ) => Promise<RoomLike>;
};

/** The public part that the room synchronises by itself. */
type RoomState = {
  readonly seats?: { readonly forEach: (each: (seat: { readonly people: string }, power: PowerId) => void) => void };
};

const parsePeople = (text: string): readonly Person[] => {
  try {
    return JSON.parse(text) as readonly Person[];
  } catch {
    return [];
  }
};

const peopleOf = (state: unknown): MatchClientState['people'] => {
  const people: Record<PowerId, readonly Person[]> = {};
  (state as RoomState | undefined)?.seats?.forEach((seat, power) => {
    people[power] = parsePeople(seat.people);
  });
  return people;
};

const mergeDigests = (known: readonly TurnDigest[], more: readonly TurnDigest[]): readonly TurnDigest[] => {
  if (more.length === 0) return known;
  const byTurn = new Map([...known, ...more].map((digest) => [digest.turn, digest]));
  return [...byTurn.values()].sort((a, b) => a.turn - b.turn);
};

const initialState = (scenario: Scenario): MatchClientState => ({
  scenario,
  link: 'connecting',
  problem: null,
  welcome: null,
  view: null,
  version: 0,
  line: '',
  skew: 0,
  digests: [],
  people: {},
  ...NOTHING_KEPT,
  selection: null,
  receipt: null,
  asked: null,
  reporting: null,
  elsewhere: false,
});

const openAndJoin =
  ({ match, viewer, token }: MatchConnectionOptions) =>
  async (has: HeldView | null): Promise<RoomLike> => {
    const { room, protocol } = await api.openMatch(match);
    if (protocol !== PROTOCOL_VERSION) throw new ApiError('server/old-client', '', 0);
    return joinMatchRoom({ room, match, viewer, token: token(), has });
  };

const heldIn = ({ view, line, version }: MatchClientState): HeldView | null =>
  view === null || line === '' ? null : { line, version };

/** Follows one match as one viewer until it is closed, over as many sockets as that takes. */
export const connectMatch = (options: MatchConnectionOptions): MatchConnection => {
  const store = createStore<MatchClientState>(initialState(options.scenario));
  const seat = options.viewer;
  store.set(recallDrafts(options.match, seat));

  const join = options.join ?? openAndJoin(options);
  const link: Link = openLink({
    join: () => join(heldIn(store.get())),
    attach: (room) =>
      listen(
        room,
        store,
        options.scenarioById,
        (code) => link.stop({ code, message: problemText(code) }),
        () => link.again(),
      ),
    onLink: (state, problem) =>
      store.set({ link: state, problem: problem === null ? null : { code: problem.code, text: problem.message } }),
  });

  const request = (type: 'input' | 'act', input: PowerInput | FacilitatorInput): Promise<Reply> =>
    link.request(type, { id: newRequestId(), basedOn: store.get().version, input });
  const keepAll = (): void => {
    const { drafts, read, muted } = store.get();
    keepDrafts(options.match, seat, { drafts, read, muted });
  };
  const ends = [
    () => link.stop(null),
    followDrafts(options.match, seat, (kept) => store.set(kept)),
    watchTabs(`${options.match}.${seat}`, (elsewhere) => store.set({ elsewhere })),
  ];
  const close = (): void => {
    for (const end of ends) end();
  };
  return { store, intents: intentsFor(store, request, keepAll), close };
};

const listen = (
  room: RoomLike,
  store: MatchStore,
  scenarioById: MatchConnectionOptions['scenarioById'],
  fail: (code: string) => void,
  again: () => void,
): void => {
  room.onMessage('welcome', (welcome: WelcomeMessage) => {
    const scenario = scenarioById(welcome.scenario);
    if (welcome.protocol !== PROTOCOL_VERSION || scenario === null) return fail('server/old-client');
    store.set({ welcome, scenario });
  });
  /** What cannot be read, or does not follow on what is shown, is asked for anew, and whole. */
  const take = (change: Partial<MatchClientState> | null): void => {
    if (change !== null) return store.set(change);
    store.set({ line: '' });
    again();
  };
  room.onMessage('view', ({ view, line, version, now, digests }: ViewMessage) =>
    store.set({
      view: JSON.parse(inflate(view, '')) as SeatView,
      line,
      version,
      skew: now - Date.now(),
      digests: mergeDigests([], digests),
    }),
  );
  room.onMessage('resume', (message: ResumeMessage) => take(resumed(store.get(), message)));
  room.onMessage(PATCH, (message: PatchMessage) => take(followed(store.get(), message)));
  room.onStateChange((state) => store.set({ people: peopleOf(state) }));
  if (room.state !== undefined && room.state !== null) store.set({ people: peopleOf(room.state) });
};

/** What a message makes of what is known; null when it does not follow on it, so that all must be asked for anew. */
const followed = (
  { scenario, view, version: before, digests: known }: MatchClientState,
  [version, change, now, digests]: PatchMessage,
): Partial<MatchClientState> | null => {
  if (view === null || version !== before + 1) return null;
  try {
    return {
      view: decodeChange(scenario, view, change, inflate),
      version,
      digests: mergeDigests(
        known,
        (digests ?? []).map(([turn, chain]) => ({ turn, chain: hexOf(chain) })),
      ),
      ...(typeof now === 'number' ? { skew: now - Date.now() } : {}),
    };
  } catch {
    return null;
  }
};

/** The same where it goes on after an interruption. */
const resumed = (
  { scenario, view }: MatchClientState,
  { line, version, now, change }: ResumeMessage,
): Partial<MatchClientState> | null => {
  if (view === null) return null;
  try {
    const moved = change === null ? {} : { view: decodeChange(scenario, view, change, inflate) };
    return { ...moved, line, version, skew: now - Date.now() };
  } catch {
    return null;
  }
};

const intentsFor = (
  store: MatchStore,
  request: (type: 'input' | 'act', input: PowerInput | FacilitatorInput) => Promise<Reply>,
  keepAll: () => void,
): Intents => {
  const changeDrafts = (change: Partial<MatchClientState['drafts']>): void => {
    store.set((now) => ({ drafts: { ...now.drafts, ...change } }));
    keepAll();
  };
  return {
    send: async (input) => {
      const reply = await request('input', input);
      if (reply.ok && input.kind === 'submitOrders') {
        store.set({ receipt: reply.receipt ?? null });
        if (store.get().drafts.orders === input.orders) changeDrafts({ orders: null });
      }
      return reply;
    },
    act: (input) => request('act', input),
    select: (selection) => store.set({ selection }),
    ask: (asked) => store.set({ asked }),
    draftOrders: (orders) => changeDrafts({ orders }),
    draftProposal: (proposal) => changeDrafts({ proposal }),
    draftText: (channel, text) => changeDrafts({ texts: { ...store.get().drafts.texts, [channel]: text } }),
    mute: (power, on) => {
      store.set(({ muted }) => ({ muted: [...muted.filter((one) => one !== power), ...(on ? [power] : [])] }));
      keepAll();
    },
    report: (reporting) => store.set({ reporting }),
    markRead: (channel, count) => {
      if ((store.get().read[channel] ?? 0) >= count) return;
      store.set((now) => ({ read: { ...now.read, [channel]: count } }));
      keepAll();
    },
  };
};
