/** One line: what was measured, and its ratio to a peer or a limit of the same run (below 1 is better). */
export type Row = {
  readonly id: string;
  readonly measured: number;
  readonly unit: string;
  readonly against: string;
  readonly ratio: number;
  /** how many were measured, where it is not one number for all */ readonly samples?: number;
};

/** The value below which this share of the numbers lies. */
export const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
