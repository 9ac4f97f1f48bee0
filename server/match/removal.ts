import type { MatchId } from '../../shared/model/ids.ts';
import { type MatchStore, type PersonKey, StoreFault } from '../store/match-store.ts';
import type { MatchDirectory } from './match-directory.ts';
import type { OpenMatch } from './open-match.ts';
import { denied, type Seated } from './seating.ts';

/** Tables of one person that are looked at. */
const MOST = 500;

/**
 * Takes somebody who is excluded from their tables, so that nobody waits for them. A class is its teacher's. Throws
 * the first fault once every table has been tried: one that cannot be opened must not keep the others.
 */
export const removeEverywhere = async (
  { store, directory }: { readonly store: Pick<MatchStore, 'matchesOf'>; readonly directory: MatchDirectory },
  person: PersonKey,
): Promise<void> => {
  const faults: unknown[] = [];
  for (const { match } of await store.matchesOf(person, MOST)) {
    if (match.status === 'ended' || match.kind === 'class' || match.kind === 'quick') continue;
    await removeFrom(directory, match.id, person).catch((error: unknown) => faults.push(error));
  }
  if (faults.length > 0) throw faults[0];
};

const removeFrom = async (directory: MatchDirectory, id: MatchId, person: PersonKey): Promise<void> => {
  const removed = await (await directory.open(id))?.remove(person);
  if (removed?.ok === false && removed.code === 'server/storage')
    throw new StoreFault('retryable', 'a removal could not be stored');
};

/** A new person in a student's place: what the old one was opens this table no more. */
export const replaceStudent = (
  open: OpenMatch,
  store: Pick<MatchStore, 'putStudent'>,
  old: PersonKey,
  person: PersonKey,
  classId: string,
): Promise<Seated> =>
  open.inSeating(async (put) => {
    const member = open.member(old);
    if (member === null) return denied('server/not-a-member');
    const seated = await put({ person, name: member.name }, member.power, 'replaced');
    if (!seated.ok) return seated;
    await store.putStudent(classId, open.match.id, seated.member);
    await put({ ...member, removed: true }, null, 'replaced');
    return seated;
  });
