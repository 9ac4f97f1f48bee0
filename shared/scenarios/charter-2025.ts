import type { Scenario } from '../model/scenario.ts';
import actions from './charter-2025/actions.json' with { type: 'json' };
import agreements from './charter-2025/agreements.json' with { type: 'json' };
import assets from './charter-2025/assets.json' with { type: 'json' };
import cards from './charter-2025/cards.json' with { type: 'json' };
import measures from './charter-2025/measures.json' with { type: 'json' };
import objectives from './charter-2025/objectives.json' with { type: 'json' };
import offers from './charter-2025/offers.json' with { type: 'json' };
import plans from './charter-2025/plans.json' with { type: 'json' };
import policies from './charter-2025/policies.json' with { type: 'json' };
import portfolios from './charter-2025/portfolios.json' with { type: 'json' };
import scenario from './charter-2025/scenario.json' with { type: 'json' };
import sources from './charter-2025/sources.json' with { type: 'json' };
import tracks from './charter-2025/tracks.json' with { type: 'json' };
import { composeScenario, shippedScenario } from './compose-scenario.ts';

/** Six powers and the South Caucasus, from the first quarter of 2025. */
export const charter2025: Scenario = shippedScenario(
  composeScenario({
    scenario,
    actions,
    agreements,
    assets,
    cards,
    measures,
    objectives,
    offers,
    plans,
    policies,
    portfolios,
    sources,
    tracks,
  }),
);
