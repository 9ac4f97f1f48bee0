import type { MatchId, PowerId } from '../../shared/model/ids.ts';
import type { Phase } from '../../shared/model/state.ts';

export type SeatAt = { readonly power: PowerId; readonly people: number; readonly by: 'human' | 'bot' | 'nobody' };
export type TableAt = { readonly match: MatchId; readonly phase: Phase; readonly seats: readonly SeatAt[] };
export type Place = { readonly match: MatchId; readonly power: PowerId };

/** The first of those with the least; null of none. */
const least = <T>(items: readonly T[], measure: (item: T) => number): T | null =>
  items.reduce<T | null>((best, item) => (best === null || measure(item) < measure(best) ? item : best), null);

const peopleAt = (table: TableAt): number => table.seats.reduce((sum, seat) => sum + seat.people, 0);
const botSeats = (table: TableAt): readonly SeatAt[] =>
  table.seats.filter((seat) => seat.by !== 'human' && seat.people === 0);

/**
 * Where the next student sits: round by round, across the tables first and then along the seats, and
 * several to a seat when all have one. Who comes after the start takes over a bot, where most bots
 * are; with no bot left, joins the thinnest seat.
 */
export const nextPlace = (tables: readonly TableAt[]): Place | null => {
  const waiting = least(
    tables.filter((table) => table.phase === 'table'),
    peopleAt,
  );
  if (waiting !== null)
    return placeAt(
      waiting,
      least(waiting.seats, (seat) => seat.people),
    );
  const running = tables.filter((table) => table.phase === 'negotiation' || table.phase === 'orders');
  const fullest = least(
    running.filter((table) => botSeats(table).length > 0),
    (table) => -botSeats(table).length,
  );
  if (fullest !== null) return placeAt(fullest, botSeats(fullest)[0] ?? null);
  const thinnest = least(
    running.flatMap((table) => table.seats.map((seat) => ({ table, seat }))),
    ({ seat }) => seat.people,
  );
  return thinnest === null ? null : placeAt(thinnest.table, thinnest.seat);
};

const placeAt = (table: TableAt, seat: SeatAt | null): Place | null =>
  seat === null ? null : { match: table.match, power: seat.power };
