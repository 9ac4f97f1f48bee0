import { indexOf, ownersOf } from '../catalogue/scenario-index.ts';
import { AREAS } from '../model/area.ts';
import { GATE_STATUSES, REGIMES, SITE_KINDS } from '../model/asset.ts';
import { type ClauseTerms, PRICES } from '../model/clause.ts';
import type { ActorId, PowerId } from '../model/ids.ts';
import { type OrderPattern, VERB_FAMILY_NAMES } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import { isRecognisable } from './clauses/pattern.ts';
import { hasPolicy } from './clauses/policy-deeds.ts';
import { perPower } from './verbs/per-power.ts';

type Promises = ClauseTerms[];

const inAreas = (verb: 'court' | 'squeeze', hosts: readonly ActorId[]): OrderPattern[] =>
  hosts.flatMap((host) => [{ verb, host }, ...AREAS.map((area): OrderPattern => ({ verb, host, area }))]);

const at = (verb: OrderPattern['verb'], hosts: readonly ActorId[]): OrderPattern[] =>
  hosts.map((host) => ({ verb, host }));

/** Deeds that somebody could be asked for, by their names. */
const deedsOf = (scenario: Scenario, by: ActorId): OrderPattern[] => {
  const { powers, hosts } = indexOf(scenario);
  const foreign = hosts.filter((host) => host !== by);
  const others = powers.filter((power) => power !== by);
  const fronts = scenario.fronts.map((front) => front.id);
  return [
    ...inAreas('court', foreign),
    ...inAreas('squeeze', others),
    ...AREAS.map((area): OrderPattern => ({ verb: 'harden', area })),
    ...scenario.fronts
      .filter((front) => !front.parties.includes(by))
      .map((front): OrderPattern => ({ verb: 'mediate', front: front.id })),
    ...fronts.map((front): OrderPattern => ({ verb: 'monitor', front })),
    ...at('sanction', foreign),
    ...scenario.measures
      .filter((measure) => measure.by === by)
      .map((measure): OrderPattern => ({ verb: 'lift', measure: measure.id })),
    ...scenario.projects
      .filter((project) => project.sponsors.includes(by))
      .map((project): OrderPattern => ({ verb: 'sponsor', project: project.id })),
    ...scenario.projects
      .filter((project) => project.host === by)
      .flatMap(({ id, sponsors }) =>
        sponsors.map((sponsor): OrderPattern => ({ verb: 'award', project: id, sponsor })),
      ),
    ...at('spy', others),
    ...at('destabilise', others),
    { verb: 'mobilise' },
    { verb: 'standDown' },
    ...at('deter', others),
    ...scenario.fronts
      .filter((front) => front.parties.includes(by))
      .flatMap((front): OrderPattern[] => [
        { verb: 'probe', front: front.id },
        { verb: 'operate', front: front.id },
      ]),
  ];
};

/** Deeds to be forborne: each of those above, and whole families against somebody or at all. */
const restraintsOf = (scenario: Scenario, by: ActorId): OrderPattern[] => {
  const { powers, hosts } = indexOf(scenario);
  const others = powers.filter((power) => power !== by);
  const foreign = hosts.filter((host) => host !== by);
  return [
    ...VERB_FAMILY_NAMES.filter((family) => family !== 'gates').map((verb): OrderPattern => ({ verb })),
    ...at('influence', foreign),
    ...at('covert', foreign),
    ...at('force', others),
    ...at('coup', others),
    ...deedsOf(scenario, by),
    ...[...others, ...scenario.fronts.map((front) => front.id)].map(
      (what): OrderPattern => ({ verb: 'recognise', what }),
    ),
  ];
};

