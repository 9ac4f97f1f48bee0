import { AREAS } from '../../model/area.ts';
import type { ClauseTerms } from '../../model/clause.ts';
import type { PowerId } from '../../model/ids.ts';
import type { Concession, Order } from '../../model/order.ts';
import { demandsOn } from '../../rules/demand-terms.ts';
import { concededClause } from '../../rules/demands.ts';
import type { OrderOption } from '../../rules/legal-orders.ts';
import { unrestOf } from '../../rules/verbs/covert.ts';
import { clashesOf } from '../../rules/warnings.ts';
import { worthIfKept } from './appraisal.ts';
import { draftOf } from './bundles.ts';
import { CALM, CAPITAL, MONEY } from './burden.ts';
import { isWronged } from './hostile.ts';
import type { Mind } from './mind.ts';

type Squeeze = Extract<Order, { readonly verb: 'squeeze' | 'destabilise' }>;

/** A squeeze with the demand that suits best, and what to expect of it. */
export type Pressure = {
  readonly order: Squeeze;
  /** What it is worth to me if it is met, if not, and on the whole. */
  readonly met: number;
  readonly unmet: number;
  readonly worth: number;
  /** How likely the host gives way, in percent. */ readonly odds: number;
};

/** Hundredths of damage that a squeeze does to its host when it is defied. */
export const damageOf = ({ scenario, view }: Mind, host: PowerId, share: number): number => {
  const { stability, treasury } = scenario.magnitudes.squeeze;
  const now = view.tracks[host]?.stability ?? 50;
  const fear = now < 35 ? 3 : now < 50 ? 2 : 1;
  return Math.floor((share * (stability * CALM * fear + treasury * MONEY)) / 100);
};

/** The same for an attempt to destabilise it. */
const unrestDamage = ({ scenario, view }: Mind, host: PowerId, share: number): number => {
  const now = view.tracks[host]?.stability ?? 50;
  return unrestOf(scenario.magnitudes, share) * CALM * (now < 40 ? 2 : 1);
};

const conceded = (mind: Mind, host: PowerId, by: PowerId, terms: ClauseTerms, to: PowerId): number => {
  const clause = concededClause(host, by, terms, mind.board.turn);
  const draft = draftOf([by, host], [clause], {
    title: '-',
    visibility: 'public',
    form: 'statement',
    until: clause.until,
  });
  return worthIfKept(mind, draft, to);
};

/** What leverage is spent by it, in hundredths for each point of share. */
const LEVERAGE = 1;
const WORD = 6;
/** Chance that who has little to fear gives way, in percent. */
const UNHEEDED = 3;
/** Demands on one host that are looked at closely. */
const WEIGHED = 8;
/** Two capital, money, and the risk of being found out. */
const COVERT = 60;
/** Unseen, a grudge is worth more. */
const GRUDGE = 55;

/** The best demand for each squeeze that I could give. */
export const pressuresOf = (mind: Mind, options: readonly OrderOption[], most: number): Pressure[] => {
  const { scenario, board, me, luck } = mind;
  const hosts = new Map<PowerId, OrderOption[]>();
  for (const option of options)
    if (option.order.verb === 'squeeze' || option.order.verb === 'destabilise')
      hosts.set(option.order.host, [...(hosts.get(option.order.host) ?? []), option]);
  const found: Pressure[] = [];
  for (const [host, ways] of hosts) {
    const demands = luck
      .shuffled(demandsOn({ scenario, board, power: me, host }))
      .slice(0, mind.reach.tried * 3)
      .map((demand) => ({ demand, mine: conceded(mind, host, me, demand, me) }))
      .filter(({ mine }) => mine > 25)
      .sort((a, b) => b.mine - a.mine)
      .slice(0, WEIGHED)
      .map(({ demand, mine }) => ({
        demand,
        mine,
        theirs: conceded(mind, host, me, demand, host) - (clashes(mind, host, me, demand) ? TORN : 0),
      }));
    for (const { order, notes } of ways) {
      if ((order.verb !== 'squeeze' && order.verb !== 'destabilise') || notes.includes('tired')) continue;
      const share = board.portfolios[host]?.[order.verb === 'squeeze' ? order.area : 'politics'][me] ?? 0;
      const best = demands
        .map((one) => pressed(mind, { ...order, demand: one.demand }, share, one))
        .sort((a, b) => b.worth - a.worth)[0];
      if (best !== undefined) found.push(best);
    }
  }
  // One demand is made of a host at a time.
  const asked = new Set<PowerId>();
  return found
    .sort((a, b) => b.worth - a.worth)
    .filter(({ order }) => !asked.has(order.host) && asked.add(order.host))
    .slice(0, most);
};

