import type { Condition } from '../model/effect.ts';
import { isWelcome } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { flowOfRoute } from './reckoning.ts';

const within = (value: number, { atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number }): boolean =>
  (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

/** Does a condition hold on this board? */
export const holds = (condition: Condition, scenario: Scenario, board: Board): boolean => {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((one) => holds(one, scenario, board));
    case 'any':
      return condition.of.some((one) => holds(one, scenario, board));
    case 'not':
      return !holds(condition.of, scenario, board);
    case 'turn':
      return board.turn >= condition.from && board.turn <= condition.to;
    case 'quarter':
      return condition.in.includes((((scenario.firstQuarter - 1 + board.turn - 1) % 4) + 1) as 1 | 2 | 3 | 4);
    case 'track':
      return within(board.tracks[condition.power]?.[condition.track] ?? 0, condition);
    case 'share':
      return within(board.portfolios[condition.host]?.[condition.area][condition.supplier] ?? 0, condition);
    default:
      return holdsOfAssets(condition, scenario, board);
  }
};

type AssetCondition = Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' | 'turn' | 'quarter' | 'track' | 'share' }>;

const holdsOfAssets = (condition: AssetCondition, scenario: Scenario, board: Board): boolean => {
  switch (condition.kind) {
    case 'tension':
      return within(board.fronts[condition.front]?.tension ?? 0, condition);
    case 'flow':
      return within(flowOfRoute(scenario, board, condition.route), condition);
    case 'gate':
      return board.gates[condition.gate]?.status === condition.status;
    case 'regime':
      return board.routes[condition.route]?.regime === condition.regime;
    case 'inForce':
      return board.agreements[condition.agreement]?.status === 'inForce';
    case 'welcome': {
      const doors = board.doors[condition.host];
      return doors !== undefined && isWelcome(doors, condition.area, condition.supplier);
    }
    case 'stands':
      return board.measures[condition.measure] === 'stands';
    case 'secretDeal':
      return Object.values(board.agreements).some((one) => one.visibility === 'secret' && one.status === 'inForce');
    default:
      return condition satisfies never;
  }
};
