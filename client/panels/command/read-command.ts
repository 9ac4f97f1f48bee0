import type { ClauseDraft } from '../../../shared/model/clause.ts';
import type { PowerId } from '../../../shared/model/ids.ts';
import { parseClause } from '../../../shared/notation/clause-notation.ts';
import { type Entry, parseEntry } from '../../../shared/notation/line-notation.ts';
import type { Parsed } from '../../../shared/notation/words.ts';

/** Words that stand alone. */
export const ACTS = ['ready', 'unready', 'submit', 'clear', 'propose'] as const;
export type Act = (typeof ACTS)[number];

/** One line of an expert: an order or what stands beside orders, a clause for the draft, or an act. */
export type Command =
  | Entry
  | { readonly kind: 'clause'; readonly clause: ClauseDraft }
  | { readonly kind: 'act'; readonly act: Act };

const isAct = (text: string): text is Act => (ACTS as readonly string[]).includes(text);
export const CLAUSE = 'clause ';

/** Without the power in front, if somebody writes it all the same; the column where the rest begins. */
export const withoutPower = (text: string, me: PowerId): { readonly line: string; readonly from: number } => {
  const lead = text.length - text.trimStart().length;
  const from =
    text.slice(lead).startsWith(`${me} `) && !text.startsWith(`${me} to `, lead) ? lead + me.length + 1 : lead;
  return { line: text.slice(from), from };
};

/** Reads a line; what cannot be read is answered with its place in the text as it was written. */
export const readCommand = (text: string, me: PowerId): Parsed<Command> => {
  const { line, from } = withoutPower(text, me);
  if (isAct(line.trim())) return { ok: true, value: { kind: 'act', act: line.trim() as Act } };
  if (line.startsWith(CLAUSE)) {
    const read = parseClause(line.slice(CLAUSE.length));
    return read.ok
      ? { ok: true, value: { kind: 'clause', clause: read.value } }
      : { ...read, at: read.at + from + CLAUSE.length };
  }
  const read = parseEntry(line);
  return read.ok ? read : { ...read, at: read.at + from };
};
