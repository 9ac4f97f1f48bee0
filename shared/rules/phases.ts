import type { Cause } from '../model/cause.ts';
import { orderMatches } from '../model/order.ts';
import type { EndReason, MatchState } from '../model/state.ts';
import type { Log } from './log.ts';
import { runNews } from './news.ts';
import { resolve } from './resolve.ts';

const deadlineAfter = (log: Log, span: number | null): number | null => (span === null ? null : log.at + span);

/** News, then the doors open. */
export const openTurn = (log: Log, turn: number, cause: Cause): void => {
  log.add({ kind: 'turnOpened', turn }, cause);
  runNews(log);
  const span = log.state.settings.negotiation;
  log.add({ kind: 'phaseOpened', phase: 'negotiation', turn, deadline: deadlineAfter(log, span) }, cause);
};

/** Everybody at the table who acts has said to be ready. Empty chairs do not count. */
export const everybodyReady = (state: MatchState): boolean => {
  const seats = Object.values(state.table.seats).filter((seat) => seat.sitter.by !== 'nobody');
  return seats.length > 0 && seats.every((seat) => seat.ready);
};

/** What follows the phase that ends now: orders, or resolution and the next turn, or the end. */
export const endPhase = (log: Log, cause: Cause): void => {
  const { table, settings, board } = log.still();
  if (table.phase === 'negotiation') lapseProposals(log, cause);
  if (table.phase === 'negotiation' && !settings.oneWindow) {
    log.add(
      { kind: 'phaseOpened', phase: 'orders', turn: board.turn, deadline: deadlineAfter(log, settings.orders) },
      cause,
    );
    return;
  }
  resolve(log);
  voidContradicted(log);
  if (log.state.board.war) endMatch(log, 'war', cause);
  else if (board.turn >= settings.turns) endMatch(log, 'term', cause);
  else openTurn(log, board.turn + 1, cause);
};

export const endMatch = (log: Log, reason: EndReason, cause: Cause): void => {
  log.add({ kind: 'matchEnded', reason }, cause);
};

const lapseProposals = (log: Log, cause: Cause): void => {
  for (const proposal of Object.values(log.state.proposals)) {
    if (proposal.status !== 'open' || proposal.expires > log.state.board.turn) continue;
    log.add({ kind: 'proposalClosed', proposal: proposal.id, as: 'lapsed' }, cause, proposal.draft.parties);
  }
};

/** A contrary act voids an open offer, so that a late acceptance traps nobody. */
const voidContradicted = (log: Log): void => {
  for (const proposal of Object.values(log.state.proposals)) {
    if (proposal.status !== 'open') continue;
    const act = log.events.find(
      (event) =>
        event.kind === 'ordersRevealed' &&
        proposal.draft.clauses.some((clause) => {
          const { terms } = clause;
          return (
            terms.kind === 'refrain' &&
            clause.by.includes(event.power) &&
            event.orders.orders.some((order) => orderMatches(order, terms.order))
          );
        }),
    );
    if (act !== undefined)
      log.add(
        { kind: 'proposalClosed', proposal: proposal.id, as: 'voided' },
        { kind: 'events', ids: [act.id] },
        proposal.draft.parties,
      );
  }
};
