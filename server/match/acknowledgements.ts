import { canonical } from '../../shared/kernel/canonical.ts';
import { digestOf } from '../../shared/kernel/digest.ts';
import type { SeatId } from '../../shared/model/ids.ts';
import type { Input } from '../../shared/model/input.ts';
import type { Reply } from '../../shared/protocol/messages.ts';

type Request = { readonly seat: SeatId; readonly person: string; readonly id: string; readonly input: Input };

/**
 * What has been acknowledged, so that a resend gets the same answer and has no effect. It is folded
 * from the log like everything else, and therefore outlives a restart.
 */
export class Acknowledgements {
  readonly #given = new Map<string, { readonly content: string; readonly reply: Reply }>();

  /** `other`: the id was used before, for something else. */
  find(request: Request): { readonly kind: 'none' | 'other' } | { readonly kind: 'same'; readonly reply: Reply } {
    const given = this.#given.get(keyOf(request));
    if (given === undefined) return { kind: 'none' };
    return given.content === contentOf(request) ? { kind: 'same', reply: given.reply } : { kind: 'other' };
  }

  give(request: Request, reply: Reply): void {
    this.#given.set(keyOf(request), { content: contentOf(request), reply });
  }
}

const keyOf = (request: Request): string => `${request.seat} ${request.person} ${request.id}`;
const contentOf = (request: Request): string => digestOf(canonical(request.input));

/** Binds the orders that will run; can be checked by anybody once the salt is out, and guessed by nobody before. */
export const receiptFor = (
  salt: string,
  about: { readonly match: string; readonly turn: number; readonly power: string },
  orders: unknown,
): string => digestOf(salt, about.match, String(about.turn), about.power, canonical(orders));
