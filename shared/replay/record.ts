import { z } from 'zod';
import type { MatchId, PowerId, ScenarioId, ViewerId } from '../model/ids.ts';
import type { LoggedInput } from '../model/input.ts';
import type { SeatView } from '../model/seat-view.ts';
import { DELAYS, type EndReason, type MatchState, type Settings } from '../model/state.ts';

/** Goes up when records of before can no longer be read. */
export const RECORD_FORMAT = 1;
/** Goes up when a change of rules alters the outcome of an old match. */
export const RULES_VERSION = 3;

export type TurnSeal = {
  readonly turn: number /** of the board alone */;
  readonly state: string /** of everything up to here */;
  readonly chain: string;
};

type RecordEdition = { readonly rules: number | null; readonly digest: string | null };
export type RecordSeam = {
  /** The last input before it. */ readonly seq: number;
  readonly turn: number;
  readonly before: RecordEdition;
  readonly state: MatchState;
  readonly seals: readonly TurnSeal[];
};

/**
 * A match as saved: the inputs are the match, the seals prove it. A redacted record has no inputs and
 * no seed, but the views that its reader had, one a turn.
 */
export type MatchRecord = {
  readonly format: number;
  readonly id: MatchId;
  readonly rulesVersion: number;
  readonly scenario: { readonly id: ScenarioId; readonly digest: string };
  /** By what it was begun, if that was something else: told the same by both, as far as it was played by the former. */
  readonly begun?: RecordEdition;
  /** From where on it was played by these rules and this scenario; what lies before is as it was stored, and proved by nothing here. */
  readonly seam?: RecordSeam;
  /** Published at the start; `seed` and `salt` only after the end. */ readonly seedHash: string;
  readonly seed: string | null;
  readonly salt: string | null;
  readonly title: string;
  readonly settings: Settings;
  /** Chosen names by power, as they sat. */ readonly names: { readonly [power: PowerId]: readonly string[] };
  readonly inputs: readonly LoggedInput[];
  readonly turns: readonly TurnSeal[];
  /** Binds everything else in a whole record, names included. */ readonly envelope: string | null;
  readonly result: {
    readonly reason: EndReason;
    readonly scores: { readonly [power: PowerId]: number };
    readonly joint: number;
  } | null;
  readonly redacted: {
    readonly reader: ViewerId;
    readonly dropped: readonly string[];
    readonly views: readonly { readonly turn: number; readonly view: SeatView }[];
  } | null;
};

const seal = z.object({ turn: z.number().int(), state: z.string(), chain: z.string() });
const edition = z.object({ rules: z.number().int().nullable(), digest: z.string().nullable() });
const recordSchema = z.object({
  format: z.number().int(),
  id: z.string().min(1).max(80),
  rulesVersion: z.number().int(),
  scenario: z.object({ id: z.string(), digest: z.string() }),
  begun: edition.exactOptional(),
  seam: z
    .object({
      seq: z.number().int().min(0),
      turn: z.number().int(),
      before: edition,
      state: z.looseObject({ table: z.looseObject({}), board: z.looseObject({}), events: z.array(z.unknown()) }),
      seals: z.array(seal).max(10_000),
    })
    .exactOptional(),
  seedHash: z.string(),
  seed: z.string().nullable(),
  salt: z.string().nullable(),
  title: z.string(),
  settings: z.object({
    length: z.string(),
    turns: z.number().int().min(1).max(200),
    pace: z.string(),
    negotiation: z.number().nullable(),
    orders: z.number().nullable(),
    oneWindow: z.boolean(),
    pauseDays: z.number().int().exactOptional(),
    press: z.string(),
    facilitated: z.boolean(),
    spectators: z.boolean(),
    delay: z.enum(DELAYS).exactOptional(),
  }),
  names: z.record(z.string(), z.array(z.string())),
  inputs: z
    .array(
      z.object({ seq: z.number().int(), at: z.number(), seat: z.string(), input: z.looseObject({ kind: z.string() }) }),
    )
    .max(100_000),
  turns: z.array(seal).max(10_000),
  envelope: z.string().nullable(),
  result: z
    .object({ reason: z.enum(['term', 'agreed', 'war']), scores: z.record(z.string(), z.number()), joint: z.number() })
    .nullable(),
  redacted: z
    .object({
      reader: z.string(),
      dropped: z.array(z.string()),
      views: z.array(z.object({ turn: z.number().int(), view: z.looseObject({ viewer: z.string() }) })),
    })
    .nullable(),
});

export type DecodedRecord =
  | { readonly ok: true; readonly record: MatchRecord }
  | { readonly ok: false; readonly why: string };

/** Reads what may be anything; a broken file is told in one sentence. */
export const decodeRecord = (raw: unknown): DecodedRecord => {
  const parsed = recordSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ok: false,
      why: `This is not a saved match: ${issue?.path.join('.') || 'the file'} ${issue?.message ?? 'cannot be read'}.`,
    };
  }
  if (parsed.data.format !== RECORD_FORMAT)
    return {
      ok: false,
      why: `This match was saved in format ${parsed.data.format}; this program reads format ${RECORD_FORMAT}.`,
    };
  return { ok: true, record: parsed.data as unknown as MatchRecord };
};
