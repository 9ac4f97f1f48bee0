import type { Effect } from '../../shared/model/effect.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { t } from './match-text.ts';
import {
  agreementTitle,
  areaName,
  frontName,
  gateName,
  gateRouteName,
  guardNames,
  measureName,
  type Papers,
  prizeName,
  projectName,
  routeName,
  signed,
  siteName,
  supplierName,
} from './names.ts';

/** `$winner` of a project’s effects is whoever wins it. */
const effectActor = (scenario: Scenario, actor: string): string =>
  actor === '$winner' ? t('effect.winner') : supplierName(scenario, actor);

const effectBlanks = (
  effect: Effect,
  scenario: Scenario,
  papers: Papers,
): { readonly [blank: string]: string | number } => {
  const actor = (id: string): string => effectActor(scenario, id);
  return {
    ...('by' in effect ? { by: signed(effect.by) } : {}),
    ...('host' in effect ? { host: actor(effect.host) } : {}),
    ...('area' in effect ? { area: areaName(effect.area) } : {}),
    ...('supplier' in effect ? { supplier: actor(effect.supplier) } : {}),
    ...('power' in effect ? { power: actor(effect.power) } : {}),
    ...('track' in effect ? { track: t(`track.${effect.track}`) } : {}),
    ...('front' in effect ? { front: frontName(scenario, effect.front) } : {}),
    ...('gate' in effect ? { gate: gateName(scenario, effect.gate), route: gateRouteName(scenario, effect.gate) } : {}),
    ...('status' in effect ? { status: t(`gate.${effect.status}`) } : {}),
    ...('turns' in effect ? { turns: effect.turns ?? 0 } : {}),
    ...('guard' in effect ? { guard: guardNames(scenario, effect.guard) } : {}),
    ...('route' in effect ? { route: routeName(scenario, effect.route) } : {}),
    ...('regime' in effect ? { regime: t(`regime.${effect.regime}`) } : {}),
    ...('site' in effect ? { site: siteName(scenario, effect.site) } : {}),
    ...('operator' in effect ? { operator: actor(effect.operator) } : {}),
    ...('project' in effect ? { project: projectName(scenario, effect.project) } : {}),
    ...('sponsor' in effect ? { sponsor: actor(effect.sponsor) } : {}),
    ...('holder' in effect ? { holder: actor(effect.holder), against: actor(effect.against) } : {}),
    ...('measure' in effect ? { measure: measureName(scenario, effect.measure) } : {}),
    ...('prize' in effect ? { prize: prizeName(scenario, effect.prize), to: actor(effect.to) } : {}),
    ...('actor' in effect ? { actor: actor(effect.actor) } : {}),
    ...('percent' in effect ? { percent: effect.percent } : {}),
    ...('agreement' in effect ? { title: agreementTitle(scenario, papers, effect.agreement) } : {}),
  };
};

/** One primitive of a card, a measure, a policy or a correction: what it does, with its numbers. */
export const effectSentence = (effect: Effect, scenario: Scenario, papers: Papers = null): string =>
  t(
    effect.kind === 'gateStatus' && effect.turns !== undefined ? 'effect.gateStatus.held' : `effect.${effect.kind}`,
    effectBlanks(effect, scenario, papers),
  );
