import { z } from 'zod';
import { AREAS } from '../model/area.ts';
import { GATE_STATUSES, REGIMES } from '../model/asset.ts';
import { CLAUSE_KINDS, type ClauseTerms } from '../model/clause.ts';
import type { Condition, Effect } from '../model/effect.ts';
import {
  CLAUSE_FORMS,
  CONDITION_FORMS,
  EFFECT_FORMS,
  type Field,
  type Form,
  ORDER_FIELDS,
  type Shape,
  shapeOf,
} from '../model/fields.ts';
import {
  type ConditionalOrder,
  type Order,
  type OrderPattern,
  type OrderSet,
  PATTERN_FIELDS,
  type StandingOrders,
  VERB_FAMILY_NAMES,
  VERBS,
} from '../model/order.ts';
import { TRACKS } from '../model/track.ts';

/** Longest text of one message, and other caps that a socket or a form must keep. */
export const LIMITS = {
  text: 2_000,
  title: 80,
  name: 24,
  clauses: 12,
  orders: 12,
  standing: 12,
  concessions: 40,
  /** Powers and non-players in one agreement. */ parties: 8,
  /** Conditions joined in one. */ conditions: 8,
  /** How deep they may lie in one another. */ depth: 4,
  payload: 32 * 1024,
  reason: 300,
  effects: 20,
} as const;

/** Schemas of orders, promises, effects and conditions, made from the declaration of their fields. */

export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.#:-]+$/u);
export const turn = z.number().int().min(0).max(200);
const whole = z.number().int();
const status = z.enum(GATE_STATUSES);
export const area = z.enum(AREAS);
const bound = whole.min(-1_000_000).max(1_000_000).exactOptional();

const PATTERN_SHAPES = { area, status, id } as const;
/** A verb or a family and what narrows it. */
export const orderPatternSchema = z.strictObject({
  verb: z.enum([...VERBS, ...VERB_FAMILY_NAMES]),
  ...Object.fromEntries(
    PATTERN_FIELDS.map((field) => [
      field,
      PATTERN_SHAPES[shapeOf(field) as keyof typeof PATTERN_SHAPES].exactOptional(),
    ]),
  ),
}) as unknown as z.ZodType<OrderPattern>;

const schemas: { readonly [S in Exclude<Shape, 'terms' | 'bounds'>]: z.ZodType } = {
  id,
  area,
  status,
  guard: z.union([z.tuple([id]), z.tuple([id, id])]),
  regime: z.enum(REGIMES),
  signedRegime: z.enum(REGIMES).exclude(['none']),
  track: z.enum(TRACKS),
  price: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  standing: z.enum(['joined', 'suspended', 'left']),
  amount: whole.min(1).max(99),
  turns: whole.min(1).max(12),
  percent: whole.min(0).max(100),
  change: whole.min(-100).max(100),
  actors: z.array(id).min(1).max(LIMITS.parties),
  pattern: orderPatternSchema,
  each: z.boolean(),
  not: z.boolean(),
};

type Parts = { [name: string]: z.ZodType };
const partsOf = (fields: readonly Field[]): Parts => {
  const parts: Parts = {};
  for (const { name, shape, optional } of fields) {
    if (shape === 'bounds') Object.assign(parts, { atLeast: bound, atMost: bound });
    else {
      const schema = shape === 'terms' ? clauseTermsSchema : schemas[shape];
      parts[name] = optional ? z.exactOptional(schema) : schema;
    }
  }
  return parts;
};
const formSchema = ({ kind, fields }: Form<string>): z.ZodType =>
  z.strictObject({ kind: z.literal(kind), ...partsOf(fields) });

export const clauseTermsSchema = z.union(CLAUSE_FORMS.map(formSchema)) as unknown as z.ZodType<ClauseTerms>;
export const effectSchema = z.union(EFFECT_FORMS.map(formSchema)) as unknown as z.ZodType<Effect>;

