import type { SQLOutputValue } from 'node:sqlite';
import type { BotChoice } from '../../shared/model/input.ts';
import type {
  CodeTarget,
  MatchStore,
  Member,
  Reminder,
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
} from './match-store.ts';
import { unpacked } from './packed.ts';

export type Row = { readonly [column: string]: SQLOutputValue };

/** Some calls of the port, as they are on one file: at once. */
export type Doing<Name extends keyof MatchStore> = {
  readonly [N in Name]: (...args: Parameters<MatchStore[N]>) => Awaited<ReturnType<MatchStore[N]>>;
};

export const one = <T>(row: Row | undefined, from: (row: Row) => T): T | null => (row === undefined ? null : from(row));
export const text = (value: SQLOutputValue | undefined): string => String(value);
export const textOrNull = (value: SQLOutputValue | undefined): string | null => (value == null ? null : String(value));

const numberOrNull = (value: SQLOutputValue | undefined): number | null => (value == null ? null : Number(value));

/** Written as JSON now; stores of before hold a bare name. */
const botsFrom = (stored: string): BotChoice =>
  stored.startsWith('{') ? JSON.parse(stored) : { bot: stored as BotChoice['bot'] };

export const matchFrom = (row: Row): StoredMatch => ({
  id: text(row.id),
  kind: text(row.kind) as StoredMatch['kind'],
  title: text(row.title),
  scenario: text(row.scenario),
  rules: numberOrNull(row.rules),
  digest: textOrNull(row.digest),
  settings: JSON.parse(text(row.settings)),
  seed: text(row.seed),
  salt: text(row.salt),
  bots: botsFrom(text(row.bots)),
  code: textOrNull(row.code),
  classId: textOrNull(row.class),
  host: textOrNull(row.host),
  createdAt: Number(row.created),
  status: text(row.status) as StoredMatch['status'],
  outline: row.outline == null ? null : JSON.parse(text(row.outline)),
  endedAt: numberOrNull(row.ended),
  keepDays: numberOrNull(row.keep),
  next: textOrNull(row.next),
});

export const MATCH_COLUMNS = [
  'id',
  'kind',
  'title',
  'scenario',
  'settings',
  'seed',
  'salt',
  'bots',
  'code',
  'class',
  'host',
  'created',
  'status',
  'outline',
  'rules',
  'digest',
  'due',
  'ended',
  'keep',
  'next',
] as const;

/** In the order of `MATCH_COLUMNS`. */
export const matchRow = (match: StoredMatch) => [
  match.id,
  match.kind,
  match.title,
  match.scenario,
  JSON.stringify(match.settings),
  match.seed,
  match.salt,
  JSON.stringify(match.bots),
  match.code,
  match.classId,
  match.host,
  match.createdAt,
  match.status,
  match.outline === null ? null : JSON.stringify(match.outline),
  match.rules,
  match.digest,
  match.outline?.due ?? null,
  match.endedAt,
  match.keepDays,
  match.next,
];

export const classFrom = (row: Row): StoredClass => ({
  id: text(row.id),
  title: text(row.title),
  code: text(row.code),
  consoleKey: text(row.console),
  wallKey: text(row.wall),
  bots: botsFrom(text(row.bots)),
  createdAt: Number(row.created),
  keepDays: numberOrNull(row.keep),
});

export const inputFrom = (row: Row): StoredInput => ({
  seq: Number(row.seq),
  at: Number(row.at),
  seat: text(row.seat),
  person: text(row.person),
  command: text(row.command),
  input: JSON.parse(text(row.input)),
});

export const memberFrom = (row: Row): Member => ({
  person: text(row.person),
  power: textOrNull(row.power),
  name: text(row.name),
  joinedAt: Number(row.joined),
  ...(Number(row.removed) === 1 ? { removed: true } : {}),
  ...(row.mark == null ? {} : { mark: text(row.mark) }),
});

export const tenureFrom = (row: Row): Tenure => ({
  power: text(row.power),
  person: text(row.person),
  name: text(row.name),
  from: Number(row.start),
  fromTurn: Number(row.turn),
  until: numberOrNull(row.until),
  why: textOrNull(row.why) as Tenure['why'],
});

export const turnFrom = (row: Row): StoredTurn => ({
  turn: Number(row.turn),
  seq: Number(row.seq),
  chain: text(row.chain),
  rules: Number(row.rules),
  state: unpacked(row.state),
  seals: JSON.parse(text(row.seals)),
});

export const seamFrom = (row: Row): StoredSeam => ({
  seq: Number(row.seq),
  turn: Number(row.turn),
  state: unpacked(row.state),
  seals: JSON.parse(text(row.seals)),
  before: { rules: numberOrNull(row.rules_before), digest: textOrNull(row.digest_before) },
  after: { rules: Number(row.rules), digest: text(row.digest) },
});

export const codeTargetFrom = (row: Row): CodeTarget => ({
  kind: text(row.kind) as CodeTarget['kind'],
  id: text(row.target),
});

export const personFrom = (row: Row): StoredPerson => ({
  key: text(row.key),
  name: text(row.name),
  createdAt: Number(row.created),
});

export const tokenFrom = (row: Row): StoredToken => ({
  hash: text(row.hash),
  person: text(row.person),
  kind: text(row.kind) as StoredToken['kind'],
  createdAt: Number(row.created),
  expiresAt: numberOrNull(row.expires),
});

export const reportFrom = (row: Row): StoredReport => ({
  id: text(row.id),
  match: text(row.match),
  by: text(row.reporter),
  about: text(row.about),
  reason: text(row.reason),
  text: text(row.text),
  quoted: text(row.quoted),
  at: Number(row.at),
  status: text(row.status) as StoredReport['status'],
});

export const banFrom = (row: Row): StoredBan => ({
  person: text(row.person),
  until: numberOrNull(row.until),
  reason: text(row.reason),
  at: Number(row.at),
});

export const reminderFrom = (row: Row): Reminder => ({
  match: text(row.match),
  person: text(row.person),
  address: text(row.address),
  toldOf: numberOrNull(row.told),
});
