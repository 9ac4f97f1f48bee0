import { indexOf } from '../../catalogue/scenario-index.ts';
import { allocate, percentOf, percentsOf } from '../../kernel/shares.ts';
import { AREAS, type Area } from '../../model/area.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import { OWN } from '../../model/ids.ts';
import type { Order } from '../../model/order.ts';
import { isBarred, isWelcome } from '../../model/portfolio.ts';
import type { Board } from '../../model/state.ts';
import type { Log } from '../log.ts';
import { moveShares, moveTrack } from '../moves.ts';
import { isTired } from '../row-key.ts';
import { type Running, runningOf, type Turn } from './turn.ts';

type Court = Running & { readonly order: Extract<Order, { readonly verb: 'court' }> };
type Harden = Running & { readonly order: Extract<Order, { readonly verb: 'harden' }> };

/** Step 5: courts share one pool in each portfolio; hardening takes from the barred first. Doors have turned by then. */
export const runCourts = (turn: Turn, before: Board): void => {
  const courts = runningOf(turn, 'court');
  const hardens = runningOf(turn, 'harden');
  if (courts.length === 0 && hardens.length === 0) return;
  const byHost = new Map<string, AtHost>();
  for (const one of courts) atHost(byHost, one.order.host).courts.push(one);
  for (const one of hardens) atHost(byHost, one.power).hardens.push(one);
  for (const host of indexOf(turn.log.scenario).hosts) {
    const all = byHost.get(host);
    if (all === undefined) continue;
    for (const area of AREAS) {
      const here = courtsAt(all.courts, area);
      const harden = all.hardens.find(({ order }) => order.area === area);
      if (here.length > 0 || harden !== undefined) runRow({ turn, before, host, area }, here, harden);
    }
  }
};

const NO_COURTS: readonly Court[] = [];

const courtsAt = (courts: readonly Court[], area: Area): readonly Court[] => {
  let here: Court[] | null = null;
  for (const one of courts) {
    if (one.order.area !== area) continue;
    here ??= [];
    here.push(one);
  }
  return here ?? NO_COURTS;
};

type AtHost = { readonly courts: Court[]; readonly hardens: Harden[] };

const atHost = (byHost: Map<string, AtHost>, host: string): AtHost => {
  let all = byHost.get(host);
  if (all === undefined) {
    all = { courts: [], hardens: [] };
    byHost.set(host, all);
  }
  return all;
};

export type CourtForce = {
  readonly wished: number;
  readonly welcome: boolean;
  readonly barred: boolean;
  readonly tired: boolean;
  /** A standing measure lets the share grow no further. */ readonly capped: boolean;
};

/** Points wished, in hundredths: base × door × fade × fatigue × measures. (VB1) */
export const courtForce = (
  log: Pick<Log, 'scenario'>,
  board: Board,
  power: PowerId,
  order: Court['order'],
): CourtForce => {
  const { court: m, squeeze } = log.scenario.magnitudes;
  const doors = board.doors[order.host];
  const welcome = doors !== undefined && isWelcome(doors, order.area, power);
  const barred = doors !== undefined && isBarred(doors, order.area, power);
  const share = board.portfolios[order.host]?.[order.area][power] ?? 0;
  const tired = isTired(board.remembered, power, order);
  const fade = Math.max(m.fadeFloorPercent, 100 - Math.floor((100 * share) / m.fadeAt));
  const door = welcome ? m.welcomePercent : barred ? m.barredPercent : 100;
  const percents = [door, fade, tired ? squeeze.tiredPercent : 100];
  let room = 100;
  for (const { id, against, courtPercent, courtCap } of indexOf(log.scenario).courtMeasures.get(power) ?? []) {
    if (!against.includes(order.host) || board.measures[id] !== 'stands') continue;
    percents.push(courtPercent ?? 100);
    if (courtCap?.area === order.area) room = Math.min(room, Math.max(0, courtCap.share - share));
  }
  const full = percentsOf(m.points * 100, percents);
  const capped = full > 100 * room;
  return { wished: capped ? 100 * room : full, welcome, barred, tired, capped };
};

/** Whole points that hardening an area adds at home. (VB4) */
export const hardenPoints = (log: Pick<Log, 'scenario'>, board: Board, power: PowerId, area: Area): number => {
  const { harden: m } = log.scenario.magnitudes;
  const own = board.portfolios[power]?.[area][OWN] ?? 0;
  if (own >= m.fadeTo) return 0;
  const fade = own <= m.fadeFrom ? 100 : Math.floor((100 * (m.fadeTo - own)) / (m.fadeTo - m.fadeFrom));
  return Math.min(100 - own, percentOf(m.points, fade));
};

/** One portfolio row, and the board as the step began. */
type Place = { readonly turn: Turn; readonly before: Board; readonly host: string; readonly area: Area };
type Row = { readonly [supplier: string]: number };
/** What is written to a row at the end of the step, and because of what. */
type Change = { readonly row: Row; readonly deltas: Map<string, number>; readonly ids: EventId[] };

const add = ({ deltas }: Change, supplier: string, by: number): void =>
  void deltas.set(supplier, (deltas.get(supplier) ?? 0) + by);

