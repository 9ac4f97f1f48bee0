import { holds } from '../../catalogue/conditions.ts';
import type { Policy, PolicyRule, Scenario } from '../../model/scenario.ts';
import type { Board } from '../../model/state.ts';
import { applyEffects } from '../effects.ts';
import type { Turn } from './turn.ts';

/**
 * Step 11: each non-player reads its rules from the top on the board as the step begins; the first that
 * holds and does not rest is its act of the turn. A rule of last resort that does nothing is not told. (NP1)
 */
export const runPolicies = ({ log }: Turn, before: Board): void => {
  for (const policy of log.scenario.policies) {
    const rule = actOf(policy, log.scenario, before);
    if (rule === null || (rule.when === null && rule.effects.length === 0)) continue;
    const { actor } = policy;
    const id = log.add({ kind: 'policyActed', actor, rule: rule.id }, { kind: 'policy', actor, rule: rule.id });
    applyEffects(log, rule.effects, { kind: 'events', ids: [id] }, rule.id);
  }
};

const actOf = (policy: Policy, scenario: Scenario, board: Board): PolicyRule | null => {
  for (const rule of policy.acts) {
    if (isResting(rule, board) || (rule.when !== null && !holds(rule.when, scenario, board))) continue;
    return rule;
  }
  return null;
};

/** `rest` turns lie between two acts of a rule; null is once in a match. */
const isResting = ({ id, rest }: PolicyRule, { policies, turn }: Board): boolean => {
  const last = policies[id];
  if (last === undefined || rest === undefined) return false;
  return rest === null || turn - last <= rest;
};
