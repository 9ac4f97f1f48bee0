import type { PowerId } from '../../shared/model/ids.ts';
import type { MatchStore, Member, PersonKey, Tenure } from '../store/match-store.ts';
import type { OpenMatch } from './open-match.ts';

type Ending = NonNullable<Tenure['why']>;
/** Somebody as they sit now, and as they sat before. */
export type Change = { readonly before: Member | null; readonly after: Member; readonly at: number };

/** A class moves its students as it needs them, several to a seat; and before the start a seat knows nothing. */
const isKept = (open: OpenMatch): boolean =>
  !open.stored.settings.facilitated && ['negotiation', 'orders'].includes(open.match.state.table.phase);

const whyOf = ({ after }: Change): Ending => (after.removed === true ? 'removed' : 'left');

/**
 * Keeps who has held a seat of a match that runs. Written before the seat changes hands: whoever has held one may
 * claim no other, and a lost line would let them. May be called again for the same change.
 */
export const keepTenures = async (store: MatchStore, open: OpenMatch, change: Change, why?: Ending): Promise<void> => {
  const { before, after, at } = change;
  const left = before?.power ?? null;
  if (!isKept(open) || left === after.power) return;
  if (before !== null && left !== null) await end(store, open, before, left, { at, why: why ?? whyOf(change) });
  if (after.power !== null) await begin(store, open, after, after.power, at);
};

const end = async (
  store: MatchStore,
  open: OpenMatch,
  { person, name, joinedAt }: Member,
  power: PowerId,
  ended: { readonly at: number; readonly why: Ending },
): Promise<void> => {
  const rows = (await store.tenures(open.match.id)).filter((row) => row.power === power && row.person === person);
  // Who has sat since the start has no line yet; who has one that has ended was here a moment ago.
  const first: Tenure = { power, person, name, from: joinedAt, fromTurn: 1, until: ended.at, why: ended.why };
  await store.putTenure(open.match.id, power, ended, rows.length === 0 ? first : null);
  // Turns of a seat that is somebody else's are nothing to be reminded of.
  await store.dropReminder(open.match.id, person);
};

const begin = (store: MatchStore, open: OpenMatch, member: Member, power: PowerId, at: number): Promise<void> => {
  const { person, name } = member;
  const fromTurn = open.match.state.board.turn;
  const begun: Tenure = { power, person, name, from: at, fromTurn, until: null, why: null };
  return store.putTenure(open.match.id, power, { at, why: 'replaced' }, begun);
};

/** Seats of this match that somebody has held. */
export const heldBy = (tenures: readonly Tenure[], person: PersonKey): ReadonlySet<PowerId> =>
  new Set(tenures.filter((tenure) => tenure.person === person).map(({ power }) => power));

/** Names by seat, in the order in which they sat: those who left, and those who sit now. */
export const namesThrough = (open: OpenMatch, tenures: readonly Tenure[], power: PowerId): readonly string[] => {
  const now = open.membersOf(power);
  const before = tenures.filter((one) => one.power === power && !now.some(({ person }) => person === one.person));
  const names = new Set([...before, ...now].map(({ name }) => name));
  // Of whoever has been forgotten.
  names.delete('');
  return [...names];
};
