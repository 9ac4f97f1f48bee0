import { indexOf } from '../catalogue/scenario-index.ts';
import type { AgreementDraft, Proposal } from '../model/agreement.ts';
import type { Clause, ClauseDraft } from '../model/clause.ts';
import type { PowerInput } from '../model/input.ts';
import type { PlanStep, Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import type { Board } from '../model/state.ts';
import { refuseDraft } from '../rules/refusal-treaty.ts';
import { worthOfDraft } from './appraise.ts';

/** Hundredths of score that a plan is followed against its own interest. */
const PLANNED = 150;
/** What a text that is in no plan must bring to be signed all the same: a planner does not look for bargains. */
const UNPLANNED = 400;
/** A road that costs much at home is haggled over: hundredths it must bring for each point of stability, and how many fewer each turn. */
const DEAR = 6;
const A_POINT = 100;
const A_TURN = 110;

type Plan = readonly PlanStep[];
type Text = Pick<AgreementDraft, 'parties' | 'visibility' | 'clauses'>;

const promiseOf = ({ by, to, terms }: ClauseDraft): string => JSON.stringify([[...by].sort(), [...to].sort(), terms]);
/** The same promises between the same parties, whatever they are called and however long they run. */
const sameText = (a: Text, b: Text): boolean =>
  a.visibility === b.visibility &&
  [...a.parties].sort().join() === [...b.parties].sort().join() &&
  a.clauses.map(promiseOf).join() === b.clauses.map(promiseOf).join();

const isPlanned = (plan: Plan, text: Text): boolean =>
  plan.some((step) => step.propose !== undefined && sameText(step.propose, text));

/** What a planned text must be worth to its signer by now. */
const priceOf = (scenario: Scenario, view: SeatView, draft: Text): number => {
  const cost = draft.clauses.reduce((sum, { terms }) => {
    if (terms.kind !== 'gate' || !('regime' in terms)) return sum;
    return sum + (indexOf(scenario).routes.get(terms.route)?.regimeCost[terms.regime]?.[view.viewer] ?? 0);
  }, 0);
  return cost < DEAR ? -PLANNED : Math.max(-PLANNED, A_POINT * cost - A_TURN * view.board.turn);
};

/** A text of the scenario, which nobody has just offered. */
const isOnTheTable = (proposal: Proposal): boolean => proposal.turn === 0;

/**
 * What is planned is signed as long as it can be paid; what is planned for another time, not now; of the
 * rest, what is worth it. Texts on the table wait until their time has come in the plan, and lose a
 * signature whose time is over.
 */
export const answersFor = (scenario: Scenario, view: SeatView, board: Board, plan: Plan): PowerInput[] => {
  const whole = scenario.plans[view.viewer] ?? [];
  let capital = view.tracks[view.viewer]?.exact?.capital ?? 0;
  const price = scenario.magnitudes.treaty.capital;
  return view.proposals
    .filter((one) => one.status === 'open')
    .flatMap((one): PowerInput[] => {
      const planned = isPlanned(plan, one.draft);
      if (one.signed.includes(view.viewer))
        return isOnTheTable(one) && isPlanned(whole, one.draft) && !planned
          ? [{ kind: 'decline', proposal: one.id }]
          : [];
      if (isOnTheTable(one) && !planned) return [];
      const affordable = one.draft.form === 'statement' || capital >= price;
      const worth = worthOfDraft(scenario, board, one.draft, view.viewer);
      const wanted = planned
        ? worth > priceOf(scenario, view, one.draft)
        : !isPlanned(whole, one.draft) && worth > UNPLANNED;
      if (!affordable || !wanted) return isOnTheTable(one) ? [] : [{ kind: 'decline', proposal: one.id }];
      if (one.draft.form === 'treaty') capital -= price;
      return [{ kind: 'sign', proposal: one.id }];
    });
};

/** Plans write turns as offsets from now. */
const draftFrom = (offer: NonNullable<PlanStep['propose']>, turn: number): AgreementDraft => {
  const { terms, clauses, ...rest } = offer;
  return {
    ...rest,
    until: turn + terms,
    clauses: clauses.map((clause) => ({
      ...clause,
      from: turn + clause.from,
      until: clause.until === null ? null : Math.min(turn + clause.until, turn + terms),
    })),
  };
};

/** Nothing is offered that lies on the table, was answered this turn, or stands already. */
export const offersFor = (scenario: Scenario, view: SeatView, board: Board, plan: Plan): PowerInput[] => {
  const { turn } = view.board;
  let capital = view.tracks[view.viewer]?.exact?.capital ?? 0;
  return plan.flatMap((step): PowerInput[] => {
    if (step.propose === undefined) return [];
    const draft = draftFrom(step.propose, turn);
    const made = view.proposals.some((one) => (one.turn === turn || isOnTheTable(one)) && sameText(one.draft, draft));
    const stands = view.agreements.some((one) => one.status === 'inForce' && sameText(one, draft));
    if (made || stands || refuseDraft(scenario, board, view.viewer, draft) !== null) return [];
    if (worthOfDraft(scenario, board, draft, view.viewer) <= priceOf(scenario, view, draft)) return [];
    if (draft.form === 'treaty' && capital < scenario.magnitudes.treaty.capital) return [];
    if (draft.form === 'treaty') capital -= scenario.magnitudes.treaty.capital;
    return [{ kind: 'propose', draft, expires: turn }];
  });
};

const gateOf = ({ terms }: Clause): { readonly gate: string; readonly status: string } | null =>
  terms.kind === 'gate' && 'status' in terms ? terms : null;

/** Who has signed to the contrary consents to it: a gate that it keeps shut, and an agreement in which it is to be opened. */
export const consentsFor = (view: SeatView): PowerInput[] => {
  const me = view.viewer;
  const mine = view.agreements.filter((one) => one.status === 'inForce' && one.parties.includes(me));
  const contrary = (clause: Clause): boolean => {
    const wanted = gateOf(clause);
    if (wanted === null) return false;
    return mine.some((one) =>
      one.clauses.some((other) => {
        const gate = gateOf(other);
        return gate?.gate === wanted.gate && gate.status !== wanted.status && other.status === 'pending';
      }),
    );
  };
  return mine.flatMap((agreement) =>
    agreement.clauses
      .filter((clause) => clause.unlessConsentOf === me && !agreement.consents.includes(me) && contrary(clause))
      .slice(0, 1)
      .map((clause): PowerInput => ({ kind: 'consent', agreement: agreement.id, clause: clause.id, given: true })),
  );
};

/** Capital that signatures on treaties will take before the orders run. */
export const reserveFor = (
  scenario: Scenario,
  view: SeatView,
  answers: readonly PowerInput[],
  offers: readonly PowerInput[],
): number => {
  const signed = answers.filter(
    (act) => act.kind === 'sign' && view.proposals.find((one) => one.id === act.proposal)?.draft.form === 'treaty',
  );
  const offered = offers.filter((act) => act.kind === 'propose' && act.draft.form === 'treaty');
  return (signed.length + offered.length) * scenario.magnitudes.treaty.capital;
};
