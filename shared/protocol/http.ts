import { z } from 'zod';
import type { MatchId, PowerId } from '../model/ids.ts';
import { BOT_NAMES, type BotChoice } from '../model/input.ts';
import { DELAYS, LENGTHS, PACES, type Phase, PRESS_MODES } from '../model/state.ts';
import { botChoiceSchema } from './acts-schema.ts';
import { LIMITS } from './input-schema.ts';

/**
 * The HTTP side. A person proves herself with `Authorization: Bearer TOKEN`; a token comes from
 * `POST /api/people` and is kept by the browser. Errors are `{ code, message }` with a 4xx status.
 */
export const nameSchema = z.string().trim().min(1).max(LIMITS.name);

/** Who takes empty seats. A bare name, as pages once sent it, is that bot as it usually is. */
export const botsSchema: z.ZodType<BotChoice> = z.union([
  botChoiceSchema,
  z.enum(BOT_NAMES).transform((bot): BotChoice => ({ bot })),
]);

/** A browser's own random mark: told apart at one table, and nowhere else. */
const markSchema = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .exactOptional();

export const createPerson = z.strictObject({ name: nameSchema });
export type PersonReply = { readonly token: string; readonly name: string };

/** For how many days after its end a match may be kept; without a choice, as the server has it, and 90 for classes. */
export const KEEP_CHOICES = [30, 90, 180, 365] as const;
const keepDays = z.literal(KEEP_CHOICES).exactOptional();

/** `POST /api/matches` → MatchReply. `quick`: against bots, starts at once. `private`: by link or code. `public`: listed. */
export const createMatch = z.strictObject({
  kind: z.enum(['quick', 'private', 'public']),
  name: nameSchema,
  power: z.string().max(8).exactOptional(),
  length: z.enum(LENGTHS),
  pace: z.enum(PACES),
  press: z.enum(PRESS_MODES),
  bots: botsSchema,
  title: z.string().trim().max(LIMITS.title).exactOptional(),
  keepDays,
  /** who may watch: nobody, at once, a turn late, or only the end; usual: at once by invitation, a turn late in public */
  mark: markSchema,
  spectators: z.enum(['none', 'live', ...DELAYS]).exactOptional(),
});
export type CreateMatch = z.infer<typeof createMatch>;
export type MatchReply = {
  readonly match: MatchId;
  readonly room: string;
  readonly code: string | null;
  readonly power: PowerId | null;
  readonly token: string;
};

/** `POST /api/codes/:code/join` and `POST /api/matches/:id/join` → JoinReply (a match's code or a class's). */
export const joinTable = z.strictObject({
  name: nameSchema,
  power: z.string().max(8).exactOptional(),
  watch: z.boolean().exactOptional(),
  mark: markSchema,
});
export type JoinReply = MatchReply & { readonly classId: string | null };

/** `POST /api/matches/:id/open` → opens the room of a stored match and names it. */
export type OpenReply = { readonly room: string; readonly protocol: number };

/** `POST /api/matches/:id/seat` {power|null}: move to a free seat before the start. `POST /api/matches/:id/start`: the host starts; empty seats go to bots. */
export const takeSeat = z.strictObject({ power: z.string().max(8).nullable() });

/** `POST /api/matches/:id/claim` → JoinReply: an open seat of a running match, with all that it knows. `…/offer` declares the seat of somebody who is away open. */
export const claimSeat = z.strictObject({ name: nameSchema, power: z.string().max(8), mark: markSchema });
export const offerSeat = z.strictObject({ power: z.string().max(8) });

export type MatchSummary = {
  readonly match: MatchId;
  readonly title: string;
  readonly kind: 'quick' | 'private' | 'public' | 'class';
  readonly phase: Phase;
  readonly turn: number;
  readonly turns: number;
  readonly pace: string;
  readonly press: string;
  readonly taken: readonly PowerId[];
  readonly free: readonly PowerId[];
  /** Seats of a running match that whoever wants to may claim. */ readonly claimable: readonly PowerId[];
  /** ms since 1970: when the clock ends the phase; null: never, or it stands. */ readonly due: number | null;
  readonly mine: PowerId | null;
  readonly createdAt: number;
  /** the table that its people play after this one; told to them alone */ readonly next?: MatchId;
};
/** `GET /api/matches` (public, open) and `GET /api/me/matches` → MatchList. */
export type MatchList = { readonly matches: readonly MatchSummary[] };

/** `POST /api/classes` → ClassReply; the console link carries the token in its fragment. */
export const createClass = z.strictObject({
  name: nameSchema,
  title: z.string().trim().min(1).max(LIMITS.title),
  tables: z.number().int().min(1).max(12),
  keepDays,
  length: z.enum(LENGTHS),
  pace: z.enum(PACES),
  press: z.enum(PRESS_MODES),
  bots: botsSchema,
});
export type CreateClass = z.infer<typeof createClass>;
export type ClassReply = {
  readonly classId: string;
  readonly code: string;
  readonly token: string;
  readonly room: string;
  readonly wallKey: string;
};

export type ConsoleSeat = {
  readonly power: PowerId;
  readonly people: readonly { readonly name: string; readonly online: boolean }[];
  readonly sitter: 'human' | 'bot' | 'nobody';
  /** which one, where one sits */ readonly bot: BotChoice | null;
  readonly ready: boolean;
  /** ms since 1970 of the last message or proposal */ readonly spokeAt: number | null;
  readonly ordersIn: boolean;
};
export type ConsoleTable = {
  readonly match: MatchId;
  readonly room: string;
  readonly label: string;
  readonly phase: Phase;
  readonly turn: number;
  readonly turns: number;
  readonly deadline: number | null;
  readonly paused: boolean;
  readonly seats: readonly ConsoleSeat[];
  readonly signed: number;
  readonly broken: number;
  readonly waitingFor: readonly PowerId[];
};
/** Pushed to the console by the class room as `console`. */
export type ConsoleView = {
  readonly classId: string;
  readonly title: string;
  readonly code: string;
  readonly now: number;
  readonly tables: readonly ConsoleTable[];
  /** the wall's own key: shows nothing secret */ readonly wallKey: string;
  /** for how many days after its end each table is kept */ readonly keepDays: number;
  readonly cards: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly changes: string;
    readonly teaching: string;
    readonly precedent: string;
    /** What its source names, in words. */ readonly sources: readonly string[];
  }[];
};
/** Pushed to the wall as `wall`: nothing secret, ever. */
export type WallView = {
  readonly title: string;
  readonly code: string;
  readonly now: number;
  readonly tables: readonly {
    readonly label: string;
    readonly phase: Phase;
    readonly turn: number;
    readonly turns: number;
    readonly deadline: number | null;
    readonly paused: boolean;
    readonly seats: readonly { readonly power: PowerId; readonly people: number; readonly ready: boolean }[];
    readonly scores: readonly { readonly power: PowerId; readonly open: number }[];
    readonly signed: number;
    readonly broken: number;
    readonly headline: readonly string[];
  }[];
  readonly waiting: number;
};
/** Request `act` of the class room: a facilitator's act at one table or all. */
export type ClassAct = { readonly id: string; readonly table: MatchId | 'all'; readonly input: unknown };

export type Problem = { readonly code: string; readonly message: string };
/** `GET /api/ready` → ReadyReply, or `server/closing`. */
export type ReadyReply = { readonly ok: true };
export type HealthReply = {
  readonly ok: boolean;
  readonly version: string;
  readonly protocol: number;
  readonly rules: number;
};
