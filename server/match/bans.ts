import type { MatchStore, PersonKey, StoredBan } from '../store/match-store.ts';
import type { Journal } from './clock.ts';

type BanOptions = {
  readonly store: Pick<MatchStore, 'bans'>;
  readonly now: () => number;
  readonly journal: Journal;
  /** Told of everybody who is excluded from now on, and again later where it has failed. */
  readonly onBanned: (person: PersonKey) => Promise<void>;
};

/**
 * Whom the operator has excluded: read again and again, because the operator's tool may write beside this process.
 * Asked at every door and at every request.
 */
export class Bans {
  readonly #options: BanOptions;
  #bans = new Map<PersonKey, StoredBan>();
  /** Of whom has been told, or is just being told. */
  readonly #told = new Set<PersonKey>();
  /** Complained of already. */
  readonly #failing = new Set<PersonKey>();

  constructor(options: BanOptions) {
    this.#options = options;
  }

  has(person: PersonKey): boolean {
    const ban = this.#bans.get(person);
    return ban !== undefined && (ban.until === null || ban.until > this.#options.now());
  }

  /** For the doors alone: before the server is up no table can be opened that somebody would have to be taken from. */
  async load(): Promise<void> {
    this.#bans = new Map((await this.#options.store.bans()).map((ban) => [ban.person, ban]));
  }

  async reload(): Promise<void> {
    await this.load();
    for (const person of this.#told) if (!this.has(person)) this.#told.delete(person);
    for (const person of this.#bans.keys()) if (this.has(person)) await this.#tell(person);
  }

  async #tell(person: PersonKey): Promise<void> {
    if (this.#told.has(person)) return;
    this.#told.add(person);
    try {
      await this.#options.onBanned(person);
      this.#failing.delete(person);
    } catch (error) {
      this.#told.delete(person);
      if (!this.#failing.has(person))
        this.#options.journal.warn({ error }, 'somebody excluded still sits at a table; trying again');
      this.#failing.add(person);
    }
  }
}
