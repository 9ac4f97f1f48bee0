import type { MatchId } from '../../shared/model/ids.ts';
import type {
  ClassId,
  ClassTable,
  CodeTarget,
  MatchStatus,
  Member,
  Outline,
  PersonKey,
  Place,
  Reminder,
  ReportStatus,
  StoredBan,
  StoredClass,
  StoredInput,
  StoredMatch,
  StoredPerson,
  StoredReport,
  StoredSeam,
  StoredToken,
  StoredTurn,
  Tenure,
  TokenHash,
  TokenKind,
} from './stored.ts';

export type * from './stored.ts';

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

type PeopleStore = {
  /** With the first token, in one piece. */
  readonly addPerson: (person: StoredPerson, token: StoredToken) => Promise<void>;
  readonly person: (key: PersonKey) => Promise<StoredPerson | null>;
  readonly addToken: (token: StoredToken) => Promise<void>;
  readonly token: (hash: TokenHash) => Promise<StoredToken | null>;
  /** Puts one token in the place of another, in one piece. False: the old one is not there (any more), and nothing has changed. */
  readonly exchangeToken: (old: TokenHash, next: StoredToken) => Promise<boolean>;
  readonly tokensOf: (person: PersonKey) => Promise<readonly StoredToken[]>;
  readonly dropToken: (hash: TokenHash) => Promise<void>;
  /** All of these kinds but the one that is named. */
  readonly dropTokens: (person: PersonKey, kinds: readonly TokenKind[], except: TokenHash | null) => Promise<void>;
  /** Forgets tokens that have run out, and whoever has none left and no place at any table. */
  readonly dropExpired: (now: number) => Promise<void>;
  /** Forgets somebody: tokens, addresses, blocks and the name wherever it stands. What they said is `unsaid` from the end of each match. */
  readonly erasePerson: (person: PersonKey) => Promise<void>;
  /** What forgotten people said in matches that have ended, and that is still there to be read. */
  readonly unsaid: () => Promise<readonly { readonly match: MatchId; readonly seqs: readonly number[] }[]>;
  /** Puts these lines of a log in the place of those with their numbers, and takes what was said there out of stored turns too. */
  readonly eraseSaid: (match: MatchId, lines: readonly Pick<StoredInput, 'seq' | 'input'>[]) => Promise<void>;
};

type TableStore = {
  readonly addMatch: (match: StoredMatch) => Promise<void>;
  readonly match: (id: MatchId) => Promise<StoredMatch | null>;
  /** `at`: now, in ms; kept as the end when it has just ended. */
  readonly setOutline: (id: MatchId, status: MatchStatus, outline: Outline, at: number) => Promise<void>;
  /** Public tables that have not started, newest first. */
  readonly openTables: (limit: number) => Promise<readonly StoredMatch[]>;
  readonly matchesOf: (person: PersonKey, limit: number) => Promise<readonly Place[]>;
  readonly running: () => Promise<readonly StoredMatch[]>;
  /** Every match of a status, newest first. */
  readonly matchesBy: (status: MatchStatus, limit: number) => Promise<readonly StoredMatch[]>;
  /** How many there are of each. */
  readonly matchCounts: () => Promise<{ readonly [S in MatchStatus]: number }>;
  /** Running matches whose clock runs out up to then. */
  readonly dueBy: (at: number) => Promise<readonly MatchId[]>;
  /** How many tables somebody has made since then. */
  readonly madeSince: (host: PersonKey, since: number) => Promise<number>;
  /** The first to name the next match of a table wins; returns who did. */
  readonly setNext: (id: MatchId, next: MatchId) => Promise<MatchId>;
  /** Not played for longer than they are kept, ended or not; and tables that never started, of before `neverStarted`. */
  readonly expired: (now: number, keepDays: number, neverStarted: number) => Promise<readonly MatchId[]>;
  readonly eraseMatch: (id: MatchId) => Promise<void>;

  /** Adds somebody, moves them to another seat, or sends them away. */
  readonly putMember: (match: MatchId, member: Member) => Promise<void>;
  readonly members: (match: MatchId) => Promise<readonly Member[]>;
  /** Ends whatever tenure of the seat runs, and begins this one if there is one. */
  readonly putTenure: (
    match: MatchId,
    power: string,
    ended: { readonly at: number; readonly why: NonNullable<Tenure['why']> } | null,
    begun: Tenure | null,
  ) => Promise<void>;
  readonly tenures: (match: MatchId) => Promise<readonly Tenure[]>;

  /** In the place of any from before. */
  readonly putTurn: (match: MatchId, turn: StoredTurn) => Promise<void>;
  readonly lastTurn: (match: MatchId) => Promise<StoredTurn | null>;
  /** Of the same turn its place in the chain alone, which is found at once. */
  readonly lastChain: (match: MatchId) => Promise<string | null>;
  readonly putSeam: (match: MatchId, seam: StoredSeam) => Promise<void>;
  readonly lastSeam: (match: MatchId) => Promise<StoredSeam | null>;

  /** What a code opens. Codes of ended matches are free again. */
  readonly codeTarget: (code: string) => Promise<CodeTarget | null>;
};

