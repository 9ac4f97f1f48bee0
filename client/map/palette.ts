/** Every colour of the map. Land tints were chosen so that neighbours differ for all common kinds of colour vision. */

export const LAND: Record<string, number> = {
  ARM: 0xe7a766,
  AZE: 0x5a9d9b,
  GEO: 0xdacfc6,
  TUR: 0x9e685e,
  IRN: 0x9eab7d,
  RUS: 0x7083ae,
};

export const OTHER_LAND = 0x9a958b;

/** Rings of things held by a power or partner; brighter than the land they stand on. */
const OPERATOR: Record<string, string> = {
  ARM: '#f6b26b',
  AZE: '#6fd0cb',
  GEO: '#efe6dd',
  TUR: '#e08a7b',
  IRN: '#c3d694',
  RUS: '#8fa9ea',
  USA: '#f4f7ff',
  EUR: '#f2d24b',
  CHN: '#f0714f',
};

export const operatorColour = (id: string): string => OPERATOR[id] ?? '#b9b4a8';

export const INK = {
  depth1000: '#172d39',
  cream: '#fff3d6',
  paper: '#fdf4df',
  gold: '#ffd27a',
  river: 0x3b6474,
  lake: 0x2b4d5c,
  lakeEdge: 0x173039,
  line: 0x43382d,
  disputed: 0x4a1f2b,
  coast: 0x10202a,
  border: 0x211812,
  casing: 0x140f0b,
} as const;

export const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

export const rgb = (colour: string): number => Number.parseInt(colour.slice(1), 16);

const channel = (colour: number, shift: number, factor: number): number =>
  Math.min(255, Math.round(((colour >> shift) & 255) * factor)) << shift;

/** The same hue, brighter or darker. */
export const shade = (colour: number, factor: number): number =>
  channel(colour, 16, factor) | channel(colour, 8, factor) | channel(colour, 0, factor);

/** A small steady number from −1 to 1 for a name: neighbouring provinces get slightly different light. */
export const wobble = (name: string): number => {
  let hash = 7;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 997;
  return (hash / 996) * 2 - 1;
};

export const provinceTint = (country: string, province: string, lift = 1): number =>
  shade(LAND[country] ?? OTHER_LAND, 1.1 * lift * (1 + 0.05 * wobble(province)));
