import type { GameEvent } from '../model/event.ts';
import type { PowerId } from '../model/ids.ts';
import type { Sitter } from '../model/input.ts';
import type { OrderSet, StandingOrders } from '../model/order.ts';
import { formatTerms } from './clause-notation.ts';
import { entriesOf, formatDoorChange, formatEntry, standingEntriesOf } from './line-notation.ts';
import { formatDeed, formatOrder } from './order-notation.ts';
import { quoted } from './words.ts';

const PAPER_KINDS = [
  ...[
    'said',
    'proposed',
    'signed',
    'declined',
    'proposalClosed',
    'agreementConcluded',
    'noticeGiven',
    'agreementMoved',
  ],
  ...['consented', 'agreementExposed', 'agreementShown', 'paid', 'paymentMissed', 'clauseJudged', 'clauseAdvanced'],
] as const;
type PaperKind = Extract<
  GameEvent['kind'],
  | (
      | 'said'
      | 'proposed'
      | 'signed'
      | 'declined'
      | 'proposalClosed'
      | 'agreementConcluded'
      | 'noticeGiven'
      | 'agreementMoved'
    )
  | ('consented' | 'agreementExposed' | 'agreementShown' | 'paid' | 'paymentMissed' | 'clauseJudged' | 'clauseAdvanced')
>;
type PaperEvent = Extract<GameEvent, { readonly kind: PaperKind }>;

type HandKind =
  | ('sat' | 'phaseOpened' | 'readySet' | 'paused' | 'clockResumed' | 'deadlineMoved' | 'endAgreed' | 'conceded')
  | ('pauseTaken' | 'voted' | 'voteClosed')
  | ('matchEnded' | 'turnMissed' | 'standingSet' | 'rewound' | 'overridden' | 'rulesChanged' | 'notePosted')
  | ('ordersSubmitted' | 'ordersRevealed' | 'orderLapsed' | 'orderExposed' | 'conductNoted')
  | ('cardPlayed' | 'turnOpened' | 'turnClosed' | 'scored' | 'agendaDrawn');
type HandEvent = Extract<GameEvent, { readonly kind: HandKind }>;
/** Events of talk, of paper and of the table itself. */
export type TableEvent = PaperEvent | HandEvent;

const isPaper = (event: TableEvent): event is PaperEvent => (PAPER_KINDS as readonly string[]).includes(event.kind);

export const formatTableEvent = (event: TableEvent): string =>
  isPaper(event) ? formatPaper(event) : formatHand(event);

const orNone = (words: readonly string[]): string => (words.length === 0 ? 'nobody' : words.join('+'));

const formatPaper = (event: PaperEvent): string => {
  switch (event.kind) {
    case 'said':
      return `said ${event.message.by} to ${event.message.channel}: ${event.message.text}`;
    case 'proposed':
      return `proposed ${event.proposal.id} by ${event.proposal.by} ${quoted(event.proposal.draft.title)}`;
    case 'signed':
      return `signed ${event.proposal} ${event.power}`;
    case 'declined':
      return `declined ${event.proposal} ${event.power}`;
    case 'proposalClosed':
      return `offer ${event.proposal} ${event.as}`;
    case 'agreementConcluded':
      return `concluded ${event.agreement.id} ${event.agreement.parties.join('+')} ${event.agreement.clauses.map((clause) => `${clause.by.join('+')} ${formatTerms(clause.terms)}`).join('; ')}`;
    case 'noticeGiven':
      return `notice ${event.agreement} ${event.power} free from ${event.freeFrom}`;
    case 'agreementMoved':
      return `agreement ${event.agreement} ${event.to}`;
    case 'consented':
      return `consent ${event.agreement}.${event.clause} ${event.power} ${event.given ? 'given' : 'withdrawn'}`;
    case 'agreementExposed':
      return `agreement ${event.agreement} exposed`;
    case 'agreementShown':
      return `shown ${event.agreement} to ${event.to}`;
    case 'paid':
      return `paid ${event.from} ${event.to.join('+')} ${event.amount}`;
    case 'paymentMissed':
      return `missed ${event.from} ${event.amount}${event.couldPay ? '' : ' for want of money'}`;
    case 'clauseJudged':
      return `judged ${event.agreement}.${event.clause} ${event.status}${event.by.length === 0 ? '' : ` by ${event.by.join('+')}`}`;
    case 'clauseAdvanced':
      return `advanced ${event.agreement}.${event.clause} done ${orNone(event.done)} able ${orNone(event.able)}${event.spanFrom === undefined ? '' : ` from ${event.spanFrom}`}`;
    default:
      return event satisfies never;
  }
};

