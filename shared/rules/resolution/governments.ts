import type { Turn } from './turn.ts';

/** Step 9: falls of government and elections. */
export const runGovernments = (_turn: Turn): void => undefined;
