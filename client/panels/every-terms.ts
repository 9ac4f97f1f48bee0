import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { GATE_STATUSES } from '../../shared/model/asset.ts';
import type { ClauseTerms } from '../../shared/model/clause.ts';
import type { ActorId } from '../../shared/model/ids.ts';
import type { OrderPattern } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { legalClauseTerms } from '../../shared/rules/legal-orders.ts';

/** Deeds that are asked for too seldom to stand in the list that bots read too. */
const rareDeeds = (scenario: Scenario, by: ActorId): readonly OrderPattern[] => {
  const { gatesOf, hosts, powers, fronts } = indexOf(scenario);
  const gates = gatesOf.get(by) ?? [];
  const abroad = hosts.filter((host) => host !== by);
  const rivals = powers.filter((power) => power !== by);
  return [
    ...(gates.length === 0 ? [] : (['setGate', 'postGuard'] as const).map((verb) => ({ verb }))),
    ...gates.flatMap((gate) => [
      { verb: 'setGate' as const, gate },
      ...GATE_STATUSES.map((status) => ({ verb: 'setGate' as const, gate, status })),
      { verb: 'postGuard' as const, gate },
    ]),
    ...[...abroad, ...fronts.keys()].map((what) => ({ verb: 'recognise' as const, what })),
    { verb: 'denounce' },
    ...rivals.map((host) => ({ verb: 'coup' as const, host })),
    { verb: 'sabotage' },
    ...scenario.projects.map(({ id }) => ({ verb: 'sabotage' as const, project: id })),
    { verb: 'blockade' },
    ...abroad.map((host) => ({ verb: 'blockade' as const, host })),
  ];
};

/** Whole families that a power may forbear against one country. */
const rareRestraints = (scenario: Scenario, by: ActorId): readonly OrderPattern[] => [
  { verb: 'gates' },
  ...indexOf(scenario)
    .hosts.filter((host) => host !== by)
    .map((host) => ({ verb: 'diplomacy' as const, host })),
];

const wordOf = (terms: ClauseTerms): string => JSON.stringify(terms);

/** Every promise that a party could make: those that are usual first, then the orders that they leave out. */
export const everyTerms = (scenario: Scenario, view: SeatView, by: ActorId): readonly ClauseTerms[] => {
  const usual = legalClauseTerms(scenario, view, by);
  if (!indexOf(scenario).isPower.has(by)) return usual;
  const known = new Set(usual.map(wordOf));
  const deeds = rareDeeds(scenario, by);
  const more: readonly ClauseTerms[] = [
    ...deeds.map((order): ClauseTerms => ({ kind: 'do', order })),
    ...[...rareRestraints(scenario, by), ...deeds].map((order): ClauseTerms => ({ kind: 'refrain', order })),
  ];
  return [...usual, ...more.filter((terms) => !known.has(wordOf(terms)))];
};
