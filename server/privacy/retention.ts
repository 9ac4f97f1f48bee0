import type { MatchId } from '../../shared/model/ids.ts';
import { forsakenTables, isForsaken, type Lookout } from '../match/abandoned.ts';
import type { ClassId } from '../store/match-store.ts';
import { type ClosingOptions, closeMatch } from './closing.ts';

export type RetentionOptions = ClosingOptions & {
  readonly now: () => number;
};

const DAY = 86_400_000;
/** Tables that never started are gone after this long. */
const NEVER_STARTED = 90 * DAY;

/** Erases what has been kept for as long as was said, whether or not somebody looks at it. */
export class Retention {
  readonly #options: RetentionOptions;
  readonly #since: number;
  #sweeping: Promise<void> | null = null;

  constructor(options: RetentionOptions) {
    this.#options = options;
    this.#since = options.now();
  }

  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = null;
    });
    return this.#sweeping;
  }

  /** A class with all its tables and everything that was said at them. */
  async eraseClass(id: ClassId): Promise<void> {
    const { store, closeRooms } = this.#options;
    const tables = (await store.classTables(id)).map(({ match }) => match);
    for (const match of tables) await closeMatch(this.#options, match);
    await store.eraseClass(id);
    // Whoever asked for one in between has it open again, with nothing behind it.
    for (const match of tables) await closeMatch(this.#options, match);
    await closeRooms(id);
  }

  async #sweep(): Promise<void> {
    const { store, directory, now } = this.#options;
    const expired = await store.expired(now(), directory.keepDays, now() - NEVER_STARTED);
    for (const match of expired) await this.#erase(match);
    const lookout: Lookout = { store, directory, now, since: this.#since };
    for (const match of await forsakenTables(lookout)) await this.#erase(match, () => isForsaken(lookout, match));
    for (const id of await store.emptyClasses()) await this.eraseClass(id);
    await store.dropExpired(now());
  }

  /** `still`: whether it is to go after all, asked once more when nobody can act there. */
  async #erase(match: MatchId, still = async (): Promise<boolean> => true): Promise<void> {
    if (!(await still())) return;
    await closeMatch(this.#options, match);
    if (!(await still())) return;
    await this.#options.store.eraseMatch(match);
    await closeMatch(this.#options, match);
  }
}
