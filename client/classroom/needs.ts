import type { PowerId } from '../../shared/model/ids.ts';
import type { ConsoleSeat, ConsoleTable } from '../../shared/protocol/http.ts';

/** Why a teacher should go to a table, most pressing first. */
export const NEEDS = ['late', 'away', 'silent', 'waiting', 'empty'] as const;
export type NeedKind = (typeof NEEDS)[number];
export type Need = { readonly kind: NeedKind; readonly powers: readonly PowerId[] };

const SILENCE = 180_000;
const LATE = 60_000;
const WEIGHTS: { readonly [K in NeedKind]: number } = { late: 40, away: 20, silent: 6, waiting: 3, empty: 1 };

export const isRunning = (table: ConsoleTable): boolean => table.phase === 'negotiation' || table.phase === 'orders';
const isHuman = (seat: ConsoleSeat): boolean => seat.people.length > 0;
const powersOf = (seats: readonly ConsoleSeat[]): readonly PowerId[] => seats.map(({ power }) => power);

/** ms without a word from a seat of people; null where silence means nothing. */
export const silenceOf = (table: ConsoleTable, seat: ConsoleSeat, now: number): number | null => {
  if (table.phase !== 'negotiation' || table.paused || !isHuman(seat) || seat.ready) return null;
  if (seat.spokeAt === null) return Number.POSITIVE_INFINITY;
  return now - seat.spokeAt > SILENCE ? now - seat.spokeAt : null;
};

const need = (kind: NeedKind, seats: readonly ConsoleSeat[]): readonly Need[] =>
  seats.length === 0 ? [] : [{ kind, powers: powersOf(seats) }];

/** `now` is the server's. */
export const needsOf = (table: ConsoleTable, now: number): readonly Need[] => {
  if (table.phase === 'ended') return [];
  const away = table.seats.filter((seat) => isHuman(seat) && seat.people.every((person) => !person.online));
  if (!isRunning(table))
    return [...need('away', away), ...(table.seats.some(isHuman) ? [] : [{ kind: 'empty' as const, powers: [] }])];
  const waiting = table.seats.filter((seat) => table.waitingFor.includes(seat.power));
  const late = table.deadline !== null && !table.paused && table.deadline - now < LATE ? waiting : [];
  const silent = table.seats.filter((seat) => silenceOf(table, seat, now) !== null);
  const holding = waiting.length <= 2 ? waiting : [];
  return [
    ...need('late', late),
    ...need('away', away),
    ...need('silent', silent),
    ...(late.length > 0 ? [] : need('waiting', holding)),
  ];
};

const urgency = (table: ConsoleTable, now: number): number =>
  needsOf(table, now).reduce((sum, { kind, powers }) => sum + WEIGHTS[kind] * Math.max(1, powers.length), 0);

/** Who needs the teacher comes first; tables that need nothing keep their order. */
export const byNeed = (tables: readonly ConsoleTable[], now: number): readonly ConsoleTable[] =>
  [...tables].sort((a, b) => urgency(b, now) - urgency(a, now) || (a.label < b.label ? -1 : 1));
