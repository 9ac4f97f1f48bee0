import { z } from 'zod';
import { BOT_LEVELS, BOT_NAMES, type FacilitatorInput, type PowerInput, TEMPERAMENTS } from '../model/input.ts';
import { MOTIONS } from '../model/state.ts';
import {
  agreementDraftSchema,
  effectSchema,
  id,
  LIMITS,
  orderSetSchema,
  standingSchema,
  turn,
} from './input-schema.ts';

export const powerInputSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('submitOrders'), orders: orderSetSchema }),
  z.strictObject({ kind: z.literal('setStanding'), standing: standingSchema }),
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
  z.strictObject({ kind: z.literal('takePause'), days: z.number().int().min(1).max(30) }),
  z.strictObject({ kind: z.literal('vote'), on: z.enum(MOTIONS), agree: z.boolean() }),
]) as unknown as z.ZodType<PowerInput>;

export const botChoiceSchema = z.strictObject({
  bot: z.enum(BOT_NAMES),
  level: z.enum(BOT_LEVELS).exactOptional(),
  temperament: z.enum(TEMPERAMENTS).exactOptional(),
});

export const sitterSchema = z.union([
  z.strictObject({ by: z.literal('human') }),
  z.strictObject({ by: z.literal('nobody') }),
  botChoiceSchema.extend({ by: z.literal('bot'), standIn: z.boolean().exactOptional() }),
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
