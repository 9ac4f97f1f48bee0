import { LIMITS } from '../../shared/protocol/input-schema.ts';

/** What a name may be made of: letters of any script with their marks, digits, spaces, and what stands within names. */
const ALLOWED = /^[\p{L}\p{M}\p{N}\p{Emoji_Presentation} .,'’ʼ´`·\-_()!?&+#\u200c]+$/u;
const MOST_MARKS = /\p{M}{3,}/u;
/** Writing that needs it within a word has this; anywhere else it only hides a difference. */
const STRAY_JOINER = /(?<!\p{Script=Arabic})\u200c|\u200c(?!\p{Script=Arabic})/u;
/** Shown as nothing at all, the joiner above excepted. */
const UNSEEN = /(?!\u200c)\p{Default_Ignorable_Code_Point}/u;
const UNPRINTED = /(?!\u200c)\p{C}/u;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Letters and digits that are read as one another, whatever the script: each stands for the one on the left. */
const ALIKE: readonly (readonly [shown: string, alike: string])[] = [
  ['a', 'аαɑ'],
  ['b', 'вьβ8'],
  ['c', 'сϲç'],
  ['d', 'ԁժ'],
  ['e', 'еєεё3'],
  ['g', 'ɡց9'],
  ['h', 'һհнη'],
  ['j', 'јյ'],
  ['k', 'кκ'],
  ['l', 'iіїιıí|1!ӏ'],
  ['m', 'мμ'],
  ['n', 'пոռ'],
  ['o', 'оοօσ0'],
  ['p', 'рρ'],
  ['q', 'ԛզգ'],
  ['s', 'ѕտ5$'],
  ['t', 'тτ'],
  ['u', 'սυц'],
  ['v', 'ѵν'],
  ['w', 'ԝшωա'],
  ['x', 'хχ'],
  ['y', 'уγүყ'],
  ['z', 'ʐ2'],
];
const SHOWN = new Map(ALIKE.flatMap(([shown, alike]) => [...alike].map((one) => [one, shown] as const)));

/** Who runs a table or a server has no seat at it: nobody there may pass for them. */
const RESERVED: readonly string[] = [
  ...['admin', 'administrator', 'moderator', 'mod', 'operator', 'server', 'system', 'staff', 'support'],
  ...['facilitator', 'teacher', 'host', 'multivector', 'bot', 'caretaker', 'official', 'root'],
];

/** How a name looks to somebody who reads quickly: two names with the same look cannot be told apart. */
export const lookOf = (name: string): string =>
  [...name.normalize('NFKD').toLowerCase()]
    .filter((letter) => /[\p{L}\p{N}|!$]/u.test(letter))
    .map((letter) => SHOWN.get(letter) ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');

const RESERVED_LOOKS: ReadonlySet<string> = new Set(RESERVED.map(lookOf));

/** The name as it will be shown; null when it may not be one. */
export const readName = (typed: string): string | null => {
  const name = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const fits = name.length > 0 && name.length <= LIMITS.name && SAYS_SOMETHING.test(name);
  if (
    !fits ||
    !ALLOWED.test(name) ||
    UNSEEN.test(name) ||
    MOST_MARKS.test(name.normalize('NFD')) ||
    STRAY_JOINER.test(name)
  )
    return null;
  return RESERVED_LOOKS.has(lookOf(name)) ? null : name;
};

/** What a table is called, as lists show it; null when it hides something. Empty: as the scenario is called. */
export const readTitle = (typed: string): string | null => {
  const title = typed.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const hides = UNPRINTED.test(title) || UNSEEN.test(title) || STRAY_JOINER.test(title);
  return hides || MOST_MARKS.test(title.normalize('NFD')) ? null : title;
};

/** Whether somebody at the table already goes by it, or by what looks the same. */
export const isTaken = (name: string, others: readonly string[]): boolean => {
  const look = lookOf(name);
  return look !== '' && others.some((other) => lookOf(other) === look);
};

/** In a class many have the same first name: those who come later get a number. */
export const numbered = (name: string, others: readonly string[]): string => {
  if (!isTaken(name, others)) return name;
  for (let count = 2; ; count += 1) {
    const tail = ` ${count}`;
    const tried = name.slice(0, LIMITS.name - tail.length).trimEnd() + tail;
    if (!isTaken(tried, others)) return tried;
  }
};
