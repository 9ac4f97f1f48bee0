import type { EventId, FrontId, PowerId } from '../../model/ids.ts';
import { TRACKS, type Track } from '../../model/track.ts';
import { moveTension } from '../effects.ts';
import type { Log } from '../log.ts';
import { moveTrack } from '../moves.ts';
import { powersOf } from './turn.ts';

type Sum = { by: number; readonly ids: EventId[] };

type Sums = Map<string, Sum>;

/** What the orders of one step do to tracks and fronts: summed, and written once when all have run. */
export type Tally = { readonly tracks: Map<PowerId, Sums>; readonly fronts: Sums };

export const newTally = (): Tally => ({ tracks: new Map(), fronts: new Map() });

const push = (sums: Sums, key: string, by: number, id: EventId): void => {
  const sum = sums.get(key);
  if (sum === undefined) sums.set(key, { by, ids: [id] });
  else {
    sum.by += by;
    sum.ids.push(id);
  }
};

export const tallyTrack = ({ tracks }: Tally, power: PowerId, track: Track, by: number, id: EventId): void => {
  let sums = tracks.get(power);
  if (sums === undefined) {
    sums = new Map();
    tracks.set(power, sums);
  }
  push(sums, track, by, id);
};

export const tallyTension = (tally: Tally, front: FrontId, by: number, id: EventId): void =>
  push(tally.fronts, front, by, id);

/** Fronts that are hotter by it, or would be if they could. */
export const heated = ({ fronts }: Tally): ReadonlySet<FrontId> => {
  const hot = new Set<FrontId>();
  for (const [front, { by }] of fronts) if (by > 0) hot.add(front);
  return hot;
};

/** In canonical order, each change with all that caused it. */
export const settleTally = (log: Log, { tracks, fronts }: Tally): void => {
  for (const power of powersOf(log)) {
    const sums = tracks.get(power);
    if (sums === undefined) continue;
    for (const track of TRACKS) {
      const sum = sums.get(track);
      if (sum !== undefined) moveTrack(log, power, track, sum.by, { kind: 'events', ids: sum.ids });
    }
  }
  for (const { id } of log.scenario.fronts) {
    const sum = fronts.get(id);
    if (sum !== undefined) moveTension(log, id, sum.by, { kind: 'events', ids: sum.ids });
  }
};
