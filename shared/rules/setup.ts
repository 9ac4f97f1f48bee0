import { openingBoard } from '../catalogue/opening-board.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import { luckFor } from '../kernel/luck.ts';
import type { Proposal } from '../model/agreement.ts';
import type { ObjectiveId } from '../model/ids.ts';
import type { OfferDefinition, Scenario } from '../model/scenario.ts';
import { type Board, type MatchState, NO_EVENTS, type Settings } from '../model/state.ts';
import { baselineOf, scoresOf } from './scores.ts';

/** A text of the scenario as it lies on the table from the start: of turn 0, signed by whom the scenario says. */
export const proposalOf = ({ id, by, signed, draft, expires }: OfferDefinition): Proposal => ({
  id,
  by,
  draft,
  turn: 0,
  expires,
  signed,
  counters: null,
  status: 'open',
});

/** The first state: everything as the scenario has it, agendas dealt by the seed, nobody seated. */
export const setup = (
  scenario: Scenario,
  options: { readonly seed: string; readonly settings: Settings },
): MatchState => {
  const { powers } = indexOf(scenario);
  const agendas: Record<string, ObjectiveId> = {};
  for (const power of powers) {
    const choices = scenario.agendas[power] ?? [];
    if (choices.length > 0) agendas[power] = luckFor(options.seed, 'agenda', power).pick(choices).id;
  }
  const bare: Board = { ...openingBoard(scenario), agendas };
  const board: Board = { ...bare, baseline: baselineOf(scenario, bare) };
  return {
    version: 0,
    seed: options.seed,
    settings: options.settings,
    table: {
      phase: 'table',
      deadline: null,
      paused: null,
      draw: 0,
      ended: null,
      seats: Object.fromEntries(
        powers.map((power) => [
          power,
          { sitter: { by: 'nobody' }, ready: false, agreesToEnd: false, conceded: false, missed: 0 },
        ]),
      ),
    },
    board: { ...board, scores: scoresOf(scenario, board) },
    orders: {},
    standing: {},
    messages: [],
    notes: [],
    proposals: Object.fromEntries(scenario.offers.map((offer) => [offer.id, proposalOf(offer)])),
    events: NO_EVENTS,
    turnStarts: [],
  };
};
