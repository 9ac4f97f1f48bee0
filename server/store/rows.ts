import type { SQLOutputValue } from 'node:sqlite';
import type { BotChoice } from '../../shared/model/input.ts';
import type { Member, StoredClass, StoredInput, StoredMatch } from './match-store.ts';

export type Row = { readonly [column: string]: SQLOutputValue };

export const text = (value: SQLOutputValue | undefined): string => String(value);
export const textOrNull = (value: SQLOutputValue | undefined): string | null => (value == null ? null : String(value));

/** Written as JSON now; stores of before hold a bare name. */
const botsFrom = (stored: string): BotChoice =>
  stored.startsWith('{') ? JSON.parse(stored) : { bot: stored as BotChoice['bot'] };

export const matchFrom = (row: Row): StoredMatch => ({
  id: text(row.id),
  kind: text(row.kind) as StoredMatch['kind'],
  title: text(row.title),
  scenario: text(row.scenario),
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
});

/** In the order of the columns. */
export const columnsOf = (match: StoredMatch) => [
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
];

export const classFrom = (row: Row): StoredClass => ({
  id: text(row.id),
  title: text(row.title),
  code: text(row.code),
  consoleKey: text(row.console),
  wallKey: text(row.wall),
  bots: botsFrom(text(row.bots)),
  createdAt: Number(row.created),
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
});
