import { AREAS, isArea } from '../model/area.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Clause } from '../model/clause.ts';
import { OWN } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';
import { TRACKS, type Track } from '../model/track.ts';
import { flowOfRoute, multivectorOf } from './reckoning.ts';
import { indexOf } from './scenario-index.ts';

type Fn = { readonly least: number; readonly most: number; readonly of: (scenario: Scenario, board: Board, args: readonly string[]) => number };
const fn = (count: number | readonly [number, number], of: Fn['of']): Fn => ({ least: typeof count === 'number' ? count : count[0], most: typeof count === 'number' ? count : count[1], of });

const shareOf = (board: Board, host = '', area = '', supplier = ''): number => (isArea(area) ? (board.portfolios[host]?.[area][supplier] ?? 0) : 0);
const inForce = (board: Board, id = ''): number => (board.agreements[id]?.status === 'inForce' ? 1 : 0);
const live = (board: Board): Agreement[] => Object.values(board.agreements).filter((one) => one.status === 'inForce');
const stands = (clause: Clause): boolean => clause.status === 'pending' || clause.status === 'kept';

/** Points of guard that a power has on a route that carries: flow × gates of the contested land's owner it stands at, halved. */
const guardedOf = (scenario: Scenario, board: Board, route = '', power = ''): number => {
  const definition = indexOf(scenario).routes.get(route);
  const toll = definition?.gates.find((gate) => indexOf(scenario).isPower.has(gate.owner) && definition.gates[0]?.owner !== gate.owner)?.owner;
  if (definition === undefined || toll === undefined) return 0;
  const held = definition.gates.filter((gate) => gate.owner === toll && (board.gates[gate.id]?.guard as readonly string[] | undefined)?.includes(power)).length;
  return Math.floor((flowOfRoute(scenario, board, route) * held) / 2);
};

/** Own security, and half the word of everybody who has promised to come. */
const shieldOf = (board: Board, power = ''): number => {
  const guarantors = new Set(live(board).flatMap((one) => one.clauses).filter((clause) => clause.terms.kind === 'guarantee' && stands(clause) && clause.to.includes(power)).flatMap((clause) => clause.by));
  return [...guarantors].reduce((sum, by) => sum + Math.floor((board.tracks[by]?.credibility ?? 0) / 2), shareOf(board, power, 'security', OWN));
};

const promOf = (board: Board, kind = '', by = '', to = '', subject?: string): number =>
  live(board).some((one) => one.clauses.some((clause) => {
    if (clause.terms.kind !== kind || !stands(clause) || !clause.by.includes(by) || !clause.to.includes(to)) return false;
    return subject === undefined || ('route' in clause.terms && clause.terms.route === subject);
  })) ? 1 : 0;

const lineOf = (scenario: Scenario, board: Board, a = '', b = ''): number =>
  scenario.fronts.filter((front) => front.parties.includes(a) && front.parties.includes(b)).reduce((sum, front) => sum + (board.fronts[front.id]?.tension ?? 0), 0);

const percentDone = (scenario: Scenario, board: Board, id = '', sponsor = ''): number => {
  const goal = scenario.projects.find((project) => project.id === id)?.goal ?? 0;
  return goal === 0 ? 0 : Math.floor((100 * (board.projects[id]?.progress[sponsor] ?? 0)) / goal);
};

const trackOf = (board: Board, power = '', track = ''): number =>
  (TRACKS as readonly string[]).includes(track) ? (board.tracks[power]?.[track as Track] ?? 0) : 0;

const memberOf = (board: Board, power = '', id = ''): number =>
  board.agreements[id]?.status === 'inForce' && board.agreements[id].clauses.some((clause) => clause.terms.kind === 'member' && clause.by.includes(power) && clause.terms.standing === 'joined') ? 1 : 0;

const pactsOf = (board: Board, a = '', b = ''): number =>
  Math.min(2, live(board).filter((one) => one.origin === 'negotiated' && one.parties.includes(a) && one.parties.includes(b)).length);

/** The closed list of what an objective may speak of. */
export const FUNCTIONS: { readonly [name: string]: Fn } = {
  share: fn(3, (_, board, [host, area, supplier]) => shareOf(board, host, area, supplier)),
  own: fn(2, (_, board, [host, area]) => shareOf(board, host, area, OWN)),
  mvi: fn(1, (_, board, [host]) => multivectorOf(board, host ?? '')),
  dep: fn(2, (_, board, [host, supplier]) => AREAS.reduce((sum, area) => sum + shareOf(board, host, area, supplier), 0)),
  track: fn(2, (_, board, [power, track]) => trackOf(board, power, track)),
  flow: fn(1, (scenario, board, [route]) => flowOfRoute(scenario, board, route ?? '')),
  guard: fn(3, (_, board, [, gate, power]) => ((board.gates[gate ?? '']?.guard as readonly string[] | undefined)?.includes(power ?? '') ? 1 : 0)),
  guarded: fn(2, (scenario, board, [route, power]) => guardedOf(scenario, board, route, power)),
  regime: fn(2, (_, board, [route, regime]) => (board.routes[route ?? '']?.regime === regime ? 1 : 0)),
  tension: fn(1, (_, board, [front]) => board.fronts[front ?? '']?.tension ?? 0),
  line: fn(2, (scenario, board, [a, b]) => lineOf(scenario, board, a, b)),
  pct: fn(2, (scenario, board, [project, sponsor]) => percentDone(scenario, board, project, sponsor)),
  won: fn(2, (_, board, [project, sponsor]) => (board.projects[project ?? '']?.winner === sponsor ? 1 : 0)),
  site: fn(1, (_, board, [site]) => board.sites[site ?? '']?.level ?? 0),
  runs: fn(2, (_, board, [site, power]) => (board.sites[site ?? '']?.operator === power ? 1 : 0)),
  inforce: fn(1, (_, board, [id]) => inForce(board, id)),
  ended: fn(1, (_, board, [id]) => (board.agreements[id ?? '']?.status === 'ended' || board.agreements[id ?? '']?.status === 'withdrawn' ? 1 : 0)),
  party: fn(2, (_, board, [id, power]) => (inForce(board, id) === 1 && board.agreements[id ?? '']?.parties.includes(power ?? '') ? 1 : 0)),
  member: fn(2, (_, board, [power, id]) => memberOf(board, power, id)),
  prom: fn([3, 4], (_, board, [kind, by, to, subject]) => promOf(board, kind, by, to, subject)),
  shield: fn(1, (_, board, [power]) => shieldOf(board, power)),
  lifted: fn(1, (_, board, [measure]) => (board.measures[measure ?? ''] === 'lifted' ? 1 : 0)),
  pacts: fn(2, (_, board, [a, b]) => pactsOf(board, a, b)),
  griev: fn(2, (_, board, [holder, against]) => board.grievances.filter((one) => one.holder === holder && one.against === against).length),
  holds: fn(2, (_, board, [prize, power]) => (board.prizes[prize ?? ''] === power ? 1 : 0)),
};
