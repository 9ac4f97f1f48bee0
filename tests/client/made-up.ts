import fc from 'fast-check';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { AREAS } from '../../shared/model/area.ts';
import { GATE_STATUSES, type Guard, REGIMES, type Regime, SITE_KINDS } from '../../shared/model/asset.ts';
import {
  CLAUSE_KINDS,
  type ClauseDraft,
  type ClauseKind,
  type ClauseTerms,
  PRICES,
} from '../../shared/model/clause.ts';
import type { Condition, Effect } from '../../shared/model/effect.ts';
import {
  type Concession,
  type Order,
  type OrderOf,
  type OrderPattern,
  type OrderSet,
  VERB_FAMILY_NAMES,
  VERBS,
  type Verb,
} from '../../shared/model/order.ts';
import type { Doors } from '../../shared/model/portfolio.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { TRACKS } from '../../shared/model/track.ts';

type Some<T> = fc.Arbitrary<T>;
const maybe = <T>(some: Some<T>): Some<T | undefined> => fc.option(some, { nil: undefined });
/** Without the keys that hold nothing. */
const tidy = <T extends object>(some: Some<T>): Some<T> =>
  some.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as T);
export const orNull = <T>(some: Some<T>): Some<T | null> => fc.option(some, { nil: null });

/** Anything that a scenario may name, by chance. */
export const namesOf = (scenario: Scenario) => {
  const index = indexOf(scenario);
  const clauses = scenario.agreements.flatMap((one) =>
    one.clauses.map((clause) => ({ agreement: one.id, clause: clause.id })),
  );
  return {
    power: fc.constantFrom(...index.powers),
    actor: fc.constantFrom(...index.actors),
    host: fc.constantFrom(...index.hosts),
    area: fc.constantFrom(...AREAS),
    track: fc.constantFrom(...TRACKS),
    gate: fc.constantFrom(...index.gates.keys()),
    status: fc.constantFrom(...GATE_STATUSES),
    route: fc.constantFrom(...index.routes.keys()),
    regime: fc.constantFrom(...REGIMES),
    signable: fc.constantFrom(...REGIMES.filter((one): one is Exclude<Regime, 'none'> => one !== 'none')),
    site: fc.constantFrom(...index.sites.keys()),
    front: fc.constantFrom(...index.fronts.keys()),
    prize: fc.constantFrom(...scenario.fronts.flatMap((front) => front.prizes.map((prize) => prize.id))),
    project: fc.constantFrom(...scenario.projects.map((one) => one.id)),
    measure: fc.constantFrom(...index.measures.keys()),
    card: fc.constantFrom(...index.cards.keys()),
    agreement: fc.constantFrom(...scenario.agreements.map((one) => one.id)),
    clause: fc.constantFrom(...clauses),
    turn: fc.integer({ min: 1, max: 12 }),
    points: fc.integer({ min: 0, max: 40 }),
    change: fc.integer({ min: -20, max: 20 }),
    guard: fc
      .uniqueArray(fc.constantFrom(...index.actors), { minLength: 1, maxLength: 2 })
      .map((guard) => guard as unknown as Guard),
    powers: fc.uniqueArray(fc.constantFrom(...index.powers), { minLength: 1, maxLength: 3 }),
    pair: fc.uniqueArray(fc.constantFrom(...index.powers), { minLength: 2, maxLength: 2 }),
  };
};

/** Orders of every verb; the compiler asks for each. */
export const ordersOf = (scenario: Scenario): { readonly [V in Verb]: Some<OrderOf<V>> } => {
  const { power, actor, host, area, gate, status, guard, front, prize, project, measure, clause } = namesOf(scenario);
  const demand = termsOf(scenario);
  const one = <V extends Verb>(verb: V) => fc.constant(verb);
  return {
    court: fc.record({ verb: one('court'), host, area }),
    squeeze: tidy(
      fc.record({ verb: one('squeeze'), host: power, area, demand, grievance: maybe(fc.boolean()) }),
    ) as Some<OrderOf<'squeeze'>>,
    harden: fc.record({ verb: one('harden'), area }),
    setGate: fc.record({ verb: one('setGate'), gate, status }),
    postGuard: fc.record({ verb: one('postGuard'), gate, guard }),
    mediate: fc.record({ verb: one('mediate'), front }),
    monitor: fc.record({ verb: one('monitor'), front }),
    recognise: fc.record({ verb: one('recognise'), what: fc.oneof(actor, front) }),
    sanction: fc.record({ verb: one('sanction'), host: actor }),
    lift: fc.record({ verb: one('lift'), measure }),
    denounce: clause.map((where) => ({ verb: 'denounce' as const, ...where })),
    sponsor: fc.record({ verb: one('sponsor'), project }),
    award: fc.record({ verb: one('award'), project, sponsor: actor }),
    spy: fc.record({ verb: one('spy'), host: power }),
    destabilise: tidy(fc.record({ verb: one('destabilise'), host: power, demand: maybe(demand) })) as Some<
      OrderOf<'destabilise'>
    >,
    coup: fc.record({ verb: one('coup'), host: power }),
    sabotage: fc.record({ verb: one('sabotage'), host: actor, project }),
    blockade: fc.record({ verb: one('blockade'), host: actor, gate }),
    mobilise: fc.record({ verb: one('mobilise') }),
    standDown: fc.record({ verb: one('standDown') }),
    deter: fc.record({ verb: one('deter'), host: power }),
    probe: fc.record({ verb: one('probe'), host: actor, front }),
    operate: fc.record({ verb: one('operate'), host: power, front, prize }),
  };
};
export const orderOf = (scenario: Scenario): Some<Order> => fc.oneof(...Object.values(ordersOf(scenario)));

