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
  const given: number[] = [];
  for (let i = 0; i < weights.length; i += 1) given.push(0);
  let left = total;
  while (left > 0) {
    const placed = shareOut(left, weights, caps, given);
    if (placed === 0) break;
    left -= placed;
  }
  return given;
};

/** One round of largest remainder among those with room; returns how many points found a place. */
const shareOut = (total: number, weights: readonly number[], caps: readonly number[], given: number[]): number => {
  const open: number[] = [];
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) {
    const weight = weights[i] ?? 0;
    if (weight <= 0 || (given[i] ?? 0) >= (caps[i] ?? 0)) continue;
    open.push(i);
    sum += weight;
  }
  if (sum === 0) return 0;
  let spare = total;
  for (const i of open) spare -= Math.floor((total * (weights[i] ?? 0)) / sum);
  const rest = (i: number): number => (total * (weights[i] ?? 0)) % sum;
  const first =
    spare === 0
      ? []
      : open
          .slice()
          .sort((a, b) => rest(b) - rest(a) || a - b)
          .slice(0, spare);
  let placed = 0;
  for (const i of open) {
    const wish = Math.floor((total * (weights[i] ?? 0)) / sum) + (first.includes(i) ? 1 : 0);
    const room = Math.min(wish, (caps[i] ?? 0) - (given[i] ?? 0));
    given[i] = (given[i] ?? 0) + room;
    placed += room;
  }
  return placed;
};
