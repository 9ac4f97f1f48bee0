import type { ViewerId } from '../../shared/model/ids.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { HeldView } from '../../shared/protocol/messages.ts';
import type { Watched } from './spectators.ts';
import type { ViewLines } from './view-lines.ts';

/** The match at a moment that somebody's page may have stayed at. */
type Moment = { readonly state: MatchState; readonly closed: number; readonly until: number };
type Left = Moment & { readonly version: number };

/** ms for which it is known what was shown to whoever was there last: a lift, a tunnel, a server that comes up again. */
const REMEMBERED = 2 * 60_000;

/**
 * From what those who come back can be told on: the match as it was taken up from its log, and as each viewer last saw
 * it. Forgotten when a turn closes, because by then there is more to tell than a view is.
 */
export class ViewBases {
  readonly #match: Watched;
  readonly #now: () => number;
  readonly #lines: ViewLines;
  readonly #atOpening: ReadonlyMap<ViewerId, number>;
  #opening: Moment | null;
  readonly #left = new Map<ViewerId, Left>();

  /** `match` as it was taken up, before anything is added to its log. */
  constructor(match: Watched, lines: ViewLines, now: () => number) {
    this.#match = match;
    this.#lines = lines;
    this.#now = now;
    const viewers: readonly ViewerId[] = [...match.scenario.powers.map(({ id }) => id), 'public', 'facilitator'];
    this.#atOpening = new Map(viewers.map((viewer) => [viewer, match.version(viewer)]));
    this.#opening = match.state === undefined ? null : this.#momentOf(match.state);
  }

  line(viewer: ViewerId): string {
    return this.#lines.of(viewer);
  }

  /** The match as it was when the viewer had exactly this; null: what they have has to be told anew. */
  find(viewer: ViewerId, held: HeldView): MatchState | null {
    this.forget();
    const isOfNow = held.line === this.#lines.of(viewer);
    if (isOfNow && held.version === this.#match.version(viewer)) return this.#match.state ?? null;
    const left = this.#left.get(viewer);
    if (isOfNow && left?.version === held.version) return left.state;
    const isOpening = held.version === this.#atOpening.get(viewer);
    return isOpening && (isOfNow || held.line === this.#lines.before(viewer)) ? (this.#opening?.state ?? null) : null;
  }

  /** The last who saw it through these eyes has gone. */
  leave(viewer: ViewerId, state: MatchState, version: number): void {
    this.#left.set(viewer, { ...this.#momentOf(state), version });
  }

  /** Lets go of what nobody can be told on from any more. */
  forget(): void {
    if (this.#opening !== null && this.#isOver(this.#opening)) this.#opening = null;
    for (const [viewer, left] of this.#left) if (this.#isOver(left)) this.#left.delete(viewer);
  }

  #momentOf(state: MatchState): Moment {
    return { state, closed: this.#match.closed ?? 0, until: this.#now() + REMEMBERED };
  }
  #isOver({ closed, until }: Moment): boolean {
    return closed !== this.#match.closed || until <= this.#now();
  }
}
