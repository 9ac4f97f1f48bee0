import { indexOf } from '../../catalogue/scenario-index.ts';
import { lookUp } from '../../kernel/look-up.ts';
import { AREAS, type Area } from '../../model/area.ts';
import type { ClauseTerms } from '../../model/clause.ts';
import { OWN, type PowerId } from '../../model/ids.ts';
import type { Order, OrderOf } from '../../model/order.ts';
import { isBarred, isWelcome } from '../../model/portfolio.ts';
import { type Refusal, refuse } from '../../model/refusal.ts';
import { refuseClause } from '../clause-rules.ts';
import { holdsGrievance, patronGap } from '../costs.ts';
import { concededClause } from '../demands.ts';
import { isTired } from '../row-key.ts';
import { type Ground, isPower, NO_NOTES, type Offered, type OrderNote, type VerbRules } from './ground.ts';
import { perPower } from './per-power.ts';

/** A demand to fill an option with until one is chosen: the plainest there is. */
export const plainDemand = (power: PowerId, area: Area): ClauseTerms => ({
  kind: 'welcome',
  area,
  supplier: power,
  open: true,
});

type CourtOffer = Offered & { readonly order: OrderOf<'court'> };

/** A court without anything to note of it is offered in the same words every time. */
const courtsFor = perPower((scenario, power): readonly CourtOffer[] =>
  indexOf(scenario)
    .hosts.filter((host) => host !== power)
    .flatMap((host) => AREAS.map((area) => ({ order: { verb: 'court', host, area }, notes: NO_NOTES }))),
);

const courtNotes = (ground: Ground, order: OrderOf<'court'>): readonly OrderNote[] => {
  const { board, power, scenario } = ground;
  const { host, area } = order;
  const notes: OrderNote[] = [];
  const doors = board.doors[host];
  if (doors !== undefined && isWelcome(doors, area, power)) notes.push('welcome');
  if (doors !== undefined && isBarred(doors, area, power)) notes.push('barred');
  if (isTired(board.remembered, power, order)) notes.push('tired');
  if ((board.portfolios[host]?.[area][power] ?? 0) >= scenario.magnitudes.court.fadeAt / 2) notes.push('faded');
  return notes.length === 0 ? NO_NOTES : notes;
};

export const courtRules: VerbRules<'court'> = {
  offers: (ground) => {
    const offers: Offered[] = [];
    for (const plain of courtsFor(ground.scenario, ground.power)) {
      const notes = courtNotes(ground, plain.order);
      offers.push(notes.length === 0 ? plain : { order: plain.order, notes });
    }
    return offers;
  },
  refuse: (ground, order) =>
    order.host !== ground.power && lookUp(ground.board.portfolios, order.host) !== undefined
      ? null
      : refuse('orders/not-allowed', { why: 'host' }),
};

const squeezeOffer = (ground: Ground, host: PowerId, area: Area): Offered | null => {
  const { board, power, scenario } = ground;
  const { squeeze } = scenario.magnitudes;
  if ((board.portfolios[host]?.[area][power] ?? 0) < squeeze.minShare) return null;
  const poor = ground.own.credibility < squeeze.credibility;
  const aggrieved = holdsGrievance({ grievances: ground.grievances, turn: board.turn }, power, host);
  if (poor && !aggrieved) return null;
  const notes: OrderNote[] = [];
  const base = { verb: 'squeeze', host, area, demand: plainDemand(power, area) } as const;
  if (isTired(board.remembered, power, base)) notes.push('tired');
  if (board.gaps.some((gap) => gap.host === host && gap.area === area && gap.until >= board.turn)) notes.push('gap');
  if (aggrieved || patronGap(board, power, host, area) !== undefined) notes.push('grievance');
  return { order: poor ? { ...base, grievance: true } : base, notes, needsDemand: true };
};

export const squeezeRules: VerbRules<'squeeze'> = {
  offers: (ground) => {
    const offers: Offered[] = [];
    for (const host of indexOf(ground.scenario).powers) {
      if (host === ground.power) continue;
      for (const area of AREAS) {
        const offer = squeezeOffer(ground, host, area);
        if (offer !== null) offers.push(offer);
      }
    }
    return offers;
  },
  refuse: (ground, order) => {
    const { board, power, scenario } = ground;
    const { squeeze } = scenario.magnitudes;
    if (order.host === power || !isPower(ground, order.host)) return refuse('orders/not-allowed', { why: 'host' });
    if ((board.portfolios[order.host]?.[order.area][power] ?? 0) < squeeze.minShare)
      return refuse('orders/not-allowed', { why: 'share', least: squeeze.minShare });
    const freed = order.grievance === true;
    if (freed && !holdsGrievance({ grievances: ground.grievances, turn: board.turn }, power, order.host))
      return refuse('orders/not-allowed', { why: 'grievance' });
    if (!freed && ground.own.credibility < squeeze.credibility)
      return refuse('orders/not-allowed', { why: 'credibility', least: squeeze.credibility });
    return refuseDemand(ground, order.host, order.demand);
  },
};

/** May this be demanded of a host? It must be a clause that the host could sign. */
export const refuseDemand = (ground: Ground, host: PowerId, demand: ClauseTerms): Refusal | null => {
  const { board, power, scenario } = ground;
  const clause = concededClause(host, power, demand, board.turn);
  const problem = refuseClause(scenario, board, [host, power], clause, []);
  return problem === null ? null : refuse('orders/bad-demand', problem.because);
};

const FADED: readonly OrderNote[] = ['faded'];

export const hardenRules: VerbRules<'harden'> = {
  offers: ({ board, power, scenario }) => {
    const portfolio = board.portfolios[power];
    if (portfolio === undefined) return [];
    const { fadeFrom, fadeTo } = scenario.magnitudes.harden;
    return AREAS.filter((area) => (portfolio[area][OWN] ?? 0) < fadeTo).map((area) => ({
      order: { verb: 'harden', area } satisfies Order,
      notes: (portfolio[area][OWN] ?? 0) > fadeFrom ? FADED : NO_NOTES,
    }));
  },
  refuse: ({ board, power }) =>
    board.portfolios[power] === undefined ? refuse('orders/not-allowed', { why: 'host' }) : null,
};
