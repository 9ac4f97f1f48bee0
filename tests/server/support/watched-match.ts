import type { MatchChange } from '../../../server/match/match.ts';
import type { Watched } from '../../../server/match/spectators.ts';
import { ViewVersions } from '../../../server/match/view-versions.ts';
import type { ViewerId } from '../../../shared/model/ids.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import type { MatchState } from '../../../shared/model/state.ts';
import { differ, type Json } from '../../../shared/protocol/patch.ts';
import { isSealed } from '../../../shared/replay/fold.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { viewFor, viewSince } from '../../../shared/view/view-for.ts';

export const VIEWERS: readonly ViewerId[] = [...charter2025.powers.map(({ id }) => id), 'public', 'facilitator'];

/** A match that goes on as it is told, and who watches it. It begins with its first step. */
export const watchedMatch = () => {
  const versions = new ViewVersions(charter2025.powers.map(({ id }) => id));
  const tellers = new Set<(change: MatchChange) => void>();
  let now: MatchState | null = null;
  let closed = 0;
  const state = (): MatchState => {
    if (now === null) throw new Error('nothing has happened yet');
    return now;
  };
  const watched: Watched = {
    scenario: charter2025,
    digests: [],
    get state() {
      return state();
    },
    get closed() {
      return closed;
    },
    view: (viewer) => viewFor(charter2025, state(), viewer),
    viewSince: (of, viewer, skip) => viewSince(charter2025, of, viewer, skip),
    version: (viewer) => versions.of(viewer),
    subscribe: (listener) => {
      tellers.add(listener);
      return () => tellers.delete(listener);
    },
  };
  return {
    watched,
    /** Returns whose views have changed; `before` runs when the match stands there and nobody has been told. */
    move: (next: MatchState, events: MatchChange['events'], before: () => void = () => undefined) => {
      now = next;
      if (isSealed(events)) closed += 1;
      before();
      const changed = versions.count(events);
      for (const tell of tellers) tell({ seat: 'table', input: { kind: 'deadlineReached' }, events, changed });
      return changed;
    },
    isRight: (view: SeatView, viewer: ViewerId): boolean =>
      differ(view as unknown as Json, { ...viewFor(charter2025, state(), viewer) } as unknown as Json) === null,
  };
};
