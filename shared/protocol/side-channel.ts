import { z } from 'zod';
import type { ClauseTerms } from '../model/clause.ts';
import type { PowerId } from '../model/ids.ts';
import type { Order } from '../model/order.ts';
import type { DoorChange } from '../model/portfolio.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { TurnDigest, WelcomeMessage } from './messages.ts';

/** A match without a WebSocket: for programs in any language, and for networks that let none through. */

/** Seconds for which an answer may be held until there is news: less than proxies wait. */
export const LONGEST_WAIT = 25;

const whole = (most: number) => z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(most));
const viewer = z.enum(['spectator', 'facilitator']).exactOptional();
/** As the address has them: texts. */
export const viewQuery = z.strictObject({
  after: whole(Number.MAX_SAFE_INTEGER).exactOptional(),
  wait: whole(LONGEST_WAIT).exactOptional(),
  viewer,
});

/** `GET /api/matches/:id/view` → ViewReply: the whole view, or that it is still the one of version `after`. */
export type ViewReply =
  | {
      readonly changed: true;
      readonly version: number;
      /** the server's clock, ms */ readonly now: number;
      readonly view: SeatView;
      readonly digests: readonly TurnDigest[];
      readonly welcome: WelcomeMessage;
      /** who sits where, as everybody sees it now; nobody is told when it changes */
      readonly people: { readonly [power: PowerId]: readonly { readonly name: string; readonly online: boolean }[] };
    }
  | { readonly changed: false; readonly version: number; readonly now: number };

/** An order that may be given. With `needsDemand`, put one of `demands[host]` into `order.demand` first. */
export type OrderChoice = {
  readonly order: Order;
  readonly needsDemand: boolean;
  readonly cost: { readonly capital: number; readonly treasury: number };
  /** percent chance of success, from what the seat knows; absent where chance plays no part */ readonly odds?: number;
  /**
   * what bears on it. `welcome`, `barred`: the host's doors. `tired`: the same as last turn, counts half. `faded`: so
   * great a share grows slowly. `gap`, `grievance`: stronger or cheaper for that. `covert`: nobody else sees it.
   * `breach`: it would break a promise
   */
  readonly notes: readonly string[];
  readonly name: string;
  readonly precedent: string;
};
/** `GET /api/matches/:id/options` → OptionsReply. `has` is what all orders of a turn may cost together. */
export type OptionsReply = {
  readonly version: number;
  readonly has: { readonly capital: number; readonly treasury: number };
  /** each further order of a verb costs so much capital more, unless it is free */ readonly overstretch: number;
  readonly orders: readonly OrderChoice[];
  /** changes of one's own doors; one a turn */ readonly doors: readonly DoorChange[];
  /** what may be demanded of each host */ readonly demands: { readonly [host: PowerId]: readonly ClauseTerms[] };
};
