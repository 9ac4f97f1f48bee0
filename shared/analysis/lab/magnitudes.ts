import type { Magnitudes } from '../../model/magnitudes.ts';
import type { Scenario } from '../../model/scenario.ts';

/** One number of the rules, moved. */
export type Nudge = { readonly path: string; readonly to: number };

type Value = number | string | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Leaf = { readonly path: string; readonly value: number };

/** Bands only say how a track is shown. */
const LEFT_OUT: readonly string[] = ['bands'];
const PERCENT = 20;

const leavesOf = (value: Value, path: readonly string[]): readonly Leaf[] => {
  if (typeof value === 'number') return [{ path: path.join('.'), value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => path.length > 0 || !LEFT_OUT.includes(key))
    .flatMap(([key, part]) => leavesOf(part, [...path, key]));
};

/** Every number there is, a fifth down and a fifth up, at least by one; never below nothing. */
export const nudgesOf = ({ magnitudes }: Pick<Scenario, 'magnitudes'>): readonly Nudge[] =>
  leavesOf(magnitudes as unknown as Value, []).flatMap(({ path, value }) => {
    const by = Math.max(1, Math.round((Math.abs(value) * PERCENT) / 100));
    return [value - by, value + by].filter((to) => to >= 0 || value < 0).map((to) => ({ path, to }));
  });

export const numberAt = ({ magnitudes }: Pick<Scenario, 'magnitudes'>, path: string): number =>
  leavesOf(magnitudes as unknown as Value, []).find((leaf) => leaf.path === path)?.value ?? 0;

const moved = (value: Value, path: readonly string[], to: number): Value => {
  const [key, ...rest] = path;
  if (key === undefined || typeof value !== 'object' || value === null) return to;
  if (Array.isArray(value)) return value.map((part: Value, i) => (`${i}` === key ? moved(part, rest, to) : part));
  const parts = value as { readonly [key: string]: Value };
  return { ...parts, [key]: moved(parts[key] ?? null, rest, to) };
};

export const nudged = (scenario: Scenario, { path, to }: Nudge): Scenario => ({
  ...scenario,
  magnitudes: moved(scenario.magnitudes as unknown as Value, path.split('.'), to) as unknown as Magnitudes,
});
