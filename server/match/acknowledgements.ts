import { hash } from 'node:crypto';
import { canonical } from '../../shared/kernel/canonical.ts';
import { digestOf } from '../../shared/kernel/digest.ts';
import type { SeatId } from '../../shared/model/ids.ts';
import type { Input } from '../../shared/model/input.ts';
import type { Reply } from '../../shared/protocol/messages.ts';

type Request = { readonly seat: SeatId; readonly person: string; readonly id: string; readonly input: Input };
/** `receiptFor`: the turn whose orders it confirmed; 0: none. */
type Given = { readonly version: number; readonly receiptFor: number };

/** Numbers kept of one answer: 64 bits of whose request it was, 32 of what it said, then its version and turn in one. */
const WIDTH = 4;
/** Turns that a version is counted between. */
const TURNS = 256;
/** Answers by which the room for them grows. */
const MORE = 32;

/**
 * What has been acknowledged, so that a resend gets the same answer and has no effect. It is folded
 * from the log like everything else, and therefore outlives a restart. Nothing is kept of a request but
 * marks by which it is known again: whoever resends it brings the rest.
 */
export class Acknowledgements {
  readonly #about: { readonly salt: string; readonly match: string };
  #rows = new Uint32Array(MORE * WIDTH);
  #count = 0;
  /** Whose request was looked for last: it is noted next, as a rule. */
  #last: { readonly sender: string; readonly mark: readonly [number, number] } | null = null;

  constructor(salt: string, match: string) {
    this.#about = { salt, match };
  }

  /** `other`: the id was used before, for something else. */
  find(request: Request): { readonly kind: 'none' | 'other' } | { readonly kind: 'same'; readonly reply: Reply } {
    const rows = this.#rows;
    const [a, b] = this.#markOfSender(request);
    for (let at = 0; at < this.#count * WIDTH; at += WIDTH) {
      if (rows[at] !== a || rows[at + 1] !== b) continue;
      if (rows[at + 2] !== this.#markOf(canonical(request.input))[0]) return { kind: 'other' };
      const given = rows[at + 3] ?? 0;
      const version = Math.floor(given / TURNS);
      return { kind: 'same', reply: this.answer(request, { version, receiptFor: given % TURNS }) };
    }
    return { kind: 'none' };
  }

  /** From now on a resend is known, and answered as `answer` does. */
  note(request: Request, given: Given): void {
    const at = this.#count * WIDTH;
    if (at === this.#rows.length) {
      const wider = new Uint32Array(at + MORE * WIDTH);
      wider.set(this.#rows);
      this.#rows = wider;
    }
    const [said] = this.#markOf(canonical(request.input));
    this.#rows.set([...this.#markOfSender(request), said, given.version * TURNS + given.receiptFor], at);
    this.#count += 1;
  }

  /** What is sent, now and to every resend: a receipt takes longer to make than to fold a line. */
  answer({ seat, input }: Request, { version, receiptFor: turn }: Given): Reply {
    if (turn === 0 || input.kind !== 'submitOrders') return { ok: true, version };
    const { salt, match } = this.#about;
    return { ok: true, version, receipt: receiptFor(salt, { match, turn, power: seat }, input.orders) };
  }

  #markOfSender(request: Request): readonly [number, number] {
    const sender = senderOf(request);
    if (this.#last?.sender !== sender) this.#last = { sender, mark: this.#markOf(sender) };
    return this.#last.mark;
  }
  /** By the match's secret, so that nobody can look for two that have the same. */
  #markOf(text: string): readonly [number, number] {
    const bytes = hash('sha256', `${this.#about.salt} ${text}`, 'buffer');
    return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  }
}

const senderOf = ({ seat, person, id }: Request): string => `${seat} ${person} ${id}`;

/** Binds the orders that will run; can be checked by anybody once the salt is out, and guessed by nobody before. */
export const receiptFor = (
  salt: string,
  about: { readonly match: string; readonly turn: number; readonly power: string },
  orders: unknown,
): string => digestOf(salt, about.match, String(about.turn), about.power, canonical(orders));
