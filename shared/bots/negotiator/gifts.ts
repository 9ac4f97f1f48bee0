import { indexOf } from '../../catalogue/scenario-index.ts';
import { AREAS } from '../../model/area.ts';
import type { ProjectDefinition } from '../../model/asset.ts';
import type { ClauseDraft, ClauseTerms } from '../../model/clause.ts';
import type { PowerId } from '../../model/ids.ts';
import { isBarred, isWelcome } from '../../model/portfolio.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { standingIn } from '../../rules/clauses/member.ts';
import { gainsOf } from '../../rules/stages.ts';

/** What one power could promise another that would mean something, few of each kind. */
export const giftsOf = (scenario: Scenario, board: Board, giver: PowerId, to: PowerId): readonly ClauseTerms[] => [
  ...deeds(scenario, board, giver, to),
  ...doors(board, giver, to),
  ...gates(scenario, board, giver, to),
  ...sites(scenario, board, giver, to),
  ...restraints(scenario, board, giver, to),
  ...words(scenario, board, giver, to),
];

const doing = (order: Extract<ClauseTerms, { readonly kind: 'do' }>['order']): ClauseTerms => ({ kind: 'do', order });

const deeds = (scenario: Scenario, board: Board, giver: PowerId, to: PowerId): ClauseTerms[] => [
  ...scenario.measures
    .filter(
      ({ id, by, against }) =>
        by === giver && board.measures[id] === 'stands' && (against.includes(to) || against.length > 1),
    )
    .map(({ id }) => doing({ verb: 'lift', measure: id })),
  ...courts(board, giver, to),
  ...scenario.projects
    .filter((project) => canAdvance(scenario, board, project, giver))
    .map(({ id }) => doing({ verb: 'sponsor', project: id })),
  ...scenario.projects
    .filter(({ id, host, sponsors }) => host === giver && board.projects[id]?.winner === null && sponsors.includes(to))
    .filter(({ id }) => board.projects[id]?.awarded === null)
    .map(({ id }) => doing({ verb: 'award', project: id, sponsor: to })),
  ...scenario.fronts
    .filter(
      ({ id, parties }) =>
        parties.includes(to) &&
        !parties.includes(giver) &&
        (board.fronts[id]?.tension ?? 0) >= scenario.magnitudes.mediate.minTension,
    )
    .map(({ id }) => doing({ verb: 'mediate', front: id })),
  ...scenario.fronts
    .filter(({ parties, background }) => !background && parties.includes(to) && parties.includes(giver))
    .slice(0, 1)
    .map(() => doing({ verb: 'standDown' })),
];

/** Would its work count: is it a sponsor, and does the host let it into the stage that is under way? */
export const canAdvance = (scenario: Scenario, board: Board, project: ProjectDefinition, sponsor: PowerId): boolean =>
  board.projects[project.id]?.winner === null &&
  project.sponsors.includes(sponsor) &&
  (gainsOf(scenario, board, project, [{ sponsor, points: scenario.magnitudes.project.points }])[0] ?? 0) > 0;

/** Whoever has no portfolio cannot be courted. */
const courts = (board: Board, giver: PowerId, to: PowerId): ClauseTerms[] => {
  const now = board.doors[to];
  if (board.portfolios[to] === undefined) return [];
  return AREAS.filter((area) => now === undefined || !isBarred(now, area, giver)).map((area) =>
    doing({ verb: 'court', host: to, area }),
  );
};

const doors = (board: Board, giver: PowerId, to: PowerId): ClauseTerms[] => {
  const now = board.doors[giver];
  if (now === undefined) return [];
  return AREAS.filter((area) => !isWelcome(now, area, to)).map(
    (area): ClauseTerms => ({ kind: 'welcome', area, supplier: to, open: true }),
  );
};

/** Gates of roads that the other uses or shares, and who stands at them. */
const gates = (scenario: Scenario, board: Board, giver: PowerId, to: PowerId): ClauseTerms[] => {
  const { gatesOf } = indexOf(scenario);
  return (gatesOf.get(giver) ?? []).flatMap((gate): ClauseTerms[] => {
    const now = board.gates[gate];
    if (now === undefined) return [];
    const open: ClauseTerms[] =
      now.status === 'open' || now.held !== null ? [] : [{ kind: 'gate', gate, status: 'open' }];
    const guard: ClauseTerms[] = now.guard.includes(to) ? [{ kind: 'gate', gate, guard: now.guard }] : [];
    return [...open, ...guard];
  });
};

