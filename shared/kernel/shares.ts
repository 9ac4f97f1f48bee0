/** Value × percent × … ÷ 100 each time, rounded half up at the end. */
export const percentOf = (value: number, ...percents: readonly number[]): number => {
  let top = value;
  let bottom = 1;
  for (const percent of percents) {
    top *= percent;
    bottom *= 100;
  }
  return top < 0 ? -Math.floor((-2 * top + bottom) / (2 * bottom)) : Math.floor((2 * top + bottom) / (2 * bottom));
};

/**
 * Splits `total` whole points by weight, never above a cap: largest remainder, ties to the earlier.
 * Returns as much as the caps allow; what does not fit is left out.
 */
export const allocate = (total: number, weights: readonly number[], caps: readonly number[]): number[] => {
  const given = weights.map(() => 0);
  let left = total;
  for (;;) {
    const open = weights.map((weight, i) => (weight > 0 && (given[i] ?? 0) < (caps[i] ?? 0) ? weight : 0));
    const sum = open.reduce((a, b) => a + b, 0);
    if (left <= 0 || sum === 0) return given;
    left = shareOut(left, open, sum, caps, given);
  }
};

/** One round of largest remainder; returns what the caps left over. */
const shareOut = (
  total: number,
  open: readonly number[],
  sum: number,
  caps: readonly number[],
  given: number[],
): number => {
  const quota = open.map((weight) => Math.floor((total * weight) / sum));
  const order = open.map((weight, i) => ({ i, rest: (total * weight) % sum, weight })).filter((row) => row.weight > 0);
  order.sort((a, b) => b.rest - a.rest || a.i - b.i);
  let spare = total - quota.reduce((a, b) => a + b, 0);
  for (const row of order) {
    if (spare === 0) break;
    quota[row.i] = (quota[row.i] ?? 0) + 1;
    spare -= 1;
  }
  let placed = 0;
  for (const [i, wish] of quota.entries()) {
    const room = Math.min(wish, (caps[i] ?? 0) - (given[i] ?? 0));
    given[i] = (given[i] ?? 0) + room;
    placed += room;
  }
  return placed === 0 ? 0 : total - placed;
};
