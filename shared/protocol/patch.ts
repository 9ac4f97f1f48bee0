/** JSON values and a small structural difference between two of them, for sending a view again. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * `set` replaces; `obj` changes some keys and drops others; `arr` keeps the first `keep` elements,
 * changes some of them and appends.
 */
export type Patch =
  | { readonly set: Json }
  | { readonly obj: { readonly [key: string]: Patch }; readonly drop?: readonly string[] }
  | { readonly arr: { readonly [index: string]: Patch }; readonly keep: number; readonly add?: readonly Json[] };

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** null when nothing differs. */
export const differ = (before: Json, after: Json): Patch | null => {
  if (before === after) return null;
  if (Array.isArray(before) && Array.isArray(after)) return differArrays(before, after);
  if (isObject(before) && isObject(after)) return differObjects(before, after);
  return { set: after };
};

const differArrays = (before: readonly Json[], after: readonly Json[]): Patch | null => {
  const keep = Math.min(before.length, after.length);
  const changed: Record<string, Patch> = {};
  for (let i = 0; i < keep; i += 1) {
    const patch = differ(before[i] as Json, after[i] as Json);
    if (patch !== null) changed[i] = patch;
  }
  const add = after.slice(keep);
  if (Object.keys(changed).length === 0 && add.length === 0 && keep === before.length) return null;
  return add.length > 0 ? { arr: changed, keep, add } : { arr: changed, keep };
};

const differObjects = (
  before: { readonly [key: string]: Json },
  after: { readonly [key: string]: Json },
): Patch | null => {
  const changed: Record<string, Patch> = {};
  for (const key of Object.keys(after)) {
    const next = after[key];
    if (next === undefined) continue;
    const previous = before[key];
    const patch = previous === undefined ? { set: next } : differ(previous, next);
    if (patch !== null) changed[key] = patch;
  }
  const drop = Object.keys(before).filter((key) => before[key] !== undefined && after[key] === undefined);
  if (Object.keys(changed).length === 0 && drop.length === 0) return null;
  return drop.length > 0 ? { obj: changed, drop } : { obj: changed };
};

export const applyPatch = (before: Json, patch: Patch): Json => {
  if ('set' in patch) return patch.set;
  if ('arr' in patch) {
    const base = (before as readonly Json[]).slice(0, patch.keep);
    for (const [index, inner] of Object.entries(patch.arr))
      base[Number(index)] = applyPatch(base[Number(index)] as Json, inner);
    return patch.add === undefined ? base : [...base, ...patch.add];
  }
  const base: Record<string, Json> = { ...(before as { readonly [key: string]: Json }) };
  for (const key of patch.drop ?? []) delete base[key];
  for (const [key, inner] of Object.entries(patch.obj)) base[key] = applyPatch(base[key] ?? null, inner);
  return base;
};
