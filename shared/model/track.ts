/** Bounded integers on a power. */
export const TRACKS = ['capital', 'treasury', 'stability', 'credibility', 'readiness'] as const;
export type Track = (typeof TRACKS)[number];
export type Tracks = { readonly [T in Track]: number };

export const TRACK_BOUNDS: { readonly [T in Track]: readonly [min: number, max: number] } = {
  capital: [0, 12],
  treasury: [0, 99],
  stability: [0, 100],
  credibility: [0, 100],
  readiness: [0, 10],
};

/** Others see these only as a band. */
export const PRIVATE_TRACKS: readonly Track[] = ['capital', 'treasury', 'readiness'];
export const BANDS = ['low', 'middling', 'high'] as const;
export type Band = (typeof BANDS)[number];
export type TrackBands = { readonly capital: Band; readonly treasury: Band; readonly readiness: Band };

export const clampTrack = (track: Track, value: number): number => {
  const [min, max] = TRACK_BOUNDS[track];
  return Math.max(min, Math.min(max, value));
};
