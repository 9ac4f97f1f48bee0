import { type OrderPattern, PATTERN_FIELDS } from '../../shared/model/order.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { enTerms } from './en-terms.ts';
import { t } from './match-text.ts';
import { actorName, areaName, frontName, gateName, measureName, projectName, recognisedName } from './names.ts';

type Field = (typeof PATTERN_FIELDS)[number];

const fieldName = (field: Field, pattern: OrderPattern, scenario: Scenario): string | null => {
  const value = pattern[field];
  if (value === undefined) return null;
  switch (field) {
    case 'area':
      return pattern.area === undefined ? null : areaName(pattern.area);
    case 'gate':
      return gateName(scenario, value);
    case 'status':
      return pattern.status === undefined ? null : t(`gate.${pattern.status}`);
    case 'front':
      return frontName(scenario, value);
    case 'project':
      return t('named.project', { name: projectName(scenario, value) });
    case 'measure':
      return t('named.measure', { name: measureName(scenario, value) });
    case 'what':
      return recognisedName(scenario, value);
    default:
      return actorName(scenario, value);
  }
};

/** A verb or a family with what narrows it: the verb's own objects in their place, all else behind. */
export const patternSentence = (pattern: OrderPattern, scenario: Scenario): string => {
  // Aimed at nobody it takes in what is done at home.
  const key =
    pattern.verb === 'force' && pattern.host === undefined ? 'pattern.force.any' : (`pattern.${pattern.verb}` as const);
  const template: string = enTerms[key];
  const blanks: Record<string, string> = {};
  const also: string[] = [];
  for (const field of PATTERN_FIELDS) {
    const name = fieldName(field, pattern, scenario);
    if (template.includes(`{${field}}`)) blanks[field] = name ?? t(`pattern.any.${field}`);
    else if (name !== null) also.push(t(`pattern.also.${field}`, { name }));
  }
  return t(key, blanks) + also.join('');
};
