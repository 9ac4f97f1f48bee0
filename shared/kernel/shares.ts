/** Value × percent × … ÷ 100 each time, rounded half up at the end. */
export const percentOf = (value: number, ...percents: readonly number[]): number => percentsOf(value, percents);

/** The same for percents in a list. */
export const percentsOf = (value: number, percents: readonly number[]): number => {
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
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) if (isOpen(i, weights, caps, given)) sum += weights[i] ?? 0;
  if (sum === 0) return 0;
  const wishes: number[] = [];
  const rests: number[] = [];
  let spare = total;
  for (let i = 0; i < weights.length; i += 1) {
    const open = isOpen(i, weights, caps, given);
    const part = open ? total * (weights[i] ?? 0) : 0;
    const wish = Math.floor(part / sum);
    wishes.push(wish);
    rests.push(open ? part % sum : TAKEN);
    spare -= wish;
  }
  for (; spare > 0; spare -= 1) {
    const first = largest(rests);
    if (first < 0) break;
    wishes[first] = (wishes[first] ?? 0) + 1;
    rests[first] = TAKEN;
  }
  return place(wishes, caps, given);
};

const TAKEN = -1;

const isOpen = (i: number, weights: readonly number[], caps: readonly number[], given: readonly number[]): boolean =>
  (weights[i] ?? 0) > 0 && (given[i] ?? 0) < (caps[i] ?? 0);

/** Of equals the first; below 0 when all have been taken. */
const largest = (rests: readonly number[]): number => {
  let at = -1;
  let most = TAKEN;
  for (let i = 0; i < rests.length; i += 1) {
    const rest = rests[i] ?? TAKEN;
    if (rest <= most) continue;
    most = rest;
    at = i;
  }
  return at;
};

const place = (wishes: readonly number[], caps: readonly number[], given: number[]): number => {
  let placed = 0;
  for (let i = 0; i < wishes.length; i += 1) {
    const wish = wishes[i] ?? 0;
    if (wish === 0) continue;
    const room = Math.min(wish, (caps[i] ?? 0) - (given[i] ?? 0));
    given[i] = (given[i] ?? 0) + room;
    placed += room;
  }
  return placed;
};
