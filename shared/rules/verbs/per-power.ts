import type { PowerId } from '../../model/ids.ts';
import type { Scenario } from '../../model/scenario.ts';

/** What never changes for a power in a scenario, made once: offers must be fast. */
export const perPower = <T>(make: (scenario: Scenario, power: PowerId) => T) => {
  const known = new WeakMap<Scenario, Map<PowerId, T>>();
  return (scenario: Scenario, power: PowerId): T => {
    let byPower = known.get(scenario);
    if (byPower === undefined) {
      byPower = new Map();
      known.set(scenario, byPower);
    }
    let made = byPower.get(power);
    if (made === undefined) {
      made = make(scenario, power);
      byPower.set(power, made);
    }
    return made;
  };
};
