import type { Area } from '../model/area.ts';
import type { Cause } from '../model/cause.ts';
import type { EventId, PowerId } from '../model/ids.ts';
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

/** Writes the summed deltas of one row at once. They sum to 0 and take from nobody more than it has: who makes them sees to that. */
export const moveShares = (
  log: Log,
  host: string,
  area: Area,
  deltas: ReadonlyMap<string, number>,
  cause: Cause,
): EventId | null => {
  const row = log.state.board.portfolios[host]?.[area];
  if (row === undefined || deltas.size === 0) return null;
  const moves: { readonly supplier: string; readonly from: number; readonly to: number }[] = [];
  for (const supplier of log.scenario.suppliers) {
    const by = deltas.get(supplier) ?? 0;
    if (by === 0) continue;
    const from = row[supplier] ?? 0;
    moves.push({ supplier, from, to: from + by });
  }
  return moves.length === 0 ? null : log.add({ kind: 'sharesMoved', host, area, moves }, cause);
};
