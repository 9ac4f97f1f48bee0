import type { OpenMatch } from '../match/open-match.ts';
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

/** Copies what everybody may see of a match into the room's state. */
export const syncTable = (table: PublicTable, open: OpenMatch): boolean => {
  const { table: now, board } = open.match.state;
  let changed = assign<Pick<PublicTable, 'phase' | 'turn' | 'deadline' | 'paused' | 'spectators'>>(table, {
    phase: now.phase,
    turn: board.turn,
    deadline: now.deadline ?? 0,
    paused: now.paused !== null,
    spectators: open.presence.spectators,
  });
  for (const [power, seat] of Object.entries(now.seats)) {
    let shown = table.seats.get(power);
    if (shown === undefined) {
      shown = new PublicSeat();
      table.seats.set(power, shown);
      changed = true;
    }
    const people = open.membersOf(power).map(({ name, person }) => ({ name, online: open.presence.online(person) }));
    const moved = assign<Pick<PublicSeat, 'people' | 'ready' | 'by'>>(shown, {
      people: JSON.stringify(people),
      ready: seat.ready,
      by: seat.sitter.by,
    });
    changed ||= moved;
  }
  return changed;
};
