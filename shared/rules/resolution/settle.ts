import { orderKey } from '../../model/order.ts';
import { moveTension } from '../effects.ts';
import { moveTrack } from '../moves.ts';
import { scoresOf } from '../scores.ts';
import { powersOf, type Turn } from './turn.ts';

/** Step 8: a front that nobody stirred cools towards what it was. (TN1) */
export const runTension = (turn: Turn): void => {
  const { log } = turn;
  for (const front of log.scenario.fronts) {
    const now = log.state.board.fronts[front.id]?.tension ?? 0;
    const stirred = log.events.some(
      (event) => event.kind === 'tensionMoved' && event.front === front.id && event.to > event.from,
    );
    if (!stirred && now > front.tension)
      moveTension(log, front.id, -log.scenario.magnitudes.tension.drift, { kind: 'rule', rule: 'TN1' });
  }
};

/** Step 9: governments recover, settle, and suffer from an empty treasury; a word slowly regains worth. (GV1–GV3, CR1) */
export const runStability = (turn: Turn): void => {
  const { log } = turn;
  const { stability, credibility } = log.scenario.magnitudes;
  const now = log.state.board.tracks;
  for (const power of powersOf(log)) {
    const tracks = now[power];
    if (tracks === undefined) continue;
    if (tracks.stability < stability.riseBelow) {
      moveTrack(log, power, 'stability', Math.min(stability.rise, stability.riseBelow - tracks.stability), {
        kind: 'rule',
        rule: 'GV1',
      });
    } else if (tracks.stability > stability.fallAbove) {
      moveTrack(log, power, 'stability', -stability.fall, { kind: 'rule', rule: 'GV2' });
    }
    if (tracks.treasury === 0)
      moveTrack(log, power, 'stability', -stability.emptyTreasury, { kind: 'rule', rule: 'GV3' });
    if (tracks.credibility < credibility.riseBelow)
      moveTrack(log, power, 'credibility', credibility.rise, { kind: 'rule', rule: 'CR1' });
  }
};

/** Step 12, and what the next turn must remember. */
export const runScores = (turn: Turn): void => {
  const { log } = turn;
  for (const grievance of log.state.board.grievances) {
    if (grievance.until > turn.start.turn) continue;
    const audience = grievance.open ? 'public' : [grievance.holder, grievance.against];
    log.add(
      { kind: 'grievanceEnded', holder: grievance.holder, against: grievance.against, spent: false },
      { kind: 'rule', rule: 'VB9' },
      audience,
    );
  }
  const remembered: Record<string, readonly string[]> = {};
  for (const power of powersOf(log)) {
    const keys = turn.running
      .filter((one) => one.power === power && (one.order.verb === 'court' || one.order.verb === 'squeeze'))
      .map((one) => orderKey(one.order));
    remembered[power] = keys.sort();
  }
  log.add({ kind: 'turnClosed', remembered }, { kind: 'rule', rule: 'OB1' });
  log.add({ kind: 'scored', scores: scoresOf(log.scenario, log.state.board) }, { kind: 'rule', rule: 'OB1' });
};
