import type { Condition } from '../model/effect.ts';
import { orderMatches } from '../model/order.ts';
import { isWelcome } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { evaluate, parseFormula } from './formula.ts';
import { flowOfRoute } from './reckoning.ts';

type Bounds = { readonly atLeast?: number; readonly atMost?: number };

const within = (value: number | undefined, { atLeast, atMost }: Bounds): boolean =>
  value !== undefined && (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);

/** The quarter of the year that a turn is. */
export const quarterOf = (scenario: Pick<Scenario, 'firstQuarter'>, turn: number): 1 | 2 | 3 | 4 =>
  (((scenario.firstQuarter - 1 + turn - 1) % 4) + 1) as 1 | 2 | 3 | 4;

/** Does this hold on the board? Things that do not exist hold nothing. */
export const holds = (condition: Condition, scenario: Scenario, board: Board): boolean => {
  switch (condition.kind) {
    case 'all':
      for (const part of condition.of) if (!holds(part, scenario, board)) return false;
      return true;
    case 'any':
      for (const part of condition.of) if (holds(part, scenario, board)) return true;
      return false;
    case 'not':
      return !holds(condition.of, scenario, board);
    case 'turn':
      return board.turn >= condition.from && board.turn <= condition.to;
    case 'quarter':
      return condition.in.includes(quarterOf(scenario, board.turn));
    case 'track':
      return within(board.tracks[condition.power]?.[condition.track], condition);
    case 'share': {
      const row = board.portfolios[condition.host]?.[condition.area];
      return within(row === undefined ? undefined : (row[condition.supplier] ?? 0), condition);
    }
    case 'tension':
      return within(board.fronts[condition.front]?.tension, condition);
    case 'flow':
      return within(
        board.routes[condition.route] === undefined ? undefined : flowOfRoute(scenario, board, condition.route),
        condition,
      );
    default:
      return holdsOnPaper(condition, scenario, board);
  }
};

type OnPaper = Exclude<
  Condition,
  { readonly kind: 'all' | 'any' | 'not' | 'turn' | 'quarter' | 'track' | 'share' | 'tension' | 'flow' }
>;

/** Gates, regimes, agreements, doors and measures: what has been set or signed. */
const holdsOnPaper = (condition: OnPaper, scenario: Scenario, board: Board): boolean => {
  switch (condition.kind) {
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
    case 'formula':
      return within(evaluate(parseFormula(condition.formula), scenario, board), condition);
    case 'ordered':
      return board.conduct[condition.power]?.some((order) => orderMatches(order, condition.order)) ?? false;
    case 'secretDeal':
      return Object.values(board.agreements).some(
        (agreement) => agreement.visibility === 'secret' && agreement.status === 'inForce',
      );
    default:
      return condition satisfies never;
  }
};
