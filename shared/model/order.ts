import type { Area } from './area.ts';
import type { GateStatus, Guard } from './asset.ts';
import type { ClauseTerms } from './clause.ts';
import type { ActorId, GateId, PowerId, RouteId } from './ids.ts';
import type { DoorChange } from './portfolio.ts';

export const VERBS = ['court', 'squeeze', 'harden', 'setGate', 'postGuard'] as const;
export type Verb = (typeof VERBS)[number];

/**
 * One instruction for a turn. `grievance` spends a grievance against the host: half the capital and
 * no credibility. A squeeze carries its demand: what the host would promise to be spared.
 */
export type Order =
  | { readonly verb: 'court'; readonly host: ActorId; readonly area: Area }
  | {
      readonly verb: 'squeeze';
      readonly host: PowerId;
      readonly area: Area;
      readonly demand: ClauseTerms;
      readonly grievance?: boolean;
    }
  | { readonly verb: 'harden'; readonly area: Area }
  | { readonly verb: 'setGate'; readonly gate: GateId; readonly status: GateStatus }
  | { readonly verb: 'postGuard'; readonly gate: GateId; readonly guard: Guard };

/** Which orders a `do` or `refrain` clause speaks of: every field that is present must match. */
export type OrderPattern = {
  readonly verb: Verb;
  readonly host?: ActorId;
  readonly area?: Area;
  readonly gate?: GateId;
  readonly status?: GateStatus;
};

/** What its host would grant if squeezed: to whom, and which clause. Never seen by anybody else. */
export type Concession = {
  readonly to: PowerId | 'anyone';
  readonly kind: ClauseTerms['kind'];
  readonly area?: Area;
  readonly gate?: GateId;
  readonly route?: RouteId;
  /** For `pay`: at most this much. */ readonly amount?: number;
};

/** A power's whole turn. The last one submitted is what runs; null doors change nothing. */
export type OrderSet = {
  readonly orders: readonly Order[];
  readonly doors: DoorChange | null;
  readonly concessions: readonly Concession[];
};

export const NO_ORDERS: OrderSet = { orders: [], doors: null, concessions: [] };

/** Two orders with the same key in one set are one too many; it also remembers last turn's orders for fatigue. */
export const orderKey = (order: Order): string => {
  switch (order.verb) {
    case 'court':
    case 'squeeze':
      return `${order.verb}/${order.area}/${order.host}`;
    case 'harden':
      return `harden/${order.area}`;
    case 'setGate':
    case 'postGuard':
      return `${order.verb}/${order.gate}`;
    default:
      return order satisfies never;
  }
};

export const orderMatches = (order: Order, pattern: OrderPattern): boolean =>
  order.verb === pattern.verb &&
  (pattern.host === undefined || ('host' in order && order.host === pattern.host)) &&
  (pattern.area === undefined || ('area' in order && order.area === pattern.area)) &&
  (pattern.gate === undefined || ('gate' in order && order.gate === pattern.gate)) &&
  (pattern.status === undefined || ('status' in order && order.status === pattern.status));
