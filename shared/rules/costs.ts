import { indexOf } from '../catalogue/scenario-index.ts';
import type { PowerId } from '../model/ids.ts';
import type { Order } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board, Gap } from '../model/state.ts';

export type Cost = { readonly capital: number; readonly treasury: number };
export type SetCost = Cost & { readonly each: readonly Cost[] };

/** What a cost depends on besides the catalogue: things that everybody can see, and one's own grievances. */
export type CostGround = Pick<Board, 'gaps' | 'grievances' | 'turn'>;

/** A patron's half price: its share of this host and area has just been cut fast. */
export const patronGap = (
  ground: Pick<Board, 'gaps' | 'turn'>,
  power: PowerId,
  host: string,
  area: string,
): Gap | undefined =>
  ground.gaps.find(
    (gap) => gap.patron && gap.supplier === power && gap.host === host && gap.area === area && gap.until >= ground.turn,
  );

export const holdsGrievance = (ground: Pick<Board, 'grievances' | 'turn'>, holder: PowerId, against: string): boolean =>
  ground.grievances.some(
    (grievance) => grievance.holder === holder && grievance.against === against && grievance.until >= ground.turn,
  );

/**
 * Capital and treasury of a set of orders, in the order given. Overstretch: each further order of
 * the same verb costs more; free actions stay free. (VB5)
 */
export const costOf = (scenario: Scenario, ground: CostGround, power: PowerId, orders: readonly Order[]): SetCost => {
  const given = new Map<string, number>();
  const each = orders.map((order) => {
    const before = given.get(order.verb) ?? 0;
    given.set(order.verb, before + 1);
    return oneCost(scenario, ground, power, order, before);
  });
  return {
    capital: each.reduce((sum, cost) => sum + cost.capital, 0),
    treasury: each.reduce((sum, cost) => sum + cost.treasury, 0),
    each,
  };
};

/** `before`: how many orders of the same verb come first. */
export const oneCost = (scenario: Scenario, ground: CostGround, power: PowerId, order: Order, before: number): Cost => {
  const action = indexOf(scenario).action(order.verb, 'area' in order ? order.area : null);
  if (action === null) return { capital: 99, treasury: 99 };
  const base = halvedBy(ground, power, order) ? Math.floor(action.capital / 2) : action.capital;
  return {
    capital: base + (action.capital > 0 ? before * scenario.magnitudes.overstretch : 0),
    treasury: action.treasury,
  };
};

const halvedBy = (ground: CostGround, power: PowerId, order: Order): boolean =>
  order.verb === 'squeeze' &&
  ((order.grievance === true && holdsGrievance(ground, power, order.host)) ||
    patronGap(ground, power, order.host, order.area) !== undefined);
