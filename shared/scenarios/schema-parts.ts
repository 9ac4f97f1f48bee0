import { z } from 'zod';
import { AREAS } from '../model/area.ts';
import { GATE_STATUSES, REGIMES } from '../model/asset.ts';
import { MAX_WELCOMES } from '../model/portfolio.ts';
import { TRACKS } from '../model/track.ts';

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
const atLeast = whole.exactOptional();
const atMost = whole.exactOptional();
export const band = z.tuple([count, count]);

const leafConditions = [
  z.strictObject({ kind: z.literal('turn'), from: turn, to: turn }),
  z.strictObject({
    kind: z.literal('quarter'),
    in: z.array(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])).min(1),
  }),
  z.strictObject({ kind: z.literal('track'), power: id, track: z.enum(TRACKS), atLeast, atMost }),
  z.strictObject({ kind: z.literal('share'), host: id, area, supplier: id, atLeast, atMost }),
  z.strictObject({ kind: z.literal('tension'), front: id, atLeast, atMost }),
  z.strictObject({ kind: z.literal('flow'), route: id, atLeast, atMost }),
  z.strictObject({ kind: z.literal('gate'), gate: id, status }),
  z.strictObject({ kind: z.literal('regime'), route: id, regime: z.enum(REGIMES) }),
  z.strictObject({ kind: z.literal('inForce'), agreement: id }),
  z.strictObject({ kind: z.literal('welcome'), host: id, area, supplier: id }),
  z.strictObject({ kind: z.literal('stands'), measure: id }),
  z.strictObject({ kind: z.literal('secretDeal') }),
] as const;

type ConditionData =
  | z.infer<(typeof leafConditions)[number]>
  | { kind: 'all' | 'any'; of: ConditionData[] }
  | { kind: 'not'; of: ConditionData };

export const conditionSchema: z.ZodType<ConditionData> = z.lazy(() =>
  z.union([
    ...leafConditions,
    z.strictObject({ kind: z.literal('all'), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(conditionSchema).min(1) }),
    z.strictObject({ kind: z.literal('not'), of: conditionSchema }),
  ]),
);
