import type { GameEvent } from '../../shared/model/event.ts';
import type { MatchStore } from '../store/match-store.ts';
import { Afterwrites } from './afterwrites.ts';
import type { Clock, Journal } from './clock.ts';
import type { Match } from './match.ts';
import { outlineOf, statusOf } from './outline.ts';

export type CacheOptions = { readonly store: MatchStore; readonly clock: Clock; readonly journal: Journal };

/** Events after which a list shows another line, or the clock runs to another moment. */
const OUTLINED: ReadonlySet<GameEvent['kind']> = new Set([
  'phaseOpened',
  'sat',
  'matchEnded',
  'paused',
  'clockResumed',
  'deadlineMoved',
  'rewound',
]);

/** What the store keeps of a match besides its log: written after the acts that it tells of. */
export class MatchCaches {
  readonly #match: Match;
  readonly #options: CacheOptions;
  readonly #afterwrites: Afterwrites;

  constructor(match: Match, options: CacheOptions) {
    this.#match = match;
    this.#options = options;
    const { clock, journal } = options;
    this.#afterwrites = new Afterwrites(clock, (what, error) =>
      journal.warn({ match: match.id, what, error }, 'what tells of a match could not be stored; trying again'),
    );
    match.subscribe(({ events }) => {
      if (events.some(({ kind }) => OUTLINED.has(kind))) this.writeOutline();
    });
  }

  writeOutline(): void {
    this.#afterwrites.put('outline', () => {
      const { state, id } = this.#match;
      const { store, clock } = this.#options;
      return store.setOutline(id, statusOf(state), outlineOf(state), clock.now());
    });
  }

  close(): Promise<void> {
    return this.#afterwrites.close();
  }
}
