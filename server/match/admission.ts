import type { ViewerId } from '../../shared/model/ids.ts';
import type { ServerCode } from '../../shared/protocol/messages.ts';
import { hashOf, type People } from '../people.ts';
import type { MatchStore } from '../store/match-store.ts';
import type { Bans } from './bans.ts';
import type { OpenMatch } from './open-match.ts';
import { lags } from './spectators.ts';

export type Admission = {
  readonly match: string;
  /** null: the facilitator, who is known by the class's token alone. */
  readonly person: string | null;
  readonly name: string;
  readonly as: 'member' | 'spectator' | 'facilitator';
};
export type Doorkeeping = { readonly people: People; readonly bans: Bans; readonly store: MatchStore };
export type Admitted =
  | { readonly ok: true; readonly admission: Admission }
  | { readonly ok: false; readonly code: ServerCode };

const denied = (code: ServerCode): Admitted => ({ ok: false, code });
const admitted = (admission: Admission): Admitted => ({ ok: true, admission });

/** Who somebody is at this table: from the token alone, never from what the request claims. `as` chooses among the eyes that the token opens. */
export const admit = async (
  doors: Doorkeeping,
  open: OpenMatch,
  token: string | null | undefined,
  as: unknown,
): Promise<Admitted> => {
  if (as === 'facilitator') return admitFacilitator(doors, open, token);
  const entry = await admitPerson(doors, open, token, as);
  // Whoever has no seat at a table with a delay sees it from the gallery, and from nowhere else.
  return entry.ok && seesLate(open, entry.admission) ? denied('server/behind') : entry;
};

/** The same for the gallery, from which a running match is seen late. */
export const admitToGallery = async (
  doors: Doorkeeping,
  open: OpenMatch,
  token: string | null | undefined,
  as: unknown,
): Promise<Admitted> => {
  const entry = await admitPerson(doors, open, token, as);
  return entry.ok && viewerOf(open, entry.admission) !== 'public' ? denied('server/not-allowed') : entry;
};

export const seesLate = (open: OpenMatch, admission: Admission): boolean =>
  lags(open.match.state) && (open.member(admission.person ?? '')?.power ?? null) === null;

const admitPerson = async (
  doors: Doorkeeping,
  open: OpenMatch,
  token: string | null | undefined,
  as: unknown,
): Promise<Admitted> => {
  const match = open.match.id;
  const person = await doors.people.byToken(token);
  if (person === null) return denied('server/unknown-person');
  if (doors.bans.has(person.key)) return denied('server/banned');
  if (open.isRemoved(person.key)) return denied('server/not-welcome');
  const member = open.member(person.key);
  if (as === 'spectator') {
    if (!open.stored.settings.spectators || open.stored.kind === 'class') return denied('server/not-allowed');
    return admitted({ match, person: person.key, name: member?.name ?? person.name, as });
  }
  if (member === null) return denied('server/not-a-member');
  return admitted({ match, person: person.key, name: member.name, as: 'member' });
};

const admitFacilitator = async (
  doors: Doorkeeping,
  open: OpenMatch,
  token: string | null | undefined,
): Promise<Admitted> => {
  const klass = typeof token === 'string' ? await doors.store.classByConsole(hashOf(token)) : null;
  if (klass === null || open.stored.classId !== klass.id) return denied('server/not-allowed');
  return admitted({ match: open.match.id, person: null, name: '', as: 'facilitator' });
};

/** Whose eyes somebody has here and now: a member may move to another seat before the start. */
export const viewerOf = (open: OpenMatch, admission: Admission): ViewerId => {
  if (admission.as === 'facilitator') return 'facilitator';
  if (admission.as === 'spectator' || admission.person === null) return 'public';
  return open.member(admission.person)?.power ?? 'public';
};
