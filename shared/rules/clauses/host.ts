import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Agreement } from '../../model/agreement.ts';
import { SITE_KINDS, type SiteDefinition } from '../../model/asset.ts';
import type { Clause } from '../../model/clause.ts';
import type { ActorId, EventId } from '../../model/ids.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { clauseCause } from '../owed.ts';
import { closeSite, isMeant, meansOperator, openSite } from '../resolution/sites.ts';
import {
  type Automatic,
  type ClauseRules,
  type Drafting,
  type Finding,
  type Judging,
  NO_PATTERNS,
  type TermsOf,
} from './clause-kind.ts';
import { signingOf } from './history.ts';
import { isOverruled, type Pledge } from './precedence.ts';

type Terms = TermsOf<'host'>;

const isKind = (site: string): boolean => (SITE_KINDS as readonly string[]).includes(site);

const fault = ({ scenario, by }: Drafting, { site, operator, hosted }: Terms): string | null => {
  const index = indexOf(scenario);
  const host = by[0];
  if (by.length !== 1) return 'site';
  if (!isKind(site) && index.sites.get(site)?.host !== host) return 'site';
  if (hosted && !scenario.sites.some((one) => one.host === host && (one.id === site || one.kind === site)))
    return 'site';
  if (operator === 'outsiders') return hosted ? 'operator' : null;
  return operator === host || !index.actors.includes(operator) ? 'operator' : null;
};

/** The sites that the promise speaks of, in the order of the scenario. */
const sitesOf = (scenario: Scenario, { by }: Clause, terms: Terms): readonly SiteDefinition[] => {
  const known = meant.get(terms);
  if (known !== undefined && known.by === by && known.scenario === scenario) return known.sites;
  const sites = scenario.sites.filter((site) => isMeant(site, by, terms));
  meant.set(terms, { scenario, by, sites });
  return sites;
};

type Meant = {
  readonly scenario: Scenario;
  readonly by: readonly ActorId[];
  readonly sites: readonly SiteDefinition[];
};
/** A promise is asked several times a turn, and its text never changes. */
const meant = new WeakMap<Terms, Meant>();

const isThere = ({ sites }: Pick<Board, 'sites'>, site: SiteDefinition, operator: string): boolean =>
  sites[site.id]?.operator === operator && (sites[site.id]?.level ?? 0) >= 1;

/** Is somebody there who should not be? */
const isUnwanted = (
  { sites }: Pick<Board, 'sites'>,
  site: SiteDefinition,
  agreement: Agreement,
  terms: Terms,
): boolean => {
  const now = sites[site.id];
  return (
    now !== undefined &&
    now.level >= 1 &&
    now.operator !== site.host &&
    meansOperator(terms, agreement.parties, now.operator)
  );
};

/** Where this operator would be let in: where it was before, else at an empty site or one of the host's own. */
const placeFor = (board: Board, sites: readonly SiteDefinition[], terms: Terms): SiteDefinition | undefined =>
  sites.find((site) => board.sites[site.id]?.operator === terms.operator) ??
  sites.find((site) => board.sites[site.id]?.level === 0 || board.sites[site.id]?.operator === site.host) ??
  (isKind(terms.site) ? undefined : sites[0]);

/** Another promise about this very site that cannot be kept beside it. */
const speaksAgainst =
  (site: SiteDefinition, operator: string, hosted: boolean) =>
  ({ agreement, clause }: Pledge): boolean => {
    const { terms } = clause;
    if (terms.kind !== 'host' || !isMeant(site, clause.by, terms)) return false;
    if (terms.hosted === hosted) return hosted && terms.site === site.id && terms.operator !== operator;
    return meansOperator(terms, agreement.parties, operator);
  };

const letIn = ({ turn: { log } }: Automatic, agreement: Agreement, clause: Clause, terms: Terms): void => {
  const { board } = log.state;
  const sites = sitesOf(log.scenario, clause, terms);
  if (sites.some((site) => isThere(board, site, terms.operator))) return;
  const site = placeFor(board, sites, terms);
  if (site !== undefined && !isOverruled(board, { agreement, clause }, speaksAgainst(site, terms.operator, true)))
    openSite(log, site.id, terms.operator, clauseCause(agreement, clause));
};

