import type { Think } from '../../bots/bots.ts';
import { negotiatorThinks } from '../../bots/negotiator/negotiator.ts';
import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Agreement, AgreementDraft } from '../../model/agreement.ts';
import { AREAS, type Area } from '../../model/area.ts';
import type { ClauseDraft } from '../../model/clause.ts';
import { OWN, type PowerId } from '../../model/ids.ts';
import type { BotChoice, PowerInput } from '../../model/input.ts';
import type { Order, OrderSet } from '../../model/order.ts';
import { type Door, type DoorChange, isWelcome } from '../../model/portfolio.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { SeatView } from '../../model/seat-view.ts';
import { legalDoors, orderCost } from '../../rules/legal-orders.ts';
import { groundOfView } from '../../rules/verbs/ground.ts';
import { refuseOrder } from '../../rules/verbs/registry.ts';
import type { Player } from '../simulate.ts';
import type { Cast } from './cast.ts';

/** How many areas a turn the host turns away from its patron in; 0 lets things be. */
export const PACES = [0, 1, 2, 3] as const;
export type Pace = (typeof PACES)[number];
export type Decoupling = { readonly pace: Pace; readonly guaranteed: boolean };

const NEGOTIATOR: BotChoice = { bot: 'negotiator' };
const negotiates: Think = (scenario, view, luck, ready) => negotiatorThinks(scenario, view, NEGOTIATOR, luck, ready);

/** A host that turns away, a patron that presses only with a reason, and others. */
export const decouplingSeats = (
  scenario: Scenario,
  cast: Cast,
  { pace, guaranteed }: Decoupling,
): { readonly [power: PowerId]: Player } => {
  const shields = (clause: ClauseDraft): boolean =>
    clause.terms.kind === 'guarantee' && clause.to.includes(cast.host) && !guaranteed;
  const ties = (clause: ClauseDraft): boolean => pace > 0 && tiesHost(cast, clause);
  const player = (power: PowerId): Player => {
    if (power === cast.host) {
      const turns = ordering(negotiates, (view, set, within) => turnedAway(within, view, set, cast, pace));
      return { ...NEGOTIATOR, think: unsigned(turns, (clause) => shields(clause) || ties(clause)) };
    }
    const plays = power === cast.patron ? ordering(negotiates, (view, set) => reasoned(view, set, cast)) : negotiates;
    return { ...NEGOTIATOR, think: unsigned(plays, shields) };
  };
  return Object.fromEntries(indexOf(scenario).powers.map((power) => [power, player(power)]));
};

/** The same world with somebody who stands by the host from the start and to the end. */
export const guaranteedScenario = (scenario: Scenario, { host, guarantor, against }: Cast): Scenario => {
  const promise: Agreement = {
    id: 'lab-guarantee',
    title: 'Guarantee',
    parties: [guarantor, host],
    visibility: 'public',
    form: 'treaty',
    status: 'inForce',
    from: 1,
    until: null,
    notice: 4,
    leaving: {},
    consents: [],
    underDuress: [],
    shownTo: [],
    background: true,
    origin: 'standing',
    clauses: [
      {
        id: 'c1',
        by: [guarantor],
        to: [host],
        terms: { kind: 'guarantee', against },
        from: 1,
        until: null,
        status: 'pending',
        done: [],
        able: [],
        evidence: null,
        breachedBy: [],
      },
    ],
  };
  return { ...scenario, agreements: [...scenario.agreements, promise] };
};

/** Who plays so, but has its orders rewritten. */
const ordering =
  (think: Think, rewrite: (view: SeatView, set: OrderSet, scenario: Scenario) => OrderSet): Think =>
  (scenario, view, luck, ready) => {
    const thought = think(scenario, view, luck, ready);
    const acts = thought.acts.map(
      (act): PowerInput =>
        act.kind === 'submitOrders' ? { ...act, orders: rewrite(view, act.orders, scenario) } : act,
    );
    return { ...thought, acts };
  };

/** Who plays so, but neither offers nor signs a text with such a clause in it. */
const unsigned =
  (think: Think, isTaboo: (clause: ClauseDraft) => boolean): Think =>
  (scenario, view, luck, ready) => {
    const thought = think(scenario, view, luck, ready);
    const isShunned = (draft: AgreementDraft | undefined): boolean => draft?.clauses.some(isTaboo) ?? false;
    const acts = thought.acts.filter((act) =>
      act.kind === 'propose'
        ? !isShunned(act.draft)
        : act.kind !== 'sign' || !isShunned(view.proposals.find(({ id }) => id === act.proposal)?.draft),
    );
    return { ...thought, acts };
  };

