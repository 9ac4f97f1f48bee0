import type { Turn } from './turn.ts';

/** Regional war ends the match. */
export const runWar = (_turn: Turn): void => undefined;
