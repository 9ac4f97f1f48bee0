import type { Agreement } from '../model/agreement.ts';
import { flowOf } from '../model/asset.ts';
import type { Clause } from '../model/clause.ts';
import { isWelcome } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import { checkClause } from './check-clauses.ts';
import { checkEffects } from './check-effects.ts';
import type { Desk } from './known-names.ts';

/** Agreements, grievances and measures. */
export const checkPapers = (desk: Desk): void => {
  for (const [i, agreement] of desk.scenario.agreements.entries()) checkAgreement(desk, agreement, `agreements[${i}]`);
  checkGrievances(desk);
  checkMeasures(desk);
};

const checkAgreement = (desk: Desk, agreement: Agreement, path: string): void => {
  const { look, report, scenario } = desk;
  for (const [i, party] of agreement.parties.entries()) look('actor', party, `${path}.parties[${i}]`);
  if (agreement.origin !== 'standing') report(`${path}.origin`, 'What stands at the start is “standing”.');
  if (agreement.until !== null && agreement.until < agreement.from)
    report(`${path}.until`, 'The agreement ends before it begins. Swap from and until.');
  const earlier: string[] = [];
  for (const [i, clause] of agreement.clauses.entries()) {
    const at = `${path}.clauses[${i}]`;
    checkClause(desk, agreement.parties, clause, earlier, at);
    if (earlier.includes(clause.id)) report(`${at}.id`, `Two clauses are called “${clause.id}”. Give one another id.`);
    earlier.push(clause.id);
    const amiss =
      agreement.status === 'inForce' && clause.status === 'pending' && clause.from === 1
        ? amissAtStart(scenario, clause)
        : null;
    if (amiss !== null)
      report(`${at}.terms`, `${amiss} Change the clause or the opening, or mark it breached and priced.`);
  }
};

/** A promise about doors, gates or institutions must hold as the match opens, or it would be broken before anybody could act. */
const amissAtStart = (scenario: Scenario, { terms, by }: Clause): string | null => {
  if (terms.kind === 'welcome') {
    const doors = scenario.doors[by[0] ?? ''];
    const open = doors !== undefined && isWelcome(doors, terms.area, terms.supplier);
    return open === terms.open
      ? null
      : `At the start ${by[0] ?? ''} does ${open ? '' : 'not '}welcome ${terms.supplier} in ${terms.area}, against this clause.`;
  }
  if (terms.kind === 'member') {
    const status = scenario.agreements.find((one) => one.id === terms.institution)?.status;
    const now = status === 'inForce' ? 'joined' : status === 'suspended' ? 'suspended' : 'left';
    return now === terms.standing ? null : `At the start the standing there is “${now}”, against this clause.`;
  }
  if (terms.kind !== 'gate' || !('status' in terms)) return null;
  const status = scenario.routes.flatMap((route) => route.gates).find((gate) => gate.id === terms.gate)?.status;
  if (status === undefined) return null;
  const kept = terms.status === 'closed' ? status === 'closed' : flowOf(status) >= flowOf(terms.status);
  return kept ? null : `At the start the gate is ${status}, against this clause.`;
};

const checkGrievances = ({ scenario, look, report }: Desk): void => {
  for (const [i, grievance] of scenario.grievances.entries()) {
    look('power', grievance.holder, `grievances[${i}].holder`);
    look('power', grievance.against, `grievances[${i}].against`);
    if (grievance.holder === grievance.against)
      report(`grievances[${i}].against`, 'Nobody holds a grievance against itself. Name another power.');
  }
};

const checkMeasures = (desk: Desk): void => {
  for (const [i, measure] of desk.scenario.measures.entries()) {
    const path = `measures[${i}]`;
    desk.look('power', measure.by, `${path}.by`);
    for (const [j, actor] of measure.against.entries()) desk.look('actor', actor, `${path}.against[${j}]`);
    checkEffects(desk, measure.each, `${path}.each`);
    checkEffects(desk, measure.onLift, `${path}.onLift`);
    if (measure.onLift.some((effect) => effect.kind === 'lift'))
      desk.report(`${path}.onLift`, 'Lifting one measure cannot lift another. Lift it where this one is lifted.');
  }
};
