import { simulate } from '../../../shared/analysis/simulate.ts';
import type { Length } from '../../../shared/model/state.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';

/** Seals of a whole match of all kinds of bots, wherever this runs. */
export const sealsOf = (seed: string, length: Length): readonly string[] =>
  simulate(charter2025, { seed, bots: ['random', 'scripted', 'caretaker'], length }).record.turns.map(
    (turn) => turn.chain,
  );
