import type { PowerId } from '../model/ids.ts';
import type { StandingOrders } from '../model/order.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';

const MOST = 6;

/** Standing orders are checked when they run; here only that they can be read. */
export const refuseStandingOrders = (
  _scenario: Scenario,
  _state: MatchState,
  _power: PowerId,
  standing: StandingOrders,
): Refusal | null => (standing.orders.length > MOST ? refuse('orders/not-allowed', { why: 'many', most: MOST }) : null);
