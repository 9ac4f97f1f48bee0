import type { MapRef } from './bridge.ts';

export const sameRef = (a: MapRef | null, b: MapRef | null): boolean =>
  a === b || (a !== null && b !== null && a.kind === b.kind && a.id === b.id);

export const refKey = (ref: MapRef): string => `${ref.kind}:${ref.id}`;
