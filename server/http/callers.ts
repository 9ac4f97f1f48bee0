import type { Request } from 'express';
import type { Bans } from '../match/bans.ts';
import { isOperatorKey } from '../operator/operator-key.ts';
import { hashOf, type People } from '../people.ts';
import type { MatchStore, StoredPerson } from '../store/match-store.ts';
import type { AddressOf } from './addresses.ts';
import { bearerOf } from './answers.ts';
import { HttpProblem } from './problems.ts';
import { RateLimit } from './rate-limit.ts';

const DAY = 24 * 3_600_000;
/** Of one person in a minute, whatever address they come from. */
export const REQUESTS = 600;
/** What only an address stands for, in a minute: generous, because a whole school may be behind one. */
export const OF_STRANGERS = 6_000;
const MADE_UP_TOKENS = 2_000;
export const NEW_PEOPLE = 400;
export const NEW_PEOPLE_A_DAY = 5_000;
export const NEW_CLASSES = 30;
export const NEW_CLASSES_A_DAY = 300;
export const FAILED_CODES = 120;
/** Of one person in a day, which are theirs even where others of their address have failed too often. */
export const FAILED_CODES_OF_ONE = 10;
/** So many tokens are remembered as known. */
const REMEMBERED = 10_000;
const TOKEN = /^[0-9a-f]{32}$/;

type CallersOptions = {
  readonly people: People;
  readonly store: Pick<MatchStore, 'classByConsole' | 'fact' | 'putFact'>;
  readonly bans: Bans;
  readonly addressOf: AddressOf;
  readonly now: () => number;
};
export type Identified = { readonly person: StoredPerson; readonly token: string };

/**
 * Who asks, and how often they may. Whoever shows a token that the server gave out is counted by who they are; the
 * address counts only for those who show none, so that a school behind one address does not stop itself. A token that
 * somebody has made up counts as none.
 */
export class Callers {
  readonly #people: People;
  readonly #store: Pick<MatchStore, 'classByConsole' | 'fact' | 'putFact'>;
  readonly #bans: Bans;
  readonly #addressOf: AddressOf;
  readonly #requests: RateLimit;
  readonly #strangers: RateLimit;
  readonly #madeUp: RateLimit;
  readonly #newPeople: readonly RateLimit[];
  readonly #newClasses: readonly RateLimit[];
  readonly #failedCodes: RateLimit;
  readonly #failedCodesOfOne: RateLimit;
  /** Whose token it is, by its hash; what was asked for last comes last. Says who is counted, and opens nothing. */
  readonly #known = new Map<string, string>();

  constructor({ people, store, bans, addressOf, now }: CallersOptions) {
    this.#people = people;
    this.#store = store;
    this.#bans = bans;
    this.#addressOf = addressOf;
    this.#requests = new RateLimit(REQUESTS, now);
    this.#strangers = new RateLimit(OF_STRANGERS, now);
    this.#madeUp = new RateLimit(MADE_UP_TOKENS, now);
    this.#newPeople = [new RateLimit(NEW_PEOPLE, now), new RateLimit(NEW_PEOPLE_A_DAY, now, DAY)];
    this.#newClasses = [new RateLimit(NEW_CLASSES, now), new RateLimit(NEW_CLASSES_A_DAY, now, DAY)];
    this.#failedCodes = new RateLimit(FAILED_CODES, now);
    this.#failedCodesOfOne = new RateLimit(FAILED_CODES_OF_ONE, now, DAY);
  }

  /** Every request but the reading of the page. */
  async count(request: Request): Promise<void> {
    const address = this.#addressOf(request);
    const caller = await this.#callerOf(request, address);
    if (caller !== null && this.#bans.has(caller)) throw new HttpProblem('server/banned');
    const inTime = caller === null ? this.#strangers.spend(address) : this.#requests.spend(caller);
    if (!inTime) throw new HttpProblem('server/too-fast');
  }
  countClass(request: Request): void {
    this.#spend(this.#newClasses, request);
  }
  /** Runs what looks a code up; whoever keeps missing is made to wait. */
  async tryCode<T>(request: Request, look: () => Promise<T | null>): Promise<T> {
    const address = this.#addressOf(request);
    const person = (await this.person(request))?.key ?? null;
    const mayMiss = person !== null && !this.#failedCodesOfOne.isSpent(person);
    if (this.#failedCodes.isSpent(address) && !mayMiss) throw new HttpProblem('server/too-fast');
    const found = await look();
    if (found !== null) return found;
    this.#failedCodes.spend(address);
    if (person !== null) this.#failedCodesOfOne.spend(person);
    throw new HttpProblem('server/unknown-code');
  }

  person(request: Request): Promise<StoredPerson | null> {
    return this.#people.byToken(bearerOf(request));
  }
  async knownPerson(request: Request): Promise<StoredPerson> {
    const person = await this.person(request);
    if (person === null) throw new HttpProblem('server/unknown-person');
    return person;
  }
  /** Whoever comes without a token, or with one that is no longer known, is somebody new. */
  async personOrNew(request: Request, name: string): Promise<Identified> {
    const token = bearerOf(request);
    const person = await this.#people.byToken(token);
    if (person !== null && token !== null) return { person, token };
    return this.create(request, name);
  }
  async create(request: Request, name: string): Promise<Identified> {
    this.#spend(this.#newPeople, request);
    const made = await this.#people.create(name);
    this.know(made.token, made.person.key);
    return made;
  }

  /** A token that has just been given out, so that it need not be looked up. */
  know(token: string, caller: string): void {
    this.#remember(hashOf(token), caller);
  }

  #spend(limits: readonly RateLimit[], request: Request): void {
    const address = this.#addressOf(request);
    if (!limits.every((limit) => limit.spend(address))) throw new HttpProblem('server/too-fast');
  }

  /** Null: a stranger. What is not remembered is looked up, for an address that has not shown too much that nobody has. */
  async #callerOf(request: Request, address: string): Promise<string | null> {
    const token = bearerOf(request);
    if (token === null) return null;
    const hash = hashOf(token);
    const known = this.#known.get(hash);
    if (known !== undefined) return this.#remember(hash, known);
    // First of all: nobody must be able to shut the operator out.
    if (await isOperatorKey(this.#store, token)) return this.#remember(hash, 'operator');
    if (this.#madeUp.isSpent(address)) throw new HttpProblem('server/too-fast');
    const caller = TOKEN.test(token) ? await this.#lookUp(token, hash) : null;
    if (caller !== null) return this.#remember(hash, caller);
    this.#madeUp.spend(address);
    return null;
  }

  async #lookUp(token: string, hash: string): Promise<string | null> {
    const person = await this.#people.byToken(token);
    if (person !== null) return person.key;
    const facilitated = await this.#store.classByConsole(hash);
    return facilitated === null ? null : `class ${facilitated.id}`;
  }

  #remember(hash: string, caller: string): string {
    this.#known.delete(hash);
    this.#known.set(hash, caller);
    const [oldest] = this.#known.keys();
    if (this.#known.size > REMEMBERED && oldest !== undefined) this.#known.delete(oldest);
    return caller;
  }
}
