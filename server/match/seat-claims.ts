import type { PowerId } from '../../shared/model/ids.ts';
import type { Reply } from '../../shared/protocol/messages.ts';
import type { MatchStore, PersonKey } from '../store/match-store.ts';
import type { Journal } from './clock.ts';
import type { MatchChange } from './match.ts';
import type { OpenMatch } from './open-match.ts';
import { refusedBy } from './replies.ts';
import { type Arrival, denied, doubtOf, markAt, type Seated } from './seating.ts';
import { heldBy } from './tenures.ts';

/** A seat that a caretaker has had for so many turns running is open by itself. */
const TURNS_AWAY = 2;

/** Seats change hands where people came by themselves; a class is seated by its facilitator. */
const isByChoice = ({ stored }: OpenMatch): boolean => stored.kind === 'private' || stored.kind === 'public';
const isRunning = ({ match }: OpenMatch): boolean =>
  match.state.table.phase === 'negotiation' || match.state.table.phase === 'orders';

/** Seats that somebody may claim now. */
export const openSeats = (open: Pick<OpenMatch, 'match'>): readonly PowerId[] =>
  Object.entries(open.match.state.table.seats).flatMap(([power, { sitter }]) =>
    sitter.by === 'bot' && sitter.open === true ? [power] : [],
  );

/** Gives one's own seat up: a caretaker has it until somebody claims it. */
export const leaveSeat = (open: OpenMatch, person: PersonKey): Promise<Seated> =>
  open.inSeating(async (put) => {
    const member = open.member(person);
    if (member === null) return denied('server/not-a-member');
    if (!isByChoice(open) || !isRunning(open) || member.power === null) return denied('server/not-allowed');
    return put(member, null, 'left');
  });

export type Claim = Required<Pick<Arrival, 'person' | 'name' | 'power'>> & Pick<Arrival, 'mark'>;

/**
 * Takes an open seat with all that it knows. Nobody may who sits here, or has held another seat of this match:
 * they would know two seats' secrets.
 */
export const claimSeat = (open: OpenMatch, store: MatchStore, claim: Claim): Promise<Seated> =>
  open.inSeating(async (put) => {
    const { person, name, power, mark } = claim;
    const member = open.member(person);
    if (!isByChoice(open) || !isRunning(open)) return denied('server/not-allowed');
    // Theirs already; where it had been declared open, they are back in it.
    if (member?.power === power) return openSeats(open).includes(power) ? put(member, power) : { ok: true, member };
    if (member !== null && member.power !== null) return denied('server/not-allowed');
    if (!openSeats(open).includes(power)) return denied('server/seat-taken');
    const doubt = doubtOf(open, claim);
    if (doubt !== null) return denied(doubt);
    const held = heldBy(await store.tenures(open.match.id), person);
    if (held.size > 0 && !held.has(power)) return denied('server/held-a-seat');
    for (const before of open.membersOf(power)) {
      const gone = await put(before, null, 'replaced');
      if (!gone.ok) return gone;
    }
    return put({ person, name, ...markAt(open, mark) }, power);
  });

/** Declares a seat open whose person is away; they have it back with the first thing they send, unless somebody is quicker. */
export const offerSeat = (open: OpenMatch, power: PowerId): Promise<Reply> =>
  open.inSeating(async () => {
    const seat = open.match.state.table.seats[power];
    const isAway = seat?.sitter.by === 'bot' && seat.sitter.standIn === true && !seat.conceded;
    if (!isByChoice(open) || !isRunning(open) || !isAway) return refusedBy('server/not-allowed');
    if (seat.sitter.open === true) return { ok: true, version: 0 };
    return open.ownInput({ kind: 'seat', power, sitter: { ...seat.sitter, open: true } });
  });

/** In which turn a caretaker took the seat it has. */
const awaySince = (open: OpenMatch, power: PowerId): number | null => {
  const { events, table } = open.match.state;
  const sitter = table.seats[power]?.sitter;
  if (sitter?.by !== 'bot' || sitter.standIn !== true || sitter.open === true) return null;
  return events.findLast((event) => event.kind === 'sat' && event.power === power)?.turn ?? null;
};

/** Opens the seats of those who have been away for long, as turns begin. Returns how to stop. */
export const openAbandoned = (open: OpenMatch, journal: Journal): (() => void) => {
  const look = async ({ events }: Pick<MatchChange, 'events'>): Promise<void> => {
    const { board, table } = open.match.state;
    if (!isByChoice(open) || !events.some(({ kind }) => kind === 'turnOpened')) return;
    for (const power of Object.keys(table.seats)) {
      const since = awaySince(open, power);
      if (since === null || board.turn - since <= TURNS_AWAY) continue;
      const reply = await offerSeat(open, power);
      if (!reply.ok) journal.info({ match: open.match.id, power, code: reply.refusal.code }, 'a seat was not opened');
    }
  };
  return open.match.subscribe((change) => void look(change));
};
