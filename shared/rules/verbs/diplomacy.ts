import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Clause } from '../../model/clause.ts';
import type { ActorId, FrontId, MeasureId, PowerId } from '../../model/ids.ts';
import type { OrderOf } from '../../model/order.ts';
import { refuse } from '../../model/refusal.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { type Ground, NO_NOTES, type Offered, type VerbRules } from './ground.ts';

type Offer<V extends 'mediate' | 'monitor' | 'recognise' | 'lift'> = Offered & { readonly order: OrderOf<V> };
/** Sanctions of one power on one host; more than one if the scenario names several. */
type Sanctions = { readonly offer: Offered; readonly measures: readonly MeasureId[] };

/** All that a power could ever order; the board says what of it now. */
type Reach = {
  readonly mediate: readonly Offer<'mediate'>[];
  readonly monitor: readonly Offer<'monitor'>[];
  readonly recognise: readonly Offer<'recognise'>[];
  readonly sanction: ReadonlyMap<ActorId, Sanctions>;
  readonly lift: readonly Offer<'lift'>[];
};

const known = new WeakMap<Scenario, ReadonlyMap<PowerId, Reach>>();

const reachOf = (scenario: Scenario, power: PowerId): Reach | undefined => {
  let reaches = known.get(scenario);
  if (reaches === undefined) {
    reaches = new Map(indexOf(scenario).powers.map((one) => [one, makeReach(scenario, one)]));
    known.set(scenario, reaches);
  }
  return reaches.get(power);
};

const makeReach = (scenario: Scenario, power: PowerId): Reach => {
  const { actors, hosts } = indexOf(scenario);
  const fronts = scenario.fronts.map((front) => front.id);
  const others = hosts.filter((host) => host !== power);
  return {
    mediate: scenario.fronts
      .filter((front) => !front.parties.includes(power))
      .map((front) => ({ order: { verb: 'mediate', front: front.id }, notes: NO_NOTES })),
    monitor: fronts.map((front) => ({ order: { verb: 'monitor', front }, notes: NO_NOTES })),
    recognise: [...others, ...fronts].map((what) => ({ order: { verb: 'recognise', what }, notes: NO_NOTES })),
    sanction: new Map(
      actors
        .map((host): [ActorId, Sanctions] => [
          host,
          {
            offer: { order: { verb: 'sanction', host }, notes: NO_NOTES },
            measures: sanctionsOn(scenario, power, host),
          },
        ])
        .filter(([, { measures }]) => measures.length > 0),
    ),
    lift: scenario.measures
      .filter((measure) => measure.by === power)
      .map((measure) => ({ order: { verb: 'lift', measure: measure.id }, notes: NO_NOTES })),
  };
};

const sanctionsOn = (scenario: Scenario, by: PowerId, host: ActorId): readonly MeasureId[] =>
  scenario.measures
    .filter((one) => one.kind === 'sanction' && one.by === by && one.against.includes(host))
    .map((one) => one.id);

/** The sanction that this order would impose: the first that does not stand; null if all do, or there is none. */
export const sanctionFor = (
  scenario: Scenario,
  board: Pick<Board, 'measures'>,
  power: PowerId,
  host: ActorId,
): MeasureId | null => {
  for (const measure of reachOf(scenario, power)?.sanction.get(host)?.measures ?? [])
    if (board.measures[measure] !== 'stands') return measure;
  return null;
};

const tensionOf = ({ board }: Ground, front: FrontId): number => board.fronts[front]?.tension ?? 0;

/** For third parties, and only where it is hot enough to call for one. */
export const mediateRules: VerbRules<'mediate'> = {
  offers: (ground) => {
    const offers: Offered[] = [];
    for (const offer of reachOf(ground.scenario, ground.power)?.mediate ?? [])
      if (tensionOf(ground, offer.order.front) >= ground.scenario.magnitudes.mediate.minTension) offers.push(offer);
    return offers;
  },
  refuse: (ground, { front }) => {
    const definition = indexOf(ground.scenario).fronts.get(front);
    if (definition === undefined) return refuse('orders/unknown');
    if (definition.parties.includes(ground.power)) return refuse('orders/not-allowed', { why: 'party' });
    const least = ground.scenario.magnitudes.mediate.minTension;
    return tensionOf(ground, front) >= least ? null : refuse('orders/not-allowed', { why: 'calm', least });
  },
};

