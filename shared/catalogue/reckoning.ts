import { AREAS } from '../model/area.ts';
import { flowOf, type RouteDefinition } from '../model/asset.ts';
import { OWN, type RouteId } from '../model/ids.ts';
import type { Shares } from '../model/portfolio.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { indexOf } from './scenario-index.ts';

/** 100 × (1 − Σ share²), rounded down. */
export const diversityOf = (row: Shares): number => {
  let squares = 0;
  for (const points of Object.values(row)) squares += points * points;
  return Math.floor((10_000 - squares) / 100);
};

/** A host's multivector index: the mean of its six rows, rounded down. */
export const multivectorOf = (board: Pick<Board, 'portfolios'>, host: string): number => {
  const portfolio = board.portfolios[host];
  if (portfolio === undefined) return 0;
  let sum = 0;
  for (const area of AREAS) sum += diversityOf(portfolio[area]);
  return Math.floor(sum / AREAS.length);
};

/** A host's autonomy: its own share over six areas, of 600. */
export const ownOf = (board: Pick<Board, 'portfolios'>, host: string): number =>
  AREAS.reduce((sum, area) => sum + (board.portfolios[host]?.[area][OWN] ?? 0), 0);

/** 0 closed, 1 restricted, 2 open: the worst gate, the cap of an unfinished project, nothing without a regime on a contested route. */
export const flowOfRoute = (
  scenario: Scenario,
  board: Pick<Board, 'gates' | 'routes' | 'projects'>,
  id: RouteId,
): number => {
  const route = indexOf(scenario).routes.get(id);
  return route === undefined ? 0 : flowAlong(route, board);
};

/** The same for a route at hand. */
export const flowAlong = (route: RouteDefinition, board: Pick<Board, 'gates' | 'routes' | 'projects'>): number => {
  if (route.contested && board.routes[route.id]?.regime === 'none') return 0;
  let worst = capOf(route, board);
  for (const gate of route.gates) {
    const status = board.gates[gate.id]?.status;
    if (status === 'restricted') worst = Math.min(worst, flowOf(status));
    else if (status !== 'open') return 0;
  }
  return worst;
};

const capOf = (route: RouteDefinition, board: Pick<Board, 'projects'>): number =>
  route.cap === null || board.projects[route.cap.project]?.winner != null ? 2 : route.cap.flow;
