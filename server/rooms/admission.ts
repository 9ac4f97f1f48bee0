import type { ViewerId } from '../../shared/model/ids.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import type { MatchDirectory } from '../match/match-directory.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { keyOf, type People } from '../people.ts';
import type { MatchStore } from '../store/match-store.ts';
import { noEntry } from './base-room.ts';

export type Admission = {
  readonly match: string;
  /** null: the facilitator, who is known by the class's token alone. */
  readonly person: string | null;
  readonly name: string;
  readonly as: 'member' | 'spectator' | 'facilitator';
};
export type Doorkeeping = { readonly directory: MatchDirectory; readonly people: People; readonly store: MatchStore };

const fieldOf = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null ? (options as { readonly [key: string]: unknown })[name] : undefined;

/** Who somebody is at this table: from the token alone, never from what the request claims. */
export const admit = async (doors: Doorkeeping, token: string | undefined, options: unknown): Promise<Admission> => {
  if (fieldOf(options, 'protocol') !== PROTOCOL_VERSION) throw noEntry(426, 'server/old-client');
  const id = fieldOf(options, 'match');
  const open = typeof id === 'string' ? await doors.directory.open(id) : null;
  if (open === null) throw noEntry(404, 'server/unknown-match');
  if (fieldOf(options, 'viewer') === 'facilitator') return admitFacilitator(doors, token, open);

  const person = await doors.people.byToken(token);
  if (person === null) throw noEntry(401, 'server/unknown-person');
  const member = open.member(person.key);
  if (fieldOf(options, 'viewer') === 'spectator') {
    if (!open.stored.settings.spectators || open.stored.kind === 'class') throw noEntry(403, 'server/not-allowed');
    return { match: open.match.id, person: person.key, name: member?.name ?? person.name, as: 'spectator' };
  }
  if (member === null) throw noEntry(403, 'server/not-a-member');
  return { match: open.match.id, person: person.key, name: member.name, as: 'member' };
};

const admitFacilitator = async (doors: Doorkeeping, token: string | undefined, open: OpenMatch): Promise<Admission> => {
  const klass = token === undefined ? null : await doors.store.classByConsole(keyOf(token));
  if (klass === null || open.stored.classId !== klass.id) throw noEntry(403, 'server/not-allowed');
  return { match: open.match.id, person: null, name: '', as: 'facilitator' };
};

/** Whose eyes somebody has here and now: a member may move to another seat before the start. */
export const viewerOf = (open: OpenMatch, admission: Admission): ViewerId => {
  if (admission.as === 'facilitator') return 'facilitator';
  if (admission.as === 'spectator' || admission.person === null) return 'public';
  return open.member(admission.person)?.power ?? 'public';
};
