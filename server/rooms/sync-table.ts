import type { PowerId } from '../../shared/model/ids.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { namesInGallery } from '../match/seating.ts';
import { PublicSeat, type PublicTable } from './room-state.ts';

/** Assigns what differs, so that nothing is sent when nothing public has changed. Returns whether it has. */
const assign = <T extends object>(target: T, values: Partial<T>): boolean => {
  let changed = false;
  for (const [key, value] of Object.entries(values) as [keyof T, T[keyof T]][]) {
    if (target[key] === value) continue;
    target[key] = value;
    changed = true;
  }
  return changed;
};

/** What the gallery shows: as its picture has it, and never who is here now or how long they have. */
export const syncGallery = (table: PublicTable, open: OpenMatch): boolean => {
  const { table: then, board } = open.gallery.state;
  const facts = { phase: then.phase, turn: board.turn, deadline: 0, paused: false, spectators: 0 };
  const changed = assign<Pick<PublicTable, 'phase' | 'turn' | 'deadline' | 'paused' | 'spectators'>>(table, facts);
  return (
    syncSeats(table, then.seats, (power) => namesInGallery(open, power).map((name) => ({ name, online: true }))) ||
    changed
  );
};

/** Copies what everybody may see of a match into the room's state. */
export const syncTable = (table: PublicTable, open: OpenMatch): boolean => {
  const { table: now, board } = open.match.state;
  const changed = assign<Pick<PublicTable, 'phase' | 'turn' | 'deadline' | 'paused' | 'spectators'>>(table, {
    phase: now.phase,
    turn: board.turn,
    deadline: now.deadline ?? 0,
    paused: now.paused !== null,
    spectators: open.presence.spectators,
  });
  const peopleAt = (power: PowerId): People =>
    open.membersOf(power).map(({ name, person }) => ({ name, online: open.presence.online(person) }));
  return syncSeats(table, now.seats, peopleAt) || changed;
};

type People = readonly { readonly name: string; readonly online: boolean }[];

const syncSeats = (
  table: PublicTable,
  seats: MatchState['table']['seats'],
  peopleAt: (power: PowerId) => People,
): boolean => {
  let changed = false;
  for (const [power, seat] of Object.entries(seats)) {
    let shown = table.seats.get(power);
    if (shown === undefined) {
      shown = new PublicSeat();
      table.seats.set(power, shown);
      changed = true;
    }
    const moved = assign<Pick<PublicSeat, 'people' | 'ready' | 'by'>>(shown, {
      people: JSON.stringify(peopleAt(power)),
      ready: seat.ready,
      by: seat.sitter.by,
    });
    changed ||= moved;
  }
  return changed;
};
