/** Time and waiting, handed in so that a test can move both. */
export type Clock = {
  /** ms since 1970 */ readonly now: () => number;
  /** Runs once after so many ms; the result calls it off. */
  readonly after: (ms: number, run: () => void) => () => void;
};

/** Chance for ids, seeds and codes, handed in because this folder knows no Node. */
export type Entropy = {
  readonly hex: (bytes: number) => string;
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
};

/** What happened, for the operator: codes and ids, never names, texts or tokens. */
export type Journal = {
  readonly info: (facts: JournalFacts, what: string) => void;
  readonly warn: (facts: JournalFacts, what: string) => void;
  readonly error: (facts: JournalFacts, what: string) => void;
};
export type JournalFacts = { readonly [fact: string]: unknown };
