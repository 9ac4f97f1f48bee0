import { bytesOf } from '../../shared/kernel/digest.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { HeldView, PatchMessage, ResumeMessage, ViewMessage } from '../../shared/protocol/messages.ts';
import {
  type Change,
  encodeAlone,
  encodeChange,
  type Foresight,
  readinessIn,
  TAIL,
  tailAlone,
} from '../../shared/wire/change.ts';
import type { MatchChange } from './match.ts';
import type { Watched } from './spectators.ts';
import { deflate, deflateWhole } from './squeeze.ts';
import { ViewBases } from './view-bases.ts';
import type { GoingOn } from './view-lines.ts';

/** Where a client's views go. */
export type ViewSink = {
  readonly view: (message: ViewMessage) => void;
  readonly patch: (message: PatchMessage) => void;
  /** In place of a view. */ readonly resume?: (message: ResumeMessage) => void;
};

type Audience = {
  /** What it has: as the state that it is seen in, or as a whole view where the match gives no parts of one. */
  seen: MatchState | SeatView;
  /** How many events it has; null: not counted yet, since all of them have to be looked at for that. */
  events: number | null;
  version: number;
  /** How many it has been told. */ digests: number;
  readonly sinks: Set<ViewSink>;
};

/** More events than any match has. */
const EVERYTHING = Number.MAX_SAFE_INTEGER;

/** What is told to all of one act; reckoned once. */
type News = {
  readonly foresight: Foresight;
  readonly readiness: number | null;
  /** Null: views have to be compared. */ readonly alone: number | null;
};
/** Where a match stands, of which a state and a view say the same. */
type Moment = Pick<MatchState, 'table'> & { readonly board: Pick<SeatView['board'], 'turn'> };
type Step = { readonly old: SeatView; readonly now: SeatView; readonly skip: number };

/**
 * Sends each viewer what its view has become, as the difference to what it has. Who may not notice a
 * step gets no message at all: not a byte, not a count. What is sent is made of the viewer's two views
 * and of nothing else.
 */
export class ViewsOut {
  readonly #match: Watched;
  readonly #now: () => number;
  readonly #audiences = new Map<ViewerId, Audience>();
  readonly #unsubscribe: () => void;
  readonly #bases: ViewBases | null;
  readonly #onFault: (error: unknown) => void;

  /** Without a way to go on everybody starts with a whole view. */
  constructor(match: Watched, now: () => number, goingOn: GoingOn | null = null) {
    this.#match = match;
    this.#now = now;
    this.#onFault = goingOn?.onFault ?? (() => undefined);
    this.#bases = goingOn === null ? null : new ViewBases(match, goingOn.lines, now);
    this.#unsubscribe = match.subscribe((change) => this.#publish(change));
  }

  /** Starts with the whole view, or with what has changed in the one that is still held. */
  add(viewer: ViewerId, sink: ViewSink, held: HeldView | null = null): void {
    const audience = this.#audiences.get(viewer) ?? this.#openAudience(viewer);
    audience.sinks.add(sink);
    const resume = held === null ? null : this.#resumeFrom(viewer, audience, held);
    if (resume !== null && sink.resume !== undefined) sink.resume(resume);
    else sink.view(this.#whole(viewer, audience));
  }

  /** Whoever comes back would name the same view again: what goes wrong here must not keep them out. */
  #resumeFrom(viewer: ViewerId, audience: Audience, held: HeldView): ResumeMessage | null {
    try {
      const base = this.#bases?.find(viewer, held) ?? null;
      return base === null ? null : this.#since(viewer, audience, base, held.version);
    } catch (error) {
      this.#onFault(error);
      return null;
    }
  }

  remove(viewer: ViewerId, sink: ViewSink): void {
    const audience = this.#audiences.get(viewer);
    audience?.sinks.delete(sink);
    if (audience?.sinks.size !== 0) return;
    this.#audiences.delete(viewer);
    if (isState(audience.seen)) this.#bases?.leave(viewer, audience.seen, audience.version);
  }

  close(): void {
    this.#unsubscribe();
    this.#audiences.clear();
  }

