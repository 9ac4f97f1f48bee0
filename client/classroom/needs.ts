import type { PowerId } from '../../shared/model/ids.ts';
import type { ConsoleSeat, ConsoleTable } from '../../shared/protocol/http.ts';

/** Why a teacher should go to a table, most pressing first. */
export const NEEDS = ['late', 'away', 'silent', 'waiting', 'empty'] as const;
export type NeedKind = (typeof NEEDS)[number];
export type Need = { readonly kind: NeedKind; readonly powers: readonly PowerId[] };
/** The server's time, and when each table's phase began. */
export type Moment = { readonly now: number; readonly since: ReadonlyMap<string, number> };

const SILENCE = 180_000;
const LATE = 60_000;
const WEIGHTS: { readonly [K in NeedKind]: number } = { late: 40, away: 20, silent: 6, waiting: 3, empty: 1 };

export const isRunning = (table: ConsoleTable): boolean => table.phase === 'negotiation' || table.phase === 'orders';
export const isAway = (seat: ConsoleSeat): boolean =>
  seat.people.length > 0 && seat.people.every((person) => !person.online);
const isHuman = (seat: ConsoleSeat): boolean => seat.people.length > 0;

/** ms without a word from people who are there and not ready, once that is three minutes; null before. */
export const silenceOf = (table: ConsoleTable, seat: ConsoleSeat, { now, since }: Moment): number | null => {
  if (table.phase !== 'negotiation' || table.paused || !isHuman(seat) || isAway(seat) || seat.ready) return null;
  const silence = now - Math.max(seat.spokeAt ?? 0, since.get(table.match) ?? now);
  return silence >= SILENCE ? silence : null;
};

const need = (kind: NeedKind, seats: readonly ConsoleSeat[]): readonly Need[] =>
  seats.length === 0 ? [] : [{ kind, powers: seats.map(({ power }) => power) }];

export const needsOf = (table: ConsoleTable, at: Moment): readonly Need[] => {
  if (table.phase === 'ended') return [];
  const away = need('away', table.seats.filter(isAway));
  if (!isRunning(table))
    return [...away, ...(table.seats.some(isHuman) ? [] : [{ kind: 'empty' as const, powers: [] }])];
  const waiting = table.seats.filter((seat) => table.waitingFor.includes(seat.power));
  const isLate = table.deadline !== null && !table.paused && table.deadline - at.now < LATE && waiting.length > 0;
  const silent = need(
    'silent',
    table.seats.filter((seat) => silenceOf(table, seat, at) !== null),
  );
  const isHeldUp = !table.paused && table.seats.some((seat) => isHuman(seat) && seat.ready);
  const holding = isHeldUp ? waiting.filter((seat) => !isAway(seat)) : [];
  if (isLate) return [...need('late', waiting), ...away, ...silent];
  return [...away, ...silent, ...need('waiting', holding.length <= 2 ? holding : [])];
};

const urgency = (table: ConsoleTable, at: Moment): number =>
  needsOf(table, at).reduce((sum, { kind, powers }) => sum + WEIGHTS[kind] * Math.max(1, powers.length), 0);

/** Who needs the teacher comes first; tables that need the same keep their order. */
export const byNeed = (tables: readonly ConsoleTable[], at: Moment): readonly ConsoleTable[] =>
  [...tables].sort((a, b) => urgency(b, at) - urgency(a, at) || (a.label < b.label ? -1 : 1));
