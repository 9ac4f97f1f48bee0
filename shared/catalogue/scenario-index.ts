import type { Area } from '../model/area.ts';
import type {
  FrontDefinition,
  GateDefinition,
  PrizeDefinition,
  ProjectDefinition,
  RouteDefinition,
  SiteDefinition,
} from '../model/asset.ts';
import type { ActorId, GateId, PowerId } from '../model/ids.ts';
import type { Verb } from '../model/order.ts';
import type { ActionDefinition, CardDefinition, MeasureDefinition, Scenario } from '../model/scenario.ts';

/** Look-ups by id, made once for a scenario. */
export type ScenarioIndex = {
  readonly powers: readonly PowerId[];
  /** Everybody with a portfolio, in canonical order. */ readonly hosts: readonly ActorId[];
  /** Everybody who may hold a share. */ readonly actors: readonly ActorId[];
  readonly isPower: ReadonlySet<ActorId>;
  readonly gates: ReadonlyMap<GateId, { readonly gate: GateDefinition; readonly route: RouteDefinition }>;
  readonly gatesOf: ReadonlyMap<ActorId, readonly GateId[]>;
  readonly routes: ReadonlyMap<string, RouteDefinition>;
  readonly fronts: ReadonlyMap<string, FrontDefinition>;
  readonly sites: ReadonlyMap<string, SiteDefinition>;
  readonly projects: ReadonlyMap<string, ProjectDefinition>;
  /** By prize: the front where it may change hands. */ readonly prizes: ReadonlyMap<
    string,
    { readonly prize: PrizeDefinition; readonly front: FrontDefinition }
  >;
  readonly cards: ReadonlyMap<string, CardDefinition>;
  readonly measures: ReadonlyMap<string, MeasureDefinition>;
  /** Of each route, in their order: measures that may keep its profit from somebody. */
  readonly embargoes: readonly (readonly MeasureDefinition[])[];
  /** Measures that tell on courts, by who took them. */ readonly courtMeasures: ReadonlyMap<
    ActorId,
    readonly MeasureDefinition[]
  >;
  readonly nameOf: (actor: ActorId) => string;
  readonly action: (verb: Verb, area: Area | null) => ActionDefinition | null;
};

const indexes = new WeakMap<Scenario, ScenarioIndex>();

export const indexOf = (scenario: Scenario): ScenarioIndex => {
  const known = indexes.get(scenario);
  if (known !== undefined) return known;
  const index = makeIndex(scenario);
  indexes.set(scenario, index);
  return index;
};

const makeIndex = (scenario: Scenario): ScenarioIndex => {
  const powers = scenario.powers.map((power) => power.id);
  const names = new Map([...scenario.powers, ...scenario.others].map((actor) => [actor.id, actor.name]));
  const actions = new Map<Verb, Map<Area | null, ActionDefinition>>();
  for (const action of scenario.actions) {
    const ofVerb = actions.get(action.verb) ?? new Map<Area | null, ActionDefinition>();
    actions.set(action.verb, ofVerb.set(action.area, action));
  }
  const actors = scenario.suppliers.filter((supplier) => supplier !== 'own');
  return {
    powers,
    actors,
    hosts: actors.filter((actor) => scenario.portfolios[actor] !== undefined),
    isPower: new Set(powers),
    gates: new Map(scenario.routes.flatMap((route) => route.gates.map((gate) => [gate.id, { gate, route }] as const))),
    gatesOf: new Map(
      actors.map((actor) => [
        actor,
        scenario.routes.flatMap((route) => route.gates.filter((gate) => gate.owner === actor).map((gate) => gate.id)),
      ]),
    ),
    routes: new Map(scenario.routes.map((route) => [route.id, route])),
    fronts: new Map(scenario.fronts.map((front) => [front.id, front])),
    sites: new Map(scenario.sites.map((site) => [site.id, site])),
    projects: new Map(scenario.projects.map((project) => [project.id, project])),
    prizes: new Map(
      scenario.fronts.flatMap((front) => front.prizes.map((prize) => [prize.id, { prize, front }] as const)),
    ),
    cards: new Map(scenario.cards.map((card) => [card.id, card])),
    measures: new Map(scenario.measures.map((measure) => [measure.id, measure])),
    courtMeasures: new Map(
      actors.map((actor) => [
        actor,
        scenario.measures.filter(
          (measure) => measure.by === actor && (measure.courtPercent ?? measure.courtCap) !== null,
        ),
      ]),
    ),
    embargoes: scenario.routes.map(({ gates }) =>
      scenario.measures.filter((measure) => measure.stopsGoods && gates.some((gate) => gate.owner === measure.by)),
    ),
    nameOf: (actor) => names.get(actor) ?? actor,
    action: (verb, area) => {
      const ofVerb = actions.get(verb);
      return ofVerb?.get(area) ?? ofVerb?.get(null) ?? null;
    },
  };
};

/** Powers among the owners of a contested route's gates: all of them must sign a regime. */
export const ownersOf = (route: RouteDefinition, isPower: ReadonlySet<ActorId>): PowerId[] => [
  ...new Set(route.gates.map((gate) => gate.owner).filter((owner) => isPower.has(owner))),
];
