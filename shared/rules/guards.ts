import { indexOf } from '../catalogue/scenario-index.ts';
import type { Guard } from '../model/asset.ts';
import type { Scenario } from '../model/scenario.ts';

/** Somebody who may stand at a gate, or two of them. */
export const isGuard = (scenario: Scenario, guard: Guard): boolean => {
  const { actors } = indexOf(scenario);
  return guard.every((one) => actors.includes(one)) && guard[0] !== guard[1];
};
