/** `short` runs in CI, all twelve within ten minutes; `long` is run by hand before a release. */
export type Extent = 'short' | 'long';

/** One figure that was measured. Without a limit it is told for the reader's sake. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
};

/** What is promised to players and teachers, and how it is put to the test with faults of our own. */
export type Vow = {
  /** 1 to 12, as docs/promises.md counts them. */
  readonly number: number;
  readonly name: string;
  /** One sentence for whoever plays. */
  readonly promise: string;
  /** Throws when the test itself cannot be run; what does not hold is a figure outside its limits. */
  readonly keep: (extent: Extent, tell: (line: string) => void) => Promise<readonly Figure[]>;
};

export const isKept = ({ value, atMost, atLeast }: Figure): boolean =>
  Number.isFinite(value) && (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast);