const pressed = (
  mind: Mind,
  order: Squeeze,
  share: number,
  { mine, theirs }: { readonly mine: number; readonly theirs: number },
): Pressure => {
  const covert = order.verb === 'destabilise';
  const damage = covert ? unrestDamage(mind, order.host, share) : damageOf(mind, order.host, share);
  const feared = share >= mind.scenario.magnitudes.squeeze.minShare;
  const odds = feared ? Math.max(5, Math.min(90, 40 + Math.floor((damage + theirs) / 4))) : UNHEEDED;
  const aggrieved = isWronged(mind, order.host);
  const price = covert
    ? COVERT
    : aggrieved
      ? CAPITAL / 2
      : CAPITAL + WORD * mind.scenario.magnitudes.squeeze.credibility;
  const spent = covert ? 0 : LEVERAGE * share;
  const met = mine - price - Math.floor(spent / 4);
  // To hurt whom one has a grievance against is worth something by itself.
  const grudge = aggrieved && covert ? Math.floor((GRUDGE * mind.character.bold * mind.reach.grudge) / 10_000) : 0;
  const unmet = grudge + Math.floor(damage / (aggrieved ? 3 : 5)) - price - Math.floor(spent / 2);
  const worth = Math.floor((odds * met + (100 - odds) * unmet) / 100);
  const loaded: Squeeze = aggrieved && !covert ? { ...order, grievance: true } : order;
  return { order: loaded, met, unmet, worth, odds };
};

const MOST_CONCESSIONS = 24;

/** What I would grant rather than be squeezed: to whom has a hold on me, what costs less than the damage. */
export const concessionsOf = (mind: Mind): readonly Concession[] => {
  const { scenario, board, me, others, character } = mind;
  const list: Concession[] = [];
  for (const power of others) {
    const share = Math.max(...AREAS.map((area) => board.portfolios[me]?.[area][power] ?? 0));
    if (share < scenario.magnitudes.squeeze.minShare) continue;
    const bearable = (damageOf(mind, me, share) * character.meek) / 100 - scenario.magnitudes.squeeze.givingIn * CALM;
    const costs = new Map<string, { readonly concession: Concession; readonly demands: ClauseTerms[]; cost: number }>();
    for (const demand of demandsOn({ scenario, board, power, host: me })) {
      const concession = grantOf(power, demand);
      const key = JSON.stringify(concession);
      const cost = -conceded(mind, me, power, demand, me);
      const known = costs.get(key);
      if (known === undefined) costs.set(key, { concession, demands: [demand], cost });
      else {
        known.cost = Math.max(known.cost, cost);
        known.demands.push(demand);
      }
    }
    for (const { concession, cost, demands } of costs.values())
      if (
        list.length < MOST_CONCESSIONS &&
        cost < bearable &&
        demands.every((demand) => !clashes(mind, me, power, demand))
      )
        list.push(concession);
  }
  return list.slice(0, MOST_CONCESSIONS);
};

/** What is promised already, as far as I know, and could not be kept beside it, is not granted. */
const TORN = 400;

const clashes = (mind: Mind, host: PowerId, by: PowerId, terms: ClauseTerms): boolean => {
  const clause = concededClause(host, by, terms, mind.board.turn);
  const draft = draftOf([by, host], [clause], {
    title: '-',
    visibility: 'public',
    form: 'statement',
    until: null,
  });
  return clashesOf(mind.scenario, mind.view, draft).some(({ power }) => power === host);
};

/** The narrowest concession that would grant a demand. */
const grantOf = (to: PowerId, demand: ClauseTerms): Concession => {
  switch (demand.kind) {
    case 'pay':
      return { to, kind: 'pay', amount: demand.amount };
    case 'welcome':
    case 'supply':
      return { to, kind: demand.kind, area: demand.area };
    case 'gate':
      return 'route' in demand ? { to, kind: 'gate', route: demand.route } : { to, kind: 'gate', gate: demand.gate };
    default:
      return { to, kind: demand.kind };
  }
};
