import type { ServerCode } from '../../shared/protocol/messages.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { type Admission, admit, admitToGallery, type Doorkeeping } from '../match/admission.ts';
import type { MatchDirectory } from '../match/match-directory.ts';
import type { People } from '../people.ts';
import { noEntry } from './base-room.ts';

/** Somebody let in, and how often people had left by then: a place at the door is kept, and may be taken up later. */
export type Entrant = Admission & { readonly asOf: number };

const STATUS: { readonly [Code in ServerCode]?: number } = {
  'server/unknown-person': 401,
  'server/not-allowed': 403,
  'server/not-a-member': 403,
};

const fieldOf = (options: unknown, name: string): unknown =>
  typeof options === 'object' && options !== null ? (options as { readonly [key: string]: unknown })[name] : undefined;

/** Lets somebody into the gallery of a match, or throws why not. */
export const enterGallery = (
  doors: Doorkeeping & { readonly directory: MatchDirectory },
  token: string | undefined,
  options: unknown,
): Promise<Entrant> => enter(doors, token, options, admitToGallery);

/** Whoever is here by a token that has been given up since shows one that is good, or stays away. */
export const mustAskAgain = (people: People, { person, asOf }: Entrant): boolean =>
  people.hasLeftSince(person ?? '', asOf);

/** Lets somebody into the room of a match, or throws why not. */
export const enter = async (
  doors: Doorkeeping & { readonly directory: MatchDirectory },
  token: string | undefined,
  options: unknown,
  through: typeof admit = admit,
): Promise<Entrant> => {
  if (fieldOf(options, 'protocol') !== PROTOCOL_VERSION) throw noEntry(426, 'server/old-client');
  const id = fieldOf(options, 'match');
  const open = typeof id === 'string' ? await doors.directory.open(id) : null;
  if (open === null) throw noEntry(404, 'server/unknown-match');
  const asOf = doors.people.leavings;
  const entry = await through(doors, open, token, fieldOf(options, 'viewer'));
  if (!entry.ok) throw noEntry(STATUS[entry.code] ?? 403, entry.code);
  return { ...entry.admission, asOf };
};
