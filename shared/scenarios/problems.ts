/** What is wrong, where, and what would mend it. */
export type Problem = { readonly path: string; readonly message: string };
export type Report = (path: string, message: string) => void;

/** `objectives.ARM[0].formula` */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[${key}]` : path === '' ? String(key) : `${path}.${String(key)}`),
    '',
  );

/** How many slips of the pen two names are apart: a letter more, less or other, or two that changed places. */
const distance = (a: string, b: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Number.MAX_SAFE_INTEGER;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
};

/** The known name that was probably meant: a few letters off, or the beginning of it. */
export const nearest = (name: string, known: readonly string[]): string | null => {
  let best: string | null = null;
  let least = (name.length <= 4 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 1;
  for (const candidate of known) {
    const apart = distance(name.toLowerCase(), candidate.toLowerCase());
    if (apart < least) {
      best = candidate;
      least = apart;
    }
  }
  return (
    best ??
    (name.length < 3 ? null : ([...known].find((one) => one.toLowerCase().startsWith(name.toLowerCase())) ?? null))
  );
};

const MANY = 16;

export const suggest = (name: string, known: Iterable<string>): string => {
  const names = [...known];
  const meant = nearest(name, names);
  if (meant !== null) return `Did you mean “${meant}”?`;
  return names.length === 0
    ? 'There are none in this scenario.'
    : `Use one of: ${names.slice(0, MANY).join(', ')}${names.length > MANY ? ` and ${names.length - MANY} more` : ''}.`;
};
