import { z } from 'zod';
import type { MatchId, PowerId } from '../model/ids.ts';
import { REPORT_REASONS } from './care-reasons.ts';
import { LIMITS } from './input-schema.ts';

/** Care for public play: reports, blocks, sending away, playing again, a new way in. */

const power = z.string().min(1).max(8);

/** `POST /api/matches/:id/reports` → DoneReply. `message`: one that the reporter can read; without it, whoever has the seat. */
export const report = z.strictObject({
  power,
  reason: z.enum(REPORT_REASONS),
  text: z.string().trim().max(LIMITS.reason),
  message: z.string().max(80).exactOptional(),
});
export type Report = z.infer<typeof report>;

/** `POST /api/matches/:id/removals` → MatchSummary: the host sends away whoever has the seat. */
export const removal = z.strictObject({ power });

/** `POST /api/matches/:id/blocks` → DoneReply: whoever has the seat. */
export const block = z.strictObject({ power });
/** `GET /api/me/blocks` → BlockList. The id is good for this list alone. */
export type BlockList = { readonly blocks: readonly { readonly id: string; readonly name: string }[] };

/**
 * `POST /api/matches/:id/rematch` → MatchReply. The first one makes the new table and chooses; the others are led there
 * and get their own seat. `rotated`: everybody sits one power further on.
 */
export const rematch = z.strictObject({ seats: z.enum(['kept', 'rotated']) });
export type Rematch = z.infer<typeof rematch>;

/** `POST /api/classes/:id/ways-in` → WayInReply: a student who has lost theirs gets a link to the seat, good once. */
export const wayIn = z.strictObject({ match: z.string().max(40), power, name: z.string().max(LIMITS.name) });
export type WayIn = z.infer<typeof wayIn>;
export type WayInReply = {
  readonly match: MatchId;
  readonly power: PowerId;
  readonly token: string;
  /** ms since 1970 */ readonly expiresAt: number;
};
