import type { ClauseDraft, ClauseTerms } from '../model/clause.ts';
import type { PowerId } from '../model/ids.ts';
import type { Concession } from '../model/order.ts';

/** Would a host that conceded this grant what is demanded? */
export const grants = (concession: Concession, demand: ClauseTerms, squeezer: PowerId): boolean => {
  if (concession.kind !== demand.kind || (concession.to !== 'anyone' && concession.to !== squeezer)) return false;
  if (concession.amount !== undefined && demand.kind === 'pay' && demand.amount > concession.amount) return false;
  if (concession.area !== undefined && areaOf(demand) !== concession.area) return false;
  if (concession.gate !== undefined && !('gate' in demand && demand.gate === concession.gate)) return false;
  return concession.route === undefined || ('route' in demand && demand.route === concession.route);
};

const areaOf = (terms: ClauseTerms): string | undefined =>
  terms.kind === 'welcome' || terms.kind === 'supply'
    ? terms.area
    : terms.kind === 'do' || terms.kind === 'refrain'
      ? terms.order.area
      : undefined;

/** Turns that what was granted under pressure binds for: money at once, a deed within two, what lasts for three. */
const TURNS: { readonly [K in ClauseTerms['kind']]: number } = {
  do: 2,
  recognise: 2,
  disclose: 1,
  refrain: 3,
  pay: 3,
  welcome: 3,
  gate: 3,
  host: 3,
  supply: 3,
  guarantee: 3,
  member: 3,
};

/** What was granted under pressure, as a clause that binds from the next turn. */
export const concededClause = (host: PowerId, squeezer: PowerId, demand: ClauseTerms, turn: number): ClauseDraft => {
  const turns = demand.kind === 'pay' && !demand.each ? 1 : TURNS[demand.kind];
  return { by: [host], to: [squeezer], terms: demand, from: turn + 1, until: turn + turns };
};
