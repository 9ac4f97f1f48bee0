import fc from 'fast-check';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { AREAS } from '../../shared/model/area.ts';
import { GATE_STATUSES, REGIMES, SITE_KINDS } from '../../shared/model/asset.ts';
import { CLAUSE_KINDS, type ClauseDraft, type ClauseTerms, PRICES } from '../../shared/model/clause.ts';
import type { Condition, Effect } from '../../shared/model/effect.ts';
import {
  CLAUSE_FORMS,
  CONDITION_FORMS,
  EFFECT_FORMS,
  type Field,
  type Form,
  ORDER_FIELDS,
} from '../../shared/model/fields.ts';
import {
  type Concession,
  type Order,
  type OrderPattern,
  PATTERN_FIELDS,
  VERB_FAMILY_NAMES,
  VERBS,
} from '../../shared/model/order.ts';
import type { DoorChange } from '../../shared/model/portfolio.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { TRACKS } from '../../shared/model/track.ts';
import { STANDINGS } from '../../shared/notation/field-notation.ts';
import type { Entry } from '../../shared/notation/line-notation.ts';

const numbers = fc.integer({ min: -1_000, max: 1_000 });
const turns = fc.integer({ min: 1, max: 12 });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const clean = <T extends object>(one: T): T =>
  Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)) as T;

