import { indexOf } from '../../catalogue/scenario-index.ts';
import type { Condition, Effect } from '../../model/effect.ts';
import type { ActorId } from '../../model/ids.ts';
import type { Order } from '../../model/order.ts';
import type { Scenario } from '../../model/scenario.ts';

/** One rule of a non-player's policy, and the orders that come to the same as what it does. */
export type Act = { readonly rule: string; readonly when: Condition | null; readonly orders: readonly Order[] };

/** Non-players give no orders: what their policy does counts as the order whose effect it has. */
const ordersOf = (scenario: Scenario, actor: ActorId, effect: Effect): readonly Order[] => {
  switch (effect.kind) {
    case 'share':
      return effect.supplier === actor && effect.by > 0
        ? [{ verb: 'court', host: effect.host, area: effect.area }]
        : [];
    case 'progress':
      return effect.sponsor === actor ? [{ verb: 'sponsor', project: effect.project }] : [];
    case 'tension':
      return effect.by < 0
        ? [
            { verb: 'mediate', front: effect.front },
            { verb: 'monitor', front: effect.front },
          ]
        : [];
    case 'gateStatus':
      return [{ verb: 'setGate', gate: effect.gate, status: effect.status }];
    case 'guard':
      return [{ verb: 'postGuard', gate: effect.gate, guard: effect.guard }];
    case 'lift':
      return [{ verb: 'lift', measure: effect.measure }];
    case 'impose':
      return (indexOf(scenario).measures.get(effect.measure)?.against ?? []).map((host) => ({
        verb: 'sanction',
        host,
      }));
    default:
      return [];
  }
};

const known = new WeakMap<Scenario, ReadonlyMap<ActorId, readonly Act[]>>();
const NONE: readonly Act[] = [];

/** What an actor's published policy may do; nothing for a power. */
export const actsOf = (scenario: Scenario, actor: ActorId): readonly Act[] => {
  let acts = known.get(scenario);
  if (acts === undefined) {
    acts = new Map(
      scenario.policies.map((policy) => [
        policy.actor,
        policy.acts.map(({ id, when, effects }) => ({
          rule: id,
          when,
          orders: effects.flatMap((effect) => ordersOf(scenario, policy.actor, effect)),
        })),
      ]),
    );
    known.set(scenario, acts);
  }
  return acts.get(actor) ?? NONE;
};

/** Has this actor a policy, so that it may be party to a draft? */
export const hasPolicy = (scenario: Scenario, actor: ActorId): boolean =>
  scenario.policies.some((policy) => policy.actor === actor);
