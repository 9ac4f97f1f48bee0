/**
 * Names on the map. A place whose name is contested carries all its names; which one comes first says nothing:
 * they stand in alphabetical order of their language codes. `neutral` shortens only where one common English
 * name is accepted by all sides, and never drops the name one side uses.
 */
import type { LonLat } from './bridge.ts';

export type NameStyle = 'both' | 'neutral';

type Names = { both: string; neutral: string };

const always = (both: string): Names => ({ both, neutral: both });

const CONTESTED: Record<string, Names> = {
  Khankendi: always('Khankendi / Stepanakert'),
  Shusha: always('Shusha / Shushi'),
  Sukhumi: always('Sokhumi / Sukhumi'),
  Ararat: { both: 'Ararat / Ağrı', neutral: 'Ararat' },
  Aras: { both: 'Araz / Aras / Araks', neutral: 'Araks' },
  Karabakh: always('Karabakh / Nagorno-Karabakh'),
  Kapudzhukh: always('Gapyjyg / Kaputjugh'),
  'South Ossetia / Tskhinvali': always('South Ossetia / Tskhinvali region'),
};

/** Provinces called like a mountain, a city or a state elsewhere: here the plain name is the right one. */
const PLAIN_PROVINCES = new Set(['AM-AR', 'TR-04']);

export const placeName = (name: string, style: NameStyle): string => CONTESTED[name]?.[style] ?? name;

export const provinceName = (id: string, name: string, style: NameStyle): string =>
  PLAIN_PROVINCES.has(id) ? name : placeName(name, style);

/** Country names as a heading; the dotted capital of Türkiye needs its own language. */
export const headingOf = (name: string): string => name.toLocaleUpperCase(name.startsWith('Türk') ? 'tr' : 'en');

export type WaterName = {
  text: string;
  lonlat: LonLat;
  /** Radians, clockwise. */
  angle: number;
  size: number;
  spacing: number;
  from: number;
  until: number;
};

const sea = (text: string, lonlat: LonLat, angle: number): WaterName => ({
  text,
  lonlat,
  angle,
  size: 26,
  spacing: 0.22,
  from: 0,
  until: 2.6,
});

const lake = (text: string, lonlat: LonLat, angle: number, from: number): WaterName => ({
  text,
  lonlat,
  angle,
  size: 14,
  spacing: 0.08,
  from,
  until: 9,
});

const river = (text: string, lonlat: LonLat, angle: number, from = 1.9): WaterName => ({
  text,
  lonlat,
  angle,
  size: 13,
  spacing: 0.06,
  from,
  until: 9,
});

export const waterNames = (style: NameStyle): WaterName[] => [
  sea('Black Sea', [39.3, 42.3], -0.12),
  sea('Caspian Sea', [50.95, 41.7], 1.2),
  lake('Lake Sevan', [45.33, 40.33], 0.72, 1.7),
  lake('Lake Van', [42.95, 38.62], 0, 1.2),
  lake('Lake Urmia', [45.45, 37.7], 1.3, 1.2),
  lake('Mingachevir', [46.75, 40.9], 0.4, 2.6),
  river(placeName('Aras', style), [47.75, 39.79], -0.62),
  river(placeName('Aras', style), [43.75, 40.1], 0.25, 2.4),
  river('Kura', [46.1, 41.03], 0.3),
  river('Rioni', [42.25, 42.12], 0.05, 2.4),
  river('Terek', [45.4, 43.62], 0.05),
];
