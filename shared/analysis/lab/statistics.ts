/** What a sample says: the figure, of how many, and half the width of its interval of 95 %. */
export type Estimate = { readonly measured: number; readonly n: number; readonly ci95: number };

const Z = 1.96;
export const NOTHING_SEEN: Estimate = { measured: 0, n: 0, ci95: 0 };

export const sumOf = (numbers: readonly number[]): number => {
  let all = 0;
  for (const one of numbers) all += one;
  return all;
};

export const meanOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : sumOf(numbers) / numbers.length;

/** Of a sample, hence by one less than there are. */
export const deviationOf = (numbers: readonly number[]): number => {
  if (numbers.length < 2) return 0;
  const mean = meanOf(numbers);
  return Math.sqrt(sumOf(numbers.map((one) => (one - mean) * (one - mean))) / (numbers.length - 1));
};

/** One of its kind says nothing of others: scores go up to this. */
const UNKNOWN = 100;

/** A mean with its normal interval. */
export const meanEstimate = (numbers: readonly number[]): Estimate => {
  const n = numbers.length;
  if (n === 0) return NOTHING_SEEN;
  return { measured: meanOf(numbers), n, ci95: n === 1 ? UNKNOWN : (Z * deviationOf(numbers)) / Math.sqrt(n) };
};

/** How much more on the left than on the right, pair by pair; what has no partner is left out. */
export const differenceEstimate = (left: readonly number[], right: readonly number[]): Estimate => {
  const pairs = Math.min(left.length, right.length);
  return meanEstimate(left.slice(0, pairs).map((one, i) => one - (right[i] ?? 0)));
};

/** A share in percent, with half of Wilson's interval. Hits may be split, hence need not be whole. */
export const shareEstimate = (hits: number, n: number): Estimate => {
  if (n === 0) return NOTHING_SEEN;
  const share = hits / n;
  const spread = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return { measured: 100 * share, n, ci95: (100 * spread) / (1 + (Z * Z) / n) };
};

/** The middle, with half the distance of the two ranks that hold it in 95 of 100 samples. */
export const medianEstimate = (numbers: readonly number[]): Estimate => {
  const n = numbers.length;
  if (n === 0) return NOTHING_SEEN;
  const sorted = [...numbers].sort((a, b) => a - b);
  /** Ranks count from 1. */
  const at = (rank: number): number => sorted[Math.max(1, Math.min(n, rank)) - 1] ?? 0;
  const reach = (Z * Math.sqrt(n)) / 2;
  const low = at(Math.round(n / 2 - reach));
  const high = at(Math.round(1 + n / 2 + reach));
  return { measured: (at(Math.floor((n + 1) / 2)) + at(Math.floor(n / 2) + 1)) / 2, n, ci95: (high - low) / 2 };
};

export const rounded = (number: number): number => Math.round(100 * number) / 100;
