import type { MatchStore, PersonKey, StoredBan } from '../store/match-store.ts';

type BanOptions = {
  readonly store: Pick<MatchStore, 'bans'>;
  readonly now: () => number;
  /** Told once of everybody who is excluded from now on. */ readonly onBanned: (person: PersonKey) => Promise<void>;
};

/**
 * Whom the operator has excluded: read again and again, because the operator's tool may write beside this process.
 * Asked at every door and at every request.
 */
export class Bans {
  readonly #options: BanOptions;
  #bans = new Map<PersonKey, StoredBan>();

  constructor(options: BanOptions) {
    this.#options = options;
  }

  has(person: PersonKey): boolean {
    const ban = this.#bans.get(person);
    return ban !== undefined && (ban.until === null || ban.until > this.#options.now());
  }

  async reload(): Promise<void> {
    const before = this.#bans;
    this.#bans = new Map((await this.#options.store.bans()).map((ban) => [ban.person, ban]));
    for (const person of this.#bans.keys()) {
      if (!before.has(person) && this.has(person)) await this.#options.onBanned(person);
    }
  }
}