const formatSitter = (sitter: Sitter): string =>
  sitter.by === 'bot'
    ? `bot ${sitter.bot}${sitter.standIn === true ? ' standing in' : ''}${sitter.open === true ? ' open' : ''}`
    : sitter.by;

const formatSet = (power: PowerId, { orders, doors, concessions }: OrderSet): string =>
  [
    power,
    [
      ...orders.map(formatDeed),
      ...(doors === null ? [] : [formatDoorChange(doors)]),
      ...entriesOf({ orders: [], doors: null, concessions }).map(formatEntry),
    ].join('; '),
  ].join(' ');

const formatStanding = (power: PowerId, standing: StandingOrders): string =>
  `standing ${power} ${standingEntriesOf(standing).map(formatEntry).join('; ')}`;

const formatHand = (event: HandEvent): string => {
  switch (event.kind) {
    case 'sat':
      return `sat ${event.power} ${formatSitter(event.sitter)}`;
    case 'phaseOpened':
      return `phase ${event.phase} turn ${event.turn}`;
    case 'readySet':
      return `ready ${event.power} ${event.ready ? 'yes' : 'no'}`;
    case 'paused':
      return 'clock paused';
    case 'clockResumed':
      return 'clock resumed';
    case 'deadlineMoved':
      return 'deadline moved';
    case 'endAgreed':
      return `end ${event.power} ${event.agree ? 'agreed' : 'not agreed'}`;
    case 'conceded':
      return `conceded ${event.power}`;
    case 'pauseTaken':
      return `pause ${event.power} ${event.days}`;
    case 'voted':
      return `vote ${event.on} ${event.power} ${event.agree ? 'yes' : 'no'}`;
    case 'voteClosed':
      return `vote ${event.on} ${event.carried ? 'carried' : 'lapsed'}`;
    case 'matchEnded':
      return `ended ${event.reason}`;
    case 'turnMissed':
      return `absent ${event.power}`;
    case 'standingSet':
      return formatStanding(event.power, event.standing);
    case 'rewound':
      return `rewound to turn ${event.toTurn}${event.sameLuck ? ' same luck' : ''}`;
    case 'overridden':
      return `overridden ${quoted(event.reason)}`;
    case 'rulesChanged':
      return `rules ${event.to} after ${event.from ?? 'unknown'}`;
    case 'notePosted':
      return `note to ${event.to === 'all' ? 'all' : event.to.join('+')}: ${event.text}`;
    default:
      return formatOrdering(event);
  }
};

type OrderingKind =
  | ('ordersSubmitted' | 'ordersRevealed' | 'orderLapsed' | 'orderExposed' | 'conductNoted')
  | ('cardPlayed' | 'turnOpened' | 'turnClosed' | 'scored' | 'agendaDrawn');

const formatOrdering = (event: Extract<HandEvent, { readonly kind: OrderingKind }>): string => {
  switch (event.kind) {
    case 'ordersSubmitted':
      return `submitted ${formatSet(event.power, event.orders)}`;
    case 'ordersRevealed':
      return `ordered ${formatSet(event.power, { ...event.orders, concessions: [] })}`;
    case 'orderLapsed':
      return `lapsed ${event.power} ${event.why}`;
    case 'orderExposed':
      return `exposed ${formatOrder(event.power, event.order)}`;
    case 'conductNoted':
      return 'conduct noted';
    case 'cardPlayed':
      return `card ${event.card} ${event.how}`;
    case 'turnOpened':
      return `turn ${event.turn} opened`;
    case 'turnClosed':
      return 'turn closed';
    case 'scored':
      return `scored ${Object.entries(event.scores.powers)
        .map(([power, score]) => `${power} ${Math.floor(score.open / 100)}`)
        .join(' ')} joint ${Math.floor(event.scores.joint / 100)}`;
    case 'agendaDrawn':
      return `agenda ${event.power} ${event.agenda}`;
    default:
      return event satisfies never;
  }
};