/** A promise that would keep the host from turning away. */
const tiesHost = ({ host, patron }: Cast, { by, terms }: ClauseDraft): boolean => {
  if (!by.includes(host)) return false;
  if (terms.kind === 'welcome') return terms.open ? terms.supplier === patron : terms.supplier !== patron;
  return terms.kind === 'refrain' && (terms.order.verb === 'harden' || terms.order.verb === 'influence');
};

/** Squeezes of the host only over a grievance or a gap. */
const reasoned = (view: SeatView, set: OrderSet, { host, patron }: Cast): OrderSet => {
  const { turn, gaps } = view.board;
  const hasReason =
    view.grievances.some((one) => one.holder === patron && one.against === host && one.until >= turn) ||
    gaps.some((gap) => gap.host === host && gap.supplier === patron && gap.until >= turn);
  if (hasReason) return set;
  return { ...set, orders: set.orders.filter((order) => order.verb !== 'squeeze' || order.host !== host) };
};

const turnedAway = (scenario: Scenario, view: SeatView, set: OrderSet, cast: Cast, pace: Pace): OrderSet => {
  const areas = leanedOn(view, cast);
  if (pace === 0) {
    const isAgainst = (order: Order): boolean => order.verb === 'harden' && isLeadBy(view, cast, order.area);
    const bars = set.doors?.kind === 'bar' && set.doors.door.supplier === cast.patron;
    return { ...set, orders: set.orders.filter((order) => !isAgainst(order)), doors: bars ? null : set.doors };
  }
  const chosen = areas.slice(0, pace);
  const rest = set.orders.filter(
    (order) => order.verb !== 'harden' && !(order.verb === 'court' && order.host === cast.patron),
  );
  const wished = [...chosen.map((area): Order => ({ verb: 'harden', area })), ...rest];
  return { ...set, orders: affordable(scenario, view, wished), doors: doorAway(scenario, view, cast, chosen) };
};

/** Areas in which the patron holds something, most first. */
const leanedOn = (view: SeatView, { host, patron }: Cast): readonly Area[] => {
  const held = (area: Area): number => view.board.portfolios[host]?.[area][patron] ?? 0;
  return AREAS.filter((area) => held(area) > 0).sort((a, b) => held(b) - held(a));
};

/** No other supplier holds more there. */
const isLeadBy = (view: SeatView, { host, patron }: Cast, area: Area): boolean => {
  const row = view.board.portfolios[host]?.[area] ?? {};
  const held = row[patron] ?? 0;
  return held > 0 && Object.entries(row).every(([supplier, points]) => supplier === OWN || points <= held);
};

const affordable = (scenario: Scenario, view: SeatView, wished: readonly Order[]): readonly Order[] => {
  const { capital = 0, treasury = 0 } = view.tracks[view.viewer]?.exact ?? {};
  const ground = groundOfView(scenario, view);
  let orders: readonly Order[] = [];
  for (const order of wished) {
    const cost = orderCost(scenario, view, [...orders, order]);
    if (cost.capital <= capital && cost.treasury <= treasury && refuseOrder(ground, order) === null)
      orders = [...orders, order];
  }
  return orders;
};

/** The one change of a turn: first the bar, then a rival let in where the patron is to lose. */
const doorAway = (
  scenario: Scenario,
  view: SeatView,
  { host, patron }: Cast,
  areas: readonly Area[],
): DoorChange | null => {
  const now = view.board.doors[host] ?? { welcomes: [], bar: null };
  const isChosen = ({ area, supplier }: Door): boolean => areas.includes(area) && supplier !== patron;
  const legal = legalDoors(scenario, view);
  const [first] = areas;
  if (now.bar?.supplier !== patron || !areas.includes(now.bar.area))
    return legal.find((one) => one.kind === 'bar' && one.door.area === first && one.door.supplier === patron) ?? null;
  for (const area of areas) {
    const rivals = rivalsIn(scenario, view, { host, patron }, area);
    if (rivals.some((rival) => isWelcome(now, area, rival))) continue;
    const change = legal.find(
      (one) =>
        one.kind === 'welcome' &&
        one.door.area === area &&
        one.door.supplier === rivals[0] &&
        (one.instead === undefined || !isChosen(one.instead)),
    );
    if (change !== undefined) return change;
  }
  return null;
};

/** Powers that might take the patron's place: who came last turn first, then who holds most. */
const rivalsIn = (
  scenario: Scenario,
  view: SeatView,
  { host, patron }: Pick<Cast, 'host' | 'patron'>,
  area: Area,
): readonly PowerId[] => {
  const came = (power: PowerId): number =>
    (view.board.conduct[power] ?? []).some(
      (order) => order.verb === 'court' && order.host === host && order.area === area,
    )
      ? 100
      : 0;
  const rank = (power: PowerId): number => came(power) + (view.board.portfolios[host]?.[area][power] ?? 0);
  return indexOf(scenario)
    .powers.filter((power) => power !== host && power !== patron)
    .sort((a, b) => rank(b) - rank(a));
};
