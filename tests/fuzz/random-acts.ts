import fc from 'fast-check';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { Luck } from '../../shared/kernel/luck.ts';
import type { AgreementDraft } from '../../shared/model/agreement.ts';
import { AREAS } from '../../shared/model/area.ts';
import type { ClauseDraft, ClauseTerms } from '../../shared/model/clause.ts';
import type { Effect } from '../../shared/model/effect.ts';
import type { ActorId, PowerId } from '../../shared/model/ids.ts';
import { BOT_NAMES, type Input, type PowerInput } from '../../shared/model/input.ts';
import { type Concession, type Order, type OrderSet, orderKey, type Verb } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { type Entry, setOf, standingOf } from '../../shared/notation/line-notation.ts';
import {
  legalClauseTerms,
  legalDemands,
  legalDoors,
  legalOrders,
  type OrderOption,
  orderCost,
} from '../../shared/rules/legal-orders.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { writingsOf } from '../support/arbitrary.ts';

/** Right in form, legal or not: drawn once for a scenario, then dealt out by luck. */
type Pool = {
  readonly terms: readonly ClauseTerms[];
  readonly clauses: readonly ClauseDraft[];
  readonly effects: readonly Effect[];
  readonly entries: readonly Entry[];
};
const pools = new WeakMap<Scenario, Pool>();
const poolOf = (scenario: Scenario): Pool => {
  const known = pools.get(scenario);
  if (known !== undefined) return known;
  const { terms, clause, effect, entry } = writingsOf(scenario);
  const drawn = { numRuns: 1_500, seed: 2025 };
  const pool = {
    terms: fc.sample(terms, drawn),
    clauses: fc.sample(clause, drawn),
    effects: fc.sample(effect, drawn),
    entries: fc.sample(entry, drawn),
  };
  pools.set(scenario, pool);
  return pool;
};

const often = (luck: Luck, percent: number): boolean => luck.integer(1, 100) <= percent;

/** Legal orders that the seat can pay, a change of doors, and what it would concede. */
export const randomOrders = (scenario: Scenario, state: MatchState, power: PowerId, luck: Luck): OrderSet => {
  const view = viewFor(scenario, state, power);
  const exact = view.tracks[power]?.exact;
  const orders: Order[] = [];
  const keys = new Set<string>();
  const byVerb = new Map<Verb, OrderOption[]>();
  for (const option of legalOrders(scenario, view))
    (byVerb.get(option.order.verb) ?? setIn(byVerb, option.order.verb)).push(option);
  const verbs = [...byVerb.keys()];
  for (let left = luck.integer(0, 8); left > 0 && verbs.length > 0; left -= 1) {
    const option = luck.pick(byVerb.get(luck.pick(verbs)) ?? []);
    const order = completed(scenario, view, option, luck);
    if (order === null || keys.has(orderKey(order))) continue;
    const cost = orderCost(scenario, view, [...orders, order]);
    if (exact == null || cost.capital > exact.capital || cost.treasury > exact.treasury) continue;
    keys.add(orderKey(order));
    orders.push(order);
  }
  const doors = legalDoors(scenario, view);
  return {
    orders,
    doors: doors.length > 0 && often(luck, 30) ? luck.pick(doors) : null,
    concessions: often(luck, 60) ? randomConcessions(scenario, power, luck) : [],
  };
};

const setIn = (byVerb: Map<Verb, OrderOption[]>, verb: Verb): OrderOption[] => {
  const none: OrderOption[] = [];
  byVerb.set(verb, none);
  return none;
};

/** An option with a demand of its own, where it wants or may have one. */
export const completed = (scenario: Scenario, view: SeatView, option: OrderOption, luck: Luck): Order | null => {
  const { order } = option;
  if (order.verb !== 'squeeze' && order.verb !== 'destabilise') return order;
  if (order.verb === 'destabilise' && often(luck, 50)) return order;
  const demands = legalDemands(scenario, view, order.host);
  if (demands.length === 0) return option.needsDemand ? null : order;
  const grievance = order.verb === 'squeeze' && order.grievance !== undefined;
  const demand = luck.pick(demands);
  return grievance ? { ...order, demand, grievance: true } : { ...order, demand };
};

