import type { MatchId } from '../../shared/model/ids.ts';
import type { MatchStore } from '../store/match-store.ts';
import type { MatchDirectory } from './match-directory.ts';

/** An open table that nobody has started for so long, and where nobody is, only stands in the way of the others. */
const WAITS_FOR = 2 * 86_400_000;
const LOOKED_AT = 500;

/** Open tables that everybody has left before the start. By invitation they wait as long as people want to. */
export const forsakenTables = async (
  store: Pick<MatchStore, 'matchesBy'>,
  directory: Pick<MatchDirectory, 'opened'>,
  now: number,
): Promise<readonly MatchId[]> => {
  const visited = new Set(
    (await directory.opened()).filter((open) => open.presence.anybody).map(({ match }) => match.id),
  );
  const waiting = await store.matchesBy('table', LOOKED_AT);
  return waiting
    .filter(({ id, kind, createdAt }) => kind === 'public' && createdAt < now - WAITS_FOR && !visited.has(id))
    .map(({ id }) => id);
};
