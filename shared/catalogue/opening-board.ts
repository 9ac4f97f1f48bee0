import type { PrizeId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';

const byId = <T extends { readonly id: string }, V>(
  list: readonly T[],
  value: (one: T) => V,
): { readonly [id: string]: V } => Object.fromEntries(list.map((one) => [one.id, value(one)]));

/** The board as the scenario lays it out: turn 1, before any news, no agenda dealt and nothing scored. */
export const openingBoard = (scenario: Scenario): Board => ({
  turn: 1,
  portfolios: scenario.portfolios,
  tracks: Object.fromEntries(
    Object.entries(scenario.tracks).map(([power, { capital, treasury, stability, credibility, readiness }]) => [
      power,
      { capital, treasury, stability, credibility, readiness },
    ]),
  ),
  doors: scenario.doors,
  gates: byId(
    scenario.routes.flatMap((route) => route.gates),
    ({ status, guard }) => ({ status, guard, held: null }),
  ),
  routes: byId(scenario.routes, ({ regime }) => ({ regime })),
  sites: byId(scenario.sites, ({ operator, level }) => ({ operator, level })),
  fronts: byId(scenario.fronts, ({ tension }) => ({ tension, hot: 0 })),
  projects: byId(scenario.projects, ({ progress }) => ({ progress, awarded: null, winner: null })),
  prizes: Object.fromEntries(
    scenario.fronts.flatMap((front) => front.prizes.map((prize): [PrizeId, string] => [prize.id, prize.holder])),
  ),
  profits: {},
  recognitions: [],
  measures: byId(scenario.measures, ({ status }) => status),
  agreements: byId(scenario.agreements, (agreement) => agreement),
  grievances: scenario.grievances.map((grievance) => ({ ...grievance, because: null, open: true })),
  gaps: [],
  waste: [],
  remembered: {},
  conduct: {},
  falls: {},
  policies: {},
  war: false,
  cards: [],
  agendas: {},
  baseline: {},
  scores: { powers: {}, joint: 0 },
});
