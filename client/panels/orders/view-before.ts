import { canonical } from '../../../shared/kernel/canonical.ts';
import type { GameEvent } from '../../../shared/model/event.ts';
import { NO_ORDERS, type Order, type OrderSet } from '../../../shared/model/order.ts';
import type { PublicBoard, SeatView } from '../../../shared/model/seat-view.ts';
import type { Tracks } from '../../../shared/model/track.ts';

/** The board without one event, as far as the event tells what was before. */
const boardWithout = (board: PublicBoard, event: GameEvent): PublicBoard => {
  switch (event.kind) {
    case 'sharesMoved': {
      const portfolio = board.portfolios[event.host];
      if (portfolio === undefined) return board;
      const was = Object.fromEntries(event.moves.map((move) => [move.supplier, move.from]));
      const row = { ...portfolio, [event.area]: { ...portfolio[event.area], ...was } };
      return { ...board, portfolios: { ...board.portfolios, [event.host]: row } };
    }
    case 'tensionMoved': {
      const hot = board.fronts[event.front]?.hot ?? 0;
      return { ...board, fronts: { ...board.fronts, [event.front]: { tension: event.from, hot } } };
    }
    case 'doorsSet':
      return { ...board, doors: { ...board.doors, [event.host]: event.from } };
    case 'prizeTaken':
      return { ...board, prizes: { ...board.prizes, [event.prize]: event.from } };
    case 'measureLifted':
      return { ...board, measures: { ...board.measures, [event.measure]: 'stands' } };
    case 'measureImposed':
      return { ...board, measures: { ...board.measures, [event.measure]: 'lifted' } };
    case 'recognised': {
      const recognitions = board.recognitions.filter((one) => one.by !== event.by || one.what !== event.what);
      return { ...board, recognitions };
    }
    case 'gapOpened':
      return { ...board, gaps: board.gaps.filter((gap) => canonical(gap) !== canonical(event.gap)) };
    default:
      return gatesAndProjectsWithout(board, event);
  }
};

const gatesAndProjectsWithout = (board: PublicBoard, event: GameEvent): PublicBoard => {
  if (event.kind === 'gateSet' || event.kind === 'guardPosted') {
    const gate = board.gates[event.gate];
    if (gate === undefined) return board;
    const was = event.kind === 'gateSet' ? { ...gate, status: event.from, held: null } : { ...gate, guard: event.from };
    return { ...board, gates: { ...board.gates, [event.gate]: was } };
  }
  if (event.kind === 'regimeSet')
    return { ...board, routes: { ...board.routes, [event.route]: { regime: event.from } } };
  if (event.kind !== 'progressMade' && event.kind !== 'awarded' && event.kind !== 'projectWon') return board;
  const project = board.projects[event.project];
  if (project === undefined) return board;
  const put = (was: typeof project): PublicBoard => ({
    ...board,
    projects: { ...board.projects, [event.project]: was },
  });
  if (event.kind === 'awarded') return put({ ...project, awarded: null });
  if (event.kind === 'projectWon') return put({ ...project, winner: null });
  const progress = { ...project.progress, [event.sponsor]: (project.progress[event.sponsor] ?? 0) - event.by };
  return put({ ...project, progress });
};

type PowerTracks = SeatView['tracks'][string];
const trackWithout = (tracks: PowerTracks, track: keyof Tracks, from: number): PowerTracks => ({
  ...tracks,
  ...(track === 'stability' || track === 'credibility' ? { [track]: from } : {}),
  exact: tracks.exact === null ? null : { ...tracks.exact, [track]: from },
});

/** Where the resolution of a turn begins among the events that a viewer has. */
const resolutionStart = (events: readonly GameEvent[], turn: number): number => {
  const opened = events.findLastIndex((event) => event.kind === 'phaseOpened' && event.turn === turn);
  return opened < 0 ? events.length : opened + 1;
};

/** A view as it was when a turn was resolved, made by taking back what has happened since: what one knew then. */
export const viewBefore = (view: SeatView, turn: number): SeatView => {
  const start = resolutionStart(view.events, turn);
  let { board, tracks } = view;
  for (const event of view.events.slice(start).toReversed()) {
    const moved = event.kind === 'trackMoved' ? tracks[event.power] : undefined;
    if (event.kind === 'trackMoved' && moved !== undefined)
      tracks = { ...tracks, [event.power]: trackWithout(moved, event.track, event.from) };
    else board = boardWithout(board, event);
  }
  const closed = view.events.findLast((event) => event.kind === 'turnClosed' && event.turn === turn - 1);
  const remembered = closed?.kind === 'turnClosed' ? closed.remembered : {};
  return { ...view, board: { ...board, turn, remembered }, tracks, orders: null, events: view.events.slice(0, start) };
};

/** Everything that a power ordered in a turn, covert orders too, as its own events tell. */
export const setOfTurn = (view: SeatView, power: string, turn: number): OrderSet => {
  const now = view.events.filter((event) => event.turn === turn);
  const shown = now.find((event) => event.kind === 'ordersRevealed' && event.power === power);
  const base = shown?.kind === 'ordersRevealed' ? shown.orders : NO_ORDERS;
  const known = new Map<string, Order>(base.orders.map((order) => [canonical(order), order]));
  for (const { cause } of now)
    if (cause.kind === 'order' && cause.power === power) known.set(canonical(cause.order), cause.order);
  return { ...base, orders: [...known.values()] };
};
