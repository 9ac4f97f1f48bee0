import type { Turn } from './turn.ts';

/** Step 8: readiness, deterrence, probes and operations. */
export const runForce = (_turn: Turn): void => undefined;
