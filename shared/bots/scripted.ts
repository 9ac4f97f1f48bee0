import { holds } from '../catalogue/conditions.ts';
import type { PowerInput } from '../model/input.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { supposeState } from '../view/suppose-state.ts';
import { setFor } from './scripted-orders.ts';
import { answersFor, consentsFor, offersFor, reserveFor } from './scripted-treaty.ts';

/** Follows its power's plan in the scenario, keeps its promises, and signs what is in its plan or worth signing. */
export const scriptedActs = (scenario: Scenario, view: SeatView, ready: boolean): PowerInput[] => {
  const supposed = supposeState(scenario, view);
  const { board } = supposed;
  const plan = (scenario.plans[view.viewer] ?? []).filter(
    (step) => step.when === null || holds(step.when, scenario, board),
  );
  const open = view.table.phase === 'negotiation';
  const answers = open ? answersFor(scenario, view, board, plan) : [];
  if (ready) return answers;
  const offers = open ? offersFor(scenario, view, board, plan) : [];
  const consents = open ? consentsFor(view) : [];
  const reserve = reserveFor(scenario, view, answers, offers);
  return [
    ...answers,
    ...offers,
    ...consents,
    { kind: 'submitOrders', orders: setFor(scenario, view, supposed, plan, reserve) },
  ];
};
