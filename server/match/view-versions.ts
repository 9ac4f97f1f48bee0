import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId, ViewerId } from '../../shared/model/ids.ts';
import { eventFor } from '../../shared/view/event-for.ts';

/**
 * How often each viewer's view has changed. Counted for each viewer apart, because one counter for
 * all would tell everybody how many secrets have passed.
 */
export class ViewVersions {
  readonly #viewers: readonly ViewerId[];
  readonly #versions = new Map<ViewerId, number>();
  readonly #openedAt = new Map<ViewerId, number>();

  constructor(powers: readonly PowerId[]) {
    this.#viewers = [...powers, 'public', 'facilitator'];
  }

  of(viewer: ViewerId): number {
    return this.#versions.get(viewer) ?? 0;
  }

  /** The viewer's version when the current phase had just opened. */
  openedAt(viewer: ViewerId): number {
    return this.#openedAt.get(viewer) ?? 0;
  }

  /** Counts what one step did; returns whose views it changed. */
  count(events: readonly GameEvent[]): readonly ViewerId[] {
    const changed = this.#viewers.filter((viewer) => events.some((event) => eventFor(event, viewer) !== null));
    for (const viewer of changed) this.#versions.set(viewer, this.of(viewer) + 1);
    if (events.some((event) => event.kind === 'phaseOpened')) {
      for (const viewer of this.#viewers) this.#openedAt.set(viewer, this.of(viewer));
    }
    return changed;
  }
}
