import { canonical } from '../../../shared/kernel/canonical.ts';
import type { Command } from './history.ts';
import type { LogRow } from './store-file.ts';

const byCommand = (rows: readonly LogRow[]): ReadonlyMap<string, readonly LogRow[]> => {
  const found = new Map<string, LogRow[]>();
  for (const row of rows) found.set(row.command, [...(found.get(row.command) ?? []), row]);
  return found;
};
const isRowOf = ({ by, content }: Command, row: LogRow): boolean =>
  row.match === by.match && row.seat === by.power && row.person === by.person && canonical(row.input) === content;

/** Acknowledged, and not in the log as it was asked for. */
export const lostCommands = (commands: readonly Command[], rows: readonly LogRow[]): readonly Command[] => {
  const stored = byCommand(rows);
  return commands.filter(
    (command) => command.acknowledged && !(stored.get(command.id) ?? []).some((row) => isRowOf(command, row)),
  );
};

/** In the log more than once, wherever that is. */
export const doubledCommands = (commands: readonly Command[], rows: readonly LogRow[]): readonly Command[] => {
  const stored = byCommand(rows);
  return commands.filter(({ id }) => (stored.get(id) ?? []).length > 1);
};

/** Told that it is refused, and in the log all the same. */
export const deniedCommands = (commands: readonly Command[], rows: readonly LogRow[]): readonly Command[] => {
  const stored = byCommand(rows);
  return commands.filter(({ id, told }) => told !== null && !told.ok && stored.has(id));
};

/** Acknowledged in more than one way: another version or another receipt for the same command. */
export const unevenCommands = (commands: readonly Command[]): readonly Command[] =>
  commands.filter(({ replies }) => replies.filter((reply) => reply.includes('"ok":true')).length > 1);

/** Places in the logs that are missing, taken twice or out of order, by match; and times that run backwards. */
export const brokenLogs = (rows: readonly LogRow[]): readonly string[] => {
  const last = new Map<string, { readonly seq: number; readonly at: number }>();
  const broken: string[] = [];
  for (const { match, seq, at } of rows) {
    const before = last.get(match) ?? { seq: 0, at: 0 };
    if (seq !== before.seq + 1) broken.push(`${match}: ${seq} after ${before.seq}`);
    if (at < before.at) broken.push(`${match}: ${seq} is earlier than ${before.seq}`);
    last.set(match, { seq, at });
  }
  return broken;
};

/** The middle one, and the largest; 0 of nothing. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
export const worst = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0);
