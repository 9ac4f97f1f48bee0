import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { Agreement } from '../../shared/model/agreement.ts';
import type { Area } from '../../shared/model/area.ts';
import type { Guard } from '../../shared/model/asset.ts';
import { type ActorId, type AgreementId, type FrontId, OWN, type ProposalId } from '../../shared/model/ids.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { formatEither, formatList, formatQuarter } from './format.ts';
import { t } from './match-text.ts';

/** Names of things as people read them, through the scenario. An id is never shown. */
export const actorName = (scenario: Scenario, actor: ActorId): string => indexOf(scenario).nameOf(actor);
export const actorNames = (scenario: Scenario, actors: readonly ActorId[]): string =>
  formatList(actors.map((actor) => actorName(scenario, actor)));
export const eitherActor = (scenario: Scenario, actors: readonly ActorId[]): string =>
  formatEither(actors.map((actor) => actorName(scenario, actor)));
export const supplierName = (scenario: Scenario, supplier: string): string =>
  supplier === OWN ? t('supplier.own') : actorName(scenario, supplier);
export const areaName = (area: Area): string => t(`area.${area}`);
export const gateName = (scenario: Scenario, gate: string): string =>
  indexOf(scenario).gates.get(gate)?.gate.name ?? gate;
export const gateRouteName = (scenario: Scenario, gate: string): string =>
  indexOf(scenario).gates.get(gate)?.route.name ?? '';
export const routeName = (scenario: Scenario, route: string): string =>
  indexOf(scenario).routes.get(route)?.name ?? route;
export const siteName = (scenario: Scenario, site: string): string => indexOf(scenario).sites.get(site)?.name ?? site;
export const frontName = (scenario: Scenario, front: string): string =>
  indexOf(scenario).fronts.get(front)?.name ?? front;
export const frontParties = (scenario: Scenario, front: string): string =>
  actorNames(scenario, indexOf(scenario).fronts.get(front)?.parties ?? []);
export const prizeName = (scenario: Scenario, prize: string): string =>
  scenario.fronts.flatMap((front) => front.prizes).find((one) => one.id === prize)?.name ?? prize;
/** What is recognised: a power's borders, or a front. */
export const recognisedName = (scenario: Scenario, what: ActorId | FrontId): string =>
  indexOf(scenario).fronts.has(what)
    ? t('recognised.line', { parties: frontParties(scenario, what), front: frontName(scenario, what) })
    : t('recognised.borders', { country: actorName(scenario, what) });
export const projectName = (scenario: Scenario, project: string): string =>
  scenario.projects.find((one) => one.id === project)?.name ?? project;
export const measureName = (scenario: Scenario, measure: string): string =>
  indexOf(scenario).measures.get(measure)?.name ?? measure;
export const cardTitle = (scenario: Scenario, card: string): string => indexOf(scenario).cards.get(card)?.title ?? card;
export const guardNames = (scenario: Scenario, guard: Guard): string => actorNames(scenario, [...guard]);
export const quarterName = (scenario: Scenario, turn: number): string => formatQuarter(scenario, turn);

/** Where agreements are looked up that the scenario does not hold. */
export type Papers = Pick<SeatView, 'agreements'> | null;

const titleOf = (scenario: Scenario, agreement: Agreement): string => {
  if (agreement.title !== '') return agreement.title;
  const clause = agreement.clauses[0];
  if (clause === undefined) return t('unknown.agreement');
  return t('concession.title', { by: actorNames(scenario, clause.by), to: actorNames(scenario, clause.to) });
};

export const findAgreement = (scenario: Scenario, papers: Papers, id: AgreementId): Agreement | null =>
  papers?.agreements.find((one) => one.id === id) ?? scenario.agreements.find((one) => one.id === id) ?? null;

/** Its title, or what it is where nobody gave it one. */
export const agreementTitle = (scenario: Scenario, papers: Papers, agreement: AgreementId | Agreement): string => {
  if (typeof agreement !== 'string') return titleOf(scenario, agreement);
  const found = findAgreement(scenario, papers, agreement);
  if (found !== null) return titleOf(scenario, found);
  // A text of the scenario that nobody has signed yet has a name all the same.
  return scenario.offers.find((one) => String(one.id) === agreement)?.draft.title ?? t('unknown.agreement');
};

export const proposalTitle = (view: SeatView, proposal: ProposalId): string | null =>
  view.proposals.find((one) => one.id === proposal)?.draft.title ?? null;

/** `2` of `c2`: clauses are counted as they stand in their agreement, from 1. */
export const clauseNumber = (agreement: Agreement | null, clause: string): number => {
  const index = agreement?.clauses.findIndex((one) => one.id === clause) ?? -1;
  return index >= 0 ? index + 1 : Number(clause.replace(/\D/gu, '')) || 1;
};

/** With its sign, and a minus that is one. */
export const signed = (value: number): string => (value < 0 ? `−${-value}` : value > 0 ? `+${value}` : '0');