export const patternOf = (scenario: Scenario): Some<OrderPattern> => {
  const { actor, area, gate, status, front, project, measure } = namesOf(scenario);
  return tidy(
    fc.record({
      verb: fc.constantFrom(...VERBS, ...VERB_FAMILY_NAMES),
      host: maybe(actor),
      area: maybe(area),
      gate: maybe(gate),
      status: maybe(status),
      front: maybe(front),
      project: maybe(project),
      sponsor: maybe(actor),
      measure: maybe(measure),
      what: maybe(fc.oneof(actor, front)),
    }),
  ) as Some<OrderPattern>;
};

/** Promises of every kind; the compiler asks for each. */
export const promisesOf = (
  scenario: Scenario,
): { readonly [K in ClauseKind]: Some<Extract<ClauseTerms, { readonly kind: K }>> } => {
  const { actor, area, gate, status, guard, route, signable, site, front, agreement, powers } = namesOf(scenario);
  const one = <K extends ClauseKind>(kind: K) => fc.constant(kind);
  const order = patternOf(scenario);
  return {
    do: fc.record({ kind: one('do'), order }),
    refrain: fc.record({ kind: one('refrain'), order }),
    pay: fc.record({ kind: one('pay'), amount: fc.integer({ min: 1, max: 20 }), each: fc.boolean() }),
    welcome: fc.record({ kind: one('welcome'), area, supplier: actor, open: fc.boolean() }),
    gate: fc.oneof(
      fc.record({ kind: one('gate'), gate, status }),
      fc.record({ kind: one('gate'), gate, guard }),
      fc.record({ kind: one('gate'), route, regime: signable }),
    ),
    host: fc.record({
      kind: one('host'),
      site: fc.oneof(site, fc.constantFrom(...SITE_KINDS)),
      operator: fc.oneof(actor, fc.constant('outsiders' as const)),
      hosted: fc.boolean(),
    }),
    supply: fc.record({ kind: one('supply'), area, price: fc.constantFrom(...PRICES) }),
    guarantee: fc.record({ kind: one('guarantee'), against: powers }),
    recognise: fc.record({ kind: one('recognise'), what: fc.oneof(actor, front) }),
    member: fc.record({
      kind: one('member'),
      institution: agreement,
      standing: fc.constantFrom('joined', 'suspended', 'left'),
    }),
    disclose: fc.record({ kind: one('disclose'), agreement }),
  };
};
export const termsOf = (scenario: Scenario): Some<ClauseTerms> => fc.oneof(...Object.values(promisesOf(scenario)));

export const clauseOf = (scenario: Scenario): Some<ClauseDraft> => {
  const { turn, power, powers } = namesOf(scenario);
  return tidy(
    fc.record({
      by: powers,
      to: powers,
      terms: termsOf(scenario),
      from: turn,
      until: orNull(turn),
      every: maybe(fc.integer({ min: 1, max: 4 })),
      dependsOn: maybe(fc.constantFrom('c1', 'c2')),
      unlessConsentOf: maybe(power),
    }),
  ) as Some<ClauseDraft>;
};

export const concessionOf = (scenario: Scenario): Some<Concession> => {
  const { power, area, gate, route } = namesOf(scenario);
  return tidy(
    fc.record({
      to: fc.oneof(power, fc.constant('anyone' as const)),
      kind: fc.constantFrom(...CLAUSE_KINDS),
      area: maybe(area),
      gate: maybe(gate),
      route: maybe(route),
      amount: maybe(fc.integer({ min: 1, max: 9 })),
    }),
  ) as Some<Concession>;
};

export const doorsOf = (scenario: Scenario): Some<Doors> => {
  const { area, actor } = namesOf(scenario);
  const door = fc.record({ area, supplier: actor });
  return fc.record({ welcomes: fc.array(door, { maxLength: 2 }), bar: orNull(door) });
};

