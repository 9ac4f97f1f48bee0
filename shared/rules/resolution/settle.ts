import { luckFor } from '../../kernel/luck.ts';
import type { FrontId, PowerId } from '../../model/ids.ts';
import type { Board } from '../../model/state.ts';
import { SUPPOSED } from '../chance.ts';
import { moveTension } from '../effects.ts';
import type { Log } from '../log.ts';
import { moveTrack } from '../moves.ts';
import { rowKey } from '../row-key.ts';
import { scoresOf } from '../scores.ts';
import { powersOf, type Turn } from './turn.ts';

/**
 * Step 8: what nobody stirred moves by itself. By chance a front flares up or falls quiet by one; else it
 * cools towards what it was at the start. (TN1, TN2)
 */
export const runTension = (turn: Turn, before: Board): void => {
  const { log } = turn;
  const stirred = new Set<FrontId>(turn.stirred);
  for (const event of log.events) {
    if (event.kind === 'tensionMoved' && event.to > event.from) stirred.add(event.front);
  }
  const chance = luckOfFronts(log);
  for (const { id, tension: start } of log.scenario.fronts) {
    const by = chance();
    if (stirred.has(id)) continue;
    const now = before.fronts[id]?.tension ?? 0;
    if (by !== 0) moveTension(log, id, by, { kind: 'rule', rule: 'TN2' });
    else if (now > start)
      moveTension(log, id, -Math.min(log.scenario.magnitudes.tension.drift, now - start), {
        kind: 'rule',
        rule: 'TN1',
      });
  }
};

/** +1, −1 or 0 for one front after another; nothing where a turn is only supposed. */
const luckOfFronts = (log: Log): (() => number) => {
  const { seed, board, table } = log.state;
  if (seed === SUPPOSED) return () => 0;
  const { riseByChance, fallByChance } = log.scenario.magnitudes.tension;
  const luck = luckFor(seed, board.turn, table.draw, 'tension');
  return () => {
    const roll = luck.integer(1, 100);
    return roll <= riseByChance ? 1 : roll > 100 - fallByChance ? -1 : 0;
  };
};

/** Step 9: governments recover, settle, and suffer from an empty treasury; a word slowly regains worth. (GV1–GV3, CR1) */
export const runStability = (turn: Turn, before: Board): void => {
  const { log } = turn;
  const { stability, credibility } = log.scenario.magnitudes;
  for (const power of powersOf(log)) {
    const tracks = before.tracks[power];
    if (tracks === undefined) continue;
    if (tracks.stability < stability.riseBelow) {
      const by = Math.min(stability.rise, stability.riseBelow - tracks.stability);
      moveTrack(log, power, 'stability', by, { kind: 'rule', rule: 'GV1' });
    } else if (tracks.stability > stability.fallAbove)
      moveTrack(log, power, 'stability', -stability.fall, { kind: 'rule', rule: 'GV2' });
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
  const remembered: Record<PowerId, string[]> = {};
  for (const power of powersOf(log)) remembered[power] = [];
  for (const { power, order } of turn.running)
    if (order.verb === 'court' || order.verb === 'squeeze') remembered[power]?.push(rowKey(order));
  for (const power of powersOf(log)) {
    const keys = remembered[power];
    if (keys !== undefined && keys.length > 1) keys.sort();
  }
  log.add({ kind: 'turnClosed', remembered }, { kind: 'rule', rule: 'OB1' });
  log.add({ kind: 'scored', scores: scoresOf(log.scenario, log.state.board) }, { kind: 'rule', rule: 'OB1' });
};
