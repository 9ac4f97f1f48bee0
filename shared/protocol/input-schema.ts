import { z } from 'zod';
import { AREAS } from '../model/area.ts';
import { GATE_STATUSES, REGIMES } from '../model/asset.ts';
import { CLAUSE_KINDS } from '../model/clause.ts';
import { BOT_NAMES, type FacilitatorInput, type PowerInput } from '../model/input.ts';
import { VERBS } from '../model/order.ts';
import { TRACKS } from '../model/track.ts';

/** Longest text of one message, and other caps that a socket or a form must keep. */
export const LIMITS = {
  text: 2_000,
  title: 80,
  name: 24,
  clauses: 12,
  orders: 12,
  concessions: 40,
  payload: 32 * 1024,
  reason: 300,
  effects: 20,
} as const;

const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.#:-]+$/u);
const turn = z.number().int().min(0).max(200);
const area = z.enum(AREAS);
const status = z.enum(GATE_STATUSES);
const guard = z.union([z.tuple([id]), z.tuple([id, id])]);
const regime = z.enum(REGIMES).exclude(['none']);

const orderPattern = z.strictObject({
  verb: z.enum(VERBS),
  host: id.exactOptional(),
  area: area.exactOptional(),
  gate: id.exactOptional(),
  status: status.exactOptional(),
});

export const clauseTermsSchema = z.union([
  z.strictObject({ kind: z.literal('do'), order: orderPattern }),
  z.strictObject({ kind: z.literal('refrain'), order: orderPattern }),
  z.strictObject({ kind: z.literal('pay'), amount: z.number().int().min(1).max(99), each: z.boolean() }),
  z.strictObject({ kind: z.literal('welcome'), area, supplier: id, open: z.boolean() }),
  z.strictObject({ kind: z.literal('gate'), gate: id, status }),
  z.strictObject({ kind: z.literal('gate'), gate: id, guard }),
  z.strictObject({ kind: z.literal('gate'), route: id, regime }),
  z.strictObject({ kind: z.literal('host'), site: id, operator: id, hosted: z.boolean() }),
  z.strictObject({
    kind: z.literal('supply'),
    area,
    price: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  }),
  z.strictObject({ kind: z.literal('guarantee'), against: z.array(id).min(1).max(6) }),
  z.strictObject({ kind: z.literal('recognise'), what: id }),
  z.strictObject({ kind: z.literal('member'), institution: id, standing: z.enum(['joined', 'suspended', 'left']) }),
  z.strictObject({ kind: z.literal('disclose'), agreement: id }),
]);

const door = z.strictObject({ area, supplier: id });
const doorChange = z.union([
  z.strictObject({ kind: z.literal('welcome'), door, instead: door.exactOptional() }),
  z.strictObject({ kind: z.literal('unwelcome'), door }),
  z.strictObject({ kind: z.literal('bar'), door }),
  z.strictObject({ kind: z.literal('unbar') }),
]);

export const orderSchema = z.union([
  z.strictObject({ verb: z.literal('court'), host: id, area }),
  z.strictObject({
    verb: z.literal('squeeze'),
    host: id,
    area,
    demand: clauseTermsSchema,
    grievance: z.boolean().exactOptional(),
  }),
  z.strictObject({ verb: z.literal('harden'), area }),
  z.strictObject({ verb: z.literal('setGate'), gate: id, status }),
  z.strictObject({ verb: z.literal('postGuard'), gate: id, guard }),
]);

const concession = z.strictObject({
  to: id,
  kind: z.enum(CLAUSE_KINDS),
  area: area.exactOptional(),
  gate: id.exactOptional(),
  route: id.exactOptional(),
  amount: z.number().int().min(1).max(99).exactOptional(),
});

export const orderSetSchema = z.strictObject({
  orders: z.array(orderSchema).max(LIMITS.orders),
  doors: doorChange.nullable(),
  concessions: z.array(concession).max(LIMITS.concessions),
});

const clauseDraft = z.strictObject({
  by: z.array(id).min(1).max(6),
  to: z.array(id).min(1).max(8),
  terms: clauseTermsSchema,
  from: turn,
  until: turn.nullable(),
  dependsOn: id.exactOptional(),
  unlessConsentOf: id.exactOptional(),
});