const runRow = (place: Place, courts: readonly Court[], harden: Harden | undefined): void => {
  const { before, host, area } = place;
  const change: Change = { row: before.portfolios[host]?.[area] ?? {}, deltas: new Map(), ids: [] };
  if (harden !== undefined) runHarden(place, harden, change);
  if (courts.length > 0) runPool(place, courts, change);
  moveShares(place.turn.log, host, area, change.deltas, { kind: 'events', ids: change.ids });
};

const runHarden = ({ turn, before, area }: Place, one: Harden, change: Change): void => {
  const { log } = turn;
  const { row } = change;
  const points = hardenPoints(log, before, one.power, area);
  const bar = before.doors[one.power]?.bar;
  const barred = bar?.area === area ? bar.supplier : null;
  const first = barred === null ? 0 : Math.min(points, row[barred] ?? 0);
  if (barred !== null) add(change, barred, -first);
  const { actors } = indexOf(log.scenario);
  const held = actors.map((actor) => (actor === one.power || actor === barred ? 0 : (row[actor] ?? 0)));
  const rest = allocate(points - first, held, held);
  let gained = first;
  for (let i = 0; i < actors.length; i += 1) {
    const part = rest[i] ?? 0;
    if (part > 0) add(change, actors[i] ?? '', -part);
    gained += part;
  }
  add(change, OWN, gained);
  one.shownBy = log.add(
    { kind: 'hardened', power: one.power, area, points: gained },
    { kind: 'order', power: one.power, order: one.order },
  );
  change.ids.push(one.shownBy);
  const { harden: m } = log.scenario.magnitudes;
  if (area === 'politics' && (before.tracks[one.power]?.stability ?? 100) < m.politicsBelow) {
    moveTrack(log, one.power, 'stability', m.politicsStability, { kind: 'events', ids: [one.shownBy] });
  }
};

const runPool = (place: Place, courts: readonly Court[], change: Change): void => {
  const { before } = place;
  const { log } = place.turn;
  const { court: m } = log.scenario.magnitudes;
  const forces = courts.map((one) => courtForce(log, before, one.power, one.order));
  const wishes = forces.map((force) => percentOf(force.wished, 1));
  const pooled = sum(wishes) > m.pool ? allocate(m.pool, wishes, wishes) : wishes;
  const { suppliers } = log.scenario;
  const { weights, caps } = sourcesOf(place, courts, pooled, forces, change);
  const wanted = sum(pooled);
  const parts = allocate(wanted, weights, caps);
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? 0;
    if (part > 0) add(change, suppliers[i] ?? '', -part);
  }
  const found = sum(parts);
  const gains = found < wanted ? allocate(found, pooled, pooled) : pooled;
  for (let i = 0; i < courts.length; i += 1) {
    const points = gains[i] ?? 0;
    const short = points >= (wishes[i] ?? 0) ? null : (pooled[i] ?? 0) < (wishes[i] ?? 0) ? 'pool' : 'sources';
    gain(place, courts[i] as Court, points, forces[i] as CourtForce, short, change);
  }
};

const gain = (
  { turn: { log }, host, area }: Place,
  one: Court,
  points: number,
  force: CourtForce,
  short: 'pool' | 'sources' | null,
  change: Change,
): void => {
  const { power, order } = one;
  const { wished, welcome, barred, tired, capped } = force;
  add(change, power, points);
  one.shownBy = log.add(
    { kind: 'courted', by: power, host, area, points, wished, welcome, barred, tired, capped, short },
    { kind: 'order', power, order },
  );
  change.ids.push(one.shownBy);
};

const sum = (numbers: readonly number[]): number => {
  let all = 0;
  for (let i = 0; i < numbers.length; i += 1) all += numbers[i] ?? 0;
  return all;
};

type Sources = { readonly weights: readonly number[]; readonly caps: readonly number[] };

/** Who gives the points: other suppliers in proportion and within the limit, and `own` to those it welcomes. (VB2) */
const sourcesOf = (
  { turn, before, host, area }: Place,
  courts: readonly Court[],
  gains: readonly number[],
  forces: readonly CourtForce[],
  { row, deltas }: Change,
): Sources => {
  const { scenario } = turn.log;
  const { fromOneSupplier } = scenario.magnitudes.court;
  const bar = before.doors[host]?.bar;
  const free = bar?.area === area ? bar.supplier : null;
  const all = sum(gains);
  let welcomed = 0;
  for (let i = 0; i < gains.length; i += 1) if (forces[i]?.welcome) welcomed += gains[i] ?? 0;
  const weights: number[] = [];
  const caps: number[] = [];
  for (const supplier of scenario.suppliers) {
    const held = supplier === host ? 0 : (row[supplier] ?? 0);
    const left = supplier === OWN ? held : held + (deltas.get(supplier) ?? 0);
    let others = supplier === OWN ? welcomed : all;
    for (let i = 0; i < courts.length; i += 1) if (courts[i]?.power === supplier) others -= gains[i] ?? 0;
    weights.push(Math.max(0, left) * others);
    caps.push(supplier === OWN || supplier === free ? left : Math.min(left, fromOneSupplier));
  }
  return { weights, caps };
};
