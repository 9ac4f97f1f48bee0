import type { PowerId } from '../../shared/model/ids.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { namesInGallery } from '../match/seating.ts';
import { PublicSeat, type PublicTable } from './room-state.ts';

type People = readonly { readonly name: string; readonly online: boolean }[];

/** The gallery's: as its picture has it, and never who is here now. */
export const syncGallery = (table: PublicTable, open: OpenMatch): boolean =>
  sync(table, 0, open.gallery.state, (power) => namesInGallery(open, power).map((name) => ({ name, online: true })));

/** Shows who sits where and who is connected. Returns whether that is anything new. */
export const syncTable = (table: PublicTable, open: OpenMatch): boolean =>
  sync(table, open.presence.spectators, open.match.state, (power) =>
    open.membersOf(power).map(({ name, person }) => ({ name, online: open.presence.online(person) })),
  );

/** Assigns what differs, so that nothing is sent when nothing has changed. */
const sync = (
  table: PublicTable,
  spectators: number,
  { table: { seats } }: MatchState,
  peopleAt: (power: PowerId) => People,
): boolean => {
  let changed = table.spectators !== spectators;
  if (changed) table.spectators = spectators;
  for (const power of Object.keys(seats)) {
    const people = JSON.stringify(peopleAt(power));
    const shown = table.seats.get(power);
    if (shown?.people === people) continue;
    changed = true;
    if (shown === undefined) table.seats.set(power, new PublicSeat({ people }));
    else shown.people = people;
  }
  return changed;
};
