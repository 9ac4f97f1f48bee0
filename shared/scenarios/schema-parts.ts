import { z } from 'zod';
import { AREAS } from '../model/area.ts';
import { GATE_STATUSES } from '../model/asset.ts';
import type { Effect } from '../model/effect.ts';
import { EFFECT_FORMS } from '../model/fields.ts';
import { MAX_WELCOMES } from '../model/portfolio.ts';
import { effectSchema } from '../protocol/input-schema.ts';

/** The small shapes that a scenario is made of. */

export const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\w.#:-]+$/u);
export const text = z.string().trim().min(1).max(2_000);
export const source = z.string().trim().min(1).max(200);
export const whole = z.number().int();
export const count = whole.min(0).max(10_000);
export const share = whole.min(0).max(100);
export const turn = whole.min(1).max(200);
export const area = z.enum(AREAS);
export const status = z.enum(GATE_STATUSES);
export const guard = z.union([z.tuple([id]), z.tuple([id, id])]);
export const lonlat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
export const byArea = <T extends z.ZodType>(value: T) =>
  z.strictObject({ security: value, borders: value, trade: value, energy: value, transit: value, politics: value });
export const door = z.strictObject({ area, supplier: id });
export const doors = z.strictObject({ welcomes: z.array(door).max(MAX_WELCOMES), bar: door.nullable() });
export const band = z.tuple([count, count]);

/** Stands for the winning sponsor in what follows a project's completion. */
export const WINNER = '$winner';
export const effects = z.array(effectSchema).max(12);
/** Effects in which the winner may stand for an actor: they are read again with each sponsor in its place. */
export const winnerEffects = z
  .array(z.looseObject({ kind: z.enum(EFFECT_FORMS.map((form) => form.kind)) }))
  .max(12) as unknown as z.ZodType<Effect[]>;