const orderForm = (verb: (typeof VERBS)[number]) =>
  z.strictObject({
    verb: z.literal(verb),
    ...partsOf(ORDER_FIELDS[verb]),
    ...(verb === 'squeeze' ? { grievance: z.boolean().exactOptional() } : {}),
  });
type OrderForm = ReturnType<typeof orderForm>;
/** Told apart by the verb: to try one form after the other was most of what an input took to read. */
export const orderSchema = z.discriminatedUnion(
  'verb',
  VERBS.map(orderForm) as unknown as readonly [OrderForm, ...OrderForm[]],
) as unknown as z.ZodType<Order>;

const leafConditions = [
  ...CONDITION_FORMS.map(formSchema),
  z.strictObject({ kind: z.literal('turn'), from: turn, to: turn }),
  z.strictObject({
    kind: z.literal('quarter'),
    in: z
      .array(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]))
      .min(1)
      .max(4),
  }),
  z.strictObject({
    kind: z.literal('formula'),
    formula: z.string().trim().min(1).max(300),
    atLeast: bound,
    atMost: bound,
  }),
];

export const conditionSchema = z.lazy(() =>
  z.union([
    ...leafConditions,
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(conditionSchema).min(1).max(LIMITS.conditions) }),
    z.strictObject({ kind: z.literal('not'), of: conditionSchema }),
  ]),
) as unknown as z.ZodType<Condition>;

export const door = z.strictObject({ area, supplier: id });
export const doorChangeSchema = z.union([
  z.strictObject({ kind: z.literal('welcome'), door, instead: door.exactOptional() }),
  z.strictObject({ kind: z.literal('unwelcome'), door }),
  z.strictObject({ kind: z.literal('bar'), door }),
  z.strictObject({ kind: z.literal('unbar') }),
]);
export const concessionSchema = z.strictObject({
  to: id,
  kind: z.enum(CLAUSE_KINDS),
  area: area.exactOptional(),
  gate: id.exactOptional(),
  route: id.exactOptional(),
  amount: whole.min(1).max(99).exactOptional(),
});

export const orderSetSchema = z.strictObject({
  orders: z.array(orderSchema).max(LIMITS.orders),
  doors: doorChangeSchema.nullable(),
  concessions: z.array(concessionSchema).max(LIMITS.concessions),
}) as unknown as z.ZodType<OrderSet>;

/** Counted without recursion: a message may hold thousands of levels. */
const depthOf = (condition: unknown): number => {
  let depth = 0;
  for (let level: unknown[] = [condition]; level.length > 0 && depth <= LIMITS.depth; depth += 1) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null && 'of' in one ? [one.of].flat() : []));
  }
  return depth;
};
const shallow = z.unknown().refine((one) => depthOf(one) <= LIMITS.depth, 'conditions lie too deep in one another');

/** A condition, or null for always. */
export const whenSchema = shallow.pipe(conditionSchema.nullable());

const conditionalOrder = z.strictObject({
  when: whenSchema,
  order: orderSchema,
}) as unknown as z.ZodType<ConditionalOrder>;
export const standingSchema = z.strictObject({
  orders: z.array(conditionalOrder).max(LIMITS.standing),
  honour: z.boolean(),
}) as unknown as z.ZodType<StandingOrders>;

export const clauseDraftSchema = z.strictObject({
  by: z.array(id).min(1).max(LIMITS.parties),
  to: z.array(id).min(1).max(LIMITS.parties),
  terms: clauseTermsSchema,
  from: turn,
  until: turn.nullable(),
  every: turn.min(1).exactOptional(),
  dependsOn: id.exactOptional(),
  unlessConsentOf: id.exactOptional(),
});

/** What somebody writes at the treaty desk. */
export const agreementDraftSchema = z.strictObject({
  title: z.string().trim().min(1).max(LIMITS.title),
  parties: z.array(id).min(2).max(LIMITS.parties),
  visibility: z.enum(['public', 'secret']),
  form: z.enum(['statement', 'treaty']),
  until: turn.nullable(),
  notice: z.number().int().min(0).max(8),
  clauses: z.array(clauseDraftSchema).min(1).max(LIMITS.clauses),
});
