import type { Turn } from './turn.ts';

/** Step 7: mediation, monitors, recognition, measures, denunciation. */
export const runDiplomacy = (_turn: Turn): void => undefined;
