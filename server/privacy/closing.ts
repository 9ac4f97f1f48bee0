import type { MatchDirectory } from '../match/match-directory.ts';
import type { MatchStore } from '../store/match-store.ts';

export type ClosingOptions = {
  readonly store: MatchStore;
  readonly directory: MatchDirectory;
  /** Puts everybody out of the rooms of a match or of a class. */
  readonly closeRooms: (target: string) => Promise<void>;
};

/** Nobody holds it any more, and whoever comes next reads it from the store. */
export const closeMatch = async ({ store, directory, closeRooms }: ClosingOptions, id: string): Promise<void> => {
  const classId = (await store.match(id))?.classId ?? null;
  await directory.renew(id);
  await closeRooms(id);
  // A console holds its tables for as long as its room is open.
  if (classId !== null) await closeRooms(classId);
};
