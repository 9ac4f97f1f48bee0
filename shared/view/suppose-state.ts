import { middleOf } from '../catalogue/bands.ts';
import { indexOf } from '../catalogue/scenario-index.ts';
import type { ObjectiveId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PublicTracks, SeatView } from '../model/seat-view.ts';
import { type MatchState, NO_EVENTS, type Scores } from '../model/state.ts';
import type { TrackBands, Tracks } from '../model/track.ts';

/**
 * A state one may reckon with from what one knows: what is hidden is put in the middle of its band,
 * others' agendas are the first of theirs, and others have ordered nothing.
 */
export const supposeState = (scenario: Scenario, view: SeatView): MatchState => {
  const { powers } = indexOf(scenario);
  const agendas: Record<string, ObjectiveId> = {};
  for (const power of powers) {
    const agenda = view.agendas[power] ?? scenario.agendas[power]?.[0]?.id;
    if (agenda !== undefined) agendas[power] = agenda;
  }
  const scores: Scores = {
    joint: view.scores.joint,
    powers: Object.fromEntries(
      powers.map((power) => {
        const score = view.scores.powers[power];
        return [power, { open: score?.open ?? 0, full: score?.full ?? score?.open ?? 0 }];
      }),
    ),
  };
  return {
    version: 0,
    seed: 'suppose',
    settings: view.settings,
    table: view.table,
    board: {
      ...view.board,
      tracks: Object.fromEntries(powers.map((power) => [power, supposeTracks(scenario, view.tracks[power])])),
      agreements: Object.fromEntries(view.agreements.map((one) => [one.id, one])),
      agendas,
      scores,
      grievances: view.grievances,
      waste: [],
    },
    orders: view.orders === null ? {} : { [view.viewer]: view.orders },
    standing: view.standing === null ? {} : { [view.viewer]: view.standing },
    messages: view.messages,
    notes: view.notes,
    proposals: Object.fromEntries(view.proposals.map((one) => [one.id, one])),
    events: NO_EVENTS,
    turnStarts: [],
  };
};

const supposeTracks = (scenario: Scenario, tracks: PublicTracks | undefined): Tracks => {
  if (tracks === undefined) return { capital: 0, treasury: 0, stability: 50, credibility: 50, readiness: 0 };
  if (tracks.exact !== null) return tracks.exact;
  const middle = (track: keyof TrackBands): number => middleOf(scenario, track, tracks.bands[track]);
  return {
    capital: middle('capital'),
    treasury: middle('treasury'),
    stability: tracks.stability,
    credibility: tracks.credibility,
    readiness: middle('readiness'),
  };
};
