import type { z } from 'zod';

/** The little of a schema that is looked into. */
type Part = {
  readonly type: string;
  readonly shape?: { readonly [key: string]: Schema };
  readonly options?: readonly Schema[];
  readonly items?: readonly Schema[];
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly innerType?: Schema;
  readonly getter?: () => Schema;
  readonly values?: readonly unknown[];
  readonly entries?: { readonly [key: string]: unknown };
};
type Schema = { readonly def: Part };

const NAMING = ['kind', 'verb'];

/** What a schema comes down to: the members of a union, what is under null. */
const variants = (schema: Schema): readonly Part[] => {
  const { def } = schema;
  if (def.options !== undefined) return def.options.flatMap(variants);
  if (def.innerType !== undefined) return variants(def.innerType);
  return def.getter === undefined ? [def] : variants(def.getter());
};

const step = (part: Part, key: PropertyKey): readonly Schema[] => {
  const next = part.shape?.[String(key)] ?? part.element ?? part.valueType ?? part.items?.[Number(key)];
  return next === undefined ? [] : [next];
};

/** Is this the member of a union that was meant? Its `kind` or `verb` tells. */
const fits = (part: Part, value: unknown): boolean =>
  NAMING.every((key) => {
    const named = part.shape?.[key]?.def;
    const allowed = named?.values ?? (named?.entries === undefined ? null : Object.values(named.entries));
    const given = (value as { readonly [key: string]: unknown } | null | undefined)?.[key];
    return allowed === null || given === undefined || allowed.includes(given);
  });

/** The keys that an object at a path may have. */
export const keysAt = (schema: z.ZodType, raw: unknown, path: readonly PropertyKey[]): readonly string[] => {
  let parts = variants(schema as unknown as Schema);
  let value: unknown = raw;
  for (const key of path) {
    const here = value;
    parts = parts.filter((part) => fits(part, here)).flatMap((part) => step(part, key).flatMap(variants));
    value =
      typeof here === 'object' && here !== null ? (here as { readonly [key: PropertyKey]: unknown })[key] : undefined;
  }
  return [...new Set(parts.filter((part) => fits(part, value)).flatMap((part) => Object.keys(part.shape ?? {})))];
};
