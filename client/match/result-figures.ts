import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { ObjectiveDefinition, Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { hundredthsOf } from '../../shared/rules/scores.ts';
import { supposeState } from '../../shared/view/suppose-state.ts';

export type ScoreRow = { readonly power: PowerId; readonly open: number; readonly full: number };

/** Best first; ties in canonical order. */
export const scoreRows = (scenario: Scenario, view: SeatView): readonly ScoreRow[] =>
  indexOf(scenario)
    .powers.map((power) => {
      const score = view.scores.powers[power];
      return { power, open: score?.open ?? 0, full: score?.full ?? score?.open ?? 0 };
    })
    .sort((a, b) => b.full - a.full);

export type ObjectiveRow = {
  readonly objective: ObjectiveDefinition;
  readonly secret: boolean;
  readonly hundredths: number;
};

/** What each objective brought, agenda last. */
export const objectiveRows = (scenario: Scenario, view: SeatView, power: PowerId): readonly ObjectiveRow[] => {
  const { board } = supposeState(scenario, view);
  const row = (objective: ObjectiveDefinition, secret: boolean): ObjectiveRow => ({
    objective,
    secret,
    hundredths: hundredthsOf(scenario, board, power, objective),
  });
  const agenda = (scenario.agendas[power] ?? []).find((one) => one.id === view.agendas[power]);
  return [
    ...(scenario.objectives[power] ?? []).map((one) => row(one, false)),
    ...(agenda === undefined ? [] : [row(agenda, true)]),
  ];
};

export const verdictOf = (hundredths: number): 'strategic' | 'success' | 'mixed' | 'failure' =>
  hundredths > 7000 ? 'strategic' : hundredths >= 5500 ? 'success' : hundredths >= 4000 ? 'mixed' : 'failure';

export type PromiseRow = {
  readonly power: PowerId;
  readonly kept: number;
  readonly broken: number;
  readonly excused: number;
  readonly open: number;
};

/** How each power's promises ended, as far as one may know; what was broken before the match does not count. */
export const promiseRows = (scenario: Scenario, view: SeatView): readonly PromiseRow[] =>
  indexOf(scenario).powers.map((power) => {
    const mine = view.agreements.flatMap((agreement) =>
      agreement.clauses.filter((clause) => clause.by.includes(power) && clause.priced !== true),
    );
    const broken = mine.filter((clause) => clause.breachedBy.includes(power));
    const rest = mine.filter((clause) => !clause.breachedBy.includes(power));
    const count = (...statuses: readonly string[]): number =>
      rest.filter((clause) => statuses.includes(clause.status)).length;
    return {
      power,
      kept: count('kept', 'breached'),
      broken: broken.length,
      excused: count('excused', 'void'),
      open: count('pending'),
    };
  });
