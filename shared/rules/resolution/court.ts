import { indexOf } from '../../catalogue/scenario-index.ts';
import { allocate, percentOf } from '../../kernel/shares.ts';
import { AREAS, type Area } from '../../model/area.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import { OWN } from '../../model/ids.ts';
import { type Order, orderKey } from '../../model/order.ts';
import { isBarred, isWelcome } from '../../model/portfolio.ts';
import type { Board } from '../../model/state.ts';
import type { Log } from '../log.ts';
import { moveShares, moveTrack } from '../moves.ts';
import { type Running, runningOf, type Turn } from './turn.ts';

type Court = Running & { readonly order: Extract<Order, { readonly verb: 'court' }> };
type Harden = Running & { readonly order: Extract<Order, { readonly verb: 'harden' }> };

/** Step 5: courts share one pool in each portfolio; hardening takes from the barred first. Doors have turned by then. */
export const runCourts = (turn: Turn, before: Board): void => {
  const courts = runningOf(turn, 'court');
  const hardens = runningOf(turn, 'harden');
  if (courts.length === 0 && hardens.length === 0) return;
  for (const host of indexOf(turn.log.scenario).hosts) {
    const ofHost = courts.filter((one) => one.order.host === host);
    const own = hardens.filter((one) => one.power === host);
    if (ofHost.length === 0 && own.length === 0) continue;
    for (const area of AREAS) {
      const here = ofHost.filter((one) => one.order.area === area);
      const harden = own.find((one) => one.order.area === area);
      if (here.length > 0 || harden !== undefined) runRow({ turn, before, host, area }, here, harden);
    }
  }
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
  const tired = board.remembered[power]?.includes(orderKey(order)) ?? false;
  const fade = Math.max(m.fadeFloorPercent, 100 - Math.floor((100 * share) / m.fadeAt));
  const door = welcome ? m.welcomePercent : barred ? m.barredPercent : 100;
  const percents = [door, fade, tired ? squeeze.tiredPercent : 100];
  let room = 100;
  for (const { id, against, courtPercent, courtCap } of indexOf(log.scenario).courtMeasures.get(power) ?? []) {
    if (!against.includes(order.host) || board.measures[id] !== 'stands') continue;
    percents.push(courtPercent ?? 100);
    if (courtCap?.area === order.area) room = Math.min(room, Math.max(0, courtCap.share - share));
  }
  const full = percentOf(m.points * 100, ...percents);
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

const runRow = (place: Place, courts: readonly Court[], harden: Harden | undefined): void => {
  const { before, host, area } = place;
  const { log } = place.turn;
  const deltas = new Map<string, number>();
  const add = (supplier: string, by: number): void => void deltas.set(supplier, (deltas.get(supplier) ?? 0) + by);
  const ids: EventId[] = [];
  const row = before.portfolios[host]?.[area] ?? {};
  if (harden !== undefined) ids.push(runHarden(place, harden, row, add));
  if (courts.length > 0) ids.push(...runPool(place, courts, row, deltas, add));
  moveShares(log, host, area, deltas, { kind: 'events', ids });
};

type Add = (supplier: string, by: number) => void;
type Row = { readonly [supplier: string]: number };

const runHarden = ({ turn, before, area }: Place, one: Harden, row: Row, add: Add): EventId => {
  const { log } = turn;
  const points = hardenPoints(log, before, one.power, area);
  const bar = before.doors[one.power]?.bar;
  const barred = bar?.area === area ? bar.supplier : null;
  const first = barred === null ? 0 : Math.min(points, row[barred] ?? 0);
  if (barred !== null) add(barred, -first);
  const { actors } = indexOf(log.scenario);
  const held = actors.map((actor) => (actor === one.power || actor === barred ? 0 : (row[actor] ?? 0)));
  const rest = allocate(points - first, held, held);
  let gained = first;
  for (let i = 0; i < actors.length; i += 1) {
    const part = rest[i] ?? 0;
    if (part > 0) add(actors[i] ?? '', -part);
    gained += part;
  }
  add(OWN, gained);
  one.shownBy = log.add(
    { kind: 'hardened', power: one.power, area, points: gained },
    { kind: 'order', power: one.power, order: one.order },
  );
  const { harden: m } = log.scenario.magnitudes;
  if (area === 'politics' && (before.tracks[one.power]?.stability ?? 100) < m.politicsBelow) {
    moveTrack(log, one.power, 'stability', m.politicsStability, { kind: 'events', ids: [one.shownBy] });
  }
  return one.shownBy;
};

const runPool = (
  place: Place,
  courts: readonly Court[],
  row: Row,
  taken: ReadonlyMap<string, number>,
  add: Add,
): EventId[] => {
  const { before, host, area } = place;
  const { log } = place.turn;
  const { court: m } = log.scenario.magnitudes;
  const forces = courts.map((one) => courtForce(log, before, one.power, one.order));
  const wishes = forces.map((force) => percentOf(force.wished, 1));
  const total = wishes.reduce((a, b) => a + b, 0);
  const pooled = total > m.pool ? allocate(m.pool, wishes, wishes) : wishes;
  const { suppliers } = log.scenario;
  const { weights, caps } = sourcesOf(place, courts, pooled, forces, row, taken);
  const parts = allocate(sum(pooled), weights, caps);
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] ?? 0;
    if (part > 0) add(suppliers[i] ?? '', -part);
  }
  const gains = sum(parts) < sum(pooled) ? allocate(sum(parts), pooled, pooled) : pooled;
  return courts.map((one, i) => {
    const points = gains[i] ?? 0;
    add(one.power, points);
    const wish = wishes[i] ?? 0;
    const short = points >= wish ? null : (pooled[i] ?? 0) < wish ? 'pool' : 'sources';
    const force = forces[i] as CourtForce;
    one.shownBy = log.add(
      { kind: 'courted', by: one.power, host, area, points, ...force, short },
      { kind: 'order', power: one.power, order: one.order },
    );
    return one.shownBy;
  });
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

type Sources = { readonly weights: readonly number[]; readonly caps: readonly number[] };

/** Who gives the points: other suppliers in proportion and within the limit, and `own` to those it welcomes. (VB2) */
const sourcesOf = (
  { turn, before, host, area }: Place,
  courts: readonly Court[],
  gains: readonly number[],
  forces: readonly CourtForce[],
  row: Row,
  taken: ReadonlyMap<string, number>,
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
    const left = supplier === OWN ? held : held + (taken.get(supplier) ?? 0);
    let others = supplier === OWN ? welcomed : all;
    for (let i = 0; i < courts.length; i += 1) if (courts[i]?.power === supplier) others -= gains[i] ?? 0;
    weights.push(Math.max(0, left) * others);
    caps.push(supplier === OWN || supplier === free ? left : Math.min(left, fromOneSupplier));
  }
  return { weights, caps };
};
