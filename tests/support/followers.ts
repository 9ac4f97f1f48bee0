import { inflate } from '../../client/net/inflate.ts';
import { deflate } from '../../server/match/squeeze.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { maySee } from '../../shared/view/event-for.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { type Change, decodeChange, encodeChange } from '../../shared/wire/change.ts';

/** One change as it was sent to one viewer, with what it was made of and what came out. */
export type Told = {
  readonly viewer: ViewerId;
  readonly events: readonly GameEvent[];
  readonly change: Change;
  readonly size: number;
  readonly old: SeatView;
  readonly now: SeatView;
  readonly read: SeatView;
};

/** As it comes off a wire. */
export const carried = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The same in another order of keys, in which nothing may be read that counts. */
export const shuffled = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(shuffled) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, shuffled(inner)]),
  ) as T;
};

export const sizeOf = (change: Change): number => {
  if (typeof change === 'number') return 1;
  return typeof change === 'string' ? Buffer.byteLength(change) : change.length;
};

const wholeView = (scenario: Scenario, state: MatchState, viewer: ViewerId): SeatView => ({
  ...viewFor(scenario, state, viewer),
});

/** Follows a match as the pages of all its viewers do: by changes alone, with keys in an order of their own. */
export const followAll = (
  scenario: Scenario,
  hear: (told: Told) => void,
): ((state: MatchState, events: readonly GameEvent[]) => void) => {
  const viewers: readonly ViewerId[] = [...scenario.powers.map(({ id }) => id), 'public', 'facilitator'];
  const sent = new Map<ViewerId, SeatView>();
  const pages = new Map<ViewerId, SeatView>();
  return (state, events) => {
    const foresight = {};
    for (const viewer of viewers) {
      const old = sent.get(viewer);
      const page = pages.get(viewer);
      const now = wholeView(scenario, state, viewer);
      if (old === undefined || page === undefined) {
        sent.set(viewer, now);
        pages.set(viewer, shuffled(carried(now)));
        continue;
      }
      if (!events.some((event) => maySee(event, viewer))) continue;
      const change = encodeChange(scenario, old, now, deflate, foresight);
      const read = decodeChange(scenario, page, change, inflate);
      sent.set(viewer, now);
      pages.set(viewer, events.some(({ kind }) => kind === 'phaseOpened') ? shuffled(read) : read);
      hear({ viewer, events, change, size: sizeOf(change), old, now, read });
    }
  };
};
