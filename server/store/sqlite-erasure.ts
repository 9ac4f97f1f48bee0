import type { DatabaseSync } from 'node:sqlite';
import type { MatchState, Message } from '../../shared/model/state.ts';
import { packed, unpacked } from './packed.ts';
import { type Doing, inputFrom, text } from './rows.ts';

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
  const line = db.prepare('SELECT * FROM inputs WHERE match = ? AND seq = ?');
  const put = db.prepare('UPDATE inputs SET input = ? WHERE match = ? AND seq = ?');
  const states = ['turns', 'seams'].map((table) => ({
    all: db.prepare(`SELECT seq, state FROM ${table} WHERE match = ?`),
    put: db.prepare(`UPDATE ${table} SET state = ? WHERE match = ? AND seq = ?`),
  }));
  return {
    eraseSaid: (match, lines) => {
      const said = lines.flatMap(({ seq }): readonly Said[] => {
        const row = line.get(match, seq);
        if (row === undefined) return [];
        const { seat, at, input } = inputFrom(row);
        return input.kind === 'say' ? [{ by: seat, at, text: input.text }] : [];
      });
      const [first] = lines;
      const instead = first?.input.kind === 'say' ? first.input.text : '';
      for (const { all, put: putState } of states)
        for (const { seq, state } of all.all(match))
          putState.run(packed(withoutSaid(unpacked(state), said, instead)), match, Number(seq));
      for (const { seq, input } of lines) put.run(JSON.stringify(input), match, seq);
    },
  };
};

export const erasureReads = (db: DatabaseSync): Doing<'unsaid'> => {
  const unsaid = db.prepare(
    `SELECT i.match, i.seq FROM erased e JOIN members m ON m.person = e.person
       JOIN matches t ON t.id = m.match AND t.status = 'ended' JOIN inputs i ON i.match = t.id AND i.person = e.person
     WHERE json_extract(i.input, '$.kind') = 'say' AND json_extract(i.input, '$.erased') IS NULL
     ORDER BY i.match, i.seq`,
  );
  return {
    unsaid: () => {
      const found = new Map<string, number[]>();
      for (const row of unsaid.all()) {
        const match = text(row.match);
        found.set(match, [...(found.get(match) ?? []), Number(row.seq)]);
      }
      return [...found].map(([match, seqs]) => ({ match, seqs }));
    },
  };
};
