import type { Area } from '../model/area.ts';
import type { GameEvent } from '../model/event.ts';
import type { ActorId, SupplierId } from '../model/ids.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Board, Grievance } from '../model/state.ts';

type EventOf<K extends GameEvent['kind']> = GameEvent & { readonly kind: K };

/** Events that tell without changing the board return it as it is. */
export const evolveBoard = (board: Board, event: GameEvent): Board => {
  switch (event.kind) {
    case 'trackMoved':
      return moveTrack(board, event);
    case 'sharesMoved':
      return moveShares(board, event.host, event.area, event.moves);
    case 'gateSet':
      return setGate(board, event);
    case 'guardPosted':
      return withGate(board, event.gate, { guard: event.to });
    case 'regimeSet':
      return { ...board, routes: { ...board.routes, [event.route]: { regime: event.to } } };
    case 'doorsSet':
      return { ...board, doors: { ...board.doors, [event.host]: event.to } };
    case 'wasteQueued':
      return { ...board, waste: [...board.waste, event.waste] };
    case 'wasted':
      return {
        ...board,
        waste: board.waste.filter(
          (w) => !(w.host === event.host && w.area === event.area && w.supplier === event.supplier),
        ),
      };
    case 'gapOpened':
      return { ...board, gaps: [...board.gaps, event.gap] };
    case 'gapClosed':
      return {
        ...board,
        gaps: board.gaps.filter((g) => !(g.host === event.host && g.area === event.area && g.until <= board.turn)),
      };
    case 'grievanceGained':
      return {
        ...board,
        grievances: [...board.grievances.filter((one) => !renews(event.grievance, one)), event.grievance],
      };
    case 'grievanceEnded':
      return {
        ...board,
        grievances: board.grievances.filter((one) => !isOfPair(one, event) || (!event.spent && one.until > board.turn)),
      };
    default:
      return evolveAssets(board, event);
  }
};

const evolveAssets = (board: Board, event: GameEvent): Board => {
  switch (event.kind) {
    case 'tensionMoved':
      return { ...board, fronts: { ...board.fronts, [event.front]: { tension: event.to } } };
    case 'siteMoved':
      return { ...board, sites: { ...board.sites, [event.site]: { level: event.level, operator: event.operator } } };
    case 'progressMade':
      return makeProgress(board, event);
    case 'measureLifted':
      return { ...board, measures: { ...board.measures, [event.measure]: 'lifted' } };
    case 'cardPlayed':
      return { ...board, cards: [...board.cards, event.card] };
    case 'turnClosed':
      return { ...board, remembered: event.remembered };
    case 'scored':
      return { ...board, scores: event.scores };
    default:
      return board;
  }
};

const moveTrack = (board: Board, event: EventOf<'trackMoved'>): Board => {
  const tracks = board.tracks[event.power];
  return tracks === undefined
    ? board
    : { ...board, tracks: { ...board.tracks, [event.power]: { ...tracks, [event.track]: event.to } } };
};

const moveShares = (board: Board, host: ActorId, area: Area, moves: EventOf<'sharesMoved'>['moves']): Board => {
  const portfolio = board.portfolios[host];
  if (portfolio === undefined) return board;
  const row: Record<SupplierId, number> = { ...portfolio[area] };
  for (const move of moves) {
    if (move.to === 0) delete row[move.supplier];
    else row[move.supplier] = move.to;
  }
  const next: Portfolio = { ...portfolio, [area]: row };
  return { ...board, portfolios: { ...board.portfolios, [host]: next } };
};

const withGate = (board: Board, gate: string, change: Partial<Board['gates'][string]>): Board => {
  const now = board.gates[gate];
  return now === undefined ? board : { ...board, gates: { ...board.gates, [gate]: { ...now, ...change } } };
};

const setGate = (board: Board, event: EventOf<'gateSet'>): Board =>
  withGate(board, event.gate, {
    status: event.to,
    held: event.heldUntil === null ? null : { until: event.heldUntil, back: event.from },
  });

const makeProgress = (board: Board, event: EventOf<'progressMade'>): Board => {
  const project = board.projects[event.project];
  if (project === undefined) return board;
  const progress = {
    ...project.progress,
    [event.sponsor]: Math.max(0, (project.progress[event.sponsor] ?? 0) + event.by),
  };
  return { ...board, projects: { ...board.projects, [event.project]: { ...project, progress } } };
};

type Pair = { readonly holder: string; readonly against: string };
const isOfPair = (one: Pair, pair: Pair): boolean => one.holder === pair.holder && one.against === pair.against;

/** One that only its two parties know of leaves an open one alone: to see it go would tell of the secret. */
const renews = (fresh: Grievance, old: Grievance): boolean => isOfPair(old, fresh) && (fresh.open || !old.open);
