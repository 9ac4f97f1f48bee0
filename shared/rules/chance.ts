import { luckFor } from '../kernel/luck.ts';
import type { Log } from './log.ts';

/** Seed of a state that is only supposed, for a preview. */
export const SUPPOSED = 'suppose';

/**
 * Does what has so many percent of a chance happen? One substream for each turn and purpose, so that
 * no roll shifts another. Where a state is only supposed nothing is rolled: the likelier is shown.
 */
export const happens = (log: Log, percent: number, ...purpose: readonly string[]): boolean => {
  const { seed, board, table } = log.state;
  if (seed === SUPPOSED) return percent > 50;
  return luckFor(seed, board.turn, table.draw, ...purpose).integer(1, 100) <= percent;
};
