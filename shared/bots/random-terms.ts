import { indexOf, ownersOf } from '../catalogue/scenario-index.ts';
import type { Luck } from '../kernel/luck.ts';
import { AREAS } from '../model/area.ts';
import { GATE_STATUSES, type Guard, REGIMES } from '../model/asset.ts';
import { CLAUSE_KINDS, type ClauseDraft, type ClauseKind, type ClauseTerms, PRICES } from '../model/clause.ts';
import type { ActorId, AgreementId, PowerId, RouteId, SiteId } from '../model/ids.ts';
import { type Order, type OrderPattern, PATTERN_FIELDS, VERB_FAMILY_NAMES, VERBS } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';

/** What promises may speak of, gathered once for a scenario. */
type Subjects = {
  readonly sites: ReadonlyMap<ActorId, readonly SiteId[]>;
  readonly contested: readonly { readonly route: RouteId; readonly owners: readonly PowerId[] }[];
  readonly recognisable: readonly string[];
  /** Open agreements of the scenario that may be joined and left, by party. */
  readonly institutions: ReadonlyMap<ActorId, readonly AgreementId[]>;
};
const known = new WeakMap<Scenario, Subjects>();

const institutionsOf = ({ agreements }: Scenario, party: ActorId): readonly AgreementId[] =>
  agreements.flatMap(({ id, parties, visibility, background }) =>
    background !== true && visibility === 'public' && parties.includes(party) ? [id] : [],
  );

const subjectsOf = (scenario: Scenario): Subjects => {
  let subjects = known.get(scenario);
  if (subjects === undefined) {
    const { actors, isPower } = indexOf(scenario);
    subjects = {
      sites: new Map(
        actors.map((host) => [host, scenario.sites.flatMap((one) => (one.host === host ? [one.id] : []))]),
      ),
      contested: scenario.routes
        .filter((route) => route.contested)
        .map((route) => ({ route: route.id, owners: ownersOf(route, isPower) })),
      institutions: new Map(actors.map((party) => [party, institutionsOf(scenario, party)])),
      recognisable: [...scenario.powers.map(({ id }) => id), ...scenario.fronts.map(({ id }) => id)],
    };
    known.set(scenario, subjects);
  }
  return subjects;
};

/** Any part of an order, as a pattern: at least its verb, at times its whole family. */
const patternFrom = (order: Order, luck: Luck): OrderPattern => {
  const given = order as { readonly [field: string]: string | undefined };
  const pattern: Record<string, string> = { verb: order.verb };
  for (const field of PATTERN_FIELDS) {
    const value = given[field];
    if (value !== undefined && luck.integer(1, 4) > 1) pattern[field] = value;
  }
  return pattern as OrderPattern;
};

const someOrder = (scenario: Scenario, by: ActorId, luck: Luck): OrderPattern => {
  const { hosts, gatesOf } = indexOf(scenario);
  const gates = gatesOf.get(by) ?? [];
  if (gates.length > 0 && luck.integer(1, 4) === 1)
    return { verb: 'setGate', gate: luck.pick(gates), status: luck.pick(GATE_STATUSES) };
  if (luck.integer(1, 3) === 1) return { verb: 'harden', area: luck.pick(AREAS) };
  return { verb: 'court', host: luck.pick(hosts), area: luck.pick(AREAS) };
};

const deed = (scenario: Scenario, by: ActorId, own: readonly Order[], luck: Luck): ClauseTerms => ({
  kind: 'do',
  order: own.length > 0 ? patternFrom(luck.pick(own), luck) : someOrder(scenario, by, luck),
});

const restraint = (scenario: Scenario, to: ActorId, luck: Luck): ClauseTerms => {
  const verb = luck.integer(1, 2) === 1 ? luck.pick(VERB_FAMILY_NAMES) : luck.pick(VERBS);
  const { hosts } = indexOf(scenario);
  if (!hosts.includes(to) || luck.integer(1, 4) === 1) return { kind: 'refrain', order: { verb } };
  return { kind: 'refrain', order: { verb, host: to } };
};

