import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { AREAS } from '../../../shared/model/area.ts';
import { GATE_STATUSES, REGIMES } from '../../../shared/model/asset.ts';
import type { Field } from '../../../shared/model/fields.ts';
import { isCovert, type OrderPattern, VERB_FAMILY_NAMES, VERBS } from '../../../shared/model/order.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { TRACKS } from '../../../shared/model/track.ts';
import { t } from '../../text/match-text.ts';
import { actorName, agreementTitle, areaName, supplierName } from '../../text/names.ts';
import { patternSentence } from '../../text/pattern-sentence.ts';
import { sentenceCase } from '../../text/terms-sentence.ts';
import { gateLabel } from '../order-facets.ts';

export type FieldChoice = { readonly id: string; readonly label: string; readonly value: unknown };

const named = (list: Iterable<{ readonly id: string; readonly name: string }>): readonly FieldChoice[] =>
  [...list].map(({ id, name }) => ({ id, label: name, value: id }));
const actors = (scenario: Scenario, ids: readonly string[]): readonly FieldChoice[] =>
  ids.map((id) => ({ id, label: actorName(scenario, id), value: id }));
const words = <T extends string>(ids: readonly T[], tell: (id: T) => string): readonly FieldChoice[] =>
  ids.map((id) => ({ id, label: tell(id), value: id }));

/** Orders that everybody sees, of any kind or aimed at somebody. */
const patterns = (scenario: Scenario): readonly FieldChoice[] => {
  const verbs = [
    ...VERB_FAMILY_NAMES.filter((family) => family !== 'covert'),
    ...VERBS.filter((verb) => !isCovert({ verb })),
  ];
  const hosts = [undefined, ...indexOf(scenario).hosts];
  return verbs.flatMap((verb) =>
    hosts
      .map((host): OrderPattern => (host === undefined ? { verb } : { verb, host }))
      .map((pattern) => ({
        id: `${pattern.verb}/${pattern.host ?? ''}`,
        label: sentenceCase(patternSentence(pattern, scenario)),
        value: pattern,
      })),
  );
};

/** What may stand in a field that holds a name, by the name of the field. */
const byName = (name: string, scenario: Scenario, view: SeatView): readonly FieldChoice[] => {
  const index = indexOf(scenario);
  switch (name) {
    case 'power':
    case 'holder':
    case 'against':
      return actors(scenario, index.powers);
    case 'host':
      return actors(scenario, index.hosts);
    case 'supplier':
      return [{ id: 'own', label: supplierName(scenario, 'own'), value: 'own' }, ...actors(scenario, index.actors)];
    case 'front':
      return named(scenario.fronts);
    case 'route':
      return named(scenario.routes);
    case 'gate':
      return [...index.gates.keys()].map((id) => ({ id, label: gateLabel(scenario, id), value: id }));
    case 'site':
      return named(scenario.sites);
    case 'project':
      return named(scenario.projects);
    case 'prize':
      return named(scenario.fronts.flatMap((front) => front.prizes));
    case 'measure':
      return named(index.measures.values());
    case 'agreement':
      return view.agreements.map((one) => ({ id: one.id, label: agreementTitle(scenario, view, one), value: one.id }));
    default:
      return actors(scenario, index.actors);
  }
};

/** Everything that may stand in a field; empty for numbers. */
export const choicesOf = ({ name, shape }: Field, scenario: Scenario, view: SeatView): readonly FieldChoice[] => {
  switch (shape) {
    case 'area':
      return words(AREAS, areaName);
    case 'status':
      return words(GATE_STATUSES, (id) => t(`gate.${id}`));
    case 'regime':
      return words(REGIMES, (id) => t(`regime.${id}`));
    case 'track':
      return words(TRACKS, (id) => t(`track.${id}`));
    case 'guard':
      return actors(scenario, indexOf(scenario).actors).map((one) => ({ ...one, value: [one.id] }));
    case 'pattern':
      return patterns(scenario);
    case 'id':
      return byName(name, scenario, view);
    default:
      return [];
  }
};

/** Bounds of a field that is a number; null for what is chosen. */
export const boundsOf = ({ shape }: Field): readonly [least: number, most: number] | null => {
  switch (shape) {
    case 'change':
      return [-100, 100];
    case 'percent':
      return [0, 100];
    case 'turns':
      return [0, 12];
    case 'amount':
      return [1, 99];
    default:
      return null;
  }
};
