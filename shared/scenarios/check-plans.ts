import type { Order } from '../model/order.ts';
import type { DoorChange } from '../model/portfolio.ts';
import type { PlanStep } from '../model/scenario.ts';
import { checkClause, checkTerms } from './check-clauses.ts';
import { checkCondition } from './check-effects.ts';
import type { Desk } from './known-names.ts';

/** Plans of scripted bots: steps that their power could take in some match. */
export const checkPlans = (desk: Desk): void => {
  for (const [power, plan] of Object.entries(desk.scenario.plans)) {
    for (const [i, step] of plan.entries()) checkStep(desk, power, step, `plans.${power}[${i}]`);
  }
};

const checkStep = (desk: Desk, power: string, step: PlanStep, path: string): void => {
  checkCondition(desk, step.when, `${path}.when`);
  if (step.order === undefined && step.doors === undefined && step.propose === undefined)
    desk.report(path, 'This step does nothing. Give it an order, a change of doors or a proposal.');
  if (step.order !== undefined) checkOrder(desk, power, step.order, `${path}.order`);
  if (step.doors !== undefined) checkDoorChange(desk, power, step.doors, `${path}.doors`);
  if (step.propose !== undefined) checkOffer(desk, power, step.propose, `${path}.propose`);
};

const checkOrder = (desk: Desk, power: string, order: Order, path: string): void => {
  const { look, report, scenario } = desk;
  switch (order.verb) {
    case 'court':
    case 'squeeze':
      look(order.verb === 'court' ? 'host' : 'power', order.host, `${path}.host`);
      if (order.host === power) report(`${path}.host`, 'A power cannot court or squeeze itself. Name another host.');
      if (order.verb === 'squeeze') checkTerms(desk, [order.host], order.demand, `${path}.demand`);
      return;
    case 'harden':
      return;
    case 'setGate':
    case 'postGuard': {
      if (!look('gate', order.gate, `${path}.gate`)) return;
      const owner = scenario.routes.flatMap((route) => route.gates).find((gate) => gate.id === order.gate)?.owner;
      if (owner !== power)
        report(`${path}.gate`, `This gate belongs to ${owner ?? 'nobody'}. Name a gate of ${power}.`);
      if (order.verb === 'postGuard')
        for (const [i, guard] of order.guard.entries()) look('actor', guard, `${path}.guard[${i}]`);
      return;
    }
    default:
      order satisfies never;
  }
};

const checkDoorChange = ({ look, report }: Desk, power: string, change: DoorChange, path: string): void => {
  if (change.kind === 'unbar') return;
  look('actor', change.door.supplier, `${path}.door.supplier`);
  if (change.door.supplier === power)
    report(`${path}.door.supplier`, 'A host cannot open or bar a door to itself. Name another supplier.');
};

/** Turns in an offer count from the turn in which it is made: 0 is that turn. */
const checkOffer = (desk: Desk, power: string, offer: NonNullable<PlanStep['propose']>, path: string): void => {
  if (!offer.parties.includes(power))
    desk.report(`${path}.parties`, `Who makes an offer is a party to it. Add ${power}.`);
  for (const [i, party] of offer.parties.entries()) desk.look('power', party, `${path}.parties[${i}]`);
  for (const [i, clause] of offer.clauses.entries()) {
    const earlier = offer.clauses.slice(0, i).map((_, n) => `c${n + 1}`);
    checkClause(desk, offer.parties, clause, earlier, `${path}.clauses[${i}]`);
    if ((clause.until ?? 0) > offer.terms)
      desk.report(
        `${path}.clauses[${i}].until`,
        `The agreement lasts ${offer.terms} turns, so no clause may last longer.`,
      );
  }
};
