/** What the browser keeps for us. Where it keeps nothing (private windows, strict settings) memory serves until the tab closes. */
const memory = new Map<string, string>();
const PREFIX = 'multivector.';

export const recall = (key: string): string | null => {
  try {
    return localStorage.getItem(PREFIX + key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
};

export const keep = (key: string, text: string): void => {
  memory.set(key, text);
  try {
    localStorage.setItem(PREFIX + key, text);
  } catch {
    // full or forbidden: memory has it
  }
};

export const forget = (key: string): void => {
  memory.delete(key);
  try {
    localStorage.removeItem(PREFIX + key);
  } catch {
    // forbidden: there was nothing to forget
  }
};

/** A kept JSON value; null if there is none or it cannot be read. */
export const recallJson = (key: string): unknown => {
  const text = recall(key);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
export const keepJson = (key: string, value: unknown): void => keep(key, JSON.stringify(value));

/** Calls when another tab of this browser has kept something else under a key. */
export const onKeptElsewhere = (key: string, changed: () => void): (() => void) => {
  if (typeof window === 'undefined') return () => undefined;
  const listener = (event: StorageEvent): void => {
    if (event.key === PREFIX + key) changed();
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
};

/** Forgets everything that this page has ever kept here. */
export const forgetAll = (): void => {
  memory.clear();
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  } catch {
    // forbidden: there was nothing to forget
  }
};
