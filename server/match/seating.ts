import { digestOf } from '../../shared/kernel/digest.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { ServerCode } from '../../shared/protocol/messages.ts';
import type { Member, PersonKey } from '../store/match-store.ts';
import { isTaken } from './names.ts';
import type { OpenMatch } from './open-match.ts';

export type Arrival = {
  readonly person: PersonKey;
  readonly name: string;
  readonly power?: PowerId;
  readonly watch?: boolean;
  /** Of the browser, as it is drawn there. */ readonly mark?: string;
};
export type Seated = { readonly ok: true; readonly member: Member } | { readonly ok: false; readonly code: ServerCode };
/** `put`: into this seat; null: at the table, without one. */
export type Placing = Seated | { readonly put: PowerId | null };

/** Puts somebody into a seat, or takes theirs away; `why` ends the tenure of who loses one. */
export type Put = (
  who: Pick<Member, 'person' | 'name' | 'removed' | 'mark'>,
  power: PowerId | null,
  why?: 'left' | 'moved' | 'removed' | 'replaced',
) => Promise<Seated>;

export const denied = (code: ServerCode): Seated & { readonly ok: false } => ({ ok: false, code });

export const namesBut = (open: OpenMatch, person: PersonKey): readonly string[] =>
  open.members.flatMap((member) => (member.person === person ? [] : [member.name]));

/** Names at a seat as the gallery has them: where a person sat in its picture, and never whether they are here now. */
export const namesInGallery = (open: OpenMatch, power: PowerId): readonly string[] =>
  open.gallery.state.table.seats[power]?.sitter.by === 'human' ? open.membersOf(power).map(({ name }) => name) : [];

/** Nobody of flesh and blood has it: an empty seat, or a bot's. */
const isFree = (open: OpenMatch, power: PowerId): boolean => open.membersOf(power).length === 0;
const isSeat = (open: OpenMatch, power: PowerId): boolean => open.match.scenario.powers.some(({ id }) => id === power);

/** What is kept of a browser at this table; another table's would be another, and nobody can tell that they are one. */
export const markAt = (open: OpenMatch, mark: string | undefined): { readonly mark?: string } =>
  mark === undefined ? {} : { mark: digestOf('mark', open.stored.salt, mark) };

const twinsOf = (open: OpenMatch, person: PersonKey, mark: string | undefined): readonly Member[] =>
  mark === undefined ? [] : open.everMarked(mark).filter((one) => one.person !== person);
/** Of two people of one browser the second may not sit at an open table: by invitation people may share a computer. */
const sitsTwice = (open: OpenMatch, person: PersonKey, mark: string | undefined): boolean =>
  open.stored.kind === 'public' && twinsOf(open, person, mark).some(({ power }) => power !== null);

/** Why somebody may not come to sit here, whichever seat it is. */
export const doubtOf = (
  open: OpenMatch,
  { person, name, mark }: Pick<Arrival, 'person' | 'name' | 'mark'>,
): ServerCode | null => {
  const hash = markAt(open, mark).mark;
  const sentAway = twinsOf(open, person, hash).some(({ removed }) => removed === true);
  if (open.isRemoved(person) || sentAway) return 'server/not-welcome';
  if (isTaken(name, namesBut(open, person))) return 'server/name-taken';
  return sitsTwice(open, person, hash) ? 'server/second-seat' : null;
};

/** Where somebody who comes to a table belongs, or why not there. */
export const placeFor = (open: OpenMatch, arrival: Arrival): Placing => {
  const known = open.member(arrival.person);
  if (known !== null && (known.power !== null || arrival.watch === true)) return { ok: true, member: known };
  const { spectators, facilitated } = open.stored.settings;
  const { phase } = open.match.state.table;
  const mayOnlyWatch = arrival.watch === true || phase === 'ended';
  const doubt = doubtOf(open, arrival);
  if (doubt !== null && !(doubt === 'server/second-seat' && mayOnlyWatch)) return denied(doubt);
  if (mayOnlyWatch) return spectators ? { put: null } : denied('server/not-allowed');
  // A bot's seat in a running match holds secrets of those who dealt with it: only a class gives it away just so.
  // Elsewhere it must have been declared open, and is claimed by who knows what that means (`seat-claims.ts`).
  if (phase !== 'table' && !facilitated) {
    return arrival.power === undefined && spectators ? { put: null } : denied('server/seat-taken');
  }
  if (arrival.power !== undefined) {
    if (!isSeat(open, arrival.power)) return denied('server/not-allowed');
    return isFree(open, arrival.power) ? { put: arrival.power } : denied('server/seat-taken');
  }
  const free = open.match.scenario.powers.find(({ id }) => isFree(open, id));
  return free === undefined ? denied('server/full') : { put: free.id };
};

/** Another seat, or none, before the start. */
export const movingTo = (open: OpenMatch, member: Member, power: PowerId | null): Placing => {
  if (open.match.state.table.phase !== 'table') return denied('server/not-allowed');
  if (power === member.power) return { ok: true, member };
  if (power !== null && !isSeat(open, power)) return denied('server/not-allowed');
  if (power === null) return { put: null };
  if (sitsTwice(open, member.person, member.mark)) return denied('server/second-seat');
  return isFree(open, power) ? { put: power } : denied('server/seat-taken');
};
