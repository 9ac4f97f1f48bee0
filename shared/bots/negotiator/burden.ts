import { indexOf } from '../../catalogue/scenario-index.ts';
import type { AgreementDraft } from '../../model/agreement.ts';
import { AREAS } from '../../model/area.ts';
import type { ClauseDraft, ClauseTerms } from '../../model/clause.ts';
import type { ActorId, PowerId } from '../../model/ids.ts';
import type { OrderPattern, Verb } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';

/** Hundredths of score: what a point of each is worth where it is spent. */
export const CAPITAL = 35;
export const MONEY = 7;
export const CALM = 10;
/** To be bound at all, to be owed something at all. */
const BOUND = 12;
const OWED = 8;
/** One of two doors, given away. */
const DOOR = 25;
const TO_COME = 55;
/** A secret told, and one learnt. */
const TOLD = 15;
const KNOWN = 45;

/** What a promise costs its obligor or spares its obligee beyond what it does to the board. */
export const sideOf = (scenario: Scenario, board: Board, clause: ClauseDraft, power: PowerId): number => {
  const owes = clause.by.includes(power);
  const gets = clause.to.includes(power) && !owes;
  if (!owes && !gets) return 0;
  const base = owes ? -BOUND : OWED;
  return base + (owes ? -burden(scenario, board, clause, power) : relief(scenario, board, clause, power));
};

const turnsOf = (scenario: Scenario, { from, until }: ClauseDraft): number =>
  Math.max(1, Math.min(scenario.lengths.standard, until ?? from + 5) - from + 1);

const burden = (scenario: Scenario, board: Board, clause: ClauseDraft, power: PowerId): number => {
  const { terms } = clause;
  switch (terms.kind) {
    case 'pay':
      return terms.amount * (terms.each ? turnsOf(scenario, clause) : 1) * MONEY;
    case 'do':
      return costOf(scenario, terms.order);
    case 'recognise':
      return CAPITAL + scenario.magnitudes.recognise.stability * CALM;
    case 'gate':
      return 'regime' in terms ? CALM * (regimeCost(scenario, terms, power) ?? 0) : 0;
    case 'welcome':
      return DOOR;
    case 'guarantee':
      return TO_COME;
    case 'disclose':
      return TOLD;
    case 'refrain':
      return clause.to.reduce((sum, to) => sum + Math.floor(threatOf(scenario, board, power, to, terms.order) / 3), 0);
    case 'supply':
      return clause.to.reduce((sum, to) => sum + discount(scenario, board, clause, terms, power, to), 0);
    default:
      return 0;
  }
};

const relief = (scenario: Scenario, board: Board, clause: ClauseDraft, power: PowerId): number => {
  const { terms } = clause;
  switch (terms.kind) {
    case 'pay':
      return terms.amount * (terms.each ? turnsOf(scenario, clause) : 1) * MONEY;
    case 'refrain':
      return clause.by.reduce((sum, by) => sum + threatOf(scenario, board, by, power, terms.order), 0);
    case 'disclose':
      return KNOWN;
    case 'guarantee':
      return terms.against.reduce((sum, rival) => sum + 6 * tensionWith(scenario, board, power, rival), 0);
    case 'supply':
      return clause.by.reduce((sum, by) => sum + discount(scenario, board, clause, terms, by, power), 0);
    default:
      return 0;
  }
};

type Regime = Extract<ClauseTerms, { readonly regime: unknown }>;
const regimeCost = (scenario: Scenario, { route, regime }: Regime, power: PowerId): number | undefined =>
  indexOf(scenario).routes.get(route)?.regimeCost[regime]?.[power];

export const tensionWith = (scenario: Scenario, board: Board, one: ActorId, other: ActorId): number => {
  let most = 0;
  for (const { id, parties } of scenario.fronts)
    if (parties.includes(one) && parties.includes(other)) most = Math.max(most, board.fronts[id]?.tension ?? 0);
  return most;
};

/** Capital and treasury that an order of a kind costs; of trade, where the area is left open. */
export const priceOf = (
  scenario: Scenario,
  { verb, area }: Pick<OrderPattern, 'verb' | 'area'>,
): { readonly capital: number; readonly treasury: number } => {
  const { action } = indexOf(scenario);
  return action(verb as Verb, area ?? null) ?? action(verb as Verb, 'trade') ?? { capital: 1, treasury: 0 };
};

/** What an order costs to give, in hundredths. */
export const costOf = (scenario: Scenario, order: Pick<OrderPattern, 'verb' | 'area'>): number => {
  const { capital, treasury } = priceOf(scenario, order);
  return capital * CAPITAL + treasury * MONEY;
};

/** Treasury a turn that a price of a supplier saves its buyer, over the term. */
const discount = (
  scenario: Scenario,
  board: Board,
  clause: ClauseDraft,
  terms: Extract<ClauseTerms, { readonly kind: 'supply' }>,
  by: ActorId,
  to: ActorId,
): number => {
  const { area, rates } = scenario.magnitudes.supply;
  if (terms.area !== area) return 5;
  const share = board.portfolios[to]?.[area][by] ?? 0;
  return Math.floor(
    (Math.max(0, (rates[2] ?? 0) - rates[terms.price]) * share * turnsOf(scenario, clause) * MONEY) / 100,
  );
};

/** What somebody could do to another by deeds of a kind, as likely as it is. */
export const threatOf = (
  scenario: Scenario,
  board: Board,
  by: ActorId,
  to: ActorId,
  { verb, host, area }: OrderPattern,
): number => {
  if (host !== undefined && host !== to) return OWED;
  switch (verb) {
    case 'squeeze':
    case 'influence': {
      const areas = area === undefined ? AREAS : [area];
      const strongest = Math.max(...areas.map((one) => board.portfolios[to]?.[one][by] ?? 0));
      return strongest < scenario.magnitudes.squeeze.minShare ? 0 : Math.floor((strongest * 5) / 4);
    }
    case 'force':
    case 'operate':
    case 'probe':
      return 14 * tensionWith(scenario, board, by, to);
    case 'covert':
    case 'destabilise':
      return 20;
    default:
      return OWED;
  }
};

/** Capital that a signature takes. */
export const signingCost = ({ magnitudes }: Scenario, { form }: AgreementDraft): number =>
  form === 'treaty' ? magnitudes.treaty.capital * CAPITAL : 0;
