import type { ClassDesk } from '../classroom/class-desk.ts';
import type { Bans } from '../match/bans.ts';
import type { Clock, Journal } from '../match/clock.ts';
import type { MatchDirectory } from '../match/match-directory.ts';
import type { Reminders } from '../match/reminders.ts';
import type { People } from '../people.ts';
import type { MatchStore } from '../store/match-store.ts';
import type { OpenRooms } from './open-rooms.ts';

/** What the rooms are given; they make nothing of their own. */
export type RoomServices = {
  readonly directory: MatchDirectory;
  readonly classes: ClassDesk;
  readonly people: People;
  readonly bans: Bans;
  readonly store: MatchStore;
  readonly rooms: OpenRooms;
  /** Null: this server sends no mail. */ readonly reminders: Reminders | null;
  readonly clock: Clock;
  readonly journal: Journal;
};
