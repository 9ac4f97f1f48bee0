import type { GameEvent } from '../../shared/model/event.ts';
import { isSealed } from '../../shared/replay/fold.ts';
import { RULES_VERSION } from '../../shared/replay/record.ts';
import type { MatchStore, StoredTurn } from '../store/match-store.ts';
import { Afterwrites } from './afterwrites.ts';
import type { Clock, Journal } from './clock.ts';
import { plainState } from './kept-events.ts';
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

/** ms after a match is opened: until then a class that was cut off is coming back, and seals take their time. */
const WHEN_ALL_ARE_BACK = 5_000;
/** ms between two turns that are written. */
const APART = 20;

/**
 * One after the other, of all matches of this process: a position takes milliseconds to copy and as many to write, in
 * which nobody else's input is stored. Many tables that close a turn at once would stand in each other's way.
 */
const inLine = (() => {
  let last: Promise<unknown> = Promise.resolve();
  return (write: () => Promise<void>): Promise<void> => {
    const done = last.then(() => new Promise((resolve) => setTimeout(resolve, APART))).then(write);
    last = done.catch(() => undefined);
    return done;
  };
})();

/** What the store keeps of a match besides its log: written after the acts that it tells of. */
export class MatchCaches {
  readonly #match: Match;
  readonly #options: CacheOptions;
  readonly #afterwrites: Afterwrites;
  #makeUp: (() => void) | null = null;

  constructor(match: Match, options: CacheOptions) {
    this.#match = match;
    this.#options = options;
    const { clock, journal } = options;
    this.#afterwrites = new Afterwrites(clock, (what, error) =>
      journal.warn({ match: match.id, what, error }, 'what tells of a match could not be stored; trying again'),
    );
    match.subscribe(({ events }) => {
      if (events.some(({ kind }) => OUTLINED.has(kind))) this.writeOutline();
      if (isSealed(events)) this.#writeTurn();
    });
  }

  writeOutline(): void {
    this.#afterwrites.put('outline', () => {
      const { state, id } = this.#match;
      const { store, clock } = this.#options;
      return store.setOutline(id, statusOf(state), outlineOf(state), clock.now());
    });
  }

  /** The process may have ended between a turn and its position; then it is the one of now, which has that turn in it. */
  makeUpTurn(): void {
    const { clock } = this.#options;
    const cancel = clock.after(WHEN_ALL_ARE_BACK, () => this.#makeUp?.());
    this.#makeUp = () => {
      cancel();
      this.#makeUp = null;
      // Its log may hold something else by now; whoever opens it next makes up for it.
      if (!this.#match.broken) this.#afterwrites.put('turn', () => this.#writeMissing());
    };
  }

  async #writeMissing(): Promise<void> {
    const { write, chain } = this.#turnOfNow();
    if (chain !== '' && (await this.#options.store.lastChain(this.#match.id)) !== chain) await write();
  }

  #writeTurn(): void {
    this.#afterwrites.put('turn', this.#turnOfNow().write);
  }

  /** As it stands now, when those who wait for the result have it: making a copy of it takes its time. */
  #turnOfNow(): { readonly chain: string; readonly write: () => Promise<void> } {
    const { id, state, seq, fold } = this.#match;
    const seals = [...fold.seals];
    const { turn = 0, chain = '' } = seals.at(-1) ?? {};
    const stored = (): StoredTurn => ({ turn, seq, chain, rules: RULES_VERSION, state: plainState(state), seals });
    return { chain, write: () => inLine(() => this.#options.store.putTurn(id, stored())) };
  }

  close(): Promise<void> {
    this.#makeUp?.();
    return this.#afterwrites.close();
  }
}
