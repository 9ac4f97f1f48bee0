import type { MatchId, PowerId, SeatId } from '../../shared/model/ids.ts';
import type { BotChoice, Input } from '../../shared/model/input.ts';
import type { MatchState, Phase, Settings } from '../../shared/model/state.ts';
import type { Edition } from '../../shared/replay/fold.ts';
import type { TurnSeal } from '../../shared/replay/record.ts';

/** Names a person in the store and the log; drawn at random, and no token. Stores of before hold the hash of the first one. */
export type PersonKey = string;
/** Sha-256 of a token, in hex: the token itself is never kept. */
export type TokenHash = string;
export type MatchKind = 'quick' | 'private' | 'public' | 'class';
export type MatchStatus = 'table' | 'running' | 'ended';
export type ClassId = string;

export type StoredPerson = { readonly key: PersonKey; readonly name: string; readonly createdAt: number };

/**
 * `session`: a browser's. `return`: once, to come back on another device. `feed`: reads when somebody's
 * turns end, and opens nothing else.
 */
export type TokenKind = 'session' | 'return' | 'feed';
export type StoredToken = {
  readonly hash: TokenHash;
  readonly person: PersonKey;
  readonly kind: TokenKind;
  readonly createdAt: number;
  /** ms since 1970; null: does not run out. */ readonly expiresAt: number | null;
};

/** What a list shows of a match without opening it; a cache of the log, written after it. */
export type Outline = {
  readonly phase: Phase;
  readonly turn: number;
  readonly sitters: { readonly [power: PowerId]: 'human' | 'bot' | 'nobody' };
  /** Seats that may be claimed; missing: none. */ readonly open?: readonly PowerId[];
  /** ms since 1970: when the table itself will end the phase; null or missing: never. */ readonly due?: number | null;
};

export type StoredMatch = {
  readonly id: MatchId;
  readonly kind: MatchKind;
  readonly title: string;
  readonly scenario: string;
  /** The rules and the scenario it was begun under; null in matches of before they were kept. */
  readonly rules: number | null;
  readonly digest: string | null;
  readonly settings: Settings;
  /** Both secret until the end. */
  readonly seed: string;
  readonly salt: string;
  /** Bots that fill empty seats. */
  readonly bots: BotChoice;
  readonly code: string | null;
  readonly classId: ClassId | null;
  readonly host: PersonKey | null;
  readonly createdAt: number;
  readonly status: MatchStatus;
  readonly outline: Outline | null;
  /** ms since 1970 */ readonly endedAt: number | null;
  /** For how many days after its end it is kept; null: as long as the server keeps matches. */
  readonly keepDays: number | null;
  /** The match that this table plays after it. */ readonly next: MatchId | null;
};

/** One line of the log; `person` and `command` name the request that it came from. */
export type StoredInput = {
  readonly seq: number;
  readonly at: number;
  readonly seat: SeatId;
  readonly person: string;
  readonly command: string;
  readonly input: Input;
};

/** A match as it stood when a turn had closed: what goes on from there when the rules have changed since. */
export type StoredTurn = {
  readonly turn: number;
  /** The last input that it contains. */ readonly seq: number;
  readonly chain: string;
  readonly rules: number;
  readonly state: MatchState;
  /** Of every turn so far, the last of which ends with `chain`. */ readonly seals: readonly TurnSeal[];
};

/**
 * Where a match went on under other rules, or over another form of its scenario, that would have told what was played
 * before in another way. What lies before is never folded again.
 */
export type StoredSeam = {
  /** The last input before it. */ readonly seq: number;
  readonly turn: number;
  readonly state: MatchState;
  readonly seals: readonly TurnSeal[];
  readonly before: Edition;
  readonly after: { readonly rules: number; readonly digest: string };
};

export type Place = { readonly match: StoredMatch; readonly power: PowerId | null };

/** Somebody at a table. No power: at the table, but not in a seat. */
export type Member = {
  readonly person: PersonKey;
  readonly power: PowerId | null;
  readonly name: string;
  readonly joinedAt: number;
  /** Sent away by the host: may not come back. */ readonly removed?: boolean;
  /** The browser that they came with, hashed with the match's own salt: it says nothing elsewhere. */ readonly mark?: string;
};

/** Who held a seat, from when to when: a seat that changes hands keeps its history. */
export type Tenure = {
  readonly power: PowerId;
  readonly person: PersonKey;
  readonly name: string;
  readonly from: number;
  readonly fromTurn: number;
  /** null: still. */ readonly until: number | null;
  readonly why: 'left' | 'moved' | 'removed' | 'replaced' | null;
};

export type StoredClass = {
  readonly id: ClassId;
  readonly title: string;
  readonly code: string;
  /** Sha-256 of the console's token. */
  readonly consoleKey: string;
  /** Opens the wall, which shows nothing secret. */
  readonly wallKey: string;
  readonly bots: BotChoice;
  readonly createdAt: number;
  readonly keepDays: number | null;
};
export type ClassTable = { readonly match: MatchId; readonly label: string };

export type CodeTarget = { readonly kind: 'match' | 'class'; readonly id: string };

export const REPORT_STATUSES = ['open', 'dismissed', 'acted'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];
export type StoredReport = {
  readonly id: string;
  readonly match: MatchId;
  readonly by: PersonKey;
  readonly about: PersonKey;
  readonly reason: string;
  readonly text: string;
  /** What was said, as the reporter could read it, when it was reported. */ readonly quoted: string;
  readonly at: number;
  readonly status: ReportStatus;
};
export type StoredBan = {
  readonly person: PersonKey;
  /** null: for good. */ readonly until: number | null;
  readonly reason: string;
  readonly at: number;
};

/** Where somebody wants to be told that a turn ends; gone at the match's end. */
export type Reminder = {
  readonly match: MatchId;
  readonly person: PersonKey;
  readonly address: string;
  /** The deadline that they have last been told of. */ readonly toldOf: number | null;
};
