import { indexOf } from '../../catalogue/scenario-index.ts';
import { GATE_STATUSES } from '../../model/asset.ts';
import { refuse } from '../../model/refusal.ts';
import { isGuard } from '../guards.ts';
import { type Ground, NO_NOTES, type Offered, type VerbRules } from './ground.ts';

const ownGates = ({ scenario, power }: Ground): readonly string[] => indexOf(scenario).gatesOf.get(power) ?? [];

/** One's own gate, unless events hold it. */
export const setGateRules: VerbRules<'setGate'> = {
  offers: (ground) => {
    const offers: Offered[] = [];
    for (const gate of ownGates(ground)) {
      const now = ground.board.gates[gate];
      if (now === undefined || now.held !== null) continue;
      for (const status of GATE_STATUSES)
        if (status !== now.status) offers.push({ order: { verb: 'setGate', gate, status }, notes: NO_NOTES });
    }
    return offers;
  },
  refuse: ({ scenario, power, board }, order) => {
    const gate = indexOf(scenario).gates.get(order.gate)?.gate;
    if (gate === undefined) return refuse('orders/unknown');
    if (gate.owner !== power) return refuse('orders/not-allowed', { why: 'owner' });
    return board.gates[order.gate]?.held === null ? null : refuse('orders/not-allowed', { why: 'held' });
  },
};

/** Guards at one's own gate: anybody may be asked to stand there; one's own are always at hand. */
export const postGuardRules: VerbRules<'postGuard'> = {
  offers: (ground) => {
    const { board, power } = ground;
    return ownGates(ground)
      .filter((gate) => {
        const guard = board.gates[gate]?.guard;
        return guard !== undefined && !(guard.length === 1 && guard[0] === power);
      })
      .map((gate) => ({ order: { verb: 'postGuard', gate, guard: [power] }, notes: NO_NOTES }));
  },
  refuse: ({ scenario, power }, order) => {
    const gate = indexOf(scenario).gates.get(order.gate)?.gate;
    if (gate === undefined) return refuse('orders/unknown');
    if (gate.owner !== power) return refuse('orders/not-allowed', { why: 'owner' });
    return isGuard(scenario, order.guard) ? null : refuse('orders/not-allowed', { why: 'guard' });
  },
};
