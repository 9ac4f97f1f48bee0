import type { Area } from '../model/area.ts';
import type { Cause } from '../model/cause.ts';
import type { EventId, PowerId } from '../model/ids.ts';
import type { Shares } from '../model/portfolio.ts';
import { clampTrack, PRIVATE_TRACKS, type Track } from '../model/track.ts';
import type { Log } from './log.ts';

/** Moves a track by so much, within its bounds; null when it stays where it is. */
export const moveTrack = (log: Log, power: PowerId, track: Track, by: number, cause: Cause): EventId | null => {
  const from = log.state.board.tracks[power]?.[track];
  if (from === undefined) return null;
  const to = clampTrack(track, from + by);
  if (to === from) return null;
  return log.add(
    { kind: 'trackMoved', power, track, from, to },
    cause,
    PRIVATE_TRACKS.includes(track) ? [power] : 'public',
  );
};

/** Sums deltas of one row and writes it once: never below 0, always 100 together. */
export const moveShares = (
  log: Log,
  host: string,
  area: Area,
  deltas: ReadonlyMap<string, number>,
  cause: Cause,
): EventId | null => {
  const row = log.state.board.portfolios[host]?.[area];
  if (row === undefined || deltas.size === 0) return null;
  const next = settle(log, row, deltas);
  const moves: { readonly supplier: string; readonly from: number; readonly to: number }[] = [];
  for (const supplier of log.scenario.suppliers) {
    const to = next.get(supplier);
    const from = row[supplier] ?? 0;
    if (to !== undefined && to !== from) moves.push({ supplier, from, to });
  }
  return moves.length === 0 ? null : log.add({ kind: 'sharesMoved', host, area, moves }, cause);
};

/**
 * What those named in `deltas` come to when together they would take more than a supplier has: the
 * gainers give it up, the largest gain first.
 */
const settle = (log: Log, row: Shares, deltas: ReadonlyMap<string, number>): Map<string, number> => {
  const next = new Map<string, number>();
  let over = 0;
  for (const [supplier, by] of deltas) {
    const points = (row[supplier] ?? 0) + by;
    if (points < 0) over -= points;
    next.set(supplier, Math.max(0, points));
  }
  if (over > 0) giveUp(log, next, deltas, over);
  return next;
};

const giveUp = (log: Log, next: Map<string, number>, deltas: ReadonlyMap<string, number>, over: number): void => {
  const gainers = log.scenario.suppliers.filter((supplier) => (deltas.get(supplier) ?? 0) > 0);
  gainers.sort((a, b) => (deltas.get(b) ?? 0) - (deltas.get(a) ?? 0));
  let left = over;
  for (const gainer of gainers) {
    const back = Math.min(left, deltas.get(gainer) ?? 0);
    next.set(gainer, (next.get(gainer) ?? 0) - back);
    left -= back;
  }
};
