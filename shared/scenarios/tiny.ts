import type { Scenario } from '../model/scenario.ts';
import { shippedScenario } from './compose-scenario.ts';
import tinyData from './tiny/tiny.json' with { type: 'json' };

/** Three invented powers, two of them hosts, and round numbers: the ground on which the rules are tested. */
export const tiny: Scenario = shippedScenario(tinyData);
