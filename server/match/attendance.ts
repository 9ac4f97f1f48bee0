import type { PowerId } from '../../shared/model/ids.ts';
import type { Seat } from '../../shared/model/state.ts';
import type { OpenMatch } from './open-match.ts';

/** Somebody's who plays, or who is stood in for: when they go, somebody else has to have it. */
export const isPersons = (seat: Pick<Seat, 'sitter'> | undefined): boolean =>
  seat?.sitter.by === 'human' || (seat?.sitter.by === 'bot' && seat.sitter.standIn === true);

/** A bot has the seat of somebody who may get it back, and nobody plays in person: such a table does not run away. */
export const awaits = (open: Pick<OpenMatch, 'match' | 'membersOf'>, power: PowerId): boolean => {
  const { seats } = open.match.state.table;
  const seat = seats[power];
  if (seat?.sitter.by !== 'bot' || seat.sitter.standIn === true || seat.conceded) return false;
  return open.membersOf(power).length > 0 && Object.values(seats).every(({ sitter }) => sitter.by !== 'human');
};

/** It goes on without anybody, from turn to turn, by its bots alone. */
export const runsByBots = (open: Pick<OpenMatch, 'match' | 'membersOf'>): boolean => {
  const { phase, seats } = open.match.state.table;
  if (phase === 'table' || phase === 'ended') return false;
  return Object.entries(seats).every(([power, { sitter }]) => sitter.by === 'bot' && !awaits(open, power));
};
