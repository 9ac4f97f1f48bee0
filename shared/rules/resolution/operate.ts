import { indexOf } from '../../catalogue/scenario-index.ts';
import type { FrontDefinition } from '../../model/asset.ts';
import type { Cause } from '../../model/cause.ts';
import type { FailReason } from '../../model/fail-reason.ts';
import type { ActorId, PowerId } from '../../model/ids.ts';
import type { OrderOf } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { happens } from '../chance.ts';
import { applyEffects, takePrize } from '../effects.ts';
import type { Log } from '../log.ts';
import { otherSide } from '../verbs/force.ts';
import { type Balance, coverOf, isInCrisis, oddsOf, openFlanks } from '../verbs/odds.ts';
import type { Stands } from './stands.ts';
import { type Tally, tallyTension, tallyTrack } from './tally.ts';
import { monitorsOf, type Running, runningOf, type Turn } from './turn.ts';

/** An operation that is carried out: whether it succeeds is still open. */
export type Attack = {
  readonly one: Running & { readonly order: OrderOf<'operate'> };
  readonly front: FrontDefinition;
};

/** Operations that can still be carried out as the step begins; the others come to nothing and cost no more. (FO10) */
export const attacksOf = (turn: Turn, before: Board): readonly Attack[] => {
  const attacks: Attack[] = [];
  for (const one of runningOf(turn, 'operate')) {
    const { power, order } = one;
    const { host, prize } = order;
    const front = indexOf(turn.log.scenario).fronts.get(order.front);
    const why = hindrance(turn.log.scenario, before, power, order);
    if (front !== undefined && why === null) attacks.push({ one, front });
    else
      one.shownBy = turn.log.add(
        { kind: 'operated', by: power, host, front: order.front, prize, odds: 0, success: false, why },
        { kind: 'order', power, order },
      );
  }
  return attacks;
};

const hindrance = (
  scenario: Scenario,
  before: Board,
  power: PowerId,
  { front, host, prize }: OrderOf<'operate'>,
): FailReason | null => {
  if ((before.fronts[front]?.tension ?? 0) < scenario.magnitudes.force.operateTension) return 'tooCalm';
  if (before.prizes[prize] !== host) return 'notHeld';
  return (before.tracks[power]?.readiness ?? 0) >= 1 ? null : 'noReadiness';
};

/** What the odds are made of, as the step began; gaps that the turn began with have closed by then, and count. (FO1) */
const balanceOf = (turn: Turn, before: Board, attack: Attack, stands: Stands): Balance => {
  const { one: operation, front } = attack;
  const { power, order } = operation;
  const { host } = order;
  const word = (by: PowerId): number => before.tracks[by]?.credibility ?? 0;
  return {
    attack: stands.left(power),
    defence: stands.left(host),
    cover: coverOf(before.portfolios[host]?.security, power),
    deterrents: stands.list
      .filter((one) => one.host === host && one.by !== power)
      .map(({ by, readiness }) => ({ readiness, credibility: word(by) })),
    guarantors: stands.guarantors(host, power).map(word),
    gaps: openFlanks(turn.start, host),
    crisis: isInCrisis(turn.log.scenario, before.tracks[host]?.stability ?? 0),
    watched: monitorsOf(turn, front.id).length > 0,
  };
};

export const carryOut = (turn: Turn, before: Board, attacks: readonly Attack[], stands: Stands, tally: Tally): void => {
  for (const attack of attacks) operate(turn, attack, balanceOf(turn, before, attack, stands), tally);
};

const operate = (turn: Turn, attack: Attack, balance: Balance, tally: Tally): void => {
  const { log } = turn;
  const { one, front } = attack;
  const { power, order } = one;
  const { host, prize } = order;
  const odds = oddsOf(log.scenario.magnitudes, balance);
  const success = happens(log, odds, 'operate', front.id, power);
  const why: FailReason | null = success ? null : 'odds';
  one.shownBy = log.add(
    { kind: 'operated', by: power, host, front: front.id, prize, odds, success, why },
    { kind: 'order', power, order },
  );
  const because: Cause = { kind: 'events', ids: [one.shownBy] };
  if (success) takePrize(log, prize, power, because);
  closeRoutes(log, front, because);
  count(log, attack, balance.watched, success, tally);
};

/** What it costs both sides, those next door and the fronts around, whoever wins. (FO2, FO4, FO11) */
const count = (log: Log, { one, front }: Attack, watched: boolean, won: boolean, tally: Tally): void => {
  const { force, monitor } = log.scenario.magnitudes;
  const { power, shownBy } = one;
  const { host } = one.order;
  const own = (track: 'credibility' | 'stability' | 'readiness' | 'treasury', by: number): void =>
    tallyTrack(tally, power, track, -by, shownBy);
  own('credibility', force.credibility + (watched ? monitor.credibility : 0));
  own('stability', force.ownStability + (won ? 0 : force.failStability));
  own('readiness', force.readinessLost);
  own('treasury', force.treasury);
  tallyTrack(tally, host, 'stability', -force.hostStability - (won ? force.lossStability : 0), shownBy);
  tallyTrack(tally, host, 'readiness', -force.hostReadinessLost, shownBy);
  for (const neighbour of neighboursOf(log.scenario, power, host))
    tallyTrack(tally, neighbour, 'treasury', -force.neighbourTreasury, shownBy);
  for (const other of log.scenario.fronts) {
    const near = otherSide(other, power) !== null || otherSide(other, host) !== null;
    if (other.id === front.id) tallyTension(tally, front.id, force.tension, shownBy);
    else if (near) tallyTension(tally, other.id, force.spill, shownBy);
  }
};

/** The other side, and every power with a gate on a route on which one of the two has a gate. */
const neighboursOf = (scenario: Scenario, power: PowerId, host: PowerId): ReadonlySet<PowerId> => {
  const { isPower } = indexOf(scenario);
  const found = new Set([host]);
  for (const { gates } of scenario.routes) {
    if (!gates.some(({ owner }) => owner === power || owner === host)) continue;
    for (const { owner } of gates) if (owner !== power && isPower.has(owner)) found.add(owner);
  }
  return found;
};

/** Open gates of both sides on the front's routes are held closed for some turns to come. (FO3) */
const closeRoutes = (log: Log, front: FrontDefinition, cause: Cause): void => {
  const turns = log.scenario.magnitudes.force.closedTurns + 1;
  const until = log.state.board.turn + turns - 1;
  const parties: readonly ActorId[] = front.parties;
  for (const id of front.routes) {
    for (const { id: gate, owner } of indexOf(log.scenario).routes.get(id)?.gates ?? []) {
      const now = log.state.board.gates[gate];
      if (now === undefined || now.status === 'closed' || !parties.includes(owner)) continue;
      if (now.held !== null && now.held.until >= until) continue;
      applyEffects(log, [{ kind: 'gateStatus', gate, status: 'closed', turns }], cause, front.id);
    }
  }
};
