import type { DatabaseSync } from 'node:sqlite';
import type { MatchState, Message } from '../../shared/model/state.ts';
import { packed, unpacked } from './packed.ts';
import type { Doing } from './rows.ts';
import { logMender, logReader } from './sqlite-log.ts';

/** The log’s own words for a message: in a stored turn it has no number of its line. */
type Said = { readonly by: string; readonly at: number; readonly text: string };

const withoutSaid = (state: MatchState, said: readonly Said[], instead: string): MatchState => {
  const clean = (message: Message): Message =>
    said.some((one) => one.by === message.by && one.at === message.at && one.text.trim() === message.text)
      ? { ...message, text: instead }
      : message;
  return {
    ...state,
    messages: state.messages.map(clean),
    events: [...state.events].map((event) =>
      event.kind === 'said' ? { ...event, message: clean(event.message) } : event,
    ),
  };
};

export const erasureWrites = (db: DatabaseSync): Doing<'eraseSaid'> => {
  const log = logReader(db);
  const mend = logMender(db);
  const states = ['turns', 'seams'].map((table) => ({
    all: db.prepare(`SELECT seq, state FROM ${table} WHERE match = ?`),
    put: db.prepare(`UPDATE ${table} SET state = ? WHERE match = ? AND seq = ?`),
  }));
  return {
    eraseSaid: (match, lines) => {
      const seqs = new Set(lines.map(({ seq }) => seq));
      const said = log
        .of(match)
        .flatMap(({ seq, seat, at, input }): readonly Said[] =>
          seqs.has(seq) && input.kind === 'say' ? [{ by: seat, at, text: input.text }] : [],
        );
      const [first] = lines;
      const instead = first?.input.kind === 'say' ? first.input.text : '';
      for (const { all, put: putState } of states)
        for (const { seq, state } of all.all(match))
          putState.run(packed(withoutSaid(unpacked(state), said, instead)), match, Number(seq));
      mend(match, lines);
    },
  };
};
