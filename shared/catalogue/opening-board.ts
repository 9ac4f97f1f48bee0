import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { indexOf } from './scenario-index.ts';

const byId = <T extends { readonly id: string }, V>(items: readonly T[], value: (item: T) => V): { readonly [id: string]: V } =>
  Object.fromEntries(items.map((item) => [item.id, value(item)]));

/** The board as the scenario has it in turn 1, before agendas are dealt and baselines taken. */
export const openingBoard = (scenario: Scenario): Board => {
  const { powers } = indexOf(scenario);
  return {
    turn: 1,
    portfolios: scenario.portfolios,
    tracks: Object.fromEntries(powers.map((power) => {
      const { capital, treasury, stability, credibility, readiness } = scenario.tracks[power] ?? { capital: 0, treasury: 0, stability: 50, credibility: 50, readiness: 0 };
      return [power, { capital, treasury, stability, credibility, readiness }];
    })),
    doors: scenario.doors,
    gates: Object.fromEntries(scenario.routes.flatMap((route) => route.gates.map((gate) => [gate.id, { status: gate.status, guard: gate.guard, held: null }]))),
    routes: byId(scenario.routes, (route) => ({ regime: route.regime })),
    sites: byId(scenario.sites, (site) => ({ operator: site.operator, level: site.level })),
    fronts: byId(scenario.fronts, (front) => ({ tension: front.tension })),
    projects: byId(scenario.projects, (project) => ({ progress: project.progress, winner: null })),
    prizes: Object.fromEntries(scenario.fronts.flatMap((front) => front.prizes.map((prize) => [prize.id, prize.holder]))),
    measures: byId(scenario.measures, () => 'stands' as const),
    agreements: byId(scenario.agreements, (agreement) => agreement),
    grievances: scenario.grievances.map((one) => ({ ...one, because: null, open: true })),
    gaps: [], waste: [], remembered: {}, cards: [], agendas: {}, baseline: {},
    scores: { powers: {}, joint: 0 },
  };
};
