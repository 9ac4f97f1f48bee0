import { diversityOf } from '../../catalogue/reckoning.ts';
import { indexOf } from '../../catalogue/scenario-index.ts';
import { allocate, percentOf } from '../../kernel/shares.ts';
import type { Area } from '../../model/area.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import { OWN } from '../../model/ids.ts';
import type { Order } from '../../model/order.ts';
import type { Waste } from '../../model/state.ts';
import { concludeConcession } from '../conclude.ts';
import { grants } from '../demands.ts';
import type { Log } from '../log.ts';
import { moveShares, moveTrack } from '../moves.ts';
import { isTired } from '../row-key.ts';
import { type Running, runningOf, setOf, type Turn } from './turn.ts';

type Squeeze = Extract<Order, { readonly verb: 'squeeze' }>;

/** Step 4: leverage used is leverage spent. Waste queued last turn goes first. */
export const runSqueezes = (turn: Turn): void => {
  const lost: Waste[] = [];
  for (const one of runningOf(turn, 'squeeze')) lost.push(...squeeze(turn, one));
  spill(turn, lost);
};

export type SqueezeForce = {
  readonly share: number;
  readonly gap: boolean;
  readonly tired: boolean;
  readonly stability: number;
  readonly treasury: number;
};

/** What an unmet squeeze would do to its host, before anything is granted. */
export const forceOf = (turn: Pick<Turn, 'log' | 'start'>, power: PowerId, order: Squeeze): SqueezeForce => {
  const { squeeze: m } = turn.log.scenario.magnitudes;
  const share = turn.start.portfolios[order.host]?.[order.area][power] ?? 0;
  const gap = turn.start.gaps.some(
    (one) => one.host === order.host && one.area === order.area && one.until >= turn.start.turn,
  );
  const tired = isTired(turn.start.remembered, power, order);
  const percents = [share, gap ? m.gapPercent : 100, tired ? m.tiredPercent : 100];
  return {
    share,
    gap,
    tired,
    stability: percentOf(m.stability, ...percents),
    treasury: percentOf(m.treasury, ...percents),
  };
};

const squeeze = (turn: Turn, one: Running & { readonly order: Squeeze }): Waste[] => {
  const { log } = turn;
  const { power, order } = one;
  const { squeeze: m } = log.scenario.magnitudes;
  const force = forceOf(turn, power, order);
  const met = setOf(turn, order.host).concessions.some((concession) => grants(concession, order.demand, power));
  const cut = met ? m.metPercent : 100;
  const stability = percentOf(force.stability, cut) + (met ? m.givingIn : 0);
  const treasury = percentOf(force.treasury, cut);
  const { gap, tired } = force;
  one.shownBy = log.add(
    {
      kind: 'squeezed',
      by: power,
      host: order.host,
      area: order.area,
      demand: order.demand,
      met,
      stability: -stability,
      treasury: -treasury,
      gap,
      tired,
    },
    { kind: 'order', power, order },
  );
  const because = { kind: 'events', ids: [one.shownBy] } as const;
  moveTrack(log, order.host, 'stability', -stability, because);
  moveTrack(log, order.host, 'treasury', -treasury, because);
  if (order.grievance !== true) moveTrack(log, power, 'credibility', -m.credibility, because);
  if (met) concludeConcession(log, turn.start, power, order, one.shownBy);
  else moveTrack(log, power, 'treasury', -ownLoss(turn, power, order, force.share), because);
  return wasteOf(turn, power, order, met, force, one.shownBy);
};

/** The squeezer loses by what it gets from the host, and by sales that it stops. */
const ownLoss = (turn: Turn, power: PowerId, order: Squeeze, share: number): number => {
  const reverse = turn.start.portfolios[power]?.[order.area][order.host] ?? 0;
  const sales = order.area === 'trade' || order.area === 'energy' ? Math.floor(share / 25) : 0;
  return percentOf(turn.log.scenario.magnitudes.squeeze.ownTreasury, reverse) + sales;
};

/** Part of the share goes to the host's own and to rivals, half now and half next turn; more if the host is diverse. (VB7) */
const wasteOf = (
  turn: Turn,
  power: PowerId,
  order: Squeeze,
  met: boolean,
  force: SqueezeForce,
  because: EventId,
): Waste[] => {
  const { squeeze: m } = turn.log.scenario.magnitudes;
  const row = turn.start.portfolios[order.host]?.[order.area] ?? {};
  const full = percentOf(
    force.share,
    m.wastePercent,
    m.wasteBase + diversityOf(row),
    met ? 50 : 100,
    force.tired ? m.tiredPercent : 100,
  );
  const later = Math.floor(full / 2);
  const base = { host: order.host, area: order.area, supplier: power, because };
  if (later > 0)
    turn.log.add({ kind: 'wasteQueued', waste: { ...base, points: later } }, { kind: 'rule', rule: 'VB7' }, [power]);
  return full - later > 0 ? [{ ...base, points: full - later }] : [];
};

const spill = (turn: Turn, fresh: readonly Waste[]): void => {
  const { log, start } = turn;
  const rows = new Map<string, { host: string; area: Area; list: Waste[] }>();
  for (const waste of [...start.waste, ...fresh]) {
    const key = `${waste.host}/${waste.area}`;
    const row = rows.get(key) ?? { host: waste.host, area: waste.area, list: [] };
    row.list.push(waste);
    rows.set(key, row);
  }
  for (const { host, area, list } of rows.values()) spillRow(log, host, area, list, start.waste);
};

const spillRow = (log: Log, host: string, area: Area, list: readonly Waste[], due: readonly Waste[]): void => {
  const row = log.state.board.portfolios[host]?.[area];
  if (row === undefined) return;
  const deltas = new Map<string, number>();
  const add = (supplier: string, points: number): void =>
    void deltas.set(supplier, (deltas.get(supplier) ?? 0) + points);
  const ids: EventId[] = [];
  const spent = new Map<string, number>();
  for (const waste of list) {
    const before = spent.get(waste.supplier) ?? 0;
    const points = Math.min(waste.points, (row[waste.supplier] ?? 0) - before);
    spent.set(waste.supplier, before + points);
    if (due.includes(waste))
      ids.push(
        log.add(
          { kind: 'wasted', host, area, supplier: waste.supplier, points },
          { kind: 'events', ids: [waste.because] },
        ),
      );
    else ids.push(waste.because);
    const rivals = indexOf(log.scenario).actors.filter((actor) => actor !== waste.supplier && actor !== host);
    const toRivals = allocate(
      Math.floor(points / 2),
      rivals.map((actor) => row[actor] ?? 0),
      rivals.map(() => 100),
    );
    for (const [i, rival] of rivals.entries()) add(rival, toRivals[i] ?? 0);
    add(OWN, points - toRivals.reduce((a, b) => a + b, 0));
    add(waste.supplier, -points);
  }
  moveShares(log, host, area, deltas, { kind: 'events', ids });
};
