import type { Scenario } from '../model/scenario.ts';
import { type Band, TRACK_BOUNDS, type TrackBands } from '../model/track.ts';

type Banded = keyof TrackBands;

/** What others see of a track that is a power's own. */
export const bandOf = (scenario: Scenario, track: Banded, value: number): Band => {
  const [middling, high] = scenario.magnitudes.bands[track];
  return value >= high ? 'high' : value >= middling ? 'middling' : 'low';
};

/** What one may reckon with who sees the band alone: its middle, rounded down. */
export const middleOf = (scenario: Scenario, track: Banded, band: Band): number => {
  const [middling, high] = scenario.magnitudes.bands[track];
  const top = TRACK_BOUNDS[track][1];
  return Math.floor((band === 'low' ? middling : band === 'middling' ? middling + high : high + top) / 2);
};
