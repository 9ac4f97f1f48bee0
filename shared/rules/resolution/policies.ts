import type { Turn } from './turn.ts';

/** Step 11: what non-players do by themselves. */
export const runPolicies = (_turn: Turn): void => undefined;
