import { createHash, randomBytes } from 'node:crypto';
import type { MatchStore, StoredPerson, StoredToken, TokenHash, TokenKind } from './store/match-store.ts';

const TOKEN = /^[0-9a-f]{32}$/;

/** The store knows only this of a token. */
export const hashOf = (token: string): TokenHash => createHash('sha256').update(token).digest('hex');
export const makeToken = (): string => randomBytes(16).toString('hex');

/** Who somebody is: a name, and tokens that only their browsers keep. */
export class People {
  readonly #store: MatchStore;
  readonly #now: () => number;

  constructor(store: MatchStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async create(name: string): Promise<{ readonly token: string; readonly person: StoredPerson }> {
    const token = makeToken();
    const person = { key: randomBytes(16).toString('hex'), name, createdAt: this.#now() };
    await this.#store.addPerson(person, this.#row(token, person.key, 'session', null));
    return { token, person };
  }

  /** Found through the hash, so that the time it takes tells nothing of the token. */
  async byToken(token: string | null | undefined, kind: TokenKind = 'session'): Promise<StoredPerson | null> {
    const stored = await this.#stored(token, kind);
    return stored === null ? null : this.#store.person(stored.person);
  }

  async #stored(token: string | null | undefined, kind: TokenKind): Promise<StoredToken | null> {
    if (typeof token !== 'string' || !TOKEN.test(token)) return null;
    const stored = await this.#store.token(hashOf(token));
    if (stored === null || stored.kind !== kind) return null;
    return stored.expiresAt !== null && stored.expiresAt <= this.#now() ? null : stored;
  }

  #row(token: string, person: string, kind: TokenKind, expiresAt: number | null): StoredToken {
    return { hash: hashOf(token), person, kind, createdAt: this.#now(), expiresAt };
  }
}
