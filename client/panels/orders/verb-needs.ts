import type { Verb } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { t } from '../../text/match-text.ts';

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