const gatesOf = (scenario: Scenario, by: ActorId): Promises => {
  const { gates, isPower, actors, gatesOf: owned } = indexOf(scenario);
  const own = (owned.get(by) ?? []).flatMap(
    (gate): Promises => [
      ...GATE_STATUSES.map((status): ClauseTerms => ({ kind: 'gate', gate, status })),
      ...actors.map((guard): ClauseTerms => ({ kind: 'gate', gate, guard: [guard] })),
      ...actors
        .filter((guard) => guard !== by && isPower.has(guard))
        .map((second): ClauseTerms => ({ kind: 'gate', gate, guard: [by, second] })),
    ],
  );
  // Who stands guard at another's gate may promise to hand it over.
  const guarded = [...gates.values()]
    .filter(({ gate }) => gate.owner !== by && gate.guard.includes(by))
    .map(({ gate }): ClauseTerms => ({ kind: 'gate', gate: gate.id, guard: [gate.owner] }));
  const regimes = scenario.routes
    .filter((route) => route.contested && ownersOf(route, isPower).includes(by))
    .flatMap((route) =>
      REGIMES.flatMap((regime): Promises => (regime === 'none' ? [] : [{ kind: 'gate', route: route.id, regime }])),
    );
  return [...own, ...guarded, ...regimes];
};

const hostsOf = (scenario: Scenario, by: ActorId): Promises => {
  if (!indexOf(scenario).hosts.includes(by)) return [];
  const others = indexOf(scenario).actors.filter((actor) => actor !== by);
  const sites = scenario.sites.filter((site) => site.host === by);
  return [
    ...sites.flatMap((site) =>
      others.map((operator): ClauseTerms => ({ kind: 'host', site: site.id, operator, hosted: true })),
    ),
    ...[...SITE_KINDS, ...sites.map((site) => site.id)].flatMap((site) =>
      ['outsiders', ...others].map((operator): ClauseTerms => ({ kind: 'host', site, operator, hosted: false })),
    ),
  ];
};

const pairsOf = (powers: readonly PowerId[]): PowerId[][] =>
  powers.flatMap((one, i) => powers.slice(i + 1).map((other) => [one, other]));

/** What a power or another party could promise in a draft, in all kinds but the handing over of secrets. */
const makePromises = (scenario: Scenario, by: ActorId): readonly ClauseTerms[] => {
  const index = indexOf(scenario);
  const isPower = index.isPower.has(by);
  const others = index.actors.filter((actor) => actor !== by);
  const rivals = index.powers.filter((power) => power !== by);
  const doors = index.hosts.includes(by)
    ? AREAS.flatMap((area) =>
        others.flatMap(
          (supplier): Promises => [
            { kind: 'welcome', area, supplier, open: true },
            { kind: 'welcome', area, supplier, open: false },
          ],
        ),
      )
    : [];
  const deeds = isPower ? deedsOf(scenario, by).map((order): ClauseTerms => ({ kind: 'do', order })) : [];
  const recognisable = [...index.hosts, ...scenario.fronts.map((front) => front.id)].filter(
    (what) => what !== by && isRecognisable({ scenario }, what),
  );
  const { area: paid } = scenario.magnitudes.supply;
  return [
    ...doors,
    ...gatesOf(scenario, by),
    ...deeds,
    ...restraintsOf(scenario, by).map((order): ClauseTerms => ({ kind: 'refrain', order })),
    ...[1, 2, 3, 4, 5, 6, 8, 10].flatMap(
      (amount): Promises => [
        { kind: 'pay', amount, each: false },
        { kind: 'pay', amount, each: true },
      ],
    ),
    ...hostsOf(scenario, by),
    ...AREAS.flatMap((area) =>
      PRICES.filter((price) => area === paid || price === 2).map(
        (price): ClauseTerms => ({ kind: 'supply', area, price }),
      ),
    ),
    ...(isPower ? [...rivals.map((one) => [one]), ...pairsOf(rivals)] : []).map(
      (against): ClauseTerms => ({ kind: 'guarantee', against }),
    ),
    ...recognisable.map((what): ClauseTerms => ({ kind: 'recognise', what })),
    ...scenario.agreements
      .filter((one) => one.background !== true && isPower && one.parties.includes(by))
      .flatMap(({ id }) =>
        (['joined', 'suspended', 'left'] as const).map(
          (standing): ClauseTerms => ({ kind: 'member', institution: id, standing }),
        ),
      ),
  ];
};

/** Made once for a scenario and a party: nothing in them depends on the state. */
export const promisesOf = perPower(makePromises);

/** Who may be invited to a draft besides powers. */
export const outsidersOf = (scenario: Scenario): readonly ActorId[] =>
  scenario.others.map((one) => one.id).filter((actor) => hasPolicy(scenario, actor));
