import { enShell } from './en-shell.ts';

/** A catalogue is a plain record: key → sentence. A translation is the same record in another language. */
export type Catalogue = { readonly [key: string]: string };
export type Blanks = { readonly [name: string]: string | number };
export type Speak<Key extends string> = (key: Key, blanks?: Blanks) => string;

/** The language of the page; everything that formats asks here. */
export const LOCALE = 'en';

const plural = new Intl.PluralRules(LOCALE);
const numbers = new Intl.NumberFormat(LOCALE);

const BLANK = /\{(\w+)(?:, plural, ((?:[\w=]+ \{[^{}]*\}\s*)+))?\}/gu;
const CASE = /([\w=]+) \{([^{}]*)\}/gu;

const pickCase = (cases: string, count: number): string => {
  const found = new Map([...cases.matchAll(CASE)].map((match) => [match[1] ?? '', match[2] ?? '']));
  const text = found.get(`=${count}`) ?? found.get(plural.select(count)) ?? found.get('other') ?? '';
  return text.replaceAll('#', numbers.format(count));
};

/** Fills `{name}` and `{n, plural, one {# table} other {# tables}}`, the part of ICU that translators know. */
export const fill = (sentence: string, blanks: Blanks): string =>
  sentence.replace(BLANK, (whole, name: string, cases: string | undefined) => {
    const value = blanks[name];
    if (value === undefined) return whole;
    if (cases !== undefined) return pickCase(cases, Number(value));
    return typeof value === 'number' ? numbers.format(value) : value;
  });

/**
 * The voice of some catalogues. Words that only the match needs load with the match:
 * `export const t = speaking({ ...enShell, ...enMatch })` beside its own catalogue.
 */
export const speaking =
  <C extends Catalogue>(catalogue: C): Speak<keyof C & string> =>
  (key, blanks = {}) =>
    fill(catalogue[key] ?? key, blanks);

export type ShellKey = keyof typeof enShell;
/** The voice of the shell. */
export const t = speaking(enShell);
/** For keys put together at run time, such as `server/full`: null if the shell has no such sentence. */
export const maybeText = (key: string, blanks: Blanks = {}): string | null =>
  key in enShell ? t(key as ShellKey, blanks) : null;
