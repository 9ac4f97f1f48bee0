import { indexOf } from '../catalogue/scenario-index.ts';
import type { PowerId } from '../model/ids.ts';
import type { OrderPattern } from '../model/order.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Board } from '../model/state.ts';

/** Was there a legal order that matches, paid from what the power had as the turn began? An excuse needs a no. (AG6) */
export const couldOrder = (scenario: Scenario, start: Board, power: PowerId, pattern: OrderPattern): boolean => {
  const index = indexOf(scenario);
  const tracks = start.tracks[power];
  const action =
    index.action(pattern.verb, pattern.area ?? null) ?? scenario.actions.find((one) => one.verb === pattern.verb);
  if (
    tracks === undefined ||
    action === undefined ||
    tracks.capital < action.capital ||
    tracks.treasury < action.treasury
  )
    return false;
  const areas = pattern.area === undefined ? null : pattern.area;
  switch (pattern.verb) {
    case 'court':
      return pattern.host === undefined || (pattern.host !== power && start.portfolios[pattern.host] !== undefined);
    case 'squeeze': {
      if (tracks.credibility < scenario.magnitudes.squeeze.credibility) return false;
      const hosts = pattern.host === undefined ? index.powers : [pattern.host];
      return hosts.some((host) =>
        Object.entries(start.portfolios[host] ?? {}).some(
          ([area, row]) =>
            (areas === null || area === areas) && (row[power] ?? 0) >= scenario.magnitudes.squeeze.minShare,
        ),
      );
    }
    case 'harden':
      return true;
    case 'setGate':
    case 'postGuard': {
      const gates = pattern.gate === undefined ? [...index.gates.keys()] : [pattern.gate];
      return gates.some((gate) => index.gates.get(gate)?.gate.owner === power && start.gates[gate]?.held === null);
    }
    default:
      return pattern.verb satisfies never;
  }
};
