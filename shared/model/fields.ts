import type { ClauseKind, ClauseTerms } from './clause.ts';
import type { Condition, Effect } from './effect.ts';
import type { OrderOf, Verb } from './order.ts';

/**
 * What orders, promises, effects and conditions are made of, in the order in which they are written:
 * the one declaration behind the notation, the schemas of what a client may send, and forms.
 */

/** What may stand in a field. `each` and `not` are words that may follow; `bounds` are `>= 3 <= 5`. */
export type Shape =
  | 'id'
  | 'area'
  | 'status'
  | 'guard'
  | 'regime'
  | 'signedRegime'
  | 'track'
  | 'price'
  | 'standing'
  | 'amount'
  | 'turns'
  | 'percent'
  | 'change'
  | 'actors'
  | 'pattern'
  | 'terms'
  | 'each'
  | 'not'
  | 'bounds';
export type Field = { readonly name: string; readonly shape: Shape; readonly optional: boolean };

/** Names of fields that hold more than a name of a thing. */
const SHAPE_OF: { readonly [name: string]: Shape } = {
  area: 'area',
  status: 'status',
  guard: 'guard',
  regime: 'regime',
  track: 'track',
  price: 'price',
  standing: 'standing',
  amount: 'amount',
  turns: 'turns',
  percent: 'percent',
  by: 'change',
  order: 'pattern',
  demand: 'terms',
  each: 'each',
  open: 'not',
  hosted: 'not',
  bounds: 'bounds',
};

export const shapeOf = (name: string): Shape => SHAPE_OF[name] ?? 'id';

type Written<Name extends string> = Name | `${Name}?` | `${Name}=${Shape}`;
type KeysOf<T> = T extends unknown ? Extract<keyof T, string> : never;

const fieldOf = (text: string): Field => {
  const [named = '', shape] = text.split('=');
  const optional = named.endsWith('?');
  const name = optional ? named.slice(0, -1) : named;
  return { name, shape: (shape as Shape | undefined) ?? shapeOf(name), optional };
};
const fieldsOf = (texts: readonly string[]): readonly Field[] => texts.map(fieldOf);
const mapped = <K extends string>(
  table: { readonly [key in K]: readonly string[] },
): {
  readonly [key in K]: readonly Field[];
} =>
  Object.fromEntries(Object.entries<readonly string[]>(table).map(([key, texts]) => [key, fieldsOf(texts)])) as {
    readonly [key in K]: readonly Field[];
  };

/** `POWER VERB` and then these; `grievance` is written as `squeeze!`. */
export const ORDER_FIELDS: { readonly [V in Verb]: readonly Field[] } = mapped<Verb>({
  court: ['area', 'host'],
  squeeze: ['area', 'host', 'demand'],
  harden: ['area'],
  setGate: ['gate', 'status'],
  postGuard: ['gate', 'guard'],
  mediate: ['front'],
  monitor: ['front'],
  recognise: ['what'],
  sanction: ['host'],
  lift: ['measure'],
  denounce: ['agreement', 'clause'],
  sponsor: ['project'],
  award: ['project', 'sponsor'],
  spy: ['host'],
  destabilise: ['host', 'demand?'],
  coup: ['host'],
  sabotage: ['host', 'project'],
  blockade: ['host', 'gate'],
  mobilise: [],
  standDown: [],
  deter: ['host'],
  probe: ['host', 'front'],
  operate: ['host', 'front', 'prize'],
} satisfies { readonly [V in Verb]: readonly Written<Exclude<KeysOf<OrderOf<V>>, 'verb' | 'grievance'>>[] });

export type Form<Kind extends string> = {
  /** How a line of this kind begins. */ readonly word: string;
  readonly kind: Kind;
  readonly fields: readonly Field[];
};
const form = <Kind extends string>(kind: Kind, texts: readonly string[], word: string = kind): Form<Kind> => ({
  word,
  kind,
  fields: fieldsOf(texts),
});

type ClauseText = Written<Exclude<KeysOf<ClauseTerms>, 'kind'>>;
const clause = (kind: ClauseKind, texts: readonly ClauseText[], word?: string): Form<ClauseKind> =>
  form(kind, texts, word);

export const CLAUSE_FORMS: readonly Form<ClauseKind>[] = [
  clause('do', ['order']),
  clause('refrain', ['order']),
  clause('pay', ['amount', 'each']),
  clause('welcome', ['area', 'supplier', 'open']),
  clause('gate', ['gate', 'status']),
  clause('gate', ['gate', 'guard'], 'guard'),
  clause('gate', ['route', 'regime=signedRegime'], 'regime'),
  clause('host', ['site', 'operator', 'hosted']),
  clause('supply', ['area', 'price']),
  clause('guarantee', ['against=actors']),
  clause('recognise', ['what']),
  clause('member', ['institution', 'standing']),
  clause('disclose', ['agreement']),
];

type EffectText = Written<Exclude<KeysOf<Effect>, 'kind'>>;
const effect = (kind: Effect['kind'], texts: readonly EffectText[]): Form<Effect['kind']> => form(kind, texts);

export const EFFECT_FORMS: readonly Form<Effect['kind']>[] = [
  effect('share', ['host', 'area', 'supplier', 'by']),
  effect('track', ['power', 'track', 'by']),
  effect('tension', ['front', 'by']),
  effect('gateStatus', ['gate', 'status', 'turns?']),
  effect('guard', ['gate', 'guard']),
  effect('regime', ['route', 'regime']),
  effect('site', ['site', 'by']),
  effect('operator', ['site', 'operator']),
  effect('progress', ['project', 'sponsor', 'by']),
  effect('grievance', ['holder', 'against']),
  effect('lift', ['measure']),
  effect('impose', ['measure']),
  effect('prize', ['prize', 'to']),
  effect('profit', ['route', 'actor', 'by']),
  effect('expose', ['percent']),
  effect('endAgreement', ['agreement']),
];

/** Conditions that are a list of fields; turns, quarters, formulas and their joining have a grammar of their own. */
export type PlainCondition = Exclude<
  Condition,
  { readonly kind: 'all' | 'any' | 'not' | 'turn' | 'quarter' | 'formula' }
>;
type ConditionText = Written<Exclude<KeysOf<PlainCondition>, 'kind' | 'atLeast' | 'atMost'> | 'bounds'>;
const condition = (kind: PlainCondition['kind'], texts: readonly ConditionText[]): Form<PlainCondition['kind']> =>
  form(kind, texts);

export const CONDITION_FORMS: readonly Form<PlainCondition['kind']>[] = [
  condition('track', ['power', 'track', 'bounds']),
  condition('share', ['host', 'area', 'supplier', 'bounds']),
  condition('tension', ['front', 'bounds']),
  condition('flow', ['route', 'bounds']),
  condition('gate', ['gate', 'status']),
  condition('regime', ['route', 'regime']),
  condition('inForce', ['agreement']),
  condition('welcome', ['host', 'area', 'supplier']),
  condition('stands', ['measure']),
  condition('secretDeal', []),
  condition('ordered', ['power', 'order']),
];
