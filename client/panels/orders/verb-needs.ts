import { VERBS, type Verb } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { t } from '../../text/match-text.ts';

/** The rule of the book that says what each verb needs. */
export const RULE_OF: { readonly [V in Verb]: string } = {
  court: 'VB1',
  squeeze: 'VB7',
  harden: 'VB4',
  setGate: 'RT1',
  postGuard: 'RT1',
  mediate: 'SO1',
  monitor: 'SO3',
  recognise: 'SO4',
  sanction: 'SO5',
  lift: 'SO6',
  denounce: 'SO7',
  sponsor: 'PJ1',
  award: 'PJ4',
  spy: 'CV2',
  destabilise: 'CV3',
  coup: 'CV4',
  sabotage: 'CV5',
  blockade: 'CV6',
  mobilise: 'FO5',
  standDown: 'FO6',
  deter: 'FO7',
  probe: 'FO9',
  operate: 'FO10',
};
export const isVerb = (name: string): name is Verb => (VERBS as readonly string[]).includes(name);

/** What must be so before an order of this verb can be given, with the scenario's own numbers. */
export const needsOf = (verb: Verb, { magnitudes }: Scenario): string =>
  t(`verb.needs.${verb}`, {
    squeeze: magnitudes.squeeze.minShare,
    credibility: magnitudes.squeeze.credibility,
    harden: magnitudes.harden.fadeTo,
    mediate: magnitudes.mediate.minTension,
    coupShare: magnitudes.covert.coup.share,
    coupStability: magnitudes.covert.coup.stabilityUnder,
    operate: magnitudes.force.operateTension,
  });