/** Observers may stand at any front, of one's own side or of none. */
export const monitorRules: VerbRules<'monitor'> = {
  offers: ({ scenario, power }) => reachOf(scenario, power)?.monitor ?? [],
  refuse: ({ scenario }, { front }) => (indexOf(scenario).fronts.has(front) ? null : refuse('orders/unknown')),
};

const hasRecognised = ({ board, power }: Ground, what: ActorId | FrontId): boolean => {
  for (const one of board.recognitions) if (one.by === power && one.what === what) return true;
  return false;
};

/** Another country's borders, or a front; once each. */
export const recogniseRules: VerbRules<'recognise'> = {
  offers: (ground) => {
    const offers: Offered[] = [];
    for (const offer of reachOf(ground.scenario, ground.power)?.recognise ?? [])
      if (!hasRecognised(ground, offer.order.what)) offers.push(offer);
    return offers;
  },
  refuse: (ground, { what }) => {
    const index = indexOf(ground.scenario);
    if (what === ground.power) return refuse('orders/not-allowed', { why: 'host' });
    if (!index.fronts.has(what) && !index.hosts.includes(what)) return refuse('orders/unknown');
    return hasRecognised(ground, what) ? refuse('orders/not-allowed', { why: 'recognised' }) : null;
  },
};

export const sanctionRules: VerbRules<'sanction'> = {
  offers: ({ scenario, power, board }) => {
    const offers: Offered[] = [];
    for (const [host, { offer }] of reachOf(scenario, power)?.sanction ?? [])
      if (sanctionFor(scenario, board, power, host) !== null) offers.push(offer);
    return offers;
  },
  refuse: ({ scenario, power, board }, { host }) => {
    if (reachOf(scenario, power)?.sanction.has(host) !== true) return refuse('orders/not-allowed', { why: 'host' });
    return sanctionFor(scenario, board, power, host) === null ? refuse('orders/not-allowed', { why: 'stands' }) : null;
  },
};

/** Only who imposed a measure may lift it: a sanction, or a dispute. */
export const liftRules: VerbRules<'lift'> = {
  offers: ({ scenario, power, board }) => {
    const offers: Offered[] = [];
    for (const offer of reachOf(scenario, power)?.lift ?? [])
      if (board.measures[offer.order.measure] === 'stands') offers.push(offer);
    return offers;
  },
  refuse: ({ scenario, power, board }, { measure }) => {
    const definition = indexOf(scenario).measures.get(measure);
    if (definition === undefined) return refuse('orders/unknown');
    if (definition.by !== power) return refuse('orders/not-allowed', { why: 'measure' });
    return board.measures[measure] === 'stands' ? null : refuse('orders/not-allowed', { why: 'lifted' });
  },
};

/** Has somebody else broken this promise? */
export const isBrokenFor = (power: PowerId, clause: Clause): boolean => clause.breachedBy.some((one) => one !== power);

/** Evidence of a breach in a secret agreement that one has signed or seen. */
export const denounceRules: VerbRules<'denounce'> = {
  offers: (ground) => {
    const offers: Offered[] = [];
    for (const agreement of ground.agreements()) {
      if (agreement.visibility !== 'secret') continue;
      for (const clause of agreement.clauses) {
        if (isBrokenFor(ground.power, clause))
          offers.push({ order: { verb: 'denounce', agreement: agreement.id, clause: clause.id }, notes: NO_NOTES });
      }
    }
    return offers;
  },
  refuse: (ground, order) => {
    const agreement = ground.agreements().find((one: Agreement) => one.id === order.agreement);
    const clause = agreement?.clauses.find((one) => one.id === order.clause);
    if (agreement === undefined || clause === undefined) return refuse('orders/unknown');
    if (agreement.visibility !== 'secret') return refuse('orders/not-allowed', { why: 'public' });
    return isBrokenFor(ground.power, clause) ? null : refuse('orders/not-allowed', { why: 'breach' });
  },
};
