import type { CardDefinition } from '../model/scenario.ts';
import { checkCondition } from './check-conditions.ts';
import { checkEffects } from './check-effects.ts';
import type { Desk } from './known-names.ts';
import { mendOf, turnsOf } from './turns-of.ts';

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
    report(
      `${path}.when`,
      `This holds in no turn from 1 to ${last}, so the card never comes. ${mendOf(scenario, card.when)}`,
    );
  else if (card.turn !== null && !turns.includes(card.turn))
    report(
      `${path}.turn`,
      `The card comes in turn ${card.turn}, where its condition never holds. Choose one of: ${turns.join(', ')}.`,
    );
};
