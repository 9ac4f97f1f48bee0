import { type Mind, openMind } from '../../shared/bots/negotiator/mind.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { BotChoice } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { bare, give, place, seated } from './given.ts';

/** A match of twelve turns that has begun from this position. */
export const begun = (given: readonly string[] = [], scenario: Scenario = bare): MatchState => {
  const start = seated(scenario);
  const settings = { ...start.settings, turns: 12 };
  return give(scenario, { ...start, settings, board: given.reduce(place, start.board) }, 'facilitator', {
    kind: 'start',
  }).state;
};

/** How a negotiator of a seat sees it; a strong and steadfast one, if nothing else is said. */
export const mindIn = (
  state: MatchState,
  power: PowerId,
  choice: Omit<BotChoice, 'bot'> = {},
  scenario: Scenario = bare,
): Mind =>
  openMind(
    scenario,
    viewFor(scenario, state, power),
    { bot: 'negotiator', level: 'strong', temperament: 'steadfast', ...choice },
    { match: 'a mind', now: 'now' },
  );
