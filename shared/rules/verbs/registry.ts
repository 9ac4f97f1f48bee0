import type { PowerId } from '../../model/ids.ts';
import { isFamily, type Order, type OrderPattern, orderMatches, VERB_FAMILIES, type Verb } from '../../model/order.ts';
import type { Refusal } from '../../model/refusal.ts';
import { costOf } from '../costs.ts';
import { blockadeRules, coupRules, destabiliseRules, sabotageRules, spyRules } from './covert.ts';
import { denounceRules, liftRules, mediateRules, monitorRules, recogniseRules, sanctionRules } from './diplomacy.ts';
import { deterRules, mobiliseRules, operateRules, probeRules, standDownRules } from './force.ts';
import { postGuardRules, setGateRules } from './gates.ts';
import type { Ground, Offered, VerbRules } from './ground.ts';
import { courtRules, hardenRules, squeezeRules } from './influence.ts';
import { awardRules, sponsorRules } from './projects.ts';

/** Every verb there is, in the order in which they are offered. */
const VERB_RULES: { readonly [V in Verb]: VerbRules<V> } = {
  court: courtRules,
  squeeze: squeezeRules,
  harden: hardenRules,
  setGate: setGateRules,
  postGuard: postGuardRules,
  mediate: mediateRules,
  monitor: monitorRules,
  recognise: recogniseRules,
  sanction: sanctionRules,
  lift: liftRules,
  denounce: denounceRules,
  sponsor: sponsorRules,
  award: awardRules,
  spy: spyRules,
  destabilise: destabiliseRules,
  coup: coupRules,
  sabotage: sabotageRules,
  blockade: blockadeRules,
  mobilise: mobiliseRules,
  standDown: standDownRules,
  deter: deterRules,
  probe: probeRules,
  operate: operateRules,
};

const ALL_RULES = Object.values(VERB_RULES);

export const everyOffer = (ground: Ground): Offered[] => {
  const offers: Offered[] = [];
  for (const rules of ALL_RULES) for (const offer of rules.offers(ground)) offers.push(offer);
  return offers;
};

/** What may be ordered of one verb. */
export const offersOf = (ground: Ground, verb: Verb): readonly Offered[] => VERB_RULES[verb].offers(ground);

export const refuseOrder = (ground: Ground, order: Order): Refusal | null =>
  (VERB_RULES[order.verb] as VerbRules<Verb>).refuse(ground, order);

/** Was there a legal order that matches, paid from what the power had? An excuse needs a no. (AG6) */
export const couldOrder = (ground: Ground, pattern: OrderPattern): boolean => {
  const verbs: readonly Verb[] = isFamily(pattern.verb) ? VERB_FAMILIES[pattern.verb] : [pattern.verb];
  return verbs.some((verb) =>
    VERB_RULES[verb].offers(ground).some(({ order }) => orderMatches(order, pattern) && canPay(ground, order)),
  );
};

const canPay = (ground: Ground, order: Order): boolean => {
  const { scenario, power, own, board, grievances } = ground;
  const cost = costOf(scenario, { gaps: board.gaps, grievances, turn: board.turn }, power as PowerId, [order]);
  return cost.capital <= own.capital && cost.treasury <= own.treasury;
};