const sites = (scenario: Scenario, board: Board, giver: PowerId, to: PowerId): ClauseTerms[] =>
  scenario.sites
    .filter(({ host }) => host === giver)
    .flatMap(({ id }): ClauseTerms[] => {
      const now = board.sites[id];
      if (now === undefined) return [];
      if (now.operator === to) return [{ kind: 'host', site: id, operator: to, hosted: true }];
      return now.level > 0 && now.operator !== giver
        ? [{ kind: 'host', site: id, operator: now.operator, hosted: false }]
        : [{ kind: 'host', site: id, operator: 'outsiders', hosted: false }];
    });

const restraints = (scenario: Scenario, board: Board, giver: PowerId, to: PowerId): ClauseTerms[] => {
  const strong = AREAS.some(
    (area) => (board.portfolios[to]?.[area][giver] ?? 0) >= scenario.magnitudes.squeeze.minShare,
  );
  const facing = scenario.fronts.some(({ parties }) => parties.includes(giver) && parties.includes(to));
  return [
    ...(strong ? [{ kind: 'refrain', order: { verb: 'squeeze', host: to } } as const] : []),
    ...(facing ? [{ kind: 'refrain', order: { verb: 'force', host: to } } as const] : []),
    { kind: 'refrain', order: { verb: 'covert', host: to } },
  ];
};

/** Money, prices, recognition, standing in institutions, guarantees. */
const words = (scenario: Scenario, board: Board, giver: PowerId, to: PowerId): ClauseTerms[] => {
  const { area } = scenario.magnitudes.supply;
  const rivals = new Set(
    scenario.fronts
      .filter(({ parties, background }) => !background && parties.includes(to))
      .flatMap(({ parties }) =>
        parties.filter((one) => one !== to && one !== giver && indexOf(scenario).isPower.has(one)),
      ),
  );
  const fronts = scenario.fronts.filter(({ parties }) => parties.includes(to) && parties.includes(giver));
  const recognisable = [...(fronts.length > 0 ? [to] : []), ...fronts.map(({ id }) => id)];
  return [
    ...[2, 4].map((amount): ClauseTerms => ({ kind: 'pay', amount, each: false })),
    { kind: 'pay', amount: 2, each: true },
    ...((board.portfolios[to]?.[area][giver] ?? 0) > 0 ? [{ kind: 'supply', area, price: 1 } as const] : []),
    ...recognisable
      .filter((what) => !board.recognitions.some((one) => one.by === giver && one.what === what))
      .map((what): ClauseTerms => ({ kind: 'recognise', what })),
    ...scenario.agreements
      .filter(
        ({ id, background, parties }) =>
          background !== true &&
          parties.includes(giver) &&
          parties.includes(to) &&
          standingIn(board.agreements[id], giver) === 'suspended',
      )
      .map(({ id }): ClauseTerms => ({ kind: 'member', institution: id, standing: 'joined' })),
    ...[...rivals].slice(0, 1).map((one): ClauseTerms => ({ kind: 'guarantee', against: [one] })),
  ];
};

/** Turns that a promise of each kind runs for; null as long as the agreement. */
const TERM: { readonly [K in ClauseTerms['kind']]: number | null } = {
  do: 2,
  pay: 3,
  recognise: 3,
  disclose: 1,
  refrain: null,
  welcome: null,
  gate: null,
  host: null,
  supply: null,
  guarantee: null,
  member: null,
};

export const clauseOf = (
  turn: number,
  by: readonly PowerId[],
  to: readonly PowerId[],
  terms: ClauseTerms,
  until: number | null,
): ClauseDraft => {
  const span = terms.kind === 'pay' && !terms.each ? 1 : TERM[terms.kind];
  const end = span === null ? until : turn + span - (terms.kind === 'pay' ? 1 : 0);
  return { by, to, terms, from: turn, until: until === null ? end : Math.min(until, end ?? until) };
};
