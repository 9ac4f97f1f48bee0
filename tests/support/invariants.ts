import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { canonical } from '../../shared/kernel/canonical.ts';
import { AREAS } from '../../shared/model/area.ts';
import { MAX_WELCOMES } from '../../shared/model/portfolio.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Board, MatchState } from '../../shared/model/state.ts';
import { TRACK_BOUNDS, TRACKS } from '../../shared/model/track.ts';

/** What must be true of every position; returns what is not, in plain words. */
export const faultsOf = (scenario: Scenario, state: MatchState): string[] => {
  const { board } = state;
  const hosts = indexOf(scenario).hosts.flatMap((host) => hostFaults(board, host));
  const tracks = indexOf(scenario).powers.flatMap((power) => trackFaults(board, power));
  const json =
    canonical(JSON.parse(JSON.stringify(board))) === canonical(board) ? [] : ['the board does not survive JSON'];
  return [...hosts, ...tracks, ...json, ...dangling(state)];
};

const hostFaults = (board: Board, host: string): string[] => {
  const faults: string[] = [];
  for (const area of AREAS) {
    const row = board.portfolios[host]?.[area] ?? {};
    const points = Object.values(row);
    const sum = points.reduce((a, b) => a + b, 0);
    if (sum !== 100) faults.push(`${host} ${area} sums to ${sum}`);
    if (points.some((one) => one < 0 || !Number.isInteger(one))) faults.push(`${host} ${area}: ${JSON.stringify(row)}`);
    if (row[host] !== undefined) faults.push(`${host} ${area} supplies itself under its own name`);
  }
  if ((board.doors[host]?.welcomes.length ?? 0) > MAX_WELCOMES) faults.push(`${host} welcomes too many`);
  return faults;
};

const trackFaults = (board: Board, power: string): string[] =>
  TRACKS.filter((track) => {
    const [min, max] = TRACK_BOUNDS[track];
    const value = board.tracks[power]?.[track];
    return value === undefined || value < min || value > max || !Number.isInteger(value);
  }).map((track) => `${power} ${track} is ${board.tracks[power]?.[track]}`);

/** Causes and evidence must name events that exist and came before. */
const dangling = (state: MatchState): string[] => {
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const event of state.events) {
    if (seen.has(event.id)) faults.push(`two events are ${event.id}`);
    if (event.cause.kind === 'events')
      for (const id of event.cause.ids)
        if (!seen.has(id)) faults.push(`${event.id} is caused by ${id}, which is not there`);
    if (event.kind === 'clauseJudged' && event.evidence !== null && !seen.has(event.evidence))
      faults.push(`${event.id} cites ${event.evidence}`);
    seen.add(event.id);
  }
  return faults;
};
