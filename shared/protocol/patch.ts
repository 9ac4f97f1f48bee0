/** JSON values and a small structural difference between two of them, for sending a view again. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * `set` replaces; `obj` changes some keys and drops others; `arr` keeps the first `keep` elements,
 * changes some of them and appends; `put` then inserts elements, each where it stands in the end, in order.
 */
export type Patch =
  | { readonly set: Json }
  | { readonly obj: { readonly [key: string]: Patch }; readonly drop?: readonly string[] }
  | {
      readonly arr: { readonly [index: string]: Patch };
      readonly keep: number;
      readonly add?: readonly Json[];
      readonly put?: readonly (readonly [at: number, element: Json])[];
    };

type JsonObject = { readonly [key: string]: Json };

/** null when nothing differs. */
export const differ = (before: Json, after: Json): Patch | null => {
  if (before === after) return null;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return { set: after };
  if (Array.isArray(before)) return Array.isArray(after) ? differArrays(before, after) : { set: after };
  return Array.isArray(after) ? { set: after } : differObjects(before as JsonObject, after as JsonObject);
};

const differArrays = (before: readonly Json[], after: readonly Json[]): Patch | null => {
  const put = inserted(before, after);
  const rest = put === null ? after : after.filter((_element, i) => !put.some(([at]) => at === i));
  const keep = Math.min(before.length, rest.length);
  let changed: Record<string, Patch> | null = null;
  for (let i = 0; i < keep; i += 1) {
    const patch = differ(before[i] as Json, rest[i] as Json);
    if (patch === null) continue;
    changed ??= {};
    changed[i] = patch;
  }
  if (changed === null && put === null && rest.length === keep && keep === before.length) return null;
  const patch = { arr: changed ?? {}, keep };
  if (put !== null) return { ...patch, put };
  return rest.length > keep ? { ...patch, add: rest.slice(keep) } : patch;
};

const idOf = (element: Json | undefined): Json | undefined =>
  typeof element === 'object' && element !== null ? (element as JsonObject).id : undefined;

/** Named elements that came in between others; null where it is anything else, or nothing. */
const inserted = (before: readonly Json[], after: readonly Json[]): (readonly [number, Json])[] | null => {
  if (after.length <= before.length || before.length === 0) return null;
  if (idOf(before.at(-1)) === idOf(after[before.length - 1])) return null;
  const put: (readonly [number, Json])[] = [];
  let at = 0;
  for (const [i, element] of after.entries()) {
    const id = idOf(element);
    if (id === undefined) return null;
    if (at < before.length && idOf(before[at]) === id) at += 1;
    else put.push([i, element]);
  }
  return at === before.length ? put : null;
};

const differObjects = (before: JsonObject, after: JsonObject): Patch | null => {
  let changed: Record<string, Patch> | null = null;
  for (const key of Object.keys(after)) {
    const next = after[key];
    if (next === undefined) continue;
    const previous = before[key];
    if (previous === next) continue;
    const patch = previous === undefined ? { set: next } : differ(previous, next);
    if (patch === null) continue;
    changed ??= {};
    changed[key] = patch;
  }
  let drop: string[] | null = null;
  for (const key of Object.keys(before)) {
    if (before[key] === undefined || after[key] !== undefined) continue;
    drop ??= [];
    drop.push(key);
  }
  if (drop !== null) return { obj: changed ?? {}, drop };
  return changed === null ? null : { obj: changed };
};

export const applyPatch = (before: Json, patch: Patch): Json => {
  if ('set' in patch) return patch.set;
  if ('arr' in patch) {
    const base = (before as readonly Json[]).slice(0, patch.keep);
    for (const [index, inner] of Object.entries(patch.arr))
      base[Number(index)] = applyPatch(base[Number(index)] as Json, inner);
    if (patch.add !== undefined) base.push(...patch.add);
    for (const [at, element] of patch.put ?? []) base.splice(at, 0, element);
    return base;
  }
  const base: Record<string, Json> = { ...(before as JsonObject) };
  for (const key of patch.drop ?? []) delete base[key];
  for (const [key, inner] of Object.entries(patch.obj)) base[key] = applyPatch(base[key] ?? null, inner);
  return base;
};
