import type { FrontId, PowerId } from '../../model/ids.ts';
import { familyOf } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { otherSide } from '../verbs/force.ts';
import { attacksOf, carryOut } from './operate.ts';
import { standBeside } from './stands.ts';
import { heated, newTally, settleTally, type Tally, tallyTension, tallyTrack } from './tally.ts';
import { monitorsOf, runningOf, type Turn } from './turn.ts';

/**
 * Step 8: readiness, deterrence, probes and operations. All odds follow the board as the step began; what
 * is raised now serves the next turn.
 */
export const runForce = (turn: Turn, before: Board): void => {
  if (!turn.running.some(({ order }) => familyOf(order.verb) === 'force')) return;
  const tally = newTally();
  mobilise(turn, before, tally);
  standDown(turn, tally);
  probe(turn, tally);
  const attacks = attacksOf(turn, before);
  carryOut(turn, before, attacks, standBeside(turn, before, attacks), tally);
  turn.stirred = heated(tally);
  settleTally(turn.log, tally);
};

/** The front of a power with the highest tension; of equals the first. */
export const hottestFront = (scenario: Scenario, board: Pick<Board, 'fronts'>, power: PowerId): FrontId | null => {
  let hottest: FrontId | null = null;
  let highest = -1;
  for (const front of scenario.fronts) {
    const tension = board.fronts[front.id]?.tension ?? 0;
    if (otherSide(front, power) === null || tension <= highest) continue;
    hottest = front.id;
    highest = tension;
  }
  return hottest;
};

/** Readiness for the turns to come, and alarm where it is hottest. (FO5) */
const mobilise = (turn: Turn, before: Board, tally: Tally): void => {
  const { log } = turn;
  const { force } = log.scenario.magnitudes;
  for (const one of runningOf(turn, 'mobilise')) {
    const { power, order } = one;
    one.shownBy = log.add({ kind: 'mobilised', power }, { kind: 'order', power, order });
    tallyTrack(tally, power, 'readiness', force.mobilise, one.shownBy);
    const front = hottestFront(log.scenario, before, power);
    if (front !== null) tallyTension(tally, front, force.mobiliseTension, one.shownBy);
  }
};

/** The reverse, and it calms every front of one's own. (FO6) */
const standDown = (turn: Turn, tally: Tally): void => {
  const { log } = turn;
  const { force } = log.scenario.magnitudes;
  for (const one of runningOf(turn, 'standDown')) {
    const { power, order } = one;
    one.shownBy = log.add({ kind: 'stoodDown', power }, { kind: 'order', power, order });
    tallyTrack(tally, power, 'readiness', -force.mobilise, one.shownBy);
    for (const front of log.scenario.fronts)
      if (otherSide(front, power) !== null) tallyTension(tally, front.id, -force.standDownTension, one.shownBy);
  }
};

/** It raises tension and costs a little of one's word; more if somebody watches. (FO9) */
const probe = (turn: Turn, tally: Tally): void => {
  const { log } = turn;
  const { force, monitor } = log.scenario.magnitudes;
  for (const one of runningOf(turn, 'probe')) {
    const { power, order } = one;
    const { host, front } = order;
    one.shownBy = log.add({ kind: 'probed', by: power, host, front }, { kind: 'order', power, order });
    const seen = monitorsOf(turn, front).length > 0 ? monitor.credibility : 0;
    tallyTrack(tally, power, 'credibility', -force.probeCredibility - seen, one.shownBy);
    tallyTension(tally, front, force.probeTension, one.shownBy);
  }
};
