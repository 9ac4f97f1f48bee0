import { canonical } from '../../shared/kernel/canonical.ts';
import { digestOf } from '../../shared/kernel/digest.ts';
import type { SeatId } from '../../shared/model/ids.ts';
import type { Input } from '../../shared/model/input.ts';
import type { Reply } from '../../shared/protocol/messages.ts';

type Request = { readonly seat: SeatId; readonly person: string; readonly id: string; readonly input: Input };
/** `receiptFor`: the turn whose orders it confirmed; 0: none. */
type Given = { readonly version: number; readonly receiptFor: number };

/**
 * What has been acknowledged, so that a resend gets the same answer and has no effect. It is folded
 * from the log like everything else, and therefore outlives a restart. Of what was answered only what
 * cannot be had again is kept: a long match has some hundreds of inputs.
 */
export class Acknowledgements {
  readonly #about: { readonly salt: string; readonly match: string };
  /** By seat and person, then id: the place in the lists. */
  readonly #places = new Map<string, Map<string, number>>();
  readonly #inputs: Input[] = [];
  readonly #versions: number[] = [];
  readonly #receipts: number[] = [];

  constructor(salt: string, match: string) {
    this.#about = { salt, match };
  }

  /** `other`: the id was used before, for something else. */
  find(request: Request): { readonly kind: 'none' | 'other' } | { readonly kind: 'same'; readonly reply: Reply } {
    const place = this.#places.get(senderOf(request))?.get(request.id);
    const input = place === undefined ? undefined : this.#inputs[place];
    if (place === undefined || input === undefined) return { kind: 'none' };
    if (canonical(input) !== canonical(request.input)) return { kind: 'other' };
    const given = { version: this.#versions[place] ?? 0, receiptFor: this.#receipts[place] ?? 0 };
    return { kind: 'same', reply: this.#reply({ ...request, input }, given) };
  }

  /** Answers what is to be sent, now and to every resend. */
  give(request: Request, given: Given): Reply {
    const sender = senderOf(request);
    const places = this.#places.get(sender) ?? new Map<string, number>();
    this.#places.set(sender, places);
    places.set(request.id, this.#inputs.length);
    this.#inputs.push(request.input);
    this.#versions.push(given.version);
    this.#receipts.push(given.receiptFor);
    return this.#reply(request, given);
  }

  #reply({ seat, input }: Request, { version, receiptFor: turn }: Given): Reply {
    if (turn === 0 || input.kind !== 'submitOrders') return { ok: true, version };
    const { salt, match } = this.#about;
    return { ok: true, version, receipt: receiptFor(salt, { match, turn, power: seat }, input.orders) };
  }
}

const senderOf = ({ seat, person }: Request): string => `${seat} ${person}`;

/** Binds the orders that will run; can be checked by anybody once the salt is out, and guessed by nobody before. */
export const receiptFor = (
  salt: string,
  about: { readonly match: string; readonly turn: number; readonly power: string },
  orders: unknown,
): string => digestOf(salt, about.match, String(about.turn), about.power, canonical(orders));
