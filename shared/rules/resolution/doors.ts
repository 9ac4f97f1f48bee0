import { indexOf } from '../../catalogue/scenario-index.ts';
import type { DoorChange, Doors } from '../../model/portfolio.ts';
import { isBarred, isWelcome, MAX_WELCOMES, sameDoor } from '../../model/portfolio.ts';
import { gainGrievance } from '../effects.ts';
import { powersOf, setOf, type Turn } from './turn.ts';

/** What a host's doors become; null when the change cannot be made. */
export const changedDoors = (doors: Doors, change: DoorChange): Doors | null => {
  switch (change.kind) {
    case 'welcome': {
      const { door, instead } = change;
      const rest = instead === undefined ? doors.welcomes : doors.welcomes.filter((one) => !sameDoor(one, instead));
      if (isWelcome(doors, door.area, door.supplier) || rest.length >= MAX_WELCOMES) return null;
      const bar = doors.bar !== null && sameDoor(doors.bar, door) ? null : doors.bar;
      return { welcomes: [...rest, door], bar };
    }
    case 'unwelcome':
      return isWelcome(doors, change.door.area, change.door.supplier)
        ? { ...doors, welcomes: doors.welcomes.filter((one) => !sameDoor(one, change.door)) }
        : null;
    case 'bar':
      if (isBarred(doors, change.door.area, change.door.supplier)) return null;
      return { welcomes: doors.welcomes.filter((one) => !sameDoor(one, change.door)), bar: change.door };
    case 'unbar':
      return doors.bar === null ? null : { ...doors, bar: null };
    default:
      return change satisfies never;
  }
};

/** Step 2: doors. Barring a supplier that holds much gives it a grievance. (DR3) */
export const runDoors = (turn: Turn): void => {
  const { log, start } = turn;
  for (const power of powersOf(log)) {
    const change = setOf(turn, power).doors;
    const from = start.doors[power];
    if (change === null || from === undefined) continue;
    const to = changedDoors(from, change);
    if (to === null) continue;
    const id = log.add({ kind: 'doorsSet', host: power, from, to }, { kind: 'doors', power });
    if (change.kind !== 'bar') continue;
    const { supplier, area } = change.door;
    const held = start.portfolios[power]?.[area][supplier] ?? 0;
    if (held >= log.scenario.magnitudes.bar.grievanceAt && indexOf(log.scenario).isPower.has(supplier)) {
      gainGrievance(log, supplier, power, { kind: 'events', ids: [id] }, true);
    }
  }
};
