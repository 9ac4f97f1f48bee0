import { createHash, randomBytes } from 'node:crypto';
import type { MatchStore, PersonKey, StoredPerson } from './store/match-store.ts';

const TOKEN = /^[0-9a-f]{32}$/;

/** The store and the log know only this of a token. */
export const keyOf = (token: string): PersonKey => createHash('sha256').update(token).digest('hex');
export const makeToken = (): string => randomBytes(16).toString('hex');

/** Who somebody is: a name and a token that only their browser keeps. */
export class People {
  readonly #store: MatchStore;
  readonly #now: () => number;

  constructor(store: MatchStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async create(name: string): Promise<{ readonly token: string; readonly person: StoredPerson }> {
    const token = makeToken();
    const person = { key: keyOf(token), name, createdAt: this.#now() };
    await this.#store.addPerson(person);
    return { token, person };
  }

  /** Found through the hash, so that the time it takes tells nothing of the token. */
  async byToken(token: string | null | undefined): Promise<StoredPerson | null> {
    return typeof token === 'string' && TOKEN.test(token) ? this.#store.person(keyOf(token)) : null;
  }
}
