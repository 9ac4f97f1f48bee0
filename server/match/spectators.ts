import type { ViewerId } from '../../shared/model/ids.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { TurnDigest } from '../../shared/protocol/messages.ts';
import { openFold } from '../../shared/replay/fold.ts';
import { keepStill, openDraft } from '../../shared/rules/evolve/draft.ts';
import { evolve } from '../../shared/rules/evolve/evolve.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import type { StoredMatch } from '../store/match-store.ts';
import { foundationOf } from './foundation.ts';
import type { Match, MatchChange, MatchOptions, Taken } from './match.ts';

/** What views are made from and published by. */
export type Watched = Pick<Match, 'scenario' | 'view' | 'version' | 'digests' | 'subscribe'> & {
  /** With the two after it: what parts of views are made of. */ readonly state?: MatchState;
  readonly viewSince?: Match['viewSince'];
  /** How many digests there are. */ readonly closed?: number;
};

/** Whether whoever has no seat sees this match later than its people do. */
export const lags = ({ settings, table }: MatchState): boolean =>
  settings.delay !== undefined && (table.phase === 'negotiation' || table.phase === 'orders');

/** The match for its own room: as long as spectators see it late, nothing public goes out there for them. */
export const withoutPublic = (match: Match): Watched => ({
  scenario: match.scenario,
  get state() {
    return match.state;
  },
  view: (viewer) => match.view(viewer),
  get viewSince() {
    return match.viewSince;
  },
  version: (viewer) => match.version(viewer),
  get digests() {
    return match.digests;
  },
  get closed() {
    return match.closed;
  },
  subscribe: (listener) =>
    match.subscribe((change) => {
      const changed = lags(match.state) ? change.changed.filter((viewer) => viewer !== 'public') : change.changed;
      if (changed.length > 0) listener({ ...change, changed });
    }),
});

type GalleryOptions = Pick<MatchOptions, 'viewFor' | 'scenario' | 'seam'> & { readonly stored: StoredMatch };

/**
 * The public side of a match as spectators see it: with the delay of one turn, as it stood when the last turn had
 * closed and before the present one opened; with a delay to the end, as it stood before the start. Nothing of the
 * present turn moves it, not even its version.
 */
export class Gallery implements Watched {
  readonly #options: GalleryOptions;
  readonly #listeners = new Set<(change: MatchChange) => void>();
  #match: Match | null = null;
  #unsubscribe: () => void = () => undefined;
  #shown: MatchState;
  #version = 0;
  /** The version that was last told of. */
  #told = 0;

  constructor(options: GalleryOptions) {
    const { scenario, stored, seam } = options;
    this.#options = options;
    const { state } = openFold(scenario, foundationOf(stored), seam);
    // What was shown before a seam cannot be made again, and the position there holds the present turn: so nothing is.
    this.#shown = seam !== null && lags(state) ? openFold(scenario, foundationOf(stored)).state : state;
  }

  /** Once it has been told of what was before. */
  attach(match: Match): void {
    this.#match = match;
    this.#told = this.#version;
    this.#unsubscribe = match.subscribe((change) => {
      if (this.#told === this.#version) return;
      this.#told = this.#version;
      this.#publish(change);
    });
  }
  /** Every step of the match, from the first one on. */
  follow(taken: Taken): void {
    const shown = this.#pictureOf(taken);
    if (shown === null) return;
    this.#shown = shown;
    this.#version += 1;
  }

  /** What is shown now. */
  get state(): MatchState {
    return this.#shown;
  }
  get scenario(): Scenario {
    return this.#options.scenario;
  }
  get digests(): readonly TurnDigest[] {
    return this.#shown.table.phase === 'table' ? [] : (this.#match?.digests ?? []);
  }
  version(_viewer: ViewerId): number {
    return this.#version;
  }
  view(viewer: ViewerId): SeatView {
    const see = this.#options.viewFor ?? viewFor;
    const view = see(this.#options.scenario, this.#shown, viewer === 'public' ? viewer : 'public');
    return { ...view, table: { ...view.table, deadline: null, paused: null } };
  }
  subscribe(listener: (change: MatchChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  close(): void {
    this.#unsubscribe();
    this.#listeners.clear();
  }

  /** Null: the same as before. */
  #pictureOf({ before, events, after }: Taken): MatchState | null {
    if (!lags(after)) return after;
    const opened = events.findIndex(({ kind }) => kind === 'turnOpened');
    if (opened < 0) return null;
    if (before.table.phase !== 'table' && after.settings.delay === 'end') return null;
    const told = events.slice(0, opened);
    const draft = openDraft(before);
    for (const event of told) evolve(draft, event);
    return { ...keepStill(draft), events: before.events.concat(told) };
  }

  #publish(change: MatchChange): void {
    for (const listener of this.#listeners) listener({ ...change, events: [], changed: ['public'] });
  }
}
