import { z } from 'zod';
import { CLAUSE_KINDS, CLAUSE_STATUSES } from '../model/clause.ts';
import { VERB_FAMILY_NAMES, VERBS } from '../model/order.ts';
import { agreementDraftSchema, clauseTermsSchema, conditionSchema, orderSchema } from '../protocol/input-schema.ts';
import { count, door, effects, id, source, text, turn, whole } from './schema-parts.ts';

/** Agreements that stand, offers on the table, policies and plans. */

const draftParts = {
  by: z.array(id).min(1),
  to: z.array(id).min(1),
  terms: clauseTermsSchema,
  every: whole.min(1).max(12).exactOptional(),
  dependsOn: id.exactOptional(),
  unlessConsentOf: id.exactOptional(),
};
const clause = z.strictObject({
  ...draftParts,
  id,
  from: turn,
  until: turn.nullable(),
  status: z.enum(CLAUSE_STATUSES),
  priced: z.boolean().exactOptional(),
  done: z.array(id),
  able: z.array(id),
  evidence: id.nullable(),
  breachedBy: z.array(id),
  spanFrom: turn.exactOptional(),
});
const paper = {
  title: text.max(80),
  visibility: z.enum(['public', 'secret']),
  form: z.enum(['statement', 'treaty']),
  notice: whole.min(0).max(8),
};
export const agreementSchema = z.strictObject({
  ...paper,
  id,
  parties: z.array(id).min(2),
  status: z.enum(['inForce', 'suspended', 'withdrawn', 'ended']),
  from: turn,
  until: turn.nullable(),
  leaving: z.record(id, turn),
  suspendedBy: id.exactOptional(),
  consents: z.array(id),
  underDuress: z.array(id),
  clauses: z.array(clause).min(1),
  shownTo: z.array(id),
  background: z.boolean().exactOptional(),
  origin: z.enum(['standing', 'negotiated', 'conceded']),
  source: source.exactOptional(),
  note: text.exactOptional(),
});

export const offerSchema = z.strictObject({
  id,
  by: id,
  signed: z.array(id),
  draft: agreementDraftSchema,
  expires: turn.min(1),
  note: text,
  source,
});
const rule = z.strictObject({
  id,
  text,
  when: conditionSchema.nullable(),
  rest: count.nullable().exactOptional(),
  effects,
  source,
});
export const policySchema = z.strictObject({
  actor: id,
  acts: z.array(rule),
  accepts: z.strictObject({
    gives: z.array(z.enum(CLAUSE_KINDS)),
    takes: z.array(z.enum(CLAUSE_KINDS)),
    paysAtMost: count,
    wantsAtLeast: count,
    refuses: z.array(z.enum([...VERBS, ...VERB_FAMILY_NAMES])),
    when: conditionSchema.nullable(),
    text,
  }),
});

/** In a plan `from` and `until` count from the turn in which the offer is made: 0 is that turn. */
const offsetClause = z.strictObject({
  ...draftParts,
  from: whole.min(0).max(12),
  until: whole.min(0).max(12).nullable(),
});
const doorChange = z.union([
  z.strictObject({ kind: z.literal('welcome'), door, instead: door.exactOptional() }),
  z.strictObject({ kind: z.literal('unwelcome'), door }),
  z.strictObject({ kind: z.literal('bar'), door }),
  z.strictObject({ kind: z.literal('unbar') }),
]);
export const planStepSchema = z.strictObject({
  when: conditionSchema.nullable(),
  order: orderSchema.exactOptional(),
  doors: doorChange.exactOptional(),
  propose: z
    .strictObject({
      ...paper,
      parties: z.array(id).min(2).max(6),
      terms: whole.min(0).max(12),
      clauses: z.array(offsetClause).min(1).max(12),
    })
    .exactOptional(),
});
