/** Web Mercator at 120 px per degree of longitude; the world is the frame of the topology file. */
import type { LonLat } from './bridge.ts';
import type { Box, Point } from './geometry.ts';

const WEST = 37.5;
const SOUTH = 35.7;
const EAST = 52.5;
const NORTH = 45.3;
const PX_PER_DEGREE = 120;
const RADIAN = Math.PI / 180;

const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * RADIAN) / 2)) / RADIAN;

const TOP = northing(NORTH);

export const WORLD_WIDTH = (EAST - WEST) * PX_PER_DEGREE;
export const WORLD_HEIGHT = (TOP - northing(SOUTH)) * PX_PER_DEGREE;
export const WORLD_BOX: Box = { left: 0, top: 0, right: WORLD_WIDTH, bottom: WORLD_HEIGHT };

export const project = ([lon, lat]: LonLat): Point => [
  (lon - WEST) * PX_PER_DEGREE,
  (TOP - northing(lat)) * PX_PER_DEGREE,
];

export const unproject = ([x, y]: Point): LonLat => {
  const lat = (2 * Math.atan(Math.exp((TOP - y / PX_PER_DEGREE) * RADIAN)) - Math.PI / 2) / RADIAN;
  return [WEST + x / PX_PER_DEGREE, lat];
};

/** Holds a point inside the frame, a little away from its edge: Ceyhan and other far ends stay reachable. */
export const insideWorld = ([x, y]: Point, margin = 14): Point => [
  Math.min(Math.max(x, margin), WORLD_WIDTH - margin),
  Math.min(Math.max(y, margin), WORLD_HEIGHT - margin),
];
