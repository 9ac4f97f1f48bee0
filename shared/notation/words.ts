/** A parser's answer: a value or one plain sentence; parsers never throw. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const unreadable = (why: string): Parsed<never> => ({ ok: false, why });
export const wordsOf = (text: string): string[] =>
  text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
