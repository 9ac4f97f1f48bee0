import { indexOf } from '../catalogue/scenario-index.ts';
import type { AgreementDraft } from '../model/agreement.ts';
import type { Area } from '../model/area.ts';
import type { ClauseDraft } from '../model/clause.ts';
import type { ActorId, PowerId } from '../model/ids.ts';
import type { Order, OrderPattern } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { scoreOf } from '../rules/scores.ts';
import { signedBoard } from './negotiator/kept.ts';

/** Hundredths of score that one treasury point, one promise owed and one promise held are reckoned at. */
const MONEY = 12;
const PROMISE = 15;

const shift = (board: Board, host: ActorId, area: Area, supplier: ActorId, points: number): Board => {
  const portfolio = board.portfolios[host];
  const row = portfolio?.[area];
  if (portfolio === undefined || row === undefined || host === supplier) return board;
  const total = 100 - (row[supplier] ?? 0);
  const gain = Math.min(points, total);
  const next: Record<string, number> = {};
  for (const [key, value] of Object.entries(row))
    next[key] = key === supplier ? value + gain : Math.max(0, value - Math.floor((gain * value) / Math.max(1, total)));
  next[supplier] ??= gain;
  return { ...board, portfolios: { ...board.portfolios, [host]: { ...portfolio, [area]: next } } };
};

/** The board as it would about be if a promise were kept. */
const kept = (board: Board, clause: ClauseDraft): Board => {
  const { terms } = clause;
  switch (terms.kind) {
    case 'do':
      return clause.by.reduce((now, by) => ifOrdered(now, by, terms.order), board);
    case 'host':
      return hosted(board, terms.site, terms.operator, terms.hosted);
    case 'welcome':
      return terms.open ? clause.by.reduce((now, by) => shift(now, by, terms.area, terms.supplier, 4), board) : board;
    case 'gate': {
      if ('regime' in terms) return { ...board, routes: { ...board.routes, [terms.route]: { regime: terms.regime } } };
      const gate = board.gates[terms.gate];
      if (gate === undefined) return board;
      return {
        ...board,
        gates: {
          ...board.gates,
          [terms.gate]: 'status' in terms ? { ...gate, status: terms.status } : { ...gate, guard: terms.guard },
        },
      };
    }
    default:
      return board;
  }
};

/** A site that is named comes or goes; of a kind of site nothing is reckoned. */
const hosted = (board: Board, id: string, operator: ActorId, stays: boolean): Board => {
  const site = board.sites[id];
  if (site === undefined || (!stays && site.operator !== operator)) return board;
  const next = stays ? { operator, level: Math.max(1, site.level) } : { ...site, level: 0 };
  return { ...board, sites: { ...board.sites, [id]: next } };
};

const ifOrdered = (
  board: Board,
  by: PowerId,
  pattern: Pick<OrderPattern, 'verb' | 'host' | 'area' | 'measure'>,
): Board => {
  if (pattern.verb === 'lift' && pattern.measure !== undefined && board.measures[pattern.measure] === 'stands')
    return { ...board, measures: { ...board.measures, [pattern.measure]: 'lifted' } };
  if (pattern.verb === 'court' && pattern.host !== undefined && pattern.area !== undefined)
    return shift(board, pattern.host, pattern.area, by, 3);
  if (pattern.verb === 'harden' && pattern.area !== undefined) return shift(board, by, pattern.area, 'own', 2);
  return board;
};

const aside = (clause: ClauseDraft, me: PowerId): number => {
  const owed = clause.by.includes(me) ? -PROMISE : 0;
  const held = clause.to.includes(me) && !clause.by.includes(me) ? PROMISE : 0;
  if (clause.terms.kind !== 'pay') return owed + held;
  const turns = clause.terms.each && clause.until !== null ? clause.until - clause.from + 1 : 1;
  const sum = clause.terms.amount * turns * MONEY;
  return (clause.by.includes(me) ? -sum : 0) + (clause.to.includes(me) ? sum : 0);
};

/** What a draft is about worth to a power, in hundredths of score: kept by all, and with what it owes and is owed. */
export const worthOfDraft = (scenario: Scenario, board: Board, draft: AgreementDraft, me: PowerId): number => {
  const after = draft.clauses.reduce(kept, signedBoard(scenario, board, draft));
  const score = scoreOf(scenario, after, me).full - scoreOf(scenario, board, me).full;
  const sides = draft.clauses.reduce((sum, clause) => sum + aside(clause, me), 0);
  return score + sides - stabilityCost(scenario, draft, me);
};

const stabilityCost = (scenario: Scenario, draft: AgreementDraft, me: PowerId): number =>
  draft.clauses.reduce((sum, { terms }) => {
    if (terms.kind !== 'gate' || !('regime' in terms)) return sum;
    return sum + 10 * (indexOf(scenario).routes.get(terms.route)?.regimeCost[terms.regime]?.[me] ?? 0);
  }, 0);

/** What an order would about do for its power's score. */
export const worthOfOrder = (scenario: Scenario, board: Board, order: Order, me: PowerId): number => {
  const before = scoreOf(scenario, board, me).full;
  switch (order.verb) {
    case 'court':
    case 'harden':
      return scoreOf(scenario, ifOrdered(board, me, order), me).full - before;
    case 'setGate': {
      const gate = board.gates[order.gate];
      if (gate === undefined) return 0;
      return (
        scoreOf(scenario, { ...board, gates: { ...board.gates, [order.gate]: { ...gate, status: order.status } } }, me)
          .full - before
      );
    }
    default:
      return 0;
  }
};
