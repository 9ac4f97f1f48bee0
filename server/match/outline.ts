import type { PowerId } from '../../shared/model/ids.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { MatchSummary } from '../../shared/protocol/http.ts';
import type { MatchStatus, Outline, StoredMatch } from '../store/match-store.ts';
import { runningDeadline } from './match-clock.ts';

export const statusOf = (state: MatchState): MatchStatus => {
  if (state.table.phase === 'table') return 'table';
  return state.table.phase === 'ended' ? 'ended' : 'running';
};

export const outlineOf = (state: MatchState): Outline => {
  const seats = Object.entries(state.table.seats);
  const open = seats.flatMap(([power, { sitter }]) => (sitter.by === 'bot' && sitter.open === true ? [power] : []));
  return {
    phase: state.table.phase,
    turn: state.board.turn,
    sitters: Object.fromEntries(seats.map(([power, seat]) => [power, seat.sitter.by])),
    ...(open.length > 0 && statusOf(state) === 'running' ? { open } : {}),
    due: runningDeadline(state),
  };
};

/** A match as a list shows it: nothing that a passer-by may not know. */
export const summaryOf = (
  stored: StoredMatch,
  outline: Outline | null,
  mine: PowerId | null,
  powers: readonly PowerId[],
): MatchSummary => {
  const isTaken = (power: PowerId): boolean => outline?.sitters[power] === 'human';
  const { settings } = stored;
  return {
    match: stored.id,
    title: stored.title,
    kind: stored.kind,
    phase: outline?.phase ?? 'table',
    turn: outline?.turn ?? 0,
    turns: settings.turns,
    pace: settings.pace,
    press: settings.press,
    taken: powers.filter(isTaken),
    free: powers.filter((power) => !isTaken(power)),
    claimable: outline?.open ?? [],
    due: outline?.due ?? null,
    mine,
    createdAt: stored.createdAt,
  };
};
