import { readFormula } from '../catalogue/formula.ts';
import { FORMULA_FUNCTIONS } from '../catalogue/formula-functions.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import { lookUp } from '../kernel/look-up.ts';
import type { Condition } from '../model/effect.ts';
import type { PowerId } from '../model/ids.ts';
import type { Order, OrderPattern, StandingOrders } from '../model/order.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { PRIVATE_TRACKS } from '../model/track.ts';
import { isGuard } from './guards.ts';
import { knowsOf } from './verbs/ground.ts';

const MOST = 12;

/** What stands in a field of an order, a pattern or a condition; ids that one may not know of do not exist. */
type Desk = { readonly scenario: Scenario; readonly state: MatchState; readonly power: PowerId };
/** `private`: it speaks of what only another seat knows. */
type Fault = 'private' | 'unknown' | null;

/**
 * Standing orders speak of things that exist, and their conditions of what the seat may know. Whether an
 * order may be given and paid for is asked when it runs. (AB2)
 */
export const refuseStandingOrders = (
  scenario: Scenario,
  state: MatchState,
  power: PowerId,
  standing: StandingOrders,
): Refusal | null => {
  if (standing.orders.length > MOST) return refuse('orders/not-allowed', { why: 'many', most: MOST });
  const desk = { scenario, state, power };
  for (const [i, { when, order }] of standing.orders.entries()) {
    const number = i + 1;
    if (!isWritten(desk, order)) return refuse('orders/unknown', { number });
    const fault = when === null ? null : faultOf(desk, when);
    if (fault !== null) return refuse('orders/not-allowed', { why: fault, number });
  }
  return null;
};

const knowsAgreement = ({ state, power }: Desk, id: string): boolean => {
  const agreement = lookUp(state.board.agreements, id);
  return agreement !== undefined && knowsOf(agreement, power);
};

/** Does every field name something? Fields that are absent, and areas and the like, are in order. */
const isWritten = (desk: Desk, order: Order | OrderPattern): boolean => {
  const { scenario } = desk;
  const index = indexOf(scenario);
  const named = order as { readonly [field: string]: unknown };
  const isIn = (field: string, known: (id: string) => boolean): boolean => {
    const value = named[field];
    return value === undefined || (typeof value === 'string' && known(value));
  };
  const isActor = (id: string): boolean => index.actors.includes(id);
  return (
    isIn('host', isActor) &&
    isIn('sponsor', isActor) &&
    isIn('what', (id) => isActor(id) || index.fronts.has(id)) &&
    isIn('gate', (id) => index.gates.has(id)) &&
    isIn('front', (id) => index.fronts.has(id)) &&
    isIn('project', (id) => index.projects.has(id)) &&
    isIn('measure', (id) => index.measures.has(id)) &&
    isIn('prize', (id) => index.prizes.has(id)) &&
    isIn('agreement', (id) => knowsAgreement(desk, id)) &&
    (!('guard' in order) || isGuard(scenario, order.guard))
  );
};

const unless = (known: boolean): Fault => (known ? null : 'unknown');

const faultOf = (desk: Desk, condition: Condition): Fault => {
  const { scenario, state, power } = desk;
  const index = indexOf(scenario);
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.reduce<Fault>((fault, part) => fault ?? faultOf(desk, part), null);
    case 'not':
      return faultOf(desk, condition.of);
    case 'turn':
    case 'quarter':
      return null;
    case 'track':
      if (!index.isPower.has(condition.power)) return 'unknown';
      return condition.power !== power && PRIVATE_TRACKS.includes(condition.track) ? 'private' : null;
    case 'share':
    case 'welcome':
      return unless(
        lookUp(state.board.portfolios, condition.host) !== undefined && scenario.suppliers.includes(condition.supplier),
      );
    case 'tension':
      return unless(index.fronts.has(condition.front));
    case 'flow':
    case 'regime':
      return unless(index.routes.has(condition.route));
    case 'gate':
      return unless(index.gates.has(condition.gate));
    case 'inForce':
      return unless(knowsAgreement(desk, condition.agreement));
    case 'stands':
      return unless(index.measures.has(condition.measure));
    case 'secretDeal':
      return 'private';
    case 'ordered':
      return unless(index.isPower.has(condition.power) && isWritten(desk, condition.order));
    case 'formula':
      return faultOfFormula(desk, condition.formula);
    default:
      return condition satisfies never;
  }
};

const faultOfFormula = (desk: Desk, text: string): Fault => {
  const reading = readFormula(text);
  if (!reading.ok) return 'unknown';
  for (const { name, args } of reading.terms) {
    if (name === null) continue;
    const { takes } = FORMULA_FUNCTIONS[name];
    for (const [i, arg] of args.entries()) {
      if (takes[i] === 'agreement' && !knowsAgreement(desk, arg)) return 'unknown';
      if (takes[i] === 'track' && args[i - 1] !== desk.power && (PRIVATE_TRACKS as readonly string[]).includes(arg))
        return 'private';
    }
  }
  return null;
};
