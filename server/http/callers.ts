import type { Request } from 'express';
import type { People } from '../people.ts';
import type { StoredPerson } from '../store/match-store.ts';
import { bearerOf } from './answers.ts';
import { HttpProblem } from './problems.ts';
import { RateLimit } from './rate-limit.ts';

/** New people, and new tables, by address: generous, because a whole school may be behind one. */
export const CREATIONS = 120;
export const FAILED_CODES = 60;
/** By person; and by address, because anybody can make up a token. */
export const REQUESTS = 600;
export const REQUESTS_OF_ADDRESS = 6_000;

export type Identified = { readonly person: StoredPerson; readonly token: string };

/** Who asks, and how often they may. */
export class Callers {
  readonly #people: People;
  readonly #newPeople: RateLimit;
  readonly #newTables: RateLimit;
  readonly #failedCodes: RateLimit;
  readonly #requests: RateLimit;
  readonly #addresses: RateLimit;

  constructor(people: People, now: () => number) {
    this.#people = people;
    this.#newPeople = new RateLimit(CREATIONS, now);
    this.#newTables = new RateLimit(CREATIONS, now);
    this.#failedCodes = new RateLimit(FAILED_CODES, now);
    this.#requests = new RateLimit(REQUESTS, now);
    this.#addresses = new RateLimit(REQUESTS_OF_ADDRESS, now);
  }

  /** Every request but the reading of the page. */
  count(request: Request): void {
    const address = addressOf(request);
    const inTime = this.#addresses.spend(address) && this.#requests.spend(bearerOf(request) ?? address);
    if (!inTime) throw new HttpProblem('server/too-fast');
  }
  countTable(request: Request): void {
    if (!this.#newTables.spend(addressOf(request))) throw new HttpProblem('server/too-fast');
  }
  /** Runs what looks a code up; whoever keeps missing is made to wait. */
  async tryCode<T>(request: Request, look: () => Promise<T | null>): Promise<T> {
    const address = addressOf(request);
    if (this.#failedCodes.isSpent(address)) throw new HttpProblem('server/too-fast');
    const found = await look();
    if (found !== null) return found;
    this.#failedCodes.spend(address);
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
    if (!this.#newPeople.spend(addressOf(request))) throw new HttpProblem('server/too-fast');
    return this.#people.create(name);
  }
}

/** As the connection has it: a header that claims another is not believed. */
const addressOf = (request: Request): string => request.socket.remoteAddress ?? 'unknown';
