/** How lines look: routes by mode and by flow, never by colour alone. Widths and dashes in screen pixels. */
import type { MapFlow, MapRouteMode } from './bridge.ts';

export type DashStyle = { on: number; off: number; width: number; colour: string; alpha: number };

export type RouteStyle = DashStyle & { casing: number; casingAlpha: number; speed: number };

const MODES: Record<MapRouteMode, DashStyle> = {
  rail: { on: 7, off: 5, width: 2.4, colour: '#ffd27a', alpha: 1 },
  road: { on: 10, off: 4, width: 1.8, colour: '#f7f3ea', alpha: 1 },
  bridge: { on: 10, off: 4, width: 1.8, colour: '#f7f3ea', alpha: 1 },
  pipeline: { on: 2.6, off: 4.6, width: 1.9, colour: '#e3b0f7', alpha: 0.95 },
  corridor: { on: 4, off: 6, width: 2.6, colour: '#a6e6ff', alpha: 1 },
};

/** Open is lit and moves; restricted is sparse and still; closed is a thin grey thread. */
export const routeStyle = (mode: MapRouteMode, flow: MapFlow): RouteStyle => {
  const base = MODES[mode];
  if (flow === 'open')
    return {
      ...base,
      casing: base.width + (mode === 'pipeline' ? 1.8 : 2.8),
      casingAlpha: mode === 'pipeline' ? 0.55 : 0.72,
      speed: 14,
    };
  if (flow === 'restricted') {
    return { ...base, off: base.off + base.on * 1.6, alpha: 0.9, casing: base.width + 2, casingAlpha: 0.55, speed: 0 };
  }
  return { on: 4, off: 2, width: 1.2, colour: '#c9c5bd', alpha: 0.75, casing: 2.6, casingAlpha: 0.5, speed: 0 };
};

/** Lines swell slowly as one comes closer. */
export const lineScale = (zoom: number): number => Math.max(zoom, 0.3) ** 0.35;

export type TensionBand = 'calm' | 'incidents' | 'crisis' | 'clashes' | 'war';

/** The bands of the rulebook. */
export const tensionBand = (tension: number): TensionBand => {
  if (tension <= 2) return 'calm';
  if (tension <= 5) return 'incidents';
  if (tension <= 7) return 'crisis';
  return tension <= 9 ? 'clashes' : 'war';
};
