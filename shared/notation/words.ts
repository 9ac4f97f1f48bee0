/** A parser's answer: a value, or where it stopped (a character of the text) and what was expected there. */
export type Unread = {
  readonly ok: false;
  /** One plain sentence. */ readonly why: string;
  readonly at: number;
  readonly expected: string;
};
export type Parsed<T> = { readonly ok: true; readonly value: T } | Unread;

export type Word = { readonly text: string; readonly at: number };

/** Words, quoted texts, and `;` `[` `]` and a closing `:` by themselves. */
const WORD = /“[^”]*”|[;[\]]|[^\s;[\]]+/gu;

const wordsOf = (text: string): readonly Word[] =>
  [...text.matchAll(WORD)].flatMap(({ 0: word, index }) =>
    word.length > 1 && word.endsWith(':')
      ? [
          { text: word.slice(0, -1), at: index },
          { text: ':', at: index + word.length - 1 },
        ]
      : [{ text: word, at: index }],
  );

/** Thrown within this folder only: `reading` turns it into an answer. */
class Stopped {
  readonly unread: Unread;
  constructor(unread: Unread) {
    this.unread = unread;
  }
}

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** Takes words one after the other; whatever does not fit ends the reading with its place. */
export class Reader {
  readonly #words: readonly Word[];
  readonly #end: number;
  readonly #upTo: number;
  #next: number;

  constructor(words: readonly Word[], end: number, next = 0, upTo = words.length) {
    this.#words = words;
    this.#end = end;
    this.#next = next;
    this.#upTo = upTo;
  }

  peek(): string | undefined {
    return this.#next < this.#upTo ? this.#words[this.#next]?.text : undefined;
  }

  fail(expected: string): never {
    const word = this.#words[this.#next];
    const at = word?.at ?? this.#end;
    const here = this.#next >= this.#upTo ? 'The text ends' : `“${word?.text}” stands`;
    throw new Stopped({ ok: false, why: `${here} where ${expected} is expected (character ${at + 1}).`, at, expected });
  }

  take(expected: string): string {
    const word = this.peek();
    if (word === undefined) return this.fail(expected);
    this.#next += 1;
    return word;
  }

  takeOne<T extends string>(of: readonly T[], what: string): T {
    const word = this.peek();
    if (word === undefined || !(of as readonly string[]).includes(word)) return this.fail(`${what} (${listed(of)})`);
    this.#next += 1;
    return word as T;
  }

  takeIf(word: string): boolean {
    if (this.peek() !== word) return false;
    this.#next += 1;
    return true;
  }

  must(word: string): void {
    if (!this.takeIf(word)) this.fail(`“${word}”`);
  }

  /** A whole number within bounds; `signed` ones are written +3 or -3. */
  whole(expected: string, min: number, max: number): number {
    const word = this.peek() ?? '';
    const value = /^[+-]?\d+$/u.test(word) ? Number(word) : Number.NaN;
    if (!(value >= min && value <= max)) return this.fail(expected);
    this.#next += 1;
    return value;
  }

  /** What stands before the next such word, as a reader of its own; this one goes on behind it. */
  before(isStop: (word: string) => boolean): Reader {
    let upTo = this.#next;
    while (upTo < this.#upTo && !isStop(this.#words[upTo]?.text ?? '')) upTo += 1;
    const part = new Reader(this.#words, this.#words[upTo]?.at ?? this.#end, this.#next, upTo);
    this.#next = upTo;
    return part;
  }

  /** All words that are left, as they stand. */
  rest(): readonly string[] {
    const words = this.#words.slice(this.#next, this.#upTo).map((word) => word.text);
    this.#next = this.#upTo;
    return words;
  }

  done(): void {
    if (this.peek() !== undefined) this.fail('the end');
  }
}

/** Reads a whole text; parsers never throw. */
export const reading = <T>(text: string, read: (reader: Reader) => T): Parsed<T> => {
  const reader = new Reader(wordsOf(text), text.length);
  try {
    const value = read(reader);
    reader.done();
    return { ok: true, value };
  } catch (stopped) {
    if (stopped instanceof Stopped) return stopped.unread;
    throw stopped;
  }
};

/** A text in quotation marks, or a single word. */
export const unquoted = (word: string): string => (word.startsWith('“') ? word.slice(1, -1) : word);
export const quoted = (text: string): string => `“${text.replaceAll(/[“”]/gu, '"').replaceAll(/\s+/gu, ' ')}”`;
