import fc from 'fast-check';
import type { AgreementDraft, Proposal } from '../../shared/model/agreement.ts';
import { RULE_IDS } from '../../shared/model/cause.ts';
import { CLAUSE_STATUSES } from '../../shared/model/clause.ts';
import type { Fact, FactKind } from '../../shared/model/event.ts';
import { FAIL_REASONS } from '../../shared/model/fail-reason.ts';
import { BOT_NAMES } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { MOTIONS, PHASES } from '../../shared/model/state.ts';
import { clauseOf, doorsOf, namesOf, orderOf, orNull, setOf, termsOf } from './made-up.ts';

type Some<T> = fc.Arbitrary<T>;
type FactOf<K extends FactKind> = Extract<Fact, { readonly kind: K }>;

/** Facts of every kind, by chance; the compiler asks for each. */
export const factsOf = (scenario: Scenario): { readonly [K in FactKind]: Some<FactOf<K>> } => {
  const names = namesOf(scenario);
  const { power, actor, host, area, track, gate, status, route, regime, site, front, prize, project, measure } = names;
  const { agreement, clause, card, turn, points, change, guard, powers, pair } = names;
  const of = <K extends FactKind>(kind: K, rest: { readonly [field: string]: Some<unknown> } = {}): Some<FactOf<K>> =>
    fc.record({ kind: fc.constant(kind), ...rest }) as unknown as Some<FactOf<K>>;
  const yes = fc.boolean();
  const clock = orNull(fc.constant(60_000));
  const why = orNull(fc.constantFrom(...FAIL_REASONS));
  const odds = fc.integer({ min: 0, max: 100 });
  const doors = doorsOf(scenario);
  const orders = setOf(scenario);
  const order = orderOf(scenario);
  const title = fc.constant('Test');
  const draft: Some<AgreementDraft> = fc.record({
    title,
    parties: pair,
    visibility: fc.constantFrom('public', 'secret'),
    form: fc.constantFrom('statement', 'treaty'),
    until: orNull(turn),
    notice: fc.constant(1),
    clauses: fc.array(clauseOf(scenario), { minLength: 1, maxLength: 2 }),
  });
  const as = fc.constantFrom('open', 'concluded', 'declined', 'withdrawn', 'lapsed', 'voided', 'countered') as Some<
    Proposal['status']
  >;
  const sitter = fc.oneof(
    fc.record({ by: fc.constant('human') }),
    fc.record({ by: fc.constant('nobody') }),
    fc.record({ by: fc.constant('bot'), bot: fc.constantFrom(...BOT_NAMES), standIn: yes, open: yes }),
  );
  const judged = fc.tuple(clause, fc.constantFrom(...CLAUSE_STATUSES), powers).map(([where, verdict, by]) => ({
    kind: 'clauseJudged' as const,
    ...where,
    status: verdict,
    by,
    evidence: null,
  }));
  const grievance = fc.record({ holder: power, against: power, until: turn, because: fc.constant(null), open: yes });
  const stability = fc.integer({ min: -12, max: 0 });
  const tracks = fc.record({
    capital: points,
    treasury: points,
    stability: points,
    credibility: points,
    readiness: points,
  });
  const whole = fc.constantFrom(...scenario.agreements);
  return {
    sat: of('sat', { power, sitter }),
    phaseOpened: of('phaseOpened', { phase: fc.constantFrom(...PHASES), turn, deadline: clock }),
    readySet: of('readySet', { power, ready: yes }),
    paused: of('paused', { left: clock }),
    clockResumed: of('clockResumed', { deadline: clock }),
    deadlineMoved: of('deadlineMoved', { deadline: fc.constant(1) }),
    endAgreed: of('endAgreed', { power, agree: yes }),
    conceded: of('conceded', { power }),
    pauseTaken: of('pauseTaken', { power, days: fc.integer({ min: 1, max: 3 }) }),
    voted: of('voted', { power, on: fc.constantFrom(...MOTIONS), agree: yes }),
    voteClosed: of('voteClosed', { on: fc.constantFrom(...MOTIONS), carried: yes }),
    matchEnded: of('matchEnded', { reason: fc.constantFrom('term', 'agreed', 'war') }),
    turnMissed: of('turnMissed', { power }),
    standingSet: of('standingSet', {
      power,
      standing: fc.record({ orders: fc.array(fc.record({ when: fc.constant(null), order })), honour: yes }),
    }),
    rewound: of('rewound', { toTurn: turn, sameLuck: yes }),
    overridden: of('overridden', { reason: fc.constant('A slip.') }),
    rulesChanged: of('rulesChanged', { from: fc.constantFrom(null, 2), to: fc.constant(3) }),
    notePosted: of('notePosted', { to: fc.constant('all'), text: fc.constant('Hello.'), at: fc.constant(0) }),
    said: of('said', {
      message: fc.record({
        id: fc.constant('ARM-RUS#1'),
        channel: pair.map((both) => both.toSorted().join('-')),
        by: power,
        turn,
        at: fc.constant(0),
        text: fc.constant('Good day'),
      }),
    }),
    proposed: of('proposed', {
      proposal: fc.record({
        id: fc.constant('offer-ARM-RUS#1'),
        by: power,
        draft,
        turn,
        expires: turn,
        signed: powers,
        counters: fc.constant(null),
        status: as,
      }),
    }),
    signed: of('signed', { proposal: fc.constant('offer-ARM-RUS#1'), power: actor }),
    declined: of('declined', { proposal: fc.constant('offer-ARM-RUS#1'), power: actor }),
    proposalClosed: of('proposalClosed', { proposal: fc.constant('offer-ARM-RUS#1'), as }),
    agreementConcluded: of('agreementConcluded', {
      agreement: fc.oneof(
        whole,
        whole.map((one) => ({ ...one, title: '', origin: 'conceded' as const })),
      ),
    }),
    noticeGiven: of('noticeGiven', { agreement, power, freeFrom: turn }),
    agreementMoved: of('agreementMoved', {
      agreement,
      to: fc.constantFrom('inForce', 'suspended', 'withdrawn', 'ended'),
      by: orNull(actor),
    }),
    consented: fc
      .tuple(clause, power, yes)
      .map(([where, by, given]) => ({ kind: 'consented' as const, ...where, power: by, given })),
    agreementExposed: of('agreementExposed', { agreement }),
    agreementShown: of('agreementShown', { agreement, to: power }),
    ordersSubmitted: of('ordersSubmitted', { power, orders }),
    ordersRevealed: of('ordersRevealed', { power, orders }),
    orderLapsed: of('orderLapsed', { power, why: fc.constantFrom('unaffordable', 'notAllowed') }),
    paid: fc
      .tuple(pair, points)
      .map(([[from = '', to = ''], amount]) => ({ kind: 'paid' as const, from, to: [to], amount })),
    paymentMissed: of('paymentMissed', { from: power, amount: points, couldPay: yes }),
    gateSet: of('gateSet', { gate, from: status, to: status, heldUntil: orNull(turn) }),
    guardPosted: of('guardPosted', { gate, from: guard, to: guard }),
    regimeSet: of('regimeSet', { route, from: regime, to: regime }),
    doorsSet: of('doorsSet', { host, from: doors, to: doors }),
    squeezed: of('squeezed', {
      by: power,
      host: power,
      area,
      demand: termsOf(scenario),
      met: yes,
      stability,
      treasury: stability,
      gap: yes,
      tired: yes,
    }),
    courted: of('courted', {
      by: actor,
      host,
      area,
      points,
      wished: points,
      welcome: yes,
      barred: yes,
      tired: yes,
      capped: yes,
      short: fc.constantFrom('pool', 'sources', null),
    }),
    hardened: of('hardened', { power, area, points }),
    wasted: of('wasted', { host, area, supplier: actor, points }),
    wasteQueued: of('wasteQueued', {
      waste: fc.record({ host, area, supplier: actor, points, because: fc.constant('1.1') }),
    }),
    sharesMoved: of('sharesMoved', {
      host,
      area,
      moves: fc.array(fc.record({ supplier: fc.oneof(actor, fc.constant('own')), from: points, to: points }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    gapOpened: of('gapOpened', { gap: fc.record({ host, area, supplier: actor, until: turn, patron: yes }) }),
    gapClosed: of('gapClosed', { host, area }),
    grievanceGained: of('grievanceGained', { grievance }),
    grievanceEnded: of('grievanceEnded', { holder: power, against: power, spent: yes }),
    trackMoved: of('trackMoved', { power, track, from: points, to: points }),
    tensionMoved: of('tensionMoved', {
      front,
      from: fc.integer({ min: 0, max: 10 }),
      to: fc.integer({ min: 0, max: 10 }),
    }),
    siteMoved: of('siteMoved', { site, level: fc.integer({ min: 0, max: 5 }), operator: actor }),
    progressMade: of('progressMade', { project, sponsor: actor, by: change }),
    siteLost: of('siteLost', { site, from: actor, to: actor }),
    profitMoved: of('profitMoved', { route, actor, by: change }),
    measureLifted: of('measureLifted', { measure, by: orNull(actor) }),
    measureImposed: of('measureImposed', { measure, by: orNull(actor) }),
    mediated: of('mediated', { by: actor, front, points, why }),
    monitored: of('monitored', { by: actor, front, why }),
    recognised: of('recognised', { by: actor, what: fc.oneof(actor, front) }),
    denounced: fc
      .tuple(clause, power, why)
      .map(([where, by, reason]) => ({ kind: 'denounced' as const, ...where, by, why: reason })),
    sponsored: of('sponsored', { by: actor, project, points, why }),
    awarded: of('awarded', { by: actor, project, sponsor: actor }),
    stageReached: of('stageReached', { project, sponsor: actor, stage: fc.integer({ min: 0, max: 3 }) }),
    projectWon: of('projectWon', { project, winner: actor }),
    spied: of('spied', {
      by: power,
      host: power,
      learned: orNull(fc.record({ tracks, agreement: orNull(agreement) })),
    }),
    destabilised: of('destabilised', {
      by: power,
      host: power,
      demand: orNull(termsOf(scenario)),
      met: yes,
      stability,
    }),
    coupTried: of('coupTried', { by: power, host: power, odds, success: yes, why }),
    sabotaged: of('sabotaged', { by: power, host: actor, project, points, why }),
    blockaded: of('blockaded', { by: power, host: actor, gate, why }),
    orderExposed: of('orderExposed', { power, order }),
    mobilised: of('mobilised', { power }),
    stoodDown: of('stoodDown', { power }),
    deterred: of('deterred', { by: power, host: power, readiness: points, guarantee: orNull(agreement) }),
    probed: of('probed', { by: actor, host: actor, front }),
    operated: of('operated', { by: power, host: power, front, prize, odds, success: yes, why }),
    prizeTaken: of('prizeTaken', { prize, from: actor, to: actor }),
    governmentFell: of('governmentFell', { power, by: fc.constantFrom('collapse', 'coup'), to: points }),
    electionCalled: of('electionCalled', { power, on: turn }),
    electionHeld: of('electionHeld', { power, outcome: fc.constantFrom('returned', 'weakened', 'replaced') }),
    agendaDrawn: power.chain((one) =>
      of('agendaDrawn', {
        power: fc.constant(one),
        agenda: fc.constantFrom(...(scenario.agendas[one] ?? []).map((agenda) => agenda.id), 'unheard-of'),
      }),
    ),
    policyActed: of('policyActed', {
      actor: fc.constantFrom(...scenario.policies.map((one) => one.actor)),
      rule: fc.constantFrom(...scenario.policies.flatMap((one) => one.acts.map((act) => act.id)), 'unheard-of'),
    }),
    warTold: of('warTold', { front, turns: fc.integer({ min: 1, max: 2 }) }),
    warBroke: of('warBroke'),
    conductNoted: of('conductNoted', { conduct: fc.constant({}) }),
    clauseJudged: judged,
    clauseAdvanced: fc
      .tuple(clause, fc.uniqueArray(power, { maxLength: 2 }))
      .map(([where, done]) => ({ kind: 'clauseAdvanced' as const, ...where, done, able: [] })),
    cardPlayed: of('cardPlayed', { card, how: fc.constantFrom('scheduled', 'drawn', 'injected') }),
    turnOpened: of('turnOpened', { turn }),
    turnClosed: of('turnClosed', { remembered: fc.constant({}) }),
    scored: of('scored', {
      scores: fc.record({ powers: fc.constant({}), joint: fc.integer({ min: 0, max: 10_000 }) }),
    }),
  };
};

export const ruleOf = fc.constantFrom(...RULE_IDS);
