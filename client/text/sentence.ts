import type { GameEvent } from '../../shared/model/event.ts';
import type { Sitter } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { DEEDS } from './deed-sentence.ts';
import { formatHundredths } from './format.ts';
import { t } from './match-text.ts';
import {
  actorName,
  actorNames,
  agreementTitle,
  areaName,
  cardTitle,
  findAgreement,
  frontName,
  gateName,
  gateRouteName,
  guardNames,
  projectName,
  proposalTitle,
  quarterName,
  routeName,
  siteName,
  supplierName,
} from './names.ts';
import { setSentences } from './order-sentence.ts';
import { saidText } from './said-text.ts';
import {
  clauseBlanks,
  concluded,
  courted,
  doorChanges,
  moved,
  others,
  squeezed,
  type Tell,
  tensionLevel,
} from './sentence-parts.ts';

const satKey = (sitter: Sitter): Parameters<typeof t>[0] => {
  if (sitter.by !== 'bot') return `event.sat.${sitter.by}`;
  return sitter.open === true ? 'event.sat.open' : sitter.standIn === true ? 'event.sat.standin' : 'event.sat.bot';
};

/** One way to tell each kind of fact; the compiler asks for every one. */
const TELL: { readonly [K in GameEvent['kind']]: Tell<K> } = {
  ...DEEDS,
  sat: ({ power, sitter }, scenario) =>
    t(satKey(sitter), {
      power: actorName(scenario, power),
      bot: sitter.by === 'bot' ? t(`bot.${sitter.bot}`) : '',
    }),
  phaseOpened: (event, scenario) =>
    t(`event.phaseOpened.${event.phase}`, { quarter: quarterName(scenario, event.turn) }),
  readySet: (event, scenario) =>
    t(event.ready ? 'event.readySet.yes' : 'event.readySet.no', { power: actorName(scenario, event.power) }),
  paused: () => t('event.paused'),
  clockResumed: () => t('event.clockResumed'),
  deadlineMoved: () => t('event.deadlineMoved'),
  endAgreed: (event, scenario) =>
    t(event.agree ? 'event.endAgreed.yes' : 'event.endAgreed.no', { power: actorName(scenario, event.power) }),
  pauseTaken: (event, scenario) => t('event.pauseTaken', { power: actorName(scenario, event.power), days: event.days }),
  voted: (event, scenario) =>
    t(event.agree ? `event.voted.${event.on}` : `event.voted.${event.on}.not`, {
      power: actorName(scenario, event.power),
    }),
  voteClosed: (event) => t(`event.voteClosed.${event.on}.${event.carried ? 'carried' : 'lapsed'}`),
  conceded: (event, scenario) => t('event.conceded', { power: actorName(scenario, event.power) }),
  matchEnded: (event) => t(`event.matchEnded.${event.reason}`),
  rewound: (event, scenario) => t('event.rewound', { quarter: quarterName(scenario, event.toTurn) }),
  overridden: (event) => t('event.overridden', { reason: event.reason }),
  rulesChanged: () => t('event.rulesChanged'),
  notePosted: (event) => t('event.notePosted', { text: event.text }),
  said: ({ message }, scenario) =>
    t('event.said', {
      power: actorName(scenario, message.by),
      others: others(scenario, message.channel.split('-'), message.by),
      text: saidText(message.text),
    }),
  proposed: ({ proposal }, scenario) =>
    t('event.proposed', {
      power: actorName(scenario, proposal.by),
      title: proposal.draft.title,
      others: others(scenario, proposal.draft.parties, proposal.by),
    }),
  signed: (event, scenario, view) => {
    const power = actorName(scenario, event.power);
    const title = proposalTitle(view, event.proposal);
    return title === null ? t('event.signed.unknown', { power }) : t('event.signed', { power, title });
  },
  declined: (event, scenario, view) =>
    t('event.declined', {
      power: actorName(scenario, event.power),
      title: proposalTitle(view, event.proposal) ?? t('proposal.unknown'),
    }),
  proposalClosed: (event, _scenario, view) =>
    t(`event.proposalClosed.${event.as}`, { title: proposalTitle(view, event.proposal) ?? t('proposal.unknown') }),
  agreementConcluded: concluded,
  noticeGiven: (event, scenario, view) =>
    t('event.noticeGiven', {
      power: actorName(scenario, event.power),
      title: agreementTitle(scenario, view, event.agreement),
      quarter: quarterName(scenario, event.freeFrom),
    }),
  agreementMoved: moved,
  consented: (event, scenario, view) =>
    t(event.given ? 'event.consented.yes' : 'event.consented.no', {
      power: actorName(scenario, event.power),
      ...clauseBlanks(scenario, view, event.agreement, event.clause),
    }),
  agreementExposed: (event, scenario, view) => {
    const parties = findAgreement(scenario, view, event.agreement)?.parties ?? [];
    return t('event.agreementExposed', {
      title: agreementTitle(scenario, view, event.agreement),
      parties: actorNames(scenario, parties),
    });
  },
  ordersSubmitted: (event, scenario) =>
    t('event.ordersSubmitted', { power: actorName(scenario, event.power), n: event.orders.orders.length }),
  ordersRevealed: (event, scenario, view) => {
    const parts = setSentences(event.orders, scenario, view);
    const power = actorName(scenario, event.power);
    return parts.length === 0
      ? t('event.ordersRevealed.none', { power })
      : t('event.ordersRevealed', { power, orders: parts.join('; ') });
  },
  orderLapsed: (event, scenario) => t(`event.orderLapsed.${event.why}`, { power: actorName(scenario, event.power) }),
  paid: (event, scenario) =>
    t('event.paid', {
      power: actorName(scenario, event.from),
      amount: event.amount,
      others: others(scenario, event.to, event.from),
    }),
  paymentMissed: (event, scenario) =>
    t(event.couldPay ? 'event.paymentMissed.could' : 'event.paymentMissed.could-not', {
      power: actorName(scenario, event.from),
      amount: event.amount,
    }),
  gateSet: (event, scenario) =>
    t(event.heldUntil === null ? 'event.gateSet' : 'event.gateSet.held', {
      gate: gateName(scenario, event.gate),
      route: gateRouteName(scenario, event.gate),
      from: t(`gate.${event.from}`),
      to: t(`gate.${event.to}`),
      quarter: quarterName(scenario, event.heldUntil ?? event.turn),
    }),
  guardPosted: (event, scenario) =>
    t('event.guardPosted', {
      gate: gateName(scenario, event.gate),
      from: guardNames(scenario, event.from),
      to: guardNames(scenario, event.to),
    }),
  regimeSet: (event, scenario) =>
    t('event.regimeSet', {
      route: routeName(scenario, event.route),
      from: t(`regime.${event.from}`),
      to: t(`regime.${event.to}`),
    }),
  doorsSet: (event, scenario) =>
    t('event.doorsSet', {
      host: actorName(scenario, event.host),
      changes: doorChanges(scenario, event.from, event.to),
    }),
  squeezed,
  courted,
  hardened: (event, scenario) =>
    t(event.points === 0 ? 'event.hardened.none' : 'event.hardened', {
      power: actorName(scenario, event.power),
      area: areaName(event.area),
      points: event.points,
    }),
  wasted: (event, scenario) =>
    t('event.wasted', {
      supplier: actorName(scenario, event.supplier),
      host: actorName(scenario, event.host),
      area: areaName(event.area),
      points: event.points,
    }),
  wasteQueued: ({ waste }, scenario) =>
    t('event.wasteQueued', {
      supplier: actorName(scenario, waste.supplier),
      host: actorName(scenario, waste.host),
      area: areaName(waste.area),
      points: waste.points,
    }),
  sharesMoved: (event, scenario) =>
    t('event.sharesMoved', {
      host: actorName(scenario, event.host),
      area: areaName(event.area),
      moves: event.moves
        .map((move) => t('move', { supplier: supplierName(scenario, move.supplier), from: move.from, to: move.to }))
        .join(', '),
    }),
  gapOpened: ({ gap }, scenario) =>
    t(gap.patron ? 'event.gapOpened.patron' : 'event.gapOpened', {
      host: actorName(scenario, gap.host),
      area: areaName(gap.area),
      supplier: actorName(scenario, gap.supplier),
      quarter: quarterName(scenario, gap.until),
    }),
  gapClosed: (event, scenario) =>
    t('event.gapClosed', { host: actorName(scenario, event.host), area: areaName(event.area) }),
  grievanceGained: ({ grievance }, scenario) =>
    t('event.grievanceGained', {
      holder: actorName(scenario, grievance.holder),
      against: actorName(scenario, grievance.against),
      quarter: quarterName(scenario, grievance.until),
    }),
  grievanceEnded: (event, scenario) =>
    t(event.spent ? 'event.grievanceEnded.spent' : 'event.grievanceEnded.faded', {
      holder: actorName(scenario, event.holder),
      against: actorName(scenario, event.against),
    }),
  trackMoved: (event, scenario) =>
    t('event.trackMoved', {
      power: actorName(scenario, event.power),
      track: t(`track.${event.track}`),
      from: event.from,
      to: event.to,
    }),
  tensionMoved: (event, scenario) =>
    t('event.tensionMoved', {
      front: frontName(scenario, event.front),
      from: event.from,
      to: event.to,
      level: t(`tension.${tensionLevel(event.to)}`),
    }),
  siteMoved: (event, scenario) =>
    t('event.siteMoved', {
      site: siteName(scenario, event.site),
      level: event.level,
      operator: actorName(scenario, event.operator),
    }),
  progressMade: (event, scenario) =>
    t(event.by < 0 ? 'event.progressMade.back' : 'event.progressMade', {
      sponsor: actorName(scenario, event.sponsor),
      project: projectName(scenario, event.project),
      by: Math.abs(event.by),
    }),
  clauseJudged: (event, scenario, view) =>
    t(`event.clauseJudged.${event.status}`, {
      ...clauseBlanks(scenario, view, event.agreement, event.clause),
      by: actorNames(scenario, event.by),
    }),
  clauseAdvanced: (event, scenario, view) =>
    t(event.done.length === 0 ? 'event.clauseAdvanced.none' : 'event.clauseAdvanced', {
      ...clauseBlanks(scenario, view, event.agreement, event.clause),
      powers: actorNames(scenario, event.done),
    }),
  cardPlayed: (event, scenario) => t(`event.cardPlayed.${event.how}`, { card: cardTitle(scenario, event.card) }),
  turnOpened: (event, scenario) => t('event.turnOpened', { quarter: quarterName(scenario, event.turn) }),
  turnClosed: (event, scenario) => t('event.turnClosed', { quarter: quarterName(scenario, event.turn) }),
  scored: (event, scenario, view) => {
    const joint = formatHundredths(event.scores.joint);
    const mine = event.scores.powers[view.viewer]?.full;
    if (mine === undefined) return t('event.scored', { joint });
    const earlier = view.events.findLast((one) => one.kind === 'scored' && one.turn < event.turn);
    const before = earlier?.kind === 'scored' ? earlier.scores.powers[view.viewer]?.full : undefined;
    const blanks = { joint, power: actorName(scenario, view.viewer), mine: formatHundredths(mine) };
    return before === undefined || formatHundredths(before) === blanks.mine
      ? t('event.scored.mine', blanks)
      : t('event.scored.mine.moved', { ...blanks, before: formatHundredths(before) });
  },
};

/** What happened, in one sentence or two: the only prose about events. */
export const sentence = (event: GameEvent, scenario: Scenario, view: SeatView): string =>
  (TELL[event.kind] as Tell<GameEvent['kind']>)(event, scenario, view);
