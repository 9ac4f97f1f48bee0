import { createHash, randomBytes } from 'node:crypto';
import type { MatchStore, PersonKey, StoredPerson, StoredToken, TokenHash, TokenKind } from './store/match-store.ts';

const TOKEN = /^[0-9a-f]{32}$/;
const HOUR = 3_600_000;
/** Browsers exchange theirs every month; a token that nobody has exchanged for this long is nobody's. */
const SESSION_FOR = 400 * 24 * HOUR;
/** Long enough to walk home with it. */
const RETURN_FOR = 12 * HOUR;
/** So many people are remembered as having left. */
const LEFT = 10_000;

/** The store knows only this of a token. */
export const hashOf = (token: string): TokenHash => createHash('sha256').update(token).digest('hex');
export const makeToken = (): string => randomBytes(16).toString('hex');

export type Session = { readonly person: StoredPerson; readonly token: StoredToken };
export type ReturnToken = { readonly token: string /** ms since 1970 */; readonly expiresAt: number };

/** Who somebody is: a name, and tokens that only their browsers keep. */
export class People {
  readonly #store: MatchStore;
  readonly #now: () => number;
  readonly #watchers = new Set<(person: PersonKey) => void>();
  #leavings = 0;
  /** At which of all leavings somebody last left; who did so last comes last. */
  readonly #leftAt = new Map<PersonKey, number>();
  /** The last of those that are no longer remembered. */
  #forgotten = 0;

  constructor(store: MatchStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async create(name: string): Promise<{ readonly token: string; readonly person: StoredPerson }> {
    const token = makeToken();
    const person = { key: randomBytes(16).toString('hex'), name, createdAt: this.#now() };
    await this.#store.addPerson(person, this.#row(token, person.key, 'session', this.#now() + SESSION_FOR));
    return { token, person };
  }

  /** Found through the hash, so that the time it takes tells nothing of the token. */
  async byToken(token: string | null | undefined, kind: TokenKind = 'session'): Promise<StoredPerson | null> {
    return (await this.session(token, kind))?.person ?? null;
  }
  async session(token: string | null | undefined, kind: TokenKind = 'session'): Promise<Session | null> {
    const stored = await this.#stored(token, kind);
    const person = stored === null ? null : await this.#store.person(stored.person);
    return stored === null || person === null ? null : { person, token: stored };
  }

  /**
   * A token that lets somebody in once, on another device: whoever has it is that person. It takes the place of any
   * given before.
   */
  async returnLink(person: PersonKey): Promise<ReturnToken> {
    const token = makeToken();
    const expiresAt = this.#now() + RETURN_FOR;
    await this.#store.dropTokens(person, ['return'], null);
    await this.#store.addToken(this.#row(token, person, 'return', expiresAt));
    return { token, expiresAt };
  }

  /** A token that reads when the person's turns end, and opens nothing else. It takes the place of the one before. */
  async feedToken(person: PersonKey): Promise<string> {
    const token = makeToken();
    await this.dropFeed(person);
    await this.#store.addToken(this.#row(token, person, 'feed', null));
    return token;
  }
  dropFeed(person: PersonKey): Promise<void> {
    return this.#store.dropTokens(person, ['feed'], null);
  }

  /**
   * Puts `next` in the place of a session's or a return link's token. The browser chooses `next` and keeps it before
   * it asks: if the answer is lost, one of the two is good, and it has both. Null: the old one opens nothing.
   */
  async exchange(old: string | null, next: string): Promise<StoredPerson | null> {
    const stored = (await this.#stored(old, 'session')) ?? (await this.#stored(old, 'return'));
    const person = stored === null ? null : await this.#store.person(stored.person);
    if (stored === null || person === null) return null;
    const row = this.#row(next, person.key, 'session', this.#now() + SESSION_FOR);
    return (await this.#store.exchangeToken(stored.hash, row)) ? person : null;
  }

  /** Every token of the person but this one opens nothing any more. Null: none is left. */
  async signOut(person: PersonKey, except: string | null): Promise<void> {
    await this.#store.dropTokens(person, ['session', 'return', 'feed'], except === null ? null : hashOf(except));
    this.left(person);
  }
  /** This token alone. */
  async drop(person: PersonKey, token: string): Promise<void> {
    await this.#store.dropToken(hashOf(token));
    this.left(person);
  }

  /** Told of everybody who has to show a token again. */
  watch(watcher: (person: PersonKey) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
  left(person: PersonKey): void {
    this.#leavings += 1;
    this.#leftAt.delete(person);
    this.#leftAt.set(person, this.#leavings);
    const [oldest] = this.#leftAt;
    if (this.#leftAt.size > LEFT && oldest !== undefined) {
      this.#leftAt.delete(oldest[0]);
      this.#forgotten = oldest[1];
    }
    for (const watcher of this.#watchers) watcher(person);
  }

  /** How often people have left so far: to be noted before a token is looked up. */
  get leavings(): number {
    return this.#leavings;
  }
  /** Whether what was let in at that count of leavings has to show a token again. Says so too often rather than too seldom. */
  hasLeftSince(person: PersonKey, leavings: number): boolean {
    return (this.#leftAt.get(person) ?? this.#forgotten) > leavings;
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
