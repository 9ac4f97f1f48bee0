import type { MatchId, PowerId, SeatId } from '../../shared/model/ids.ts';
import type { BotChoice, Input } from '../../shared/model/input.ts';
import type { Phase, Settings } from '../../shared/model/state.ts';

/** Sha-256 of a person's token, in hex: the token itself is never kept. */
export type PersonKey = string;
export type MatchKind = 'quick' | 'private' | 'public' | 'class';
export type MatchStatus = 'table' | 'running' | 'ended';
export type ClassId = string;

export type StoredPerson = { readonly key: PersonKey; readonly name: string; readonly createdAt: number };

/** What a list shows of a match without opening it; a cache of the log, written after it. */
export type Outline = {
  readonly phase: Phase;
  readonly turn: number;
  readonly sitters: { readonly [power: PowerId]: 'human' | 'bot' | 'nobody' };
};

export type StoredMatch = {
  readonly id: MatchId;
  readonly kind: MatchKind;
  readonly title: string;
  readonly scenario: string;
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

export type Place = { readonly match: StoredMatch; readonly power: PowerId | null };

/** Somebody at a table. No power: at the table, but not in a seat. */
export type Member = {
  readonly person: PersonKey;
  readonly power: PowerId | null;
  readonly name: string;
  readonly joinedAt: number;
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
};
export type ClassTable = { readonly match: MatchId; readonly label: string };

export type CodeTarget = { readonly kind: 'match' | 'class'; readonly id: string };

/** `conflict`: the row, the code or the key is taken. `retryable`: nothing was stored, ask again later. */
export class StoreFault extends Error {
  readonly kind: 'conflict' | 'retryable';
  constructor(kind: 'conflict' | 'retryable', message: string) {
    super(message);
    this.name = 'StoreFault';
    this.kind = kind;
  }
}

/** All that a match's authority needs of the store. */
export type InputLog = {
  /** Resolves when the row is durable, and only then. */
  readonly append: (match: MatchId, row: StoredInput) => Promise<void>;
  readonly inputs: (match: MatchId) => Promise<readonly StoredInput[]>;
};

/**
 * Everything that outlives the process. Each call is atomic: it resolves when it is durable, or
 * rejects with a `StoreFault` and has changed nothing.
 */
export type MatchStore = InputLog & {
  readonly addPerson: (person: StoredPerson) => Promise<void>;
  readonly person: (key: PersonKey) => Promise<StoredPerson | null>;

  readonly addMatch: (match: StoredMatch) => Promise<void>;
  readonly match: (id: MatchId) => Promise<StoredMatch | null>;
  readonly setOutline: (id: MatchId, status: MatchStatus, outline: Outline) => Promise<void>;
  /** Public tables that have not started, newest first. */
  readonly openTables: (limit: number) => Promise<readonly StoredMatch[]>;
  readonly matchesOf: (person: PersonKey, limit: number) => Promise<readonly Place[]>;
  readonly running: () => Promise<readonly StoredMatch[]>;

  /** Adds somebody or moves them to another seat. */
  readonly putMember: (match: MatchId, member: Member) => Promise<void>;
  readonly members: (match: MatchId) => Promise<readonly Member[]>;

  /** With its tables, in one piece. */
  readonly addClass: (klass: StoredClass, tables: readonly { match: StoredMatch; label: string }[]) => Promise<void>;
  readonly classById: (id: ClassId) => Promise<StoredClass | null>;
  readonly classByConsole: (consoleKey: string) => Promise<StoredClass | null>;
  readonly classTables: (id: ClassId) => Promise<readonly ClassTable[]>;
  /** Puts a student at a table: membership of the class and of the match in one piece. */
  readonly putStudent: (id: ClassId, match: MatchId, member: Member) => Promise<void>;
  readonly tableOfStudent: (id: ClassId, person: PersonKey) => Promise<MatchId | null>;

  /** What a code opens. Codes of ended matches are free again. */
  readonly codeTarget: (code: string) => Promise<CodeTarget | null>;

  /** The last moment at which a server is known to have been up. */
  readonly lastBeat: () => Promise<number | null>;
  readonly beat: (at: number) => Promise<void>;

  readonly close: () => Promise<void>;
};