const randomConcessions = (scenario: Scenario, power: PowerId, luck: Luck): Concession[] => {
  const { powers } = indexOf(scenario);
  const kinds = ['welcome', 'pay', 'gate', 'refrain', 'do', 'host', 'member', 'recognise'] as const;
  return luck
    .shuffled(kinds)
    .slice(0, luck.integer(1, 5))
    .map((kind) => ({
      to: often(luck, 50) ? 'anyone' : luck.pick(powers.filter((one) => one !== power)),
      kind,
      ...(kind === 'pay' ? { amount: luck.integer(1, 6) } : {}),
    }));
};

const randomTerms = (scenario: Scenario, view: SeatView, by: PowerId, luck: Luck): ClauseTerms =>
  often(luck, 50) ? luck.pick(legalClauseTerms(scenario, view, by)) : luck.pick(poolOf(scenario).terms);

const randomDraft = (scenario: Scenario, view: SeatView, luck: Luck): AgreementDraft => {
  const { powers, actors } = indexOf(scenario);
  const others = luck.shuffled((often(luck, 20) ? actors : powers).filter((one) => one !== view.viewer));
  const parties: ActorId[] = [view.viewer, ...others.slice(0, often(luck, 75) ? 1 : 2)];
  const { turn } = view.board;
  const clauses = Array.from({ length: luck.integer(1, 3) }, (_, i): ClauseDraft => {
    const [by, to] = luck.shuffled(parties);
    const from = turn + luck.integer(0, 1);
    const terms = randomTerms(scenario, view, by ?? '', luck);
    const everybody = terms.kind === 'gate' && 'route' in terms;
    return {
      by: everybody ? parties : [by ?? ''],
      to: everybody ? parties : [to ?? ''],
      terms,
      from,
      until: terms.kind !== 'do' && often(luck, 30) ? null : from + luck.integer(0, 4),
      ...(terms.kind === 'do' && often(luck, 20) ? { every: 2 } : {}),
      ...(i > 0 && often(luck, 25) ? { dependsOn: 'c1' } : {}),
      ...(often(luck, 10) ? { unlessConsentOf: luck.pick(parties) } : {}),
    };
  });
  return {
    title: 'An exchange',
    parties,
    visibility: often(luck, 40) ? 'secret' : 'public',
    form: often(luck, 35) ? 'treaty' : 'statement',
    until: null,
    notice: luck.integer(0, 2),
    clauses,
  };
};

const POWER_ACTS = [
  ...['propose', 'propose', 'propose', 'answer', 'answer', 'answer', 'answer', 'say', 'standing'],
  ...['withdraw', 'notice', 'suspend', 'resume', 'consent'],
] as const;

/** Something a power might do while the doors are open; it may turn out to be refused. */
export const randomAct = (scenario: Scenario, state: MatchState, power: PowerId, luck: Luck): PowerInput | null => {
  const view = viewFor(scenario, state, power);
  const { turn } = view.board;
  const open = view.proposals.filter((one) => one.status === 'open');
  const agreement = view.agreements.length === 0 ? null : luck.pick(view.agreements);
  switch (luck.pick(POWER_ACTS)) {
    case 'say':
      return { kind: 'say', to: [luck.pick(indexOf(scenario).powers)], text: 'A word.' };
    case 'standing': {
      const entries = luck.shuffled(poolOf(scenario).entries).slice(0, 12);
      const { orders, honour } = standingOf(entries);
      return { kind: 'setStanding', standing: { orders: orders.slice(0, 4), honour } };
    }
    case 'propose': {
      const counters = open.length > 0 && often(luck, 25) ? { counters: luck.pick(open).id } : {};
      return {
        kind: 'propose',
        draft: randomDraft(scenario, view, luck),
        expires: turn + luck.integer(0, 1),
        ...counters,
      };
    }
    case 'answer': {
      const mine = open.filter((one) => !one.signed.includes(power));
      if (mine.length === 0) return null;
      return { kind: often(luck, 75) ? 'sign' : 'decline', proposal: luck.pick(mine).id };
    }
    case 'withdraw':
      return open.length === 0 ? null : { kind: 'withdrawProposal', proposal: luck.pick(open).id };
    case 'consent': {
      const clause = agreement?.clauses.find((one) => one.unlessConsentOf === power);
      if (agreement === null || clause === undefined) return null;
      return { kind: 'consent', agreement: agreement.id, clause: clause.id, given: often(luck, 70) };
    }
    case 'notice':
      return agreement === null || often(luck, 60) ? null : { kind: 'giveNotice', agreement: agreement.id };
    case 'suspend':
      return agreement === null ? null : { kind: 'suspend', agreement: agreement.id };
    default:
      return agreement === null ? null : { kind: 'resume', agreement: agreement.id };
  }
};

