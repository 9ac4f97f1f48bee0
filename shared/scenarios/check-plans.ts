import type { Order } from '../model/order.ts';
import type { DoorChange } from '../model/portfolio.ts';
import type { PlanStep } from '../model/scenario.ts';
import { checkClause, checkTerms } from './check-clauses.ts';
import { checkCondition } from './check-conditions.ts';
import { type Aim, checkField, type Field, fieldsOf, whyNever } from './check-orders.ts';
import type { Desk } from './known-names.ts';
import { suggest } from './problems.ts';
import { mendOf, turnsOf } from './turns-of.ts';

/** Plans of scripted bots: steps that their power could take in some match. */
export const checkPlans = (desk: Desk): void => {
  for (const [power, plan] of Object.entries(desk.scenario.plans)) {
    // A plan under a wrong name is told once, with the actors; its steps would all seem wrong.
    if (!desk.names.power.has(power)) continue;
    for (const [i, step] of plan.entries()) checkStep(desk, power, step, `plans.${power}[${i}]`);
  }
};

const checkStep = (desk: Desk, power: string, step: PlanStep, path: string): void => {
  checkCondition(desk, step.when, `${path}.when`);
  if (turnsOf(desk.scenario, step.when).length === 0)
    desk.report(
      `${path}.when`,
      `This holds in no turn of the longest match, so the step is never taken. ${mendOf(desk.scenario, step.when)}`,
    );
  if (step.order === undefined && step.doors === undefined && step.propose === undefined)
    desk.report(path, 'This step does nothing. Give it an order, a change of doors or a proposal.');
  if (step.order !== undefined) checkOrder(desk, power, step.order, `${path}.order`);
  if (step.doors !== undefined) checkDoorChange(desk, power, step.doors, `${path}.doors`);
  if (step.propose !== undefined) checkOffer(desk, power, step.propose, `${path}.propose`);
};

/** A whole order, which its power could give. */
const checkOrder = (desk: Desk, power: string, order: Order, path: string): void => {
  const given = order as { readonly [F in Field]?: string };
  const fields = fieldsOf(order.verb).filter((field) => given[field] !== undefined);
  const sound = fields.map((field) => checkField(desk, [order.verb], field, given[field] ?? '', `${path}.${field}`));
  if (sound.includes(false)) return;
  const why = whyNever(desk.scenario, power, order as Aim);
  if (why !== null) desk.report(`${path}.${why.field ?? 'verb'}`, `${power} could never give this order: ${why.text}`);
  checkCargo(desk, power, order, path);
};

/** What an order carries beside its aim: a demand, guards, a prize, a clause of an agreement. */
const checkCargo = (desk: Desk, power: string, order: Order, path: string): void => {
  if ((order.verb === 'squeeze' || order.verb === 'destabilise') && order.demand !== undefined)
    checkTerms(desk, [order.host], order.demand, `${path}.demand`);
  if (order.verb === 'postGuard')
    for (const [i, guard] of order.guard.entries()) desk.look('actor', guard, `${path}.guard[${i}]`);
  if (order.verb === 'operate' && desk.look('prize', order.prize, `${path}.prize`)) {
    const front = desk.scenario.fronts.find((one) => one.id === order.front);
    if (front?.prizes.every((prize) => prize.id !== order.prize))
      desk.report(
        `${path}.prize`,
        `This changes hands at another front. ${suggest(
          '',
          front.prizes.map((one) => one.id),
        )}`,
      );
  }
  if (order.verb === 'denounce' && desk.look('agreement', order.agreement, `${path}.agreement`)) {
    const agreement = desk.scenario.agreements.find((one) => one.id === order.agreement);
    const clauses = agreement?.clauses.map((clause) => clause.id) ?? [];
    if (!clauses.includes(order.clause))
      desk.report(`${path}.clause`, `There is no clause of that name. ${suggest(order.clause, clauses)}`);
    if (agreement?.visibility === 'public')
      desk.report(
        `${path}.agreement`,
        'Only what is secret is denounced, and this is public. Name a secret agreement.',
      );
    if (agreement?.parties.includes(power) === false)
      desk.report(`${path}.agreement`, `${power} is not a party of this agreement. Name one of its own.`);
  }
};

const checkDoorChange = ({ scenario, look, report }: Desk, power: string, change: DoorChange, path: string): void => {
  if (scenario.doors[power] === undefined)
    report(path, `${power} is no host and has no doors, so it could never do this. Remove it.`);
  if (change.kind === 'unbar') return;
  look('actor', change.door.supplier, `${path}.door.supplier`);
  if (change.door.supplier === power)
    report(`${path}.door.supplier`, 'A host cannot open or bar a door to itself. Name another supplier.');
};

/** Turns in an offer count from the turn in which it is made: 0 is that turn. */
const checkOffer = (desk: Desk, power: string, offer: NonNullable<PlanStep['propose']>, path: string): void => {
  if (!offer.parties.includes(power))
    desk.report(`${path}.parties`, `Who makes an offer is a party to it. Add ${power}.`);
  for (const [i, party] of offer.parties.entries()) desk.look('actor', party, `${path}.parties[${i}]`);
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
