import type { Turn } from './turn.ts';

/** Step 6: sponsors, awards and stages. */
export const runProjects = (_turn: Turn): void => undefined;
