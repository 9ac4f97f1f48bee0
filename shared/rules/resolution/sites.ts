import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { SiteDefinition } from '../../model/asset.ts';
import type { Cause } from '../../model/cause.ts';
import type { Clause, ClauseTerms } from '../../model/clause.ts';

import type { ActorId, EventId, SiteId } from '../../model/ids.ts';
import type { Board } from '../../model/state.ts';
import type { EventOf } from '../evolve/writer.ts';
import type { Log } from '../log.ts';
import { isOwed } from '../owed.ts';
import type { Turn } from './turn.ts';

export type HostTerms = ClauseTerms & { readonly kind: 'host' };

const LEVEL_MOST = 5;

/** Writes a site's level and operator, if that changes anything; when it passes to somebody else, that is told. */
export const moveSite = (log: Log, site: SiteId, level: number, operator: ActorId, cause: Cause): EventId | null => {
  const now = log.state.board.sites[site];
  if (now === undefined) return null;
  const { level: before, operator: from } = now;
  const next = Math.max(0, Math.min(LEVEL_MOST, level));
  if (before === next && from === operator) return null;
  const id = log.add({ kind: 'siteMoved', site, level: next, operator }, cause);
  if (from !== operator) log.add({ kind: 'siteLost', site, from, to: operator }, { kind: 'events', ids: [id] });
  return id;
};

/** A host keeps its word: the operator is there, at a token level at least. (ST3) */
export const openSite = (log: Log, site: SiteId, operator: ActorId, cause: Cause): EventId | null =>
  moveSite(log, site, Math.max(1, log.state.board.sites[site]?.level ?? 0), operator, cause);

/** A host keeps its word not to host: the operator stays named, with nothing left there. (ST3) */
export const closeSite = (log: Log, site: SiteId, cause: Cause): EventId | null =>
  moveSite(log, site, 0, log.state.board.sites[site]?.operator ?? '', cause);

/** Nobody is bound any more to host this operator: the site passes to the host as it is. (ST3) */
export const returnSite = (log: Log, site: SiteId, cause: Cause): EventId | null => {
  const host = indexOf(log.scenario).sites.get(site)?.host;
  return host === undefined ? null : moveSite(log, site, log.state.board.sites[site]?.level ?? 0, host, cause);
};

/** Is this one of the sites that a promise of these obligors speaks of? */
export const isMeant = (site: SiteDefinition, by: readonly ActorId[], terms: HostTerms): boolean =>
  by.includes(site.host) && (terms.site === site.id || terms.site === site.kind);

/** Does the promise speak of this operator? Outsiders are everybody but the parties. */
export const meansOperator = (terms: HostTerms, parties: readonly ActorId[], operator: ActorId): boolean =>
  terms.operator === 'outsiders' ? !parties.includes(operator) : terms.operator === operator;

/** Does a promise that binds now oblige the host to have this operator at the site, or (`hosted` false) not to? */
export const isBound = (
  board: Pick<Board, 'agreements' | 'turn'>,
  site: SiteDefinition,
  operator: ActorId,
  hosted: boolean,
): boolean => {
  for (const agreement of Object.values(board.agreements)) {
    if (agreement.status !== 'inForce') continue;
    for (const clause of agreement.clauses)
      if (isAbout(agreement, clause, site, operator, hosted) && isOwed(agreement, clause, board.turn)) return true;
  }
  return false;
};

const isAbout = (
  agreement: Agreement,
  { terms, by }: Clause,
  site: SiteDefinition,
  operator: ActorId,
  hosted: boolean,
): boolean =>
  terms.kind === 'host' &&
  terms.hosted === hosted &&
  isMeant(site, by, terms) &&
  meansOperator(terms, agreement.parties, operator);

type Moves = Map<SiteId, { by: number; readonly ids: EventId[] }>;

/**
 * Part of step 5. A court that wins points builds up the operator's promised sites in that area (ST1); hardening an
 * area wears down the weakest foreign border post that serves it, and a post worn away is the host's (ST2).
 */
export const runSites = (turn: Turn, before: Board): void => {
  const { log } = turn;
  const moves: Moves = new Map();
  for (const event of log.events) {
    if (event.kind === 'courted' && event.points > 0) buildUp(log, before, event, moves);
    else if (event.kind === 'hardened' && event.points > 0) wearDown(log, before, event, moves);
  }
  for (const [site, { by, ids }] of moves) {
    const level = (before.sites[site]?.level ?? 0) + by;
    const cause: Cause = { kind: 'events', ids };
    const host = indexOf(log.scenario).sites.get(site)?.host ?? '';
    if (level > 0) moveSite(log, site, level, before.sites[site]?.operator ?? '', cause);
    else moveSite(log, site, 1, host, cause);
  }
};

const push = (moves: Moves, site: SiteId, by: number, id: EventId): void => {
  const move = moves.get(site) ?? { by: 0, ids: [] };
  move.by += by;
  move.ids.push(id);
  moves.set(site, move);
};

/** Not where the host has promised that nobody of the kind shall be. */
const buildUp = (log: Log, before: Board, event: EventOf<'courted'>, moves: Moves): void => {
  for (const site of log.scenario.sites) {
    if (site.host !== event.host || site.area !== event.area) continue;
    const now = before.sites[site.id];
    if (now?.operator !== event.by) continue;
    if (now.level > log.scenario.magnitudes.site.promisedUpTo || isBound(before, site, event.by, false)) continue;
    push(moves, site.id, 1, event.id);
  }
};

/** The first of the weakest, in the order of the scenario. What is only promised is not there to be replaced. */
const wearDown = (log: Log, before: Board, event: EventOf<'hardened'>, moves: Moves): void => {
  let weakest: SiteDefinition | null = null;
  let least = LEVEL_MOST + 1;
  for (const site of log.scenario.sites) {
    if (site.kind !== 'borderPost' || site.host !== event.power || site.area !== event.area) continue;
    const now = before.sites[site.id];
    if (now === undefined || now.operator === site.host || now.level === 0 || now.level >= least) continue;
    weakest = site;
    least = now.level;
  }
  if (weakest !== null) push(moves, weakest.id, -log.scenario.magnitudes.site.hardenLowers, event.id);
};
