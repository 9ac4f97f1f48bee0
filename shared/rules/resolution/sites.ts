import type { Turn } from './turn.ts';

/** Part of step 5: promised sites come up, foreign posts go. */
export const runSites = (_turn: Turn): void => undefined;