  #openAudience(viewer: ViewerId): Audience {
    const audience: Audience = {
      seen: this.#stateNow() ?? this.#match.view(viewer),
      events: null,
      version: this.#match.version(viewer),
      digests: this.#match.closed ?? 0,
      sinks: new Set<ViewSink>(),
    };
    this.#audiences.set(viewer, audience);
    return audience;
  }

  /** Null: the match gives whole views only. */
  #stateNow(): MatchState | null {
    const { state, viewSince } = this.#match;
    return state === undefined || viewSince === undefined ? null : state;
  }

  #whole(viewer: ViewerId, audience: Audience): ViewMessage {
    const { version } = audience;
    const line = this.#bases?.line(viewer) ?? '';
    const view = this.#match.view(viewer);
    const { digests } = this.#match;
    audience.seen = this.#stateNow() ?? view;
    audience.events = view.events.length;
    audience.digests = digests.length;
    return { line, version, now: this.#now(), view: deflateWhole(JSON.stringify(view)), digests };
  }

  /** What has changed since `base`, in the same turn; null where that is better told by a whole view. */
  #since(viewer: ViewerId, { version }: Audience, base: MatchState, since: number): ResumeMessage | null {
    const { state, viewSince: see } = this.#match;
    const told = { line: this.#bases?.line(viewer) ?? '', version, now: this.#now() };
    if (version === since) return { ...told, change: null };
    if (state === undefined || see === undefined) return null;
    const count = see(base, viewer, 0).events.length;
    const { old, now, skip } = this.#partial(viewer, base, state, Math.max(0, count - TAIL), count);
    return { ...told, change: encodeChange(this.#match.scenario, old, now, deflate, {}, skip) };
  }

  #countOf(viewer: ViewerId, audience: Audience): number {
    const { seen } = audience;
    audience.events ??= (isState(seen) ? this.#match.viewSince?.(seen, viewer, 0) : seen)?.events.length ?? 0;
    return audience.events;
  }

  #publish({ changed, events }: MatchChange): void {
    this.#bases?.forget();
    if (this.#audiences.size === 0) return;
    const news = this.#newsOf(events);
    const failures: unknown[] = [];
    for (const viewer of changed) {
      const audience = this.#audiences.get(viewer);
      if (audience === undefined) continue;
      try {
        this.#tell(viewer, audience, news);
      } catch (error) {
        failures.push(error);
        audience.version = this.#match.version(viewer);
        const whole = this.#whole(viewer, audience);
        for (const sink of audience.sinks) sink.view(whole);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'a change was told by whole views');
  }

  #newsOf(events: MatchChange['events']): News {
    const inParts = this.#stateNow() !== null;
    return {
      foresight: {},
      readiness: inParts ? readinessIn(this.#match.scenario, events) : null,
      alone: inParts ? tailAlone(events) : null,
    };
  }

  #tell(viewer: ViewerId, audience: Audience, news: News): void {
    if (news.readiness !== null && isState(audience.seen)) this.#sendReadiness(viewer, audience, news.readiness);
    else if (news.alone === null || !this.#sendAlone(viewer, audience, news.alone)) this.#send(viewer, audience, news);
  }

  #send(viewer: ViewerId, audience: Audience, { foresight }: News): void {
    const { old, now, skip } = this.#step(viewer, audience);
    audience.version = this.#match.version(viewer);
    const change = encodeChange(this.#match.scenario, old, now, deflate, foresight, skip);
    const message = this.#message(audience, change, old, now);
    for (const sink of audience.sinks) sink.patch(message);
  }

  /**
   * What everybody is told in the same words, and half of all there is to tell: no views are made for it. They would
   * differ by this event and by what both ends make of it.
   */
  #sendReadiness(viewer: ViewerId, audience: Audience, readiness: number): void {
    audience.seen = this.#stateNow() ?? audience.seen;
    if (audience.events !== null) audience.events += 1;
    audience.version = this.#match.version(viewer);
    for (const sink of audience.sinks) sink.patch([audience.version, readiness]);
  }

  /** What changes nothing but what both ends make of it: of the view only its last events are looked at. */
  #sendAlone(viewer: ViewerId, audience: Audience, tail: number): boolean {
    const { state, viewSince } = this.#match;
    if (state === undefined || viewSince === undefined || !isState(audience.seen)) return false;
    const known = this.#countOf(viewer, audience);
    const skip = Math.max(0, known - tail);
    const { events } = viewSince(state, viewer, skip);
    const count = skip + events.length - known;
    if (count <= 0) return false;
    const { seen } = audience;
    audience.seen = state;
    audience.events = known + count;
    audience.version = this.#match.version(viewer);
    const change = encodeAlone({ viewer, events }, count, deflate);
    const message = this.#message(audience, change, seen, state);
    for (const sink of audience.sinks) sink.patch(message);
    return true;
  }

  /** Moves an audience on; what it had and has now, as far back as both are needed. */
  #step(viewer: ViewerId, audience: Audience): Step {
    const { seen } = audience;
    const state = this.#stateNow();
    const known = this.#countOf(viewer, audience);
    const step =
      state !== null && isState(seen)
        ? this.#partial(viewer, seen, state, Math.max(0, known - TAIL), known)
        : { old: seen as SeatView, now: { ...this.#match.view(viewer) }, skip: 0 };
    audience.seen = state ?? step.now;
    audience.events = step.skip + step.now.events.length;
    return step;
  }

  #partial(viewer: ViewerId, before: MatchState, after: MatchState, skip: number, count: number): Step {
    const see = this.#match.viewSince;
    if (see === undefined) throw new Error('a match gives parts of views or it does not');
    // What it was is seen before what it is: numbers are given in order.
    const old = { ...see(before, viewer, EVERYTHING) };
    const now = see(after, viewer, skip);
    const near = now.events.slice(0, count - skip);
    if (!changesThePast(old, now, near.length)) return { old: { ...old, events: near }, now, skip };
    return { old: see(before, viewer, 0), now: see(after, viewer, 0), skip: 0 };
  }

  #message(audience: Audience, change: Change, { table, board }: Moment, view: Moment): PatchMessage {
    const { version } = audience;
    const isNewClock = view.table.deadline !== table.deadline || view.table.paused !== table.paused;
    const now = isNewClock ? this.#now() : null;
    if (view.board.turn !== board.turn || view.table.ended !== table.ended) {
      const all = this.#match.digests;
      const digests = all.slice(audience.digests).map(({ turn, chain }) => [turn, bytesOf(chain)] as const);
      audience.digests = all.length;
      if (digests.length > 0) return [version, change, now, digests];
    }
    return now === null ? [version, change] : [version, change, now];
  }
}

const isState = (seen: MatchState | SeatView): seen is MatchState => 'turnStarts' in seen;

/** A paper that came to light, or went with a rewound turn, changes what is told of events that were long ago. */
const changesThePast = (old: SeatView, now: SeatView, known: number): boolean => {
  const before = new Set(old.agreements.map(({ id }) => id));
  const after = new Set(now.agreements.map(({ id }) => id));
  for (const event of now.events.slice(known)) if (event.kind === 'agreementConcluded') before.add(event.agreement.id);
  return before.size !== after.size || now.agreements.some(({ id }) => !before.has(id));
};
