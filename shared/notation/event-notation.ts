import type { Cause } from '../model/cause.ts';
import type { GameEvent } from '../model/event.ts';
import type { DoorChange, Doors } from '../model/portfolio.ts';
import { formatGuard, formatTerms } from './clause-notation.ts';
import { formatOrder } from './order-notation.ts';

export const formatDoorChange = (change: DoorChange): string => {
  if (change.kind === 'unbar') return 'unbar';
  const instead =
    change.kind === 'welcome' && change.instead !== undefined
      ? ` instead ${change.instead.area} ${change.instead.supplier}`
      : '';
  return `${change.kind} ${change.door.area} ${change.door.supplier}${instead}`;
};

const formatDoors = (doors: Doors): string =>
  [
    ...doors.welcomes.map((door) => `+${door.area}:${door.supplier}`),
    ...(doors.bar === null ? [] : [`-${doors.bar.area}:${doors.bar.supplier}`]),
  ].join(' ') || 'none';

/** One event in one line, without its cause: what rules tables expect and a told match shows. */
export const formatEvent = (event: GameEvent): string => {
  switch (event.kind) {
    case 'courted':
      return `courted ${event.by} ${event.host} ${event.area} +${event.points}${event.short === null ? '' : ` short of ${event.short}`}`;
    case 'hardened':
      return `hardened ${event.power} ${event.area} +${event.points}`;
    case 'squeezed':
      return `squeezed ${event.by} ${event.host} ${event.area} ${event.met ? 'met' : 'unmet'} stability ${event.stability} treasury ${event.treasury} for ${formatTerms(event.demand)}`;
    case 'sharesMoved':
      return `shares ${event.host} ${event.area} ${event.moves.map((move) => `${move.supplier} ${move.from}→${move.to}`).join(' ')}`;
    case 'trackMoved':
      return `track ${event.power} ${event.track} ${event.from}→${event.to}`;
    case 'gateSet':
      return `gate ${event.gate} ${event.from}→${event.to}${event.heldUntil === null ? '' : ` until ${event.heldUntil}`}`;
    case 'guardPosted':
      return `guard ${event.gate} ${formatGuard(event.from)}→${formatGuard(event.to)}`;
    case 'regimeSet':
      return `regime ${event.route} ${event.from}→${event.to}`;
    case 'doorsSet':
      return `doors ${event.host} ${formatDoors(event.to)}`;
    case 'wasted':
      return `wasted ${event.supplier} ${event.host} ${event.area} ${event.points}`;
    case 'gapOpened':
      return `gap ${event.gap.host} ${event.gap.area} ${event.gap.supplier} until ${event.gap.until}${event.gap.patron ? ' patron' : ''}`;
    case 'gapClosed':
      return `gap closed ${event.host} ${event.area}`;
    default:
      return formatRest(event);
  }
};

const formatRest = (event: GameEvent): string => {
  switch (event.kind) {
    case 'grievanceGained':
      return `grievance ${event.grievance.holder} against ${event.grievance.against} until ${event.grievance.until}`;
    case 'grievanceEnded':
      return `grievance ${event.spent ? 'spent' : 'ended'} ${event.holder} against ${event.against}`;
    case 'tensionMoved':
      return `tension ${event.front} ${event.from}→${event.to}`;
    case 'paid':
      return `paid ${event.from} ${event.to.join('+')} ${event.amount}`;
    case 'paymentMissed':
      return `missed ${event.from} ${event.amount}${event.couldPay ? '' : ' for want of money'}`;
    case 'clauseJudged':
      return `judged ${event.agreement}.${event.clause} ${event.status}${event.by.length === 0 ? '' : ` by ${event.by.join('+')}`}`;
    case 'agreementConcluded':
      return `concluded ${event.agreement.id} ${event.agreement.parties.join('+')} ${event.agreement.clauses.map((clause) => `${clause.by.join('+')} ${formatTerms(clause.terms)}`).join('; ')}`;
    case 'agreementMoved':
      return `agreement ${event.agreement} ${event.to}`;
    case 'ordersRevealed':
      return `ordered ${event.power} ${[...event.orders.orders.map((order) => formatOrder(event.power, order).slice(event.power.length + 1)), ...(event.orders.doors === null ? [] : [formatDoorChange(event.orders.doors)])].join('; ')}`;
    case 'cardPlayed':
      return `card ${event.card} ${event.how}`;
    case 'said':
      return `said ${event.message.by} to ${event.message.channel}: ${event.message.text}`;
    case 'scored':
      return `scored ${Object.entries(event.scores.powers)
        .map(([power, score]) => `${power} ${Math.floor(score.open / 100)}`)
        .join(' ')} joint ${Math.floor(event.scores.joint / 100)}`;
    case 'phaseOpened':
      return `phase ${event.phase} turn ${event.turn}`;
    case 'proposed':
      return `proposed ${event.proposal.id} by ${event.proposal.by} “${event.proposal.draft.title}”`;
    case 'signed':
      return `signed ${event.proposal} ${event.power}`;
    default:
      return event.kind;
  }
};

/** Why, in as few words. */
export const formatCause = (cause: Cause): string => {
  switch (cause.kind) {
    case 'order':
      return formatOrder(cause.power, cause.order);
    case 'clause':
      return `${cause.agreement}.${cause.clause}`;
    case 'events':
      return cause.ids.join(' ');
    case 'rule':
      return cause.rule;
    case 'card':
      return cause.card;
    case 'measure':
      return cause.measure;
    case 'doors':
      return `doors of ${cause.power}`;
    case 'act':
      return `act of ${cause.seat}`;
    default:
      return 'undisclosed';
  }
};