/** Anything that could be written about a scenario: right in form, with its own names, legal or not. */
export const writingsOf = (scenario: Scenario) => {
  const { powers } = indexOf(scenario);
  const power = fc.constantFrom(...powers);
  const actor = fc.constantFrom(...powers, ...scenario.others.map((one) => one.id));
  const idsOf = (list: readonly { readonly id: string }[]) =>
    fc.constantFrom(...list.map((one) => one.id), 'none-such');
  const fronts = scenario.fronts;
  const names: { readonly [field: string]: fc.Arbitrary<string> } = {
    gate: idsOf(scenario.routes.flatMap((route) => route.gates)),
    route: idsOf(scenario.routes),
    front: idsOf(fronts),
    prize: idsOf(fronts.flatMap((front) => front.prizes)),
    project: idsOf(scenario.projects),
    measure: idsOf(scenario.measures),
    agreement: idsOf(scenario.agreements),
    institution: idsOf(scenario.agreements),
    clause: fc.constantFrom('c1', 'c2', 'c12'),
    site: fc.oneof(idsOf(scenario.sites), fc.constantFrom(...SITE_KINDS)),
    operator: fc.oneof(actor, fc.constant('outsiders')),
    what: fc.oneof(actor, idsOf(fronts)),
  };
  const area = fc.constantFrom(...AREAS);
  const guard = fc.oneof(fc.tuple(actor), fc.tuple(actor, actor));
  const pattern: fc.Arbitrary<OrderPattern> = fc
    .record({
      verb: fc.constantFrom(...VERBS, ...VERB_FAMILY_NAMES),
      ...Object.fromEntries(
        PATTERN_FIELDS.map((field) => [
          field,
          maybe(
            field === 'area' ? area : field === 'status' ? fc.constantFrom(...GATE_STATUSES) : (names[field] ?? actor),
          ),
        ]),
      ),
    })
    .map(clean) as fc.Arbitrary<OrderPattern>;
  const arbitraryOf = ({ name, shape }: Field): fc.Arbitrary<unknown> => {
    switch (shape) {
      case 'id':
        return names[name] ?? actor;
      case 'area':
        return area;
      case 'status':
        return fc.constantFrom(...GATE_STATUSES);
      case 'guard':
        return guard;
      case 'regime':
        return fc.constantFrom(...REGIMES);
      case 'signedRegime':
        return fc.constantFrom(...REGIMES.slice(1));
      case 'track':
        return fc.constantFrom(...TRACKS);
      case 'price':
        return fc.constantFrom(...PRICES);
      case 'standing':
        return fc.constantFrom(...STANDINGS);
      case 'amount':
        return fc.integer({ min: 1, max: 99 });
      case 'turns':
        return turns;
      case 'percent':
        return fc.integer({ min: 0, max: 100 });
      case 'change':
        return fc.integer({ min: -100, max: 100 });
      case 'actors':
        return fc.uniqueArray(actor, { minLength: 1, maxLength: 3 });
      case 'each':
      case 'not':
        return fc.boolean();
      case 'pattern':
        return pattern;
      case 'terms':
        return terms;
      case 'bounds':
        return numbers;
      default:
        return shape satisfies never;
    }
  };
  const fieldsFrom = (fields: readonly Field[]): fc.Arbitrary<object> =>
    fc
      .record(
        Object.fromEntries(
          fields.flatMap((field): [string, fc.Arbitrary<unknown>][] =>
            field.shape === 'bounds'
              ? [
                  ['atLeast', maybe(numbers)],
                  ['atMost', maybe(numbers)],
                ]
              : [[field.name, field.optional ? maybe(arbitraryOf(field)) : arbitraryOf(field)]],
          ),
        ),
      )
      .map(clean);
  const formFrom = (forms: readonly Form<string>[]): fc.Arbitrary<object> =>
    fc.oneof(...forms.map(({ kind, fields }) => fieldsFrom(fields).map((values) => ({ kind, ...values }))));
  const terms = formFrom(CLAUSE_FORMS) as fc.Arbitrary<ClauseTerms>;
  const effect = formFrom(EFFECT_FORMS) as fc.Arbitrary<Effect>;
  const order = fc.oneof(
    ...VERBS.map((verb) =>
      fc
        .tuple(fieldsFrom(ORDER_FIELDS[verb]), fc.boolean())
        .map(([values, spends]) => ({ verb, ...values, ...(verb === 'squeeze' && spends ? { grievance: true } : {}) })),
    ),
  ) as fc.Arbitrary<Order>;

  const formulas = Object.values(scenario.objectives)
    .flat()
    .map((one) => one.formula.trim().replaceAll(/\s+/gu, ' '));
  const leaf = fc.oneof(
    formFrom(CONDITION_FORMS),
    fc.record({ kind: fc.constant('turn'), from: turns, to: turns }),
    fc.record({
      kind: fc.constant('quarter'),
      in: fc.uniqueArray(fc.constantFrom(1, 2, 3, 4), { minLength: 1, maxLength: 4 }),
    }),
    fc
      .record({
        kind: fc.constant('formula'),
        formula: fc.constantFrom(...formulas),
        atLeast: maybe(numbers),
        atMost: maybe(numbers),
      })
      .map(clean),
  ) as fc.Arbitrary<Condition>;
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('condition'), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    ),
  }));

  const door = fc.record({ area, supplier: actor });
  const doors = fc.oneof(
    fc.record({ kind: fc.constant('welcome'), door, instead: maybe(door) }).map(clean),
    fc.record({ kind: fc.constantFrom('unwelcome', 'bar'), door }),
    fc.constant({ kind: 'unbar' }),
  ) as fc.Arbitrary<DoorChange>;
  const concession = fc
    .record({
      to: fc.oneof(power, fc.constant('anyone')),
      kind: fc.constantFrom(...CLAUSE_KINDS),
      area: maybe(area),
      gate: maybe(names.gate ?? actor),
      route: maybe(names.route ?? actor),
      amount: maybe(fc.integer({ min: 1, max: 99 })),
    })
    .map(clean) as fc.Arbitrary<Concession>;
  const entry = fc.oneof(
    order.map((one): Entry => ({ kind: 'order', order: one })),
    doors.map((change): Entry => ({ kind: 'doors', change })),
    concession.map((one): Entry => ({ kind: 'concession', concession: one })),
    fc
      .tuple(fc.option(condition), order)
      .map(([when, one]): Entry => ({ kind: 'standing', order: { when, order: one } })),
    fc.boolean().map((honour): Entry => ({ kind: 'honour', honour })),
  );
  const actors = fc.uniqueArray(actor, { minLength: 1, maxLength: 3 });
  const clause = fc
    .record({
      by: actors,
      to: actors,
      terms,
      from: turns,
      until: fc.option(turns),
      every: maybe(turns),
      dependsOn: maybe(fc.constantFrom('c1', 'c2')),
      unlessConsentOf: maybe(power),
    })
    .map(clean) as fc.Arbitrary<ClauseDraft>;
  return { power, order, pattern, terms, effect, condition, entry, clause };
};
