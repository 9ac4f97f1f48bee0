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

type Ways = Pick<Board, 'gates' | 'routes' | 'projects'>;

/** 0 closed, 1 restricted, 2 open: the worst gate, the cap of an unfinished project, nothing without a regime on a contested route. */
export const flowOfRoute = (scenario: Scenario, board: Ways, id: RouteId): number => {
  const route = indexOf(scenario).routes.get(id);
  return route === undefined ? 0 : flowAlong(route, board);
};

/** Flows on the ways that were asked about last: formulas name the same few routes again and again. */
type Known = { gates: Board['gates'] | null; routes: Board['routes'] | null; projects: Board['projects'] | null };
const known: Known = { gates: null, routes: null, projects: null };
const flows = new Map<RouteDefinition, number>();

/** To be called by whoever writes to gates, routes or projects in place. */
export const forgetFlows = (): void => {
  known.gates = null;
};

/** The same for a route at hand. */
export const flowAlong = (route: RouteDefinition, board: Ways): number => {
  if (known.gates !== board.gates || known.routes !== board.routes || known.projects !== board.projects) {
    known.gates = board.gates;
    known.routes = board.routes;
    known.projects = board.projects;
    flows.clear();
  }
  let flow = flows.get(route);
  if (flow === undefined) {
    flow = reckonFlow(route, board);
    flows.set(route, flow);
  }
  return flow;
};

const reckonFlow = (route: RouteDefinition, board: Ways): number => {
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
