import type { Turn } from './turn.ts';

/** Step 3: covert orders and their coming to light. */
export const runCovert = (_turn: Turn): void => undefined;