export const setOf = (scenario: Scenario): Some<OrderSet> => {
  const { area, actor } = namesOf(scenario);
  const door = fc.record({ area, supplier: actor });
  return fc.record({
    orders: fc.array(orderOf(scenario), { maxLength: 4 }),
    doors: orNull(
      fc.oneof(
        fc.record({ kind: fc.constant('unbar' as const) }),
        fc.record({ kind: fc.constantFrom('bar' as const, 'unwelcome' as const), door }),
        fc.record({ kind: fc.constant('welcome' as const), door, instead: door }),
        fc.record({ kind: fc.constant('welcome' as const), door }),
      ),
    ),
    concessions: fc.array(concessionOf(scenario), { maxLength: 2 }),
  });
};

/** Conditions of every kind, two deep; the compiler asks for each. */
export const conditionsOf = (
  scenario: Scenario,
): { readonly [K in Condition['kind']]: Some<Extract<Condition, { readonly kind: K }>> } => {
  const { power, track, actor, host, area, front, route, gate, status, regime, agreement, measure, turn } =
    namesOf(scenario);
  const one = <K extends Condition['kind']>(kind: K) => fc.constant(kind);
  const atLeast = maybe(fc.integer({ min: 0, max: 50 }));
  const atMost = maybe(fc.integer({ min: 50, max: 100 }));
  const inner: Some<Condition> = fc.oneof(
    fc.record({ kind: one('secretDeal') }),
    fc.record({ kind: one('gate'), gate, status }),
  );
  return {
    all: fc.record({ kind: one('all'), of: fc.array(inner, { maxLength: 3 }) }),
    any: fc.record({ kind: one('any'), of: fc.array(inner, { minLength: 1, maxLength: 3 }) }),
    not: fc.record({ kind: one('not'), of: inner }),
    turn: fc.record({ kind: one('turn'), from: turn, to: turn }),
    quarter: fc.record({
      kind: one('quarter'),
      in: fc.uniqueArray(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const), { minLength: 1 }),
    }),
    track: tidy(fc.record({ kind: one('track'), power, track, atLeast, atMost })) as never,
    share: tidy(fc.record({ kind: one('share'), host, area, supplier: actor, atLeast, atMost })) as never,
    tension: tidy(fc.record({ kind: one('tension'), front, atLeast, atMost })) as never,
    flow: tidy(fc.record({ kind: one('flow'), route, atLeast, atMost })) as never,
    gate: fc.record({ kind: one('gate'), gate, status }),
    regime: fc.record({ kind: one('regime'), route, regime }),
    inForce: fc.record({ kind: one('inForce'), agreement }),
    welcome: fc.record({ kind: one('welcome'), host, area, supplier: actor }),
    stands: fc.record({ kind: one('stands'), measure }),
    secretDeal: fc.record({ kind: one('secretDeal') }),
    formula: tidy(fc.record({ kind: one('formula'), formula: fc.constant('1'), atLeast, atMost })) as never,
    ordered: fc.record({ kind: one('ordered'), power, order: patternOf(scenario) }),
  };
};

/** Primitives of every kind; the compiler asks for each. */
export const effectsOf = (
  scenario: Scenario,
): { readonly [K in Effect['kind']]: Some<Extract<Effect, { readonly kind: K }>> } => {
  const names = namesOf(scenario);
  const { power, track, actor, host, area, front, route, gate, status, regime, agreement, measure, change: by } = names;
  const { site, project, prize, guard } = names;
  const winner = fc.oneof(actor, fc.constant('$winner'));
  const one = <K extends Effect['kind']>(kind: K) => fc.constant(kind);
  return {
    share: fc.record({ kind: one('share'), host, area, supplier: winner, by }),
    track: fc.record({ kind: one('track'), power, track, by }),
    tension: fc.record({ kind: one('tension'), front, by }),
    gateStatus: tidy(
      fc.record({ kind: one('gateStatus'), gate, status, turns: maybe(fc.integer({ min: 1, max: 3 })) }),
    ) as never,
    guard: fc.record({ kind: one('guard'), gate, guard }),
    regime: fc.record({ kind: one('regime'), route, regime }),
    site: fc.record({ kind: one('site'), site, by }),
    operator: fc.record({ kind: one('operator'), site, operator: winner }),
    progress: fc.record({ kind: one('progress'), project, sponsor: actor, by }),
    grievance: fc.record({ kind: one('grievance'), holder: power, against: power }),
    lift: fc.record({ kind: one('lift'), measure }),
    impose: fc.record({ kind: one('impose'), measure }),
    prize: fc.record({ kind: one('prize'), prize, to: winner }),
    profit: fc.record({ kind: one('profit'), route, actor: winner, by }),
    expose: fc.record({ kind: one('expose'), percent: fc.integer({ min: 0, max: 100 }) }),
    endAgreement: fc.record({ kind: one('endAgreement'), agreement }),
  };
};