/** Pushes a position to where governments fall, coups are tried and fronts burn. */
const storm = (scenario: Scenario, luck: Luck): Effect[] => {
  const { powers, isPower } = indexOf(scenario);
  const [host = '', rival = ''] = luck.shuffled(powers);
  const means = (power: PowerId): Effect[] => [
    { kind: 'track', power, track: 'capital', by: 9 },
    { kind: 'track', power, track: 'treasury', by: 40 },
    { kind: 'track', power, track: 'readiness', by: luck.integer(2, 6) },
  ];
  if (often(luck, 50))
    return [
      { kind: 'track', power: host, track: 'stability', by: -luck.integer(30, 60) },
      { kind: 'share', host, area: luck.pick(['politics', ...AREAS]), supplier: rival, by: 35 },
      ...means(rival),
    ];
  const front = luck.pick(scenario.fronts);
  return [
    { kind: 'tension', front: front.id, by: luck.integer(3, 8) },
    ...front.parties.filter((party) => isPower.has(party)).flatMap(means),
  ];
};

/** What a facilitator might do in between; seldom. */
export const randomControl = (scenario: Scenario, state: MatchState, luck: Luck): Input => {
  const power = luck.pick(indexOf(scenario).powers);
  switch (luck.integer(1, 9)) {
    case 8:
    case 9:
      return { kind: 'override', effects: storm(scenario, luck), reason: 'a storm' };
    case 1:
      return { kind: 'inject', card: luck.pick(scenario.cards).id };
    case 2:
    case 3:
      return {
        kind: 'override',
        effects: luck.shuffled(poolOf(scenario).effects).slice(0, luck.integer(1, 3)),
        reason: 'a slip',
      };
    case 4:
      return { kind: 'postNote', to: often(luck, 50) ? 'all' : [power], text: 'A note.' };
    case 5:
      return {
        kind: 'seat',
        power,
        sitter: often(luck, 60) ? { by: 'human' } : { by: 'bot', bot: luck.pick(BOT_NAMES) },
      };
    case 6:
      return { kind: 'extend', by: luck.integer(-60_000, 60_000) };
    default:
      return often(luck, 25)
        ? { kind: 'rewind', turn: luck.integer(1, state.board.turn), sameLuck: often(luck, 50) }
        : { kind: 'pause' };
  }
};

/** Right in form and almost always wrong in play. */
export const wildInput = (scenario: Scenario, luck: Luck): PowerInput => {
  const pool = poolOf(scenario);
  const some = luck.shuffled(pool.entries.slice(0, 60)).slice(0, 4);
  switch (luck.integer(1, 6)) {
    case 1:
      return { kind: 'setStanding', standing: standingOf(some) };
    case 2:
    case 3:
      return {
        kind: 'propose',
        draft: {
          title: 'A wild draft',
          parties: luck.shuffled(indexOf(scenario).actors).slice(0, 3),
          visibility: 'public',
          form: 'statement',
          until: null,
          notice: 1,
          clauses: [luck.pick(pool.clauses)],
        },
        expires: luck.integer(0, 12),
      };
    case 4:
      return { kind: 'sign', proposal: 'offer-ARM-RUS#1' };
    case 5:
      return { kind: 'giveNotice', agreement: 'no-such-agreement' };
    default:
      return { kind: 'submitOrders', orders: setOf(some) };
  }
};
