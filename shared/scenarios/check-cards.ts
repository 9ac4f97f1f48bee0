import { quarterOf } from '../catalogue/conditions.ts';
import type { Condition } from '../model/effect.ts';
import type { CardDefinition, Scenario } from '../model/scenario.ts';
import { checkCondition, checkEffects } from './check-effects.ts';
import type { Desk } from './known-names.ts';

/** Cards that name what exists and that some match can bring. */
export const checkCards = (desk: Desk): void => {
  for (const [i, card] of desk.scenario.cards.entries()) {
    const path = `cards[${i}]`;
    checkCondition(desk, card.when, `${path}.when`);
    checkEffects(desk, card.effects, `${path}.effects`);
    checkComing(desk, card, path);
  }
};

const checkComing = ({ scenario, report }: Desk, card: CardDefinition, path: string): void => {
  const last = scenario.lengths.standard;
  if (card.turn !== null && card.weight > 0)
    report(`${path}.weight`, 'A card with a turn of its own is not drawn. Set weight to 0, or turn to null.');
  if (card.turn !== null && card.turn > last)
    return report(`${path}.turn`, `The longest match ends with turn ${last}. Choose an earlier turn.`);
  if (card.turn === null && card.weight === 0 && card.when !== null)
    return report(
      `${path}.weight`,
      'This card never comes: it has no turn and no weight. Give it one of the two; or set when to null, to leave it to the facilitator.',
    );
  const turns = turnsOf(scenario, card.when);
  if (turns.length === 0)
    report(`${path}.when`, `This holds in no turn from 1 to ${last}, so the card never comes. Widen its turns.`);
  else if (card.turn !== null && !turns.includes(card.turn))
    report(
      `${path}.turn`,
      `The card comes in turn ${card.turn}, where its condition never holds. Choose one of: ${turns.join(', ')}.`,
    );
};

/** The turns of the longest match in which a condition could hold, by what it says of turns and quarters. */
export const turnsOf = (scenario: Scenario, condition: Condition | null): readonly number[] =>
  Array.from({ length: scenario.lengths.standard }, (_, i) => i + 1).filter(
    (turn) => condition === null || verdictIn(scenario, condition, turn) !== 'no',
  );

type Verdict = 'yes' | 'no' | 'maybe';
const sure = (yes: boolean): Verdict => (yes ? 'yes' : 'no');

const verdictIn = (scenario: Scenario, condition: Condition, turn: number): Verdict => {
  switch (condition.kind) {
    case 'turn':
      return sure(turn >= condition.from && turn <= condition.to);
    case 'quarter':
      return sure(condition.in.includes(quarterOf(scenario, turn)));
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
    default:
      return 'maybe';
  }
};
