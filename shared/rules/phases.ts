import type { Cause } from '../model/cause.ts';
import type { EndReason, MatchState } from '../model/state.ts';
import { noteAbsence } from './absence.ts';
import type { Log } from './log.ts';
import { runNews } from './news.ts';
import { answerOffers, lapseOffers, voidContradicted } from './offers.ts';
import { resolve } from './resolve.ts';
import { lapseVotes } from './votes.ts';

const deadlineAfter = (log: Log, span: number | null): number | null => (span === null ? null : log.at + span);

/** News, then the doors open. */
export const openTurn = (log: Log, turn: number, cause: Cause): void => {
  log.add({ kind: 'turnOpened', turn }, cause);
  runNews(log);
  const span = log.state.settings.negotiation;
  log.add({ kind: 'phaseOpened', phase: 'negotiation', turn, deadline: deadlineAfter(log, span) }, cause);
};

/**
 * Everybody at the table who acts has said to be ready. Empty chairs do not count. A table that only
 * stand-ins are left at waits for its clock or its facilitator: those they sit in for may still come back. (AB3)
 */
export const everybodyReady = ({ table }: Pick<MatchState, 'table'>): boolean => {
  let acting = 0;
  let away = 0;
  let present = 0;
  for (const { sitter, ready } of Object.values(table.seats)) {
    if (sitter.by === 'nobody') continue;
    if (!ready) return false;
    acting += 1;
    if (sitter.by === 'human') present += 1;
    else if (sitter.standIn === true) away += 1;
  }
  return acting > 0 && !(away > 0 && present === 0);
};

/** What follows the phase that ends now: orders, or resolution and the next turn, or the end. */
export const endPhase = (log: Log, cause: Cause): void => {
  const { table, settings, board } = log.still();
  const { turn } = board;
  if (table.phase === 'negotiation') {
    answerOffers(log);
    lapseOffers(log, cause);
    if (!settings.oneWindow) {
      const deadline = deadlineAfter(log, settings.orders);
      log.add({ kind: 'phaseOpened', phase: 'orders', turn, deadline }, cause);
      return;
    }
  }
  lapseVotes(log, cause);
  noteAbsence(log);
  resolve(log);
  voidContradicted(log);
  if (log.state.board.war) endMatch(log, 'war', cause);
  else if (turn >= settings.turns) endMatch(log, 'term', cause);
  else openTurn(log, turn + 1, cause);
};

export const endMatch = (log: Log, reason: EndReason, cause: Cause): void => {
  log.add({ kind: 'matchEnded', reason }, cause);
};

/** All who play in person want the match to end. */
export const endIfAgreed = (log: Log, cause: Cause): void => {
  const people = Object.values(log.state.table.seats).filter((seat) => seat.sitter.by === 'human');
  if (people.length > 0 && people.every((seat) => seat.agreesToEnd)) endMatch(log, 'agreed', cause);
};
