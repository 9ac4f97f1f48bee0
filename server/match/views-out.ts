import type { ViewerId } from '../../shared/model/ids.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { PatchMessage, ViewMessage } from '../../shared/protocol/messages.ts';
import { differ, type Json } from '../../shared/protocol/patch.ts';
import type { MatchChange } from './match.ts';
import type { Watched } from './spectators.ts';

/** Where a client's views go. */
export type ViewSink = {
  readonly view: (message: ViewMessage) => void;
  readonly patch: (message: PatchMessage) => void;
};

type Audience = { view: SeatView; version: number; readonly sinks: Set<ViewSink> };

/**
 * Sends each viewer what its view has become, as the difference to what it has. Who may not notice a
 * step gets no message at all: not a byte, not a count.
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
    sink.view({ version: audience.version, now: this.#now(), view: audience.view, digests: this.#match.digests });
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
      sinks: new Set<ViewSink>(),
    };
    this.#audiences.set(viewer, audience);
    return audience;
  }

  #publish(change: MatchChange): void {
    for (const viewer of change.changed) {
      const audience = this.#audiences.get(viewer);
      if (audience !== undefined) this.#send(viewer, audience);
    }
  }

  #send(viewer: ViewerId, audience: Audience): void {
    const view = this.#match.view(viewer);
    const version = this.#match.version(viewer);
    const patch = differ(audience.view as unknown as Json, view as unknown as Json) ?? { obj: {} };
    const message: PatchMessage = {
      version,
      from: audience.version,
      now: this.#now(),
      patch,
      digests: this.#match.digests,
    };
    audience.view = view;
    audience.version = version;
    for (const sink of audience.sinks) sink.patch(message);
  }
}
