const quotedKeys = new Map<string, string>();

/** Keys come back over and over; texts of players do not belong here. */
const quotedKey = (key: string): string => {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const quoted = `${JSON.stringify(key)}:`;
  if (quotedKeys.size < 10_000) quotedKeys.set(key, quoted);
  return quoted;
};

/** One text for one value: keys sorted by code unit, no spaces, absent and undefined alike. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no canonical form for a ${typeof value}`);
  const record = value as { readonly [key: string]: unknown };
  let text = '';
  for (const key of Object.keys(record).sort()) {
    const part = record[key];
    if (part !== undefined) text += `${text === '' ? '' : ','}${quotedKey(key)}${canonical(part)}`;
  }
  return `{${text}}`;
};
