import { luckFor } from '../../kernel/luck.ts';
import type { Agreement } from '../../model/agreement.ts';
import type { Cause } from '../../model/cause.ts';
import type { PowerId } from '../../model/ids.ts';
import type { ElectionDefinition } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { expose } from '../agreements.ts';
import { happens } from '../chance.ts';
import { shiftShare } from '../effects.ts';
import type { Log } from '../log.ts';
import { moveTrack } from '../moves.ts';
import { powersOf, type Turn } from './turn.ts';

/** Step 9: governments without any stability left fall; then those vote whose day it is. (GV4–GV6) */
export const runGovernments = (turn: Turn, before: Board): void => {
  const { log } = turn;
  for (const power of powersOf(log)) {
    if (before.tracks[power]?.stability === 0)
      fallOfGovernment(log, power, 'collapse', null, { kind: 'rule', rule: 'GV4' });
  }
  for (const election of log.scenario.elections) if (election.turn === turn.start.turn) hold(turn, before, election);
};

/**
 * A government falls: the player and the public objectives stay, the agenda is drawn anew, stability
 * returns to what the next one begins with, a coup's sponsor takes its shares, and what was agreed in
 * secret may be published. The score of the fall is counted by `scores.ts`. (GV4, GV5)
 */
export const fallOfGovernment = (
  log: Log,
  power: PowerId,
  by: 'collapse' | 'coup',
  couper: PowerId | null,
  cause: Cause,
): void => {
  const { government, covert } = log.scenario.magnitudes;
  const to = by === 'coup' ? government.coupTo : government.returnsTo;
  const fell = log.add({ kind: 'governmentFell', power, by, to }, cause);
  const because: Cause = { kind: 'events', ids: [fell] };
  moveTrack(log, power, 'stability', to - (log.state.board.tracks[power]?.stability ?? to), because);
  drawAgenda(log, power, because);
  if (couper !== null) {
    for (const { area, points } of covert.coup.gains)
      shiftShare(log, { kind: 'share', host: power, area, supplier: couper, by: points }, because);
  }
  publishPapers(log, power, because);
};

/** Another agenda than the one before, told to nobody else. */
const drawAgenda = (log: Log, power: PowerId, cause: Cause): void => {
  const { agendas, falls, turn } = log.state.board;
  const others = (log.scenario.agendas[power] ?? []).filter((one) => one.id !== agendas[power]);
  if (others.length === 0) return;
  const luck = luckFor(log.state.seed, turn, log.state.table.draw, 'agenda', power, falls[power] ?? 0);
  log.add({ kind: 'agendaDrawn', power, agenda: luck.pick(others).id }, cause, [power]);
};

/** Each secret agreement of the fallen government has its own chance, whenever it was signed. */
const publishPapers = (log: Log, power: PowerId, cause: Cause): void => {
  const papers: Agreement[] = [];
  for (const agreement of Object.values(log.state.board.agreements)) {
    if (agreement.visibility === 'secret' && agreement.parties.includes(power)) papers.push(agreement);
  }
  papers.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const paper of papers) {
    if (happens(log, log.scenario.magnitudes.government.publishPercent, 'archive', power, paper.id))
      expose(log, paper, cause);
  }
};

/** The soft version: by stability a government is returned, weakened or replaced, and nobody loses score by it. (GV6) */
const hold = ({ log, start }: Turn, before: Board, { power }: ElectionDefinition): void => {
  const { electionStrong, electionWeak, electionBonus, electionMalus, returnsTo } = log.scenario.magnitudes.government;
  const cause: Cause = { kind: 'rule', rule: 'GV6' };
  const stability = before.tracks[power]?.stability ?? 0;
  const hasFallen = (log.state.board.falls[power] ?? 0) > (start.falls[power] ?? 0);
  const outcome =
    hasFallen || stability < electionWeak ? 'replaced' : stability < electionStrong ? 'weakened' : 'returned';
  const id = log.add({ kind: 'electionHeld', power, outcome }, cause);
  const because: Cause = { kind: 'events', ids: [id] };
  // Who came by a fall this turn is only confirmed.
  if (hasFallen) return;
  if (outcome === 'returned') moveTrack(log, power, 'stability', electionBonus, because);
  else if (outcome === 'weakened') moveTrack(log, power, 'stability', -electionMalus, because);
  else {
    moveTrack(log, power, 'stability', Math.max(0, returnsTo - stability), because);
    drawAgenda(log, power, because);
  }
};
