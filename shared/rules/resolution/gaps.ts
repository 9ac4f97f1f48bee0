import { indexOf } from '../../catalogue/scenario-index.ts';
import { AREAS, type Area } from '../../model/area.ts';
import type { GameEvent } from '../../model/event.ts';
import type { Board } from '../../model/state.ts';
import { gainGrievance, moveTension } from '../effects.ts';
import { moveTrack } from '../moves.ts';
import type { Turn } from './turn.ts';

/**
 * Decouple fast and you stand in the open: a supplier that fell by more than the limit in one area
 * leaves a gap there through the next turn, and a patron gets a reason. Waste of its own does not count. (VB8, VB9)
 */
export const runGaps = (turn: Turn, before: Board): void => {
  for (const gap of turn.start.gaps) {
    if (gap.until <= turn.start.turn)
      turn.log.add({ kind: 'gapClosed', host: gap.host, area: gap.area }, { kind: 'rule', rule: 'VB8' });
  }
  const { hosts, actors } = indexOf(turn.log.scenario);
  for (const host of hosts) {
    for (const area of AREAS) {
      // A row that nobody wrote to is still the same object.
      if (before.portfolios[host]?.[area] === turn.log.state.board.portfolios[host]?.[area]) continue;
      for (const supplier of actors) openGap(turn, before, host, area, supplier);
    }
  }
};

const openGap = (turn: Turn, before: Board, host: string, area: Area, supplier: string): void => {
  const { log } = turn;
  const { gap: m } = log.scenario.magnitudes;
  const held = before.portfolios[host]?.[area][supplier] ?? 0;
  const fall = held - (log.state.board.portfolios[host]?.[area][supplier] ?? 0);
  if (fall <= m.fall) return;
  const patron = held >= m.patronAt;
  const cause = { kind: 'events', ids: causesOf(log.events, host, area) } as const;
  const id = log.add({ kind: 'gapOpened', gap: { host, area, supplier, until: turn.start.turn + 1, patron } }, cause);
  const because = { kind: 'events', ids: [id] } as const;
  moveTrack(log, host, 'stability', -m.stability, because);
  if (area === 'security' || area === 'borders') {
    const front = hottestFront(turn, host);
    if (front !== null) moveTension(log, front, m.tension, because);
  }
  if (patron && indexOf(log.scenario).isPower.has(supplier) && indexOf(log.scenario).isPower.has(host))
    gainGrievance(log, supplier, host, because, true);
};

const causesOf = (events: readonly GameEvent[], host: string, area: Area): string[] =>
  events
    .filter((event) => event.kind === 'sharesMoved' && event.host === host && event.area === area)
    .map((event) => event.id);

const hottestFront = (turn: Turn, host: string): string | null => {
  let best: string | null = null;
  let worst = -1;
  for (const front of turn.log.scenario.fronts) {
    const tension = turn.start.fronts[front.id]?.tension ?? 0;
    if (front.parties.includes(host) && tension > worst) {
      best = front.id;
      worst = tension;
    }
  }
  return best;
};