export const agreementDraftSchema = z.strictObject({
  title: z.string().trim().min(1).max(LIMITS.title),
  parties: z.array(id).min(2).max(6),
  visibility: z.enum(['public', 'secret']),
  form: z.enum(['statement', 'treaty']),
  until: turn.nullable(),
  notice: z.number().int().min(0).max(8),
  clauses: z.array(clauseDraft).min(1).max(LIMITS.clauses),
});

export const powerInputSchema = z.union([
  z.strictObject({ kind: z.literal('submitOrders'), orders: orderSetSchema }),
  z.strictObject({ kind: z.literal('setReady'), ready: z.boolean() }),
  z.strictObject({ kind: z.literal('say'), to: z.array(id).min(1).max(6), text: z.string().min(1).max(LIMITS.text) }),
  z.strictObject({
    kind: z.literal('propose'),
    draft: agreementDraftSchema,
    expires: turn,
    counters: id.exactOptional(),
  }),
  z.strictObject({ kind: z.enum(['sign', 'decline', 'withdrawProposal']), proposal: id }),
  z.strictObject({ kind: z.enum(['giveNotice', 'suspend', 'resume']), agreement: id }),
  z.strictObject({ kind: z.literal('consent'), agreement: id, clause: id, given: z.boolean() }),
  z.strictObject({ kind: z.literal('agreeToEnd'), agree: z.boolean() }),
  z.strictObject({ kind: z.literal('concede') }),
]) as unknown as z.ZodType<PowerInput>;

const by = z.number().int().min(-100).max(100);
export const effectSchema = z.union([
  z.strictObject({ kind: z.literal('share'), host: id, area, supplier: id, by }),
  z.strictObject({ kind: z.literal('track'), power: id, track: z.enum(TRACKS), by }),
  z.strictObject({ kind: z.literal('tension'), front: id, by }),
  z.strictObject({
    kind: z.literal('gateStatus'),
    gate: id,
    status,
    turns: z.number().int().min(1).max(12).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('guard'), gate: id, guard }),
  z.strictObject({ kind: z.literal('regime'), route: id, regime: z.enum(REGIMES) }),
  z.strictObject({ kind: z.literal('site'), site: id, by }),
  z.strictObject({ kind: z.literal('operator'), site: id, operator: id }),
  z.strictObject({ kind: z.literal('progress'), project: id, sponsor: id, by }),
  z.strictObject({ kind: z.literal('grievance'), holder: id, against: id }),
  z.strictObject({ kind: z.literal('lift'), measure: id }),
  z.strictObject({ kind: z.literal('expose'), percent: z.number().int().min(0).max(100) }),
  z.strictObject({ kind: z.literal('endAgreement'), agreement: id }),
]);

export const sitterSchema = z.union([
  z.strictObject({ by: z.literal('human') }),
  z.strictObject({ by: z.literal('nobody') }),
  z.strictObject({ by: z.literal('bot'), bot: z.enum(BOT_NAMES) }),
]);

export const facilitatorInputSchema = z.union([
  z.strictObject({ kind: z.enum(['start', 'pause', 'resumeClock', 'advance']) }),
  z.strictObject({ kind: z.literal('extend'), by: z.number().int().min(-3_600_000).max(86_400_000) }),
  z.strictObject({ kind: z.literal('inject'), card: id }),
  z.strictObject({
    kind: z.literal('override'),
    effects: z.array(effectSchema).min(1).max(LIMITS.effects),
    reason: z.string().trim().min(1).max(LIMITS.reason),
  }),
  z.strictObject({ kind: z.literal('rewind'), turn: turn.min(1), sameLuck: z.boolean() }),
  z.strictObject({
    kind: z.literal('postNote'),
    to: z.union([z.literal('all'), z.array(id).min(1).max(6)]),
    text: z.string().min(1).max(LIMITS.text),
  }),
  z.strictObject({ kind: z.literal('seat'), power: id, sitter: sitterSchema }),
]) as unknown as z.ZodType<FacilitatorInput>;
