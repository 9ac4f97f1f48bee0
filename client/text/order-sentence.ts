import type { Order, OrderSet } from '../../shared/model/order.ts';
import type { DoorChange } from '../../shared/model/portfolio.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { t } from './match-text.ts';
import {
  actorName,
  agreementTitle,
  areaName,
  clauseNumber,
  findAgreement,
  frontName,
  frontParties,
  gateName,
  gateRouteName,
  guardNames,
  measureName,
  type Papers,
  prizeName,
  projectName,
  recognisedName,
} from './names.ts';
import { termsSentence } from './terms-sentence.ts';

const frontBlanks = (scenario: Scenario, front: string) => ({
  front: frontName(scenario, front),
  parties: frontParties(scenario, front),
});
const gateBlanks = (scenario: Scenario, gate: string) => ({
  gate: gateName(scenario, gate),
  route: gateRouteName(scenario, gate),
});

/** What fills the blanks of an order's sentence, whatever its verb. */
const orderBlanks = (
  order: Order,
  scenario: Scenario,
  papers: Papers,
): { readonly [blank: string]: string | number } => ({
  ...('host' in order ? { host: actorName(scenario, order.host) } : {}),
  ...('area' in order ? { area: areaName(order.area) } : {}),
  ...('gate' in order ? gateBlanks(scenario, order.gate) : {}),
  ...('status' in order ? { status: t(`gate.${order.status}`) } : {}),
  ...('guard' in order ? { guard: guardNames(scenario, order.guard) } : {}),
  ...('front' in order ? frontBlanks(scenario, order.front) : {}),
  ...('what' in order ? { what: recognisedName(scenario, order.what) } : {}),
  ...('measure' in order ? { measure: measureName(scenario, order.measure) } : {}),
  ...('project' in order ? { project: projectName(scenario, order.project) } : {}),
  ...('sponsor' in order ? { sponsor: actorName(scenario, order.sponsor) } : {}),
  ...('prize' in order ? { prize: prizeName(scenario, order.prize) } : {}),
  ...('demand' in order && order.demand !== undefined ? { demand: termsSentence(order.demand, scenario, papers) } : {}),
  ...('agreement' in order
    ? {
        title: agreementTitle(scenario, papers, order.agreement),
        clause: clauseNumber(findAgreement(scenario, papers, order.agreement), order.clause),
      }
    : {}),
});

const orderKeyOf = (order: Order) => {
  if (order.verb === 'squeeze' && order.grievance === true) return 'order.squeeze.grievance';
  if (order.verb === 'destabilise' && order.demand !== undefined) return 'order.destabilise.demand';
  return `order.${order.verb}` as const;
};

/** One order as people read it: `court Armenia in energy`. */
export const orderSentence = (order: Order, scenario: Scenario, papers: Papers = null): string =>
  t(orderKeyOf(order), orderBlanks(order, scenario, papers));

/** An order before its demand is chosen. */
export const briefOrder = (order: Order, scenario: Scenario, papers: Papers = null): string =>
  t(order.verb === 'squeeze' ? 'order.squeeze.brief' : `order.${order.verb}`, orderBlanks(order, scenario, papers));

export const doorSentence = (change: DoorChange, scenario: Scenario): string => {
  if (change.kind === 'unbar') return t('door.unbar');
  const door = { supplier: actorName(scenario, change.door.supplier), area: areaName(change.door.area) };
  if (change.kind !== 'welcome' || change.instead === undefined) return t(`door.${change.kind}`, door);
  return t('door.welcome.instead', {
    ...door,
    oldSupplier: actorName(scenario, change.instead.supplier),
    oldArea: areaName(change.instead.area),
  });
};

/** Everything in a set in one line, as it is told after resolution. */
export const setSentences = (set: OrderSet, scenario: Scenario, papers: Papers = null): readonly string[] => [
  ...set.orders.map((order) => orderSentence(order, scenario, papers)),
  ...(set.doors === null ? [] : [t('order.doors', { change: doorSentence(set.doors, scenario) })]),
];
