import type { ViewerId } from '../../shared/model/ids.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Timeline } from '../../shared/replay/timeline.ts';
import { createStore, type Store } from '../store/create-store.ts';
import type { Intents, MatchClientState, MatchStore } from '../store/match-store.ts';

export type ReplayPlace = { readonly step: number; readonly viewer: ViewerId };
export type Replay = {
  readonly store: MatchStore;
  readonly intents: Intents;
  readonly place: Store<ReplayPlace>;
  readonly timeline: Timeline;
  readonly go: (step: number) => void;
  readonly look: (viewer: ViewerId) => void;
};

/** Every step at which one may stop by turn: where its negotiation begins. */
export const turnSteps = (timeline: Timeline): readonly { readonly turn: number; readonly step: number }[] => {
  const found = new Map<number, number>();
  for (const { turn, index } of timeline.steps) if (turn > 0 && !found.has(turn)) found.set(turn, index);
  return [...found].map(([turn, step]) => ({ turn, step })).sort((a, b) => a.turn - b.turn);
};

const READ_ALL: MatchClientState['read'] = new Proxy({}, { get: () => Number.MAX_SAFE_INTEGER });

/** The same store that panels read in a match, fed from a record; nothing in it can act. */
export const openReplay = (scenario: Scenario, timeline: Timeline): Replay => {
  const viewer: ViewerId = timeline.viewers.includes('facilitator') ? 'facilitator' : (timeline.viewers[0] ?? 'public');
  const step = timeline.steps.length - 1;
  const store: MatchStore = createStore<MatchClientState>({
    scenario,
    link: 'live',
    problem: null,
    welcome: null,
    view: timeline.viewAt(step, viewer),
    line: '',
    version: -1,
    skew: 0,
    digests: [],
    people: {},
    drafts: { orders: null, proposal: null, texts: {} },
    selection: null,
    read: READ_ALL,
    receipt: null,
    muted: [],
    reporting: null,
    elsewhere: false,
    asked: null,
  });
  const place = createStore<ReplayPlace>({ step, viewer });
  const show = (next: ReplayPlace): void => {
    place.set(next);
    store.set({ view: timeline.viewAt(next.step, next.viewer), asked: null });
  };
  const intents: Intents = {
    send: null,
    act: null,
    select: (selection) => store.set({ selection }),
    ask: (asked) => store.set({ asked }),
    draftOrders: () => undefined,
    draftProposal: () => undefined,
    draftText: () => undefined,
    mute: () => undefined,
    report: null,
    markRead: () => undefined,
  };
  return {
    store,
    intents,
    place,
    timeline,
    go: (to) => show({ ...place.get(), step: Math.max(0, Math.min(timeline.steps.length - 1, to)) }),
    look: (who) => show({ ...place.get(), viewer: who }),
  };
};
