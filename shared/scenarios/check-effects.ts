import type { Condition, Effect } from '../model/effect.ts';
import { TRACK_BOUNDS } from '../model/track.ts';
import { checkFormula } from './check-formulas.ts';
import { checkPattern } from './check-orders.ts';
import type { Desk } from './known-names.ts';

/** Everything that an effect names must exist. */
export const checkEffects = (desk: Desk, effects: readonly Effect[], path: string): void => {
  for (const [i, effect] of effects.entries()) checkEffect(desk, effect, `${path}[${i}]`);
};

const checkEffect = (desk: Desk, effect: Effect, path: string): void => {
  const { look, report } = desk;
  switch (effect.kind) {
    case 'share':
      look('host', effect.host, `${path}.host`);
      look('supplier', effect.supplier, `${path}.supplier`);
      if (effect.supplier === effect.host) report(`${path}.supplier`, 'A host’s own share is written as “own”.');
      return;
    case 'track':
      return void look('power', effect.power, `${path}.power`);
    case 'tension':
      return void look('front', effect.front, `${path}.front`);
    case 'grievance':
      look('power', effect.holder, `${path}.holder`);
      look('power', effect.against, `${path}.against`);
      if (effect.holder === effect.against)
        report(`${path}.against`, 'Nobody holds a grievance against itself. Name another power.');
      return;
    case 'lift':
    case 'impose':
      return void look('measure', effect.measure, `${path}.measure`);
    case 'endAgreement':
      return void look('institution', effect.agreement, `${path}.agreement`);
    case 'expose':
      return;
    default:
      checkAssetEffect(desk, effect, path);
  }
};

type AssetEffect = Extract<
  Effect,
  { readonly kind: 'gateStatus' | 'guard' | 'regime' | 'site' | 'operator' | 'progress' | 'prize' | 'profit' }
>;

const checkAssetEffect = ({ look, report, scenario }: Desk, effect: AssetEffect, path: string): void => {
  switch (effect.kind) {
    case 'gateStatus':
      return void look('gate', effect.gate, `${path}.gate`);
    case 'guard':
      look('gate', effect.gate, `${path}.gate`);
      for (const [i, guard] of effect.guard.entries()) look('actor', guard, `${path}.guard[${i}]`);
      return;
    case 'regime':
      return void look('route', effect.route, `${path}.route`);
    case 'site':
      return void look('site', effect.site, `${path}.site`);
    case 'operator':
      look('site', effect.site, `${path}.site`);
      return void look('actor', effect.operator, `${path}.operator`);
    case 'progress':
      look('project', effect.project, `${path}.project`);
      look('actor', effect.sponsor, `${path}.sponsor`);
      if (!(scenario.projects.find((one) => one.id === effect.project)?.sponsors.includes(effect.sponsor) ?? true))
        report(`${path}.sponsor`, `${effect.sponsor} is not among the sponsors of ${effect.project}.`);
      return;
    case 'prize':
      look('prize', effect.prize, `${path}.prize`);
      return void look('actor', effect.to, `${path}.to`);
    case 'profit':
      look('route', effect.route, `${path}.route`);
      return void look('actor', effect.actor, `${path}.actor`);
    default:
      effect satisfies never;
  }
};

/** Everything that a condition names must exist, and its bounds must leave something between them. */
export const checkCondition = (desk: Desk, condition: Condition | null, path: string): void => {
  if (condition === null) return;
  checkBounds(desk, condition, path);
  if (condition.kind === 'not') checkCondition(desk, condition.of, `${path}.of`);
  else if (condition.kind === 'all' || condition.kind === 'any') {
    for (const [i, part] of condition.of.entries()) checkCondition(desk, part, `${path}.of[${i}]`);
  } else checkConditionNames(desk, condition, path);
};

const checkBounds = ({ report }: Desk, condition: Condition, path: string): void => {
  if ('atLeast' in condition || 'atMost' in condition) {
    const least = condition.atLeast ?? Number.MIN_SAFE_INTEGER;
    if (least > (condition.atMost ?? Number.MAX_SAFE_INTEGER))
      report(path, 'atLeast is above atMost, so this never holds. Swap the two.');
    const most = highestOf(condition);
    if (least > most) report(`${path}.atLeast`, `It never gets higher than ${most}, so this never holds.`);
    if ((condition.atMost ?? 0) < 0 && condition.kind !== 'formula')
      report(`${path}.atMost`, 'It never gets lower than 0, so this never holds.');
  }
  if (condition.kind === 'turn' && condition.from > condition.to)
    report(path, 'from is after to, so this never holds. Swap the two.');
};

const highestOf = (condition: Condition): number => {
  if (condition.kind === 'track') return TRACK_BOUNDS[condition.track][1];
  if (condition.kind === 'share') return 100;
  if (condition.kind === 'tension') return 10;
  return condition.kind === 'flow' ? 2 : Number.MAX_SAFE_INTEGER;
};

type Leaf = Exclude<Condition, { readonly kind: 'all' | 'any' | 'not' }>;

const checkConditionNames = (desk: Desk, condition: Leaf, path: string): void => {
  const { look } = desk;
  switch (condition.kind) {
    case 'track':
      return void look('power', condition.power, `${path}.power`);
    case 'share':
    case 'welcome':
      look('host', condition.host, `${path}.host`);
      return void look('supplier', condition.supplier, `${path}.supplier`);
    case 'tension':
      return void look('front', condition.front, `${path}.front`);
    case 'flow':
    case 'regime':
      return void look('route', condition.route, `${path}.route`);
    case 'gate':
      return void look('gate', condition.gate, `${path}.gate`);
    case 'inForce':
      return void look('institution', condition.agreement, `${path}.agreement`);
    case 'stands':
      return void look('measure', condition.measure, `${path}.measure`);
    case 'formula':
      return void checkFormula(desk, condition.formula, `${path}.formula`);
    case 'ordered':
      if (look('power', condition.power, `${path}.power`))
        checkPattern(desk, [condition.power], condition.order, `${path}.order`);
      return;
    case 'turn':
    case 'quarter':
    case 'secretDeal':
      return;
    default:
      condition satisfies never;
  }
};
