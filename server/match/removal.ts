import type { MatchStore, PersonKey } from '../store/match-store.ts';
import type { MatchDirectory } from './match-directory.ts';

/** Tables of one person that are looked at. */
const MOST = 500;

/** Takes somebody who is excluded from their tables, so that nobody waits for them. A class is its teacher's. */
export const removeEverywhere = async (
  { store, directory }: { readonly store: Pick<MatchStore, 'matchesOf'>; readonly directory: MatchDirectory },
  person: PersonKey,
): Promise<void> => {
  for (const { match } of await store.matchesOf(person, MOST)) {
    if (match.status === 'ended' || match.kind === 'class' || match.kind === 'quick') continue;
    await (await directory.open(match.id))?.remove(person);
  }
};
