import { z } from 'zod';
import type { MatchId, PowerId, ViewerId } from '../model/ids.ts';
import type { FacilitatorInput, PowerInput } from '../model/input.ts';
import type { Refusal } from '../model/refusal.ts';
import type { Delay } from '../model/state.ts';
import { facilitatorInputSchema, powerInputSchema } from './acts-schema.ts';

/** Goes up when an old tab could no longer be understood. */
export const PROTOCOL_VERSION = 4;

/** Client → server, as the request `input`. `id` is the client's own, so that a resend is harmless; `basedOn` is the version of this seat's view. */
export type InputRequest = { readonly id: string; readonly basedOn: number; readonly input: PowerInput };
/** Client → server, as the request `act`: the facilitator's, to one table. */
export type ActRequest = { readonly id: string; readonly basedOn: number; readonly input: FacilitatorInput };

/**
 * What a page still has of a view: its version, and the line of versions that it was told as one of. Named when a room is
 * entered again, it spares both ends a whole view.
 */
export type HeldView = { readonly line: string; readonly version: number };

/** Server → client, the message `view`: a whole view, as JSON in raw deflate. `now` is the server's clock in ms. */
export type ViewMessage = {
  readonly line: string;
  readonly version: number;
  readonly now: number;
  readonly view: Uint8Array;
  readonly digests: readonly TurnDigest[];
};
/** The type of the message that is sent most often. It goes with each of them, so it is short. */
export const PATCH = 'p';
/**
 * Server → client, the message `p`: what has changed since the version before (shared/wire/change.ts
 * reads it). The server's clock comes along with a new deadline, digests when a turn has been closed:
 * the 32 bytes of each.
 */
export type PatchMessage = readonly [
  version: number,
  change: number | string | Uint8Array,
  now?: number | null,
  digests?: readonly (readonly [turn: number, chain: Uint8Array])[],
];
/** Server → client, in place of a view to whoever still has one: what has changed since; null: nothing. The digests are those that it has. */
export type ResumeMessage = {
  readonly line: string;
  readonly version: number;
  readonly now: number;
  readonly change: PatchMessage[1] | null;
};
/** Chained digest of a closed turn: anybody may write it down and compare it with the record. */
export type TurnDigest = { readonly turn: number; readonly chain: string };

/** Server → client, first: who you are here, and who can read what you will write. */
export type WelcomeMessage = {
  readonly protocol: number;
  readonly match: MatchId;
  readonly title: string;
  readonly viewer: ViewerId;
  readonly power: PowerId | null;
  readonly name: string;
  readonly code: string | null;
  readonly classId: string | null;
  readonly scenario: string;
  readonly host: boolean;
  /** in the gallery: how much later than its people you see the match; elsewhere null */ readonly delay: Delay | null;
  readonly seedHash: string;
  /** who reads private messages: now, and after the end */ readonly readers: {
    readonly now: 'parties' | 'parties-and-facilitator';
    readonly later: 'record-readers';
  };
  /** for how many days after its end the match is kept; ms since 1970, null: it has not ended */ readonly kept: {
    readonly days: number;
    readonly until: number | null;
  };
};

/** Reply to a request. An acknowledged input is stored; `receipt` binds the orders that run. */
export type Reply =
  | { readonly ok: true; readonly version: number; readonly receipt?: string }
  | {
      readonly ok: false;
      readonly refusal: Refusal | { readonly code: ServerCode; readonly because: Refusal['because'] };
    };

export const SERVER_CODES = [
  'server/malformed',
  'server/too-large',
  'server/too-fast',
  'server/storage',
  'server/closing',
  'server/unknown-match',
  'server/unknown-code',
  'server/unknown-person',
  'server/not-a-member',
  'server/seat-taken',
  'server/full',
  'server/old-client',
  'server/not-allowed',
  'server/record-closed',
  'server/broken',
  'server/held-a-seat',
  'server/not-welcome',
  'server/banned',
  'server/bad-name',
  'server/name-taken',
  'server/too-many',
  'server/second-seat',
  'server/behind',
] as const;
export type ServerCode = (typeof SERVER_CODES)[number];

const heldView = z.object({ line: z.string().min(1).max(64), version: z.int().min(0) });
/** Of the options that a room is entered with; null where there is nothing that could be one. */
export const heldIn = (options: unknown): HeldView | null => {
  const { data } = z.object({ has: heldView }).safeParse(options);
  return data === undefined ? null : data.has;
};

const requestId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w-]+$/u);
const basedOn = z.number().int().min(0);
export const inputRequest = z.strictObject({ id: requestId, basedOn, input: powerInputSchema });
export const actRequest = z.strictObject({ id: requestId, basedOn, input: facilitatorInputSchema });

export type Decoded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };
/**
 * In the shape of a schema, or the first thing wrong; `whole` is what it is called where all of it is. Never throws: a
 * check of length asks whatever has a `length`, also an object whose length is none.
 */
export const decode = <T>(schema: z.ZodType<T>, raw: unknown, whole = 'message'): Decoded<T> => {
  let issue: z.core.$ZodIssue | undefined;
  try {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return { ok: true, value: parsed.data };
    issue = parsed.error.issues[0];
  } catch {
    return { ok: false, problem: `${whole}: unreadable` };
  }
  return {
    ok: false,
    problem: issue === undefined ? 'unreadable' : `${issue.path.join('.') || whole}: ${issue.message}`,
  };
};
export const decodeInputRequest = (raw: unknown): Decoded<InputRequest> =>
  decode(inputRequest, raw) as Decoded<InputRequest>;
export const decodeActRequest = (raw: unknown): Decoded<ActRequest> => decode(actRequest, raw) as Decoded<ActRequest>;
