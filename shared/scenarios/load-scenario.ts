import type { Scenario } from '../model/scenario.ts';
import { LENGTHS } from '../model/state.ts';
import { checkAssets } from './check-assets.ts';
import { checkBoard } from './check-board.ts';
import { checkCards } from './check-cards.ts';
import { checkGoals } from './check-goals.ts';
import { checkOutsiders } from './check-outsiders.ts';
import { checkPapers } from './check-papers.ts';
import { checkPlans } from './check-plans.ts';
import { checkSources } from './check-sources.ts';
import { withSanctions } from './compose-scenario.ts';
import { type Desk, knownNames, lookIn } from './known-names.ts';
import type { Problem, Report } from './problems.ts';
import { asScenario, scenarioSchema } from './scenario-schema.ts';
import { shapeProblems } from './shape-problems.ts';

export type Loaded =
  | { readonly ok: true; readonly scenario: Scenario }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a scenario that somebody wrote: first its shape, then whether its parts fit each other. Every
 * problem says where it is and what would mend it. In plans, `from` and `until` of an offer's clauses count from
 * the turn in which the offer is made (0 is that turn), the bot adds the turn, and null stays null.
 */
export const loadScenario = (raw: unknown): Loaded => {
  const read = scenarioSchema.safeParse(raw);
  if (!read.success) return { ok: false, problems: shapeProblems(read.error.issues, raw, scenarioSchema) };
  const scenario = withSanctions(asScenario(read.data));
  const problems: Problem[] = [];
  const report: Report = (path, message) => {
    problems.push({ path, message });
  };
  const names = knownNames(scenario);
  const desk: Desk = { scenario, names, report, look: lookIn(names, report) };
  checkLengths(desk);
  checkMagnitudes(desk);
  checkBoard(desk);
  checkAssets(desk);
  checkPapers(desk);
  checkCards(desk);
  checkOutsiders(desk);
  checkGoals(desk);
  checkPlans(desk);
  checkSources(desk);
  return problems.length === 0 ? { ok: true, scenario } : { ok: false, problems };
};

/** “The longest match” is the standard one, everywhere. */
const checkLengths = ({ scenario, report }: Desk): void => {
  for (const [i, length] of LENGTHS.entries()) {
    const shorter = LENGTHS[i - 1];
    if (shorter !== undefined && scenario.lengths[length] < scenario.lengths[shorter])
      report(
        `lengths.${length}`,
        `A ${length} match is no shorter than a ${shorter} one: at least ${scenario.lengths[shorter]}.`,
      );
  }
};

/** Numbers that are read as ladders must climb. */
const checkMagnitudes = ({ scenario, report }: Desk): void => {
  const { capital, harden, bands } = scenario.magnitudes;
  const steps = capital.incomeByStability;
  if (steps.some((step, i) => i > 0 && step.under <= (steps[i - 1]?.under ?? 0)))
    report('magnitudes.capital.incomeByStability', 'The steps must climb: each “under” above the one before.');
  if ((steps.at(-1)?.under ?? 0) <= 100)
    report(
      'magnitudes.capital.incomeByStability',
      'The last step must reach past 100, so that a stability of 100 has an income.',
    );
  if (harden.fadeFrom >= harden.fadeTo)
    report('magnitudes.harden.fadeTo', 'Hardening must fade to a higher share than it fades from.');
  for (const [track, [middling, high]] of Object.entries(bands)) {
    if (middling >= high)
      report(
        `magnitudes.bands.${track}`,
        'The second number, where high begins, must be above the first, where middling begins.',
      );
  }
};
