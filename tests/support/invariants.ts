import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../shared/kernel/canonical.ts';
import { AREAS } from '../../shared/model/area.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import { MAX_WELCOMES } from '../../shared/model/portfolio.ts';
import { TRACK_BOUNDS, TRACKS } from '../../shared/model/track.ts';

/** What must be true of every position; returns what is not, in plain words. */
export const faultsOf = (scenario: Scenario, state: MatchState): string[] => {
  const { board } = state;
  const faults: string[] = [];
  for (const host of indexOf(scenario).hosts) {
    for (const area of AREAS) {
      const row = board.portfolios[host]?.[area] ?? {};
      const points = Object.values(row);
      if (points.reduce((a, b) => a + b, 0) !== 100) faults.push(`${host} ${area} sums to ${points.reduce((a, b) => a + b, 0)}`);
      if (points.some((one) => one < 0 || !Number.isInteger(one))) faults.push(`${host} ${area} holds ${JSON.stringify(row)}`);
      if (row[host] !== undefined) faults.push(`${host} ${area} supplies itself under its own name`);
    }
    const doors = board.doors[host];
    if (doors !== undefined && doors.welcomes.length > MAX_WELCOMES) faults.push(`${host} welcomes ${doors.welcomes.length}`);
  }
  for (const power of indexOf(scenario).powers) {
    for (const track of TRACKS) {
      const [min, max] = TRACK_BOUNDS[track];
      const value = board.tracks[power]?.[track];
      if (value === undefined || value < min || value > max || !Number.isInteger(value)) faults.push(`${power} ${track} is ${value}`);
    }
  }
  if (canonical(JSON.parse(JSON.stringify(board))) !== canonical(board)) faults.push('the board does not survive JSON');
  return [...faults, ...dangling(state)];
};

/** Causes and evidence must name events that exist and came before. */
const dangling = (state: MatchState): string[] => {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const event of state.events) {
    if (seen.has(event.id)) faults.push(`two events are ${event.id}`);
    if (event.cause.kind === 'events') for (const id of event.cause.ids) if (!seen.has(id)) faults.push(`${event.id} is caused by ${id}, which is not there`);
    if (event.kind === 'clauseJudged' && event.evidence !== null && !seen.has(event.evidence)) faults.push(`${event.id} cites ${event.evidence}`);
    seen.add(event.id);
  }
  return faults;
};