type ClassStore = {
  /** With its tables, in one piece. */
  readonly addClass: (klass: StoredClass, tables: readonly { match: StoredMatch; label: string }[]) => Promise<void>;
  readonly classById: (id: ClassId) => Promise<StoredClass | null>;
  readonly classByConsole: (consoleKey: string) => Promise<StoredClass | null>;
  readonly classTables: (id: ClassId) => Promise<readonly ClassTable[]>;
  /** Puts a student at a table: membership of the class and of the match in one piece. */
  readonly putStudent: (id: ClassId, match: MatchId, member: Member) => Promise<void>;
  readonly tableOfStudent: (id: ClassId, person: PersonKey) => Promise<MatchId | null>;
  /** Puts another key in the place of this one. False: this is not it. */
  readonly renewConsole: (id: ClassId, consoleKey: string, next: string) => Promise<boolean>;
  /** Of which no table is left. */
  readonly emptyClasses: () => Promise<readonly ClassId[]>;
  /** With all its tables and whoever sat there. */
  readonly eraseClass: (id: ClassId) => Promise<void>;
};

type CareStore = {
  readonly addReport: (report: StoredReport) => Promise<void>;
  readonly reports: (status: ReportStatus, limit: number) => Promise<readonly StoredReport[]>;
  readonly reportsBy: (person: PersonKey) => Promise<readonly StoredReport[]>;
  readonly settleReport: (id: string, status: ReportStatus) => Promise<void>;
  readonly putBan: (ban: StoredBan) => Promise<void>;
  readonly liftBan: (person: PersonKey) => Promise<void>;
  readonly ban: (person: PersonKey) => Promise<StoredBan | null>;
  readonly bans: () => Promise<readonly StoredBan[]>;
  readonly setBlock: (person: PersonKey, blocked: PersonKey, on: boolean) => Promise<void>;
  /** Whom somebody has blocked. */
  readonly blocksOf: (person: PersonKey) => Promise<readonly PersonKey[]>;
  /** Whether one of these has blocked the person, or the other way round. */
  readonly isBlocked: (person: PersonKey, others: readonly PersonKey[]) => Promise<boolean>;

  readonly putReminder: (reminder: Reminder) => Promise<void>;
  /** Of this very one: what has been dropped meanwhile stays so, and another address as it is. */
  readonly noteTold: (reminder: Reminder, deadline: number) => Promise<void>;
  readonly dropReminder: (match: MatchId, person: PersonKey) => Promise<void>;
  readonly remindersOf: (person: PersonKey) => Promise<readonly Reminder[]>;
  readonly reminders: (match: MatchId) => Promise<readonly Reminder[]>;
};

type ServerStore = {
  /** The last moment at which a server is known to have been up. */
  readonly lastBeat: () => Promise<number | null>;
  readonly beat: (at: number) => Promise<void>;
  /** What the server itself has to remember, such as the hash of the operator's key. */
  readonly fact: (name: string) => Promise<string | null>;
  readonly putFact: (name: string, value: string) => Promise<void>;
  /** A whole copy of the store in a new file, taken while it is in use. */
  readonly backUp: (file: string) => Promise<void>;
};

/**
 * Everything that outlives the process. Each call is atomic: it resolves when it is durable, or
 * rejects with a `StoreFault` and has changed nothing.
 */
export type MatchStore = InputLog &
  PeopleStore &
  TableStore &
  ClassStore &
  CareStore &
  ServerStore & { readonly close: () => Promise<void> };
