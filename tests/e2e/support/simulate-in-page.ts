import { simulate } from '../../../shared/analysis/simulate.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';

/** Called from a page: seals of a whole match, to compare with the server's. */
Object.assign(globalThis, {
  sealsOf: (seed: string) =>
    simulate(charter2025, { seed, bots: ['random', 'scripted'], length: 'sprint' }).record.turns.map(
      (turn) => turn.chain,
    ),
});
