import type { Condition } from '../../shared/model/effect.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { formatEither, formatList } from './format.ts';
import { t } from './match-text.ts';
import {
  actorName,
  agreementTitle,
  areaName,
  frontName,
  gateName,
  gateRouteName,
  measureName,
  type Papers,
  quarterName,
  routeName,
  supplierName,
} from './names.ts';
import { patternSentence } from './pattern-sentence.ts';

type Bounds = { readonly atLeast?: number; readonly atMost?: number };
const bounds = ({ atLeast, atMost }: Bounds): string => {
  if (atLeast === undefined) return atMost === undefined ? t('bounds.any') : t('bounds.atMost', { most: atMost });
  if (atMost === undefined) return t('bounds.atLeast', { least: atLeast });
  return t(atLeast === atMost ? 'bounds.exactly' : 'bounds.between', { least: atLeast, most: atMost });
};

/** A condition as the half of a sentence that follows `if`; null holds always. */
export const conditionSentence = (condition: Condition | null, scenario: Scenario, papers: Papers = null): string => {
  if (condition === null) return t('condition.always');
  const inner = (one: Condition): string => conditionSentence(one, scenario, papers);
  switch (condition.kind) {
    case 'all':
      return condition.of.length === 0 ? t('condition.always') : formatList(condition.of.map(inner));
    case 'any':
      return formatEither(condition.of.map(inner));
    case 'not':
      return t('condition.not', { condition: inner(condition.of) });
    case 'turn':
      return t(condition.from === condition.to ? 'condition.turn.one' : 'condition.turn', {
        from: quarterName(scenario, condition.from),
        to: quarterName(scenario, condition.to),
      });
    case 'quarter':
      return t('condition.quarter', { quarters: formatEither(condition.in.map(String)) });
    default:
      return simpleCondition(condition, scenario, papers);
  }
};

type Simple = Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' | 'turn' | 'quarter' }>;
const simpleCondition = (condition: Simple, scenario: Scenario, papers: Papers): string => {
  switch (condition.kind) {
    case 'track':
      return t('condition.track', {
        power: actorName(scenario, condition.power),
        track: t(`track.${condition.track}`),
        bounds: bounds(condition),
      });
    case 'share':
      return t('condition.share', {
        supplier: supplierName(scenario, condition.supplier),
        host: actorName(scenario, condition.host),
        area: areaName(condition.area),
        bounds: bounds(condition),
      });
    case 'tension':
      return t('condition.tension', { front: frontName(scenario, condition.front), bounds: bounds(condition) });
    case 'flow':
      return t('condition.flow', { route: routeName(scenario, condition.route), bounds: bounds(condition) });
    case 'gate':
      return t('condition.gate', {
        gate: gateName(scenario, condition.gate),
        route: gateRouteName(scenario, condition.gate),
        status: t(`gate.${condition.status}`),
      });
    case 'regime':
      return t('condition.regime', {
        route: routeName(scenario, condition.route),
        regime: t(`regime.${condition.regime}`),
      });
    case 'inForce':
      return t('condition.inForce', { title: agreementTitle(scenario, papers, condition.agreement) });
    case 'welcome':
      return t('condition.welcome', {
        host: actorName(scenario, condition.host),
        supplier: actorName(scenario, condition.supplier),
        area: areaName(condition.area),
      });
    case 'stands':
      return t('condition.stands', { measure: measureName(scenario, condition.measure) });
    case 'secretDeal':
      return t('condition.secretDeal');
    case 'formula':
      return t('condition.formula', { bounds: bounds(condition) });
    case 'ordered':
      return t('condition.ordered', {
        power: actorName(scenario, condition.power),
        order: patternSentence(condition.order, scenario),
      });
    default:
      return condition satisfies never;
  }
};
