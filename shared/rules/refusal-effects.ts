import { indexOf } from '../catalogue/scenario-index.ts';
import { lookUp } from '../kernel/look-up.ts';
import type { Effect } from '../model/effect.ts';
import { type Refusal, refuse } from '../model/refusal.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MatchState } from '../model/state.ts';
import { isGuard } from './guards.ts';

/** A correction may only speak of things that exist. */
export const refuseEffects = (scenario: Scenario, state: MatchState, effects: readonly Effect[]): Refusal | null => {
  if (effects.length === 0) return refuse('control/bad-effect', { why: 'none' });
  const wrong = effects.findIndex((effect) => !exists(scenario, state, effect));
  return wrong < 0 ? null : refuse('control/bad-effect', { why: 'unknown', number: wrong + 1 });
};

const exists = (scenario: Scenario, state: MatchState, effect: Effect): boolean => {
  const { isPower, actors } = indexOf(scenario);
  const { board } = state;
  switch (effect.kind) {
    case 'share':
      return (
        lookUp(board.portfolios, effect.host) !== undefined &&
        effect.supplier !== effect.host &&
        scenario.suppliers.includes(effect.supplier)
      );
    case 'track':
      return isPower.has(effect.power);
    case 'tension':
      return lookUp(board.fronts, effect.front) !== undefined;
    case 'gateStatus':
      return lookUp(board.gates, effect.gate) !== undefined;
    case 'guard':
      return lookUp(board.gates, effect.gate) !== undefined && isGuard(scenario, effect.guard);
    case 'regime':
      return lookUp(board.routes, effect.route) !== undefined;
    case 'site':
      return lookUp(board.sites, effect.site) !== undefined;
    case 'operator':
      return lookUp(board.sites, effect.site) !== undefined && actors.includes(effect.operator);
    case 'progress':
      return lookUp(board.projects, effect.project) !== undefined && actors.includes(effect.sponsor);
    case 'grievance':
      return isPower.has(effect.holder) && isPower.has(effect.against);
    case 'impose':
    case 'lift':
      return lookUp(board.measures, effect.measure) !== undefined;
    case 'prize':
      return lookUp(board.prizes, effect.prize) !== undefined && actors.includes(effect.to);
    case 'profit':
      return lookUp(board.routes, effect.route) !== undefined && actors.includes(effect.actor);
    case 'expose':
      return effect.percent >= 0 && effect.percent <= 100;
    case 'endAgreement':
      return lookUp(board.agreements, effect.agreement) !== undefined;
    default:
      return effect satisfies never;
  }
};
