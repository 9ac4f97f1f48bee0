import type { OfferDefinition, Policy } from '../model/scenario.ts';
import { checkClause } from './check-clauses.ts';
import { checkCondition } from './check-conditions.ts';
import { checkEffects } from './check-effects.ts';
import type { Desk } from './known-names.ts';
import { mendOf, turnsOf } from './turns-of.ts';

/** What non-players do and sign, what lies on the table, and when people vote. */
export const checkOutsiders = (desk: Desk): void => {
  for (const [i, policy] of desk.scenario.policies.entries()) checkPolicy(desk, policy, `policies[${i}]`);
  for (const [i, offer] of desk.scenario.offers.entries()) checkOffer(desk, offer, `offers[${i}]`);
  checkElections(desk);
};

const checkPolicy = (desk: Desk, policy: Policy, path: string): void => {
  const { scenario, names, look, report } = desk;
  if (look('actor', policy.actor, `${path}.actor`) && names.power.has(policy.actor))
    report(`${path}.actor`, 'Powers are played, and have no policy. Name a non-player.');
  if (scenario.policies.findIndex((one) => one.actor === policy.actor) !== scenario.policies.indexOf(policy))
    report(`${path}.actor`, `${policy.actor} has a policy already. Put the rules into one.`);
  let always: string | null = null;
  for (const [j, rule] of policy.acts.entries()) {
    checkCondition(desk, rule.when, `${path}.acts[${j}].when`);
    checkEffects(desk, rule.effects, `${path}.acts[${j}].effects`);
    if (turnsOf(scenario, rule.when).length === 0)
      report(
        `${path}.acts[${j}].when`,
        `This holds in no turn of the longest match, so the rule never acts. ${mendOf(scenario, rule.when)}`,
      );
    if (always !== null)
      report(
        `${path}.acts[${j}]`,
        `This rule never acts: “${always}” before it holds in every turn. Give that one a condition or a rest, or move it to the end.`,
      );
    if (rule.when === null && (rule.rest === undefined || rule.rest === 0)) always ??= rule.id;
  }
  checkCondition(desk, policy.accepts.when, `${path}.accepts.when`);
};

const checkOffer = (desk: Desk, offer: OfferDefinition, path: string): void => {
  const { look, report } = desk;
  const { draft } = offer;
  for (const [i, party] of draft.parties.entries()) look('actor', party, `${path}.draft.parties[${i}]`);
  if (!draft.parties.includes(offer.by))
    report(`${path}.by`, `Who makes an offer is a party to it. Name one of: ${draft.parties.join(', ')}.`);
  for (const [i, party] of offer.signed.entries()) {
    if (!draft.parties.includes(party))
      report(`${path}.signed[${i}]`, `Only a party signs. Name one of: ${draft.parties.join(', ')}.`);
  }
  if (draft.parties.every((party) => offer.signed.includes(party)))
    report(`${path}.signed`, 'Everybody has signed this, so it is an agreement. Move it to agreements.');
  if (offer.expires > desk.scenario.lengths.standard)
    report(`${path}.expires`, `The longest match ends with turn ${desk.scenario.lengths.standard}.`);
  for (const [i, clause] of draft.clauses.entries()) {
    const earlier = draft.clauses.slice(0, i).map((_, n) => `c${n + 1}`);
    checkClause(desk, draft.parties, clause, earlier, `${path}.draft.clauses[${i}]`);
  }
};

const checkElections = ({ scenario, look, report }: Desk): void => {
  for (const [i, election] of scenario.elections.entries()) {
    look('power', election.power, `elections[${i}].power`);
    if (election.turn > scenario.lengths.standard)
      report(`elections[${i}].turn`, `The longest match ends with turn ${scenario.lengths.standard}.`);
  }
};
