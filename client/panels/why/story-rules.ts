import type { Magnitudes } from '../../../shared/model/magnitudes.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { t } from '../../text/match-text.ts';
import { actorName, measureName } from '../../text/names.ts';
import { isVerb, needsOf, RULE_OF } from '../orders/verb-needs.ts';
import { breachPrice } from '../treaty/drafting.ts';
import { figureKey } from './figure-key.ts';
import { movesOf, PLAIN, partsOf, type Story, startOf, type Teller } from './story.ts';

/** Numbers that nothing moves during a match: they stand in the rules, and the scenario gives them. */
const RULES = {
  grievance: ({ grievanceTurns }: Magnitudes) => grievanceTurns,
  signing: ({ treaty }: Magnitudes) => treaty.capital,
  leaving: ({ credibility }: Magnitudes) => credibility.withdrawal,
  operating: ({ force }: Magnitudes) => force.operateTension,
  recognising: ({ recognise }: Magnitudes) => recognise.stability,
} as const;
export type RuleFigure = keyof typeof RULES;
const isRule = (name: string): name is RuleFigure => Object.hasOwn(RULES, name);

/** What a verb needs before it can be ordered. */
const needs = (verb: string, scenario: Scenario): Story | null =>
  isVerb(verb)
    ? {
        ...PLAIN,
        value: '',
        title: t('figure.rule.needs', { verb: t(`verb.${verb}`) }),
        note: needsOf(verb, scenario),
        moves: [],
        fixed: true,
        start: t('figure.rule.needs.start', { rule: RULE_OF[verb] }),
      }
    : null;

export const rule: Teller = ([name = '', verb = ''], scenario) => {
  if (name === 'needs') return needs(verb, scenario);
  if (!isRule(name)) return null;
  return {
    ...PLAIN,
    title: t(`figure.rule.${name}`),
    value: t(`figure.rule.${name}.value`, { n: RULES[name](scenario.magnitudes) }),
    moves: [],
    fixed: true,
    start: t(`figure.rule.${name}.start`),
  };
};

/** What a breach of a promise in this form would cost me. */
export const breach: Teller = ([form = ''], scenario, view, tell) => {
  if (form !== 'treaty' && form !== 'statement') return null;
  const { viewer } = view;
  return {
    ...PLAIN,
    title: t('figure.breach', { form: t(`form.${form}`) }),
    value: t('figure.breach.value', { n: breachPrice(scenario, view, viewer, form) }),
    note: t('figure.breach.note', { crisis: scenario.magnitudes.stability.crisis }),
    parts: partsOf([figureKey('track', viewer, 'credibility'), figureKey('track', viewer, 'stability')], tell),
    moves: [],
    fixed: true,
    start: t('cause.rule', { rule: 'CR2', text: t('rule.CR2') }),
  };
};

const objectiveOf = (scenario: Scenario, power: string, id: string) =>
  [...(scenario.objectives[power] ?? []), ...(scenario.agendas[power] ?? [])].find((one) => one.id === id);

export const weight: Teller = ([power = '', id = ''], scenario) => {
  const found = objectiveOf(scenario, power, id);
  if (found === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.weight', { power: actorName(scenario, power), objective: found.title }),
    value: String(found.weight),
    note: t('figure.weight.note'),
    moves: [],
    fixed: true,
    start: startOf(found.weight, found.why, found.source),
    thing: { kind: 'country', id: power },
  };
};

/** How much of a court a standing measure lets through. */
export const passing: Teller = ([id = ''], scenario, _view, tell) => {
  const found = scenario.measures.find((one) => one.id === id);
  if (found === undefined || found.courtPercent === null) return null;
  return {
    ...PLAIN,
    title: t('figure.passing', { measure: measureName(scenario, id) }),
    value: t('figure.passing.value', { percent: found.courtPercent }),
    parts: partsOf([figureKey('measure', id)], tell),
    moves: [],
    fixed: true,
    start: startOf(t('figure.passing.value', { percent: found.courtPercent }), undefined, found.source),
    thing: { kind: 'measure', id },
  };
};

/** What signing a regime costs an owner at home. */
export const regimeCost: Teller = ([id = '', regime = '', power = ''], scenario, view) => {
  const route = scenario.routes.find((one) => one.id === id);
  const cost = route?.regimeCost[regime as keyof typeof route.regimeCost]?.[power];
  if (route === undefined || cost === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.regimeCost', { route: route.name, power: actorName(scenario, power) }),
    value: t('figure.regimeCost.value', { n: cost }),
    note: t('cause.rule', { rule: 'RT2', text: t('rule.RT2') }),
    moves: movesOf(view, (event) => event.kind === 'regimeSet' && event.route === id),
    start: startOf(t('figure.regimeCost.value', { n: cost }), route.note, route.source),
    thing: { kind: 'route', id },
  };
};
