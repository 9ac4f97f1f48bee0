import { quarterOf } from '../catalogue/conditions.ts';
import { evaluate, readFormula } from '../catalogue/formula.ts';
import { openingBoard } from '../catalogue/opening-board.ts';
import type { Condition } from '../model/effect.ts';
import type { Scenario } from '../model/scenario.ts';
import { isAllFixed } from './check-formulas.ts';

/** The turns of the longest match in which a condition could hold, by what it says of turns, and of what never changes. */
export const turnsOf = (scenario: Scenario, condition: Condition | null): readonly number[] =>
  Array.from({ length: scenario.lengths.standard }, (_, i) => i + 1).filter(
    (turn) => condition === null || verdictIn(scenario, condition, turn) !== 'no',
  );

type Verdict = 'yes' | 'no' | 'maybe';
const sure = (yes: boolean): Verdict => (yes ? 'yes' : 'no');

/** Without a turn, turns and quarters are left open. */
const verdictIn = (scenario: Scenario, condition: Condition, turn: number | null): Verdict => {
  switch (condition.kind) {
    case 'turn':
      return turn === null ? 'maybe' : sure(turn >= condition.from && turn <= condition.to);
    case 'quarter':
      return turn === null ? 'maybe' : sure(condition.in.includes(quarterOf(scenario, turn)));
    case 'not': {
      const inner = verdictIn(scenario, condition.of, turn);
      return inner === 'maybe' ? inner : sure(inner === 'no');
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => verdictIn(scenario, part, turn));
      const decisive = condition.kind === 'all' ? 'no' : 'yes';
      if (parts.includes(decisive)) return decisive;
      return parts.includes('maybe') ? 'maybe' : sure(condition.kind === 'all');
    }
    case 'inForce': {
      const agreement = scenario.agreements.find((one) => one.id === condition.agreement);
      return agreement?.background === true ? sure(agreement.status === 'inForce') : 'maybe';
    }
    case 'formula': {
      const reading = readFormula(condition.formula);
      if (!reading.ok || !isAllFixed(scenario, reading.terms)) return 'maybe';
      return sure(isWithin(evaluate(reading.terms, scenario, openingBoard(scenario)), condition));
    }
    default:
      return 'maybe';
  }
};

const isWithin = (
  value: number,
  { atLeast = value, atMost = value }: Condition & { readonly kind: 'formula' },
): boolean => value >= atLeast && value <= atMost;

/** What would mend a condition that holds in no turn. */
export const mendOf = (scenario: Scenario, condition: Condition | null): string =>
  condition !== null && verdictIn(scenario, condition, null) === 'no'
    ? 'Nothing that happens in a match can make it true: change or remove it.'
    : 'Widen its turns.';
