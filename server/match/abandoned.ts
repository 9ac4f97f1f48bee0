import type { MatchId } from '../../shared/model/ids.ts';
import type { MatchStore } from '../store/match-store.ts';
import type { MatchDirectory } from './match-directory.ts';

/** An open table that nobody has started for so long, and where nobody is, only stands in the way of the others. */
const WAITS_FOR = 2 * 86_400_000;
/** A server that has just come up has seen nobody yet: whoever has a seat is given this long to look in. */
const SETTLES_IN = 86_400_000;
const LOOKED_AT = 500;

export type Lookout = {
  readonly store: Pick<MatchStore, 'matchesBy' | 'match' | 'members'>;
  readonly directory: Pick<MatchDirectory, 'opened'>;
  readonly now: () => number;
  /** Since when this server has been up, in ms since 1970. */ readonly since: number;
};

/** Open tables that everybody has left before the start. By invitation they wait as long as people want to. */
export const forsakenTables = async (lookout: Lookout): Promise<readonly MatchId[]> => {
  const { store, now } = lookout;
  const old = (await store.matchesBy('table', LOOKED_AT)).filter(({ createdAt }) => createdAt < now() - WAITS_FOR);
  const forsaken: MatchId[] = [];
  for (const { id } of old) if (await isForsaken(lookout, id)) forsaken.push(id);
  return forsaken;
};

/** To be asked again just before it is erased: it may have been started, or somebody have come. */
export const isForsaken = async ({ store, directory, now, since }: Lookout, id: MatchId): Promise<boolean> => {
  const stored = await store.match(id);
  if (stored?.kind !== 'public' || stored.status !== 'table' || stored.createdAt >= now() - WAITS_FOR) return false;
  const open = (await directory.opened()).find(({ match }) => match.id === id);
  // The store is told of a start after it has happened.
  if (open !== undefined && (open.presence.anybody || open.match.state.table.phase !== 'table')) return false;
  return now() - since >= SETTLES_IN || (await store.members(id)).every(({ power }) => power === null);
};