const showOut = ({ turn: { log } }: Automatic, agreement: Agreement, clause: Clause, terms: Terms): void => {
  for (const site of sitesOf(log.scenario, clause, terms)) {
    const { board } = log.state;
    if (!isUnwanted(board, site, agreement, terms)) continue;
    const operator = board.sites[site.id]?.operator ?? '';
    if (!isOverruled(board, { agreement, clause }, speaksAgainst(site, operator, false)))
      closeSite(log, site.id, clauseCause(agreement, clause));
  }
};

/** A host that replaced the operator by its own guards has broken its word; what others did is not its doing. */
const judgeHosting = (
  judging: Judging,
  agreement: Agreement,
  clause: Clause,
  terms: Terms,
  last: boolean,
): Finding | null => {
  const { board, told, turn } = judging;
  const sites = sitesOf(turn.log.scenario, clause, terms);
  if (sites.some((site) => isThere(board, site, terms.operator)))
    return last ? { verdict: 'kept', evidence: null } : null;
  for (const site of sites) {
    const evidence = told.sites.get(site.id);
    if (evidence !== undefined && isReplaced(judging, site)) return { verdict: 'breached', by: clause.by, evidence };
  }
  const place = placeFor(board, sites, terms);
  if (place !== undefined && isOverruled(board, { agreement, clause }, speaksAgainst(place, terms.operator, true)))
    return { verdict: 'breached', by: clause.by, evidence: signingOf(turn, agreement.id) };
  return last ? { verdict: 'excused', evidence: null } : null;
};

const isReplaced = (judging: Judging, site: SiteDefinition): boolean =>
  site.kind === 'borderPost' &&
  judging.board.sites[site.id]?.operator === site.host &&
  judging.deedsOf(site.host).some(({ order }) => order.verb === 'harden' && order.area === site.area);

const judgeNotHosting = (
  { board, told, turn }: Judging,
  agreement: Agreement,
  clause: Clause,
  terms: Terms,
  last: boolean,
): Finding | null => {
  let evidence: EventId | null = null;
  let unwanted = false;
  for (const site of sitesOf(turn.log.scenario, clause, terms)) {
    evidence = told.sites.get(site.id) ?? evidence;
    if (!isUnwanted(board, site, agreement, terms)) continue;
    unwanted = true;
    const operator = board.sites[site.id]?.operator ?? '';
    if (isOverruled(board, { agreement, clause }, speaksAgainst(site, operator, false)))
      return { verdict: 'breached', by: clause.by, evidence: signingOf(turn, agreement.id) };
  }
  return last ? { verdict: unwanted ? 'excused' : 'kept', evidence } : null;
};

/** To have an operator at a site, or to have none: both act by themselves. (AG12) */
export const hostRules: ClauseRules<'host'> = {
  fault,
  runs: (automatic, agreement, clause, terms) =>
    terms.hosted ? letIn(automatic, agreement, clause, terms) : showOut(automatic, agreement, clause, terms),
  judge: (judging, agreement, clause, terms, last) =>
    terms.hosted
      ? judgeHosting(judging, agreement, clause, terms, last)
      : judgeNotHosting(judging, agreement, clause, terms, last),
  holds: ({ board, turn }, agreement, clause, terms) => {
    const sites = sitesOf(turn.log.scenario, clause, terms);
    return terms.hosted
      ? sites.some((site) => isThere(board, site, terms.operator))
      : !sites.some((site) => isUnwanted(board, site, agreement, terms));
  },
  asks: () => NO_PATTERNS,
  forbids: () => NO_PATTERNS,
  breachBy: (scenario, _clause, terms, obligor) => {
    const post = scenario.sites.find(
      (site) => site.host === obligor && (site.id === terms.site || site.kind === terms.site),
    );
    return terms.hosted && post?.kind === 'borderPost'
      ? { kind: 'pattern', order: { verb: 'harden', area: post.area } }
      : { kind: 'contrary' };
  },
};
