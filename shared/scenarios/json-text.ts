import { pathOf } from './problems.ts';

/** What is wrong in a text that should be JSON, and in which line. */
export type Slip = { readonly line: number; readonly path: string; readonly message: string };
export type JsonText = {
  /** Undefined when the text cannot be read. */ readonly value: unknown;
  readonly slips: readonly Slip[];
  /** The line in which each part begins, by its path. */ readonly lines: ReadonlyMap<string, number>;
};

class Fault extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

type Pen = {
  readonly text: string;
  at: number;
  readonly keep: (keys: readonly PropertyKey[], at: number) => void;
  readonly twice: (keys: readonly PropertyKey[], at: number, before: number) => void;
};

const BLANK = /[ \t\r\n]*/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const WORD = /[\p{L}_$][\p{L}\d_$-]*/uy;
const STRING = /"(?:[^"\\\n\r\t]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const QUOTES = "“”„‟«»‘’'`";
const CLOSING: { readonly [open: string]: string } = { '{': '}', '[': ']' };

const match = (pen: Pen, pattern: RegExp): string => {
  pattern.lastIndex = pen.at;
  return pattern.exec(pen.text)?.[0] ?? '';
};
const skip = (pen: Pen): string => {
  pen.at += match(pen, BLANK).length;
  return pen.text[pen.at] ?? '';
};

const readString = (pen: Pen): string => {
  const found = match(pen, STRING);
  if (found !== '') {
    pen.at += found.length;
    return JSON.parse(found) as string;
  }
  const line = /[^\r\n]*/uy;
  line.lastIndex = pen.at;
  const rest = line.exec(pen.text)?.[0] ?? '';
  throw new Fault(
    pen.at,
    /^"(?:[^"\\]|\\.)*"/u.test(rest)
      ? 'In a text a backslash is written twice, \\\\, and there are no tabs.'
      : 'The text that begins here has no closing quotation mark " in its line. A quotation mark inside a text is written \\".',
  );
};

/** What cannot be a value, in the words of somebody who looks at it. */
const noValue = (pen: Pen, sign: string): Fault => {
  if (sign === '') return new Fault(pen.at, 'The file ends here, where something is still to come.');
  if (QUOTES.includes(sign))
    return new Fault(pen.at, 'Texts and names stand in straight quotation marks, "like this". Replace the marks here.');
  if (sign === '/' || sign === '#') return new Fault(pen.at, 'JSON has no room for comments. Remove this.');
  const word = match(pen, WORD);
  if (word !== '') return new Fault(pen.at, `“${word}” needs quotation marks: "${word}".`);
  return new Fault(pen.at, `A number, a text in quotation marks, { or [ belongs here, not ${sign}`);
};

const readValue = (pen: Pen, keys: readonly PropertyKey[]): void => {
  const sign = skip(pen);
  pen.keep(keys, pen.at);
  if (sign === '{' || sign === '[') return readParts(pen, keys, sign);
  if (sign === '"') return void readString(pen);
  const found = match(pen, NUMBER) || (/^(?:true|false|null)$/u.exec(match(pen, WORD))?.[0] ?? '');
  if (found === '') throw noValue(pen, sign);
  pen.at += found.length;
};

/** The entries of a list or an object, up to its closing bracket. */
const readParts = (pen: Pen, keys: readonly PropertyKey[], open: '{' | '['): void => {
  const start = pen.at;
  const seen = new Map<string, number>();
  pen.at += 1;
  if (skip(pen) === CLOSING[open]) {
    pen.at += 1;
    return;
  }
  for (let i = 0; ; i += 1) {
    readValue(pen, [...keys, open === '{' ? readKey(pen, keys, seen) : i]);
    const end = pen.at;
    const sign = skip(pen);
    if (sign !== ',') return closeParts(pen, open, start, end);
    const comma = pen.at;
    pen.at += 1;
    if (']}'.includes(skip(pen)) && pen.at < pen.text.length)
      throw new Fault(comma, 'There is a comma too many: nothing follows it before the bracket. Remove the comma.');
  }
};

const readKey = (pen: Pen, keys: readonly PropertyKey[], seen: Map<string, number>): string => {
  const sign = skip(pen);
  const at = pen.at;
  if (sign !== '"')
    throw /[\d{[-]/u.test(sign)
      ? new Fault(at, 'A name in quotation marks belongs here, as in "turn": 2.')
      : noValue(pen, sign);
  const key = readString(pen);
  const before = seen.get(key);
  if (before !== undefined) pen.twice([...keys, key], at, before);
  seen.set(key, at);
  if (skip(pen) !== ':') throw new Fault(at, `A colon is missing after the name "${key}".`);
  pen.at += 1;
  return key;
};

const closeParts = (pen: Pen, open: '{' | '[', start: number, end: number): void => {
  const sign = pen.text[pen.at] ?? '';
  const wanted = CLOSING[open] ?? '';
  if (sign === wanted) {
    pen.at += 1;
    return;
  }
  if (sign === '')
    throw new Fault(start, `The bracket ${open} that opens here is never closed: a ${wanted} is missing.`);
  if (']}'.includes(sign))
    throw new Fault(pen.at, `A ${wanted} belongs here, not ${sign}. Or one is missing before it.`);
  throw new Fault(
    end - 1,
    /[\p{L}\d"'“{[-]/u.test(sign)
      ? 'A comma is missing after this.'
      : `After this a comma or ${wanted} belongs, not ${sign}`,
  );
};

/** Reads JSON that people typed: every part has its line, and a slip of the pen is told in plain words. */
export const readJsonText = (typed: string, root: readonly PropertyKey[]): JsonText => {
  const text = typed.replace(/^\uFEFF/u, '');
  const lines = new Map<string, number>();
  const slips: Slip[] = [];
  const lineAt = lineCounter(text);
  const pen: Pen = {
    text,
    at: 0,
    keep: (keys, at) => void lines.set(pathOf(keys), lineAt(at)),
    twice: (keys, at, before) => {
      const message = `This name stands twice in the same brackets, first in line ${lineAt(before)}. Remove one of the two.`;
      slips.push({ line: lineAt(at), path: pathOf(keys), message });
    },
  };
  try {
    if (skip(pen) === '') throw new Fault(0, 'This file is empty.');
    readValue(pen, root);
    if (skip(pen) !== '')
      throw new Fault(pen.at, 'The file goes on after its last bracket. Is there a bracket too many above?');
    return { value: JSON.parse(text), slips, lines };
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    return { value: undefined, slips: [...slips, { line: lineAt(fault.at), path: '', message: fault.message }], lines };
  }
};

const lineCounter = (text: string): ((at: number) => number) => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle;
    }
    return low + 1;
  };
};