const passage = (scenario: Scenario, by: ActorId, luck: Luck): ClauseTerms | null => {
  const { gatesOf, actors } = indexOf(scenario);
  const gates = gatesOf.get(by) ?? [];
  if (gates.length === 0) return null;
  const gate = luck.pick(gates);
  if (luck.integer(1, 2) === 1) return { kind: 'gate', gate, status: luck.pick(GATE_STATUSES) };
  const [main = by, second = by] = luck.shuffled(actors);
  const guard: Guard = luck.integer(1, 3) === 1 ? [by, main === by ? second : main] : [main];
  return { kind: 'gate', gate, guard };
};

/** One promise of a kind, by one power to another, as likely as not one that can be made; null where there is nothing to promise. */
const termsOf = (
  kind: ClauseKind,
  scenario: Scenario,
  view: SeatView,
  { by, to, own }: { readonly by: ActorId; readonly to: ActorId; readonly own: readonly Order[] },
  luck: Luck,
): ClauseTerms | null => {
  const { actors, powers } = indexOf(scenario);
  switch (kind) {
    case 'do':
      return deed(scenario, by, own, luck);
    case 'refrain':
      return restraint(scenario, to, luck);
    case 'pay':
      return { kind, amount: luck.integer(1, 4), each: luck.integer(1, 2) === 1 };
    case 'welcome':
      return { kind, area: luck.pick(AREAS), supplier: luck.pick(actors), open: luck.integer(1, 3) > 1 };
    case 'gate':
      return passage(scenario, by, luck);
    case 'host': {
      const sites = subjectsOf(scenario).sites.get(by) ?? [];
      if (sites.length === 0) return null;
      const operator = luck.integer(1, 4) === 1 ? 'outsiders' : luck.pick(actors);
      return { kind, site: luck.pick(sites), operator, hosted: operator !== 'outsiders' && luck.integer(1, 2) === 1 };
    }
    case 'supply':
      return { kind, area: luck.integer(1, 2) === 1 ? 'energy' : luck.pick(AREAS), price: luck.pick(PRICES) };
    case 'guarantee':
      return { kind, against: [luck.pick(powers.filter((one) => one !== by && one !== to))] };
    case 'recognise':
      return { kind, what: luck.pick(subjectsOf(scenario).recognisable) };
    case 'member': {
      const institutions = subjectsOf(scenario).institutions.get(by) ?? [];
      if (institutions.length === 0) return null;
      const standing = luck.pick(['joined', 'suspended', 'left'] as const);
      return { kind, institution: luck.pick(institutions), standing };
    }
    case 'disclose': {
      const secrets = view.agreements.filter((one) => one.visibility === 'secret' && one.parties.includes(by));
      return secrets.length === 0 ? null : { kind, agreement: luck.pick(secrets).id };
    }
    default:
      return kind satisfies never;
  }
};

/** A promise of any kind, each as likely as the others. */
export const randomTerms = (
  scenario: Scenario,
  view: SeatView,
  who: { readonly by: ActorId; readonly to: ActorId; readonly own: readonly Order[] },
  luck: Luck,
): ClauseTerms =>
  termsOf(luck.pick(CLAUSE_KINDS), scenario, view, who, luck) ?? {
    kind: 'pay',
    amount: luck.integer(1, 3),
    each: false,
  };

/** Two owners of a contested route promise each other one regime. */
export const randomRegime = (scenario: Scenario, me: PowerId, turn: number, luck: Luck): ClauseDraft | null => {
  const mine = subjectsOf(scenario).contested.filter(({ owners }) => owners.length > 1 && owners.includes(me));
  if (mine.length === 0) return null;
  const { route, owners } = luck.pick(mine);
  const regime = luck.pick(REGIMES.filter((one) => one !== 'none'));
  const terms: ClauseTerms = { kind: 'gate', route, regime };
  return { by: owners, to: owners, terms, from: turn, until: null };
};
