import type { Effect } from '../model/effect.ts';
import type { Desk } from './known-names.ts';

/** Everything that an effect names must exist. */
export const checkEffects = (desk: Desk, effects: readonly Effect[], path: string): void => {
  for (const [i, effect] of effects.entries()) checkEffect(desk, effect, `${path}[${i}]`);
};

const checkEffect = (desk: Desk, effect: Effect, path: string): void => {
  const { look, report } = desk;
  if ('by' in effect && effect.by === 0)
    report(`${path}.by`, 'This changes nothing. Write another number, or remove the effect.');
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
