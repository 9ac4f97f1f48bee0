import type { ViewerId } from '../../shared/model/ids.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { PatchMessage, ViewMessage } from '../../shared/protocol/messages.ts';
import { type Change, encodeChange, type Foresight } from '../../shared/wire/change.ts';
import type { MatchChange } from './match.ts';
import type { Watched } from './spectators.ts';
import { deflate } from './squeeze.ts';

/** Where a client's views go. */
export type ViewSink = {
  readonly view: (message: ViewMessage) => void;
  readonly patch: (message: PatchMessage) => void;
};

type Audience = {
  view: SeatView;
  version: number;
  /** How many it has been told. */ digests: number;
  readonly sinks: Set<ViewSink>;
};

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

  constructor(match: Watched, now: () => number) {
    this.#match = match;
    this.#now = now;
    this.#unsubscribe = match.subscribe((change) => this.#publish(change));
  }

  /** Starts with the whole view. */
  add(viewer: ViewerId, sink: ViewSink): void {
    const audience = this.#audiences.get(viewer) ?? this.#openAudience(viewer);
    audience.sinks.add(sink);
    const whole = this.#whole(audience);
    audience.digests = whole.digests.length;
    sink.view(whole);
  }

  remove(viewer: ViewerId, sink: ViewSink): void {
    const audience = this.#audiences.get(viewer);
    audience?.sinks.delete(sink);
    if (audience?.sinks.size === 0) this.#audiences.delete(viewer);
  }

  close(): void {
    this.#unsubscribe();
    this.#audiences.clear();
  }

  #openAudience(viewer: ViewerId): Audience {
    const audience = {
      view: this.#match.view(viewer),
      version: this.#match.version(viewer),
      digests: 0,
      sinks: new Set<ViewSink>(),
    };
    this.#audiences.set(viewer, audience);
    return audience;
  }

  #whole({ view, version }: Audience): ViewMessage {
    return { version, now: this.#now(), view: deflate(JSON.stringify(view), ''), digests: this.#match.digests };
  }

  #publish({ changed }: MatchChange): void {
    if (this.#audiences.size === 0) return;
    const foresight: Foresight = {};
    const failures: unknown[] = [];
    for (const viewer of changed) {
      const audience = this.#audiences.get(viewer);
      if (audience === undefined) continue;
      try {
        this.#send(viewer, audience, foresight);
      } catch (error) {
        failures.push(error);
        const whole = this.#whole(audience);
        for (const sink of audience.sinks) sink.view(whole);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'a change was told by whole views');
  }

  #send(viewer: ViewerId, audience: Audience, foresight: Foresight): void {
    // What it was is read before what it is: looking back costs a telling of the whole match.
    const old = { ...audience.view };
    audience.view = this.#match.view(viewer);
    audience.version = this.#match.version(viewer);
    const change = encodeChange(this.#match.scenario, old, { ...audience.view }, deflate, foresight);
    const message = this.#message(audience, change, old);
    for (const sink of audience.sinks) sink.patch(message);
  }

  #message(audience: Audience, change: Change, { table, board }: SeatView): PatchMessage {
    const { view, version } = audience;
    const isNewClock = view.table.deadline !== table.deadline || view.table.paused !== table.paused;
    const now = isNewClock ? this.#now() : null;
    if (view.board.turn !== board.turn || view.table.ended !== table.ended) {
      const all = this.#match.digests;
      const digests = all.slice(audience.digests);
      audience.digests = all.length;
      if (digests.length > 0) return [version, change, now, digests];
    }
    return now === null ? [version, change] : [version, change, now];
  }
}
