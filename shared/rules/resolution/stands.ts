import { indexOf } from '../../catalogue/scenario-index.ts';
import type { EventId, PowerId } from '../../model/ids.ts';
import type { Board } from '../../model/state.ts';
import { type Guarantee, guaranteesOf } from '../guarantees.ts';
import type { Log } from '../log.ts';
import { moveTrack } from '../moves.ts';
import type { Attack } from './operate.ts';
import { powersOf, runningOf, type Turn } from './turn.ts';

/** Readiness that one power has committed to another's defence this turn. */
type Stand = { readonly by: PowerId; readonly host: PowerId; readonly readiness: number };

export type Stands = {
  readonly list: readonly Stand[];
  /** What is left for its own use. */ readonly left: (power: PowerId) => number;
  /** Those whose promise to this host against this attacker is honoured. */
  readonly guarantors: (host: PowerId, attacker: PowerId) => readonly PowerId[];
};

type Muster = { readonly list: Stand[]; readonly left: Map<PowerId, number> };

/** Who stands beside whom: by order, and by promise when what it guards against happens. (FO7, FO8) */
export const standBeside = (turn: Turn, before: Board, attacks: readonly Attack[]): Stands => {
  const muster: Muster = { list: [], left: new Map() };
  for (const power of powersOf(turn.log)) muster.left.set(power, before.tracks[power]?.readiness ?? 0);
  deterByOrder(turn, muster);
  const promises = new Map<string, readonly Guarantee[]>();
  for (const { one } of attacks) {
    const { power, order } = one;
    const key = `${order.host}/${power}`;
    if (promises.has(key)) continue;
    const owed = guaranteesOf(Object.values(before.agreements), before.turn, order.host, power);
    promises.set(key, owed);
    for (const guarantee of owed) honour(turn, muster, order.host, guarantee);
  }
  return {
    list: muster.list,
    left: (power) => muster.left.get(power) ?? 0,
    guarantors: (host, attacker) =>
      (promises.get(`${host}/${attacker}`) ?? [])
        .map(({ by }) => by)
        .filter((by) => muster.list.some((one) => one.by === by && one.host === host && one.readiness > 0)),
  };
};

/** As much as the rule lets through, out of what is left. */
const commit = ({ log }: Turn, { list, left }: Muster, by: PowerId, host: PowerId): number => {
  const readiness = Math.min(left.get(by) ?? 0, log.scenario.magnitudes.force.deter);
  left.set(by, (left.get(by) ?? 0) - readiness);
  list.push({ by, host, readiness });
  return readiness;
};

/** In canonical order of those that are protected, however the orders were written down. */
const deterByOrder = (turn: Turn, muster: Muster): void => {
  const { log } = turn;
  const orders = runningOf(turn, 'deter');
  for (const host of powersOf(log)) {
    for (const one of orders) {
      const { power, order } = one;
      if (order.host !== host) continue;
      const readiness = commit(turn, muster, power, host);
      one.shownBy = log.add(
        { kind: 'deterred', by: power, host, readiness, guarantee: null },
        { kind: 'order', power, order },
      );
    }
  }
};

/** A promise is honoured by itself unless its giver has said otherwise, or has no force or no means left. (FO8) */
const honour = (turn: Turn, muster: Muster, host: PowerId, { by, agreement, clause }: Guarantee): void => {
  const { log } = turn;
  if (muster.list.some((one) => one.by === by && one.host === host)) return;
  if (log.state.standing[by]?.honour === false || (muster.left.get(by) ?? 0) < 1) return;
  const cost = indexOf(log.scenario).action('deter', null) ?? { capital: 0, treasury: 0 };
  const tracks = log.state.board.tracks[by];
  if (tracks === undefined || tracks.capital < cost.capital || tracks.treasury < cost.treasury) return;
  const readiness = commit(turn, muster, by, host);
  // A promise that only its parties know of is not named: that somebody stands there is seen by all.
  const guarantee = agreement.visibility === 'public' ? agreement.id : null;
  const id = log.add(
    { kind: 'deterred', by, host, readiness, guarantee },
    { kind: 'clause', agreement: agreement.id, clause: clause.id },
  );
  pay(log, by, cost, id);
};

const pay = (log: Log, power: PowerId, cost: { readonly capital: number; readonly treasury: number }, id: EventId) => {
  moveTrack(log, power, 'capital', -cost.capital, { kind: 'events', ids: [id] });
  moveTrack(log, power, 'treasury', -cost.treasury, { kind: 'events', ids: [id] });
};
