import type { DatabaseSync } from 'node:sqlite';
import { hasMark, isSaid, markOfRequest, markOfSpeaker, marksOf } from './marks.ts';
import { type StoredInput, StoreFault } from './match-store.ts';
import { packed, unpacked } from './packed.ts';
import { type Doing, inputFrom, one, type Row, text } from './rows.ts';

/** The lines of closed turns and the open ones, each row one pack or one line: read at once, so that none is missed while it is packed. */
const LOG = `SELECT match, seq, NULL AS at, NULL AS seat, NULL AS person, NULL AS command, lines AS input FROM packs
  UNION ALL SELECT match, seq, at, seat, person, command, input FROM inputs`;

export type LogRow = StoredInput & { readonly match: string };

const linesOf = (row: Row): readonly StoredInput[] =>
  row.command === null ? unpacked<readonly StoredInput[]>(row.input) : [inputFrom(row)];

/** The lines of one match behind a place, or of all, in the order of each log. */
export const logReader = (
  db: DatabaseSync,
): {
  readonly of: (match: string, after?: number) => readonly StoredInput[];
  readonly all: () => readonly LogRow[];
} => {
  const some = db.prepare(`SELECT * FROM (${LOG}) WHERE match = ? AND seq > ? ORDER BY seq`);
  const all = db.prepare(`${LOG} ORDER BY match, seq`);
  return {
    of: (match, after = 0) =>
      some
        .all(match, after)
        .flatMap(linesOf)
        .filter(({ seq }) => seq > after),
    all: () => all.all().flatMap((row) => linesOf(row).map((line) => ({ ...line, match: text(row.match) }))),
  };
};

const bytesOf = (value: Row[string] | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array();

/**
 * Adds a line to a log. A place that lies in a pack is taken as one in the open is, and so is a request: with nothing
 * unpacked, but for one that looks like one of them.
 */
export const logAppender = (db: DatabaseSync): ((match: string, row: StoredInput) => void) => {
  const append = db.prepare('INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?)');
  const packs = db.prepare('SELECT seq, marks FROM packs WHERE match = ?');
  const lines = db.prepare('SELECT lines FROM packs WHERE match = ? AND seq = ?');
  const holds = (match: string, pack: Row, row: StoredInput): boolean =>
    hasMark(bytesOf(pack.marks), markOfRequest(row)) &&
    unpacked<readonly StoredInput[]>(lines.get(match, Number(pack.seq))?.lines).some(
      ({ seat, person, command }) => seat === row.seat && person === row.person && command === row.command,
    );
  return (match, row) => {
    for (const pack of packs.all(match)) {
      if (row.seq <= Number(pack.seq)) throw new StoreFault('conflict', 'the place in the log is taken');
      if (holds(match, pack, row)) throw new StoreFault('conflict', 'the request is in the log');
    }
    append.run(match, row.seq, row.at, row.seat, row.person, row.command, JSON.stringify(row.input));
  };
};

const packWriter = (db: DatabaseSync): ((match: string, lines: readonly StoredInput[]) => void) => {
  const put = db.prepare('INSERT INTO packs (match, seq, at, marks, lines) VALUES (?, ?, ?, ?, ?)');
  return (match, lines) => {
    const last = lines.at(-1);
    if (last !== undefined) put.run(match, last.seq, last.at, marksOf(lines), packed(lines));
  };
};

/** More lines than this go into another pack: to pack them anew turn after turn would keep the writer from everybody else. */
export const MOST_LINES = 600;

/** Moves the lines of a log up to a place out of the open. */
export const logPacker = (db: DatabaseSync): ((match: string, upTo: number) => void) => {
  const open = db.prepare('SELECT * FROM inputs WHERE match = ? AND seq <= ? ORDER BY seq');
  const close = db.prepare('DELETE FROM inputs WHERE match = ? AND seq <= ?');
  const last = db.prepare('SELECT seq, lines FROM packs WHERE match = ? ORDER BY seq DESC LIMIT 1');
  const drop = db.prepare('DELETE FROM packs WHERE match = ? AND seq = ?');
  const put = packWriter(db);
  return (match, upTo) => {
    const fresh = open.all(match, upTo).map(inputFrom);
    if (fresh.length === 0) return;
    const row = last.get(match);
    const before = one(row, ({ lines }) => unpacked<readonly StoredInput[]>(lines)) ?? [];
    const isFull = before.length >= MOST_LINES;
    if (row !== undefined && !isFull) drop.run(match, Number(row.seq));
    const lines = isFull ? fresh : [...before, ...fresh];
    for (let i = 0; i < lines.length; i += MOST_LINES) put(match, lines.slice(i, i + MOST_LINES));
    close.run(match, upTo);
  };
};

/** Puts other inputs in the place of those with their numbers, wherever they are. */
export const logMender = (
  db: DatabaseSync,
): ((match: string, lines: readonly Pick<StoredInput, 'seq' | 'input'>[]) => void) => {
  const mend = db.prepare('UPDATE inputs SET input = ? WHERE match = ? AND seq = ?');
  const packs = db.prepare('SELECT seq, lines FROM packs WHERE match = ?');
  const mendPack = db.prepare('UPDATE packs SET marks = ?, lines = ? WHERE match = ? AND seq = ?');
  return (match, lines) => {
    const instead = new Map(lines.map(({ seq, input }) => [seq, input]));
    for (const pack of packs.all(match)) {
      const before = unpacked<readonly StoredInput[]>(pack.lines);
      if (!before.some(({ seq }) => instead.has(seq))) continue;
      const after = before.map((line) => ({ ...line, input: instead.get(line.seq) ?? line.input }));
      mendPack.run(marksOf(after), packed(after), match, Number(pack.seq));
    }
    for (const { seq, input } of lines) mend.run(JSON.stringify(input), match, seq);
  };
};

/** What forgotten people said in matches that have ended, and that is still there to be read. */
export const unsaidReads = (db: DatabaseSync): Doing<'unsaid'> => {
  const over = `erased e JOIN members m ON m.person = e.person JOIN matches t ON t.id = m.match AND t.status = 'ended'`;
  const open = db.prepare(
    `SELECT i.match, i.seq FROM ${over} JOIN inputs i ON i.match = t.id AND i.person = e.person
     WHERE json_extract(i.input, '$.kind') = 'say' AND json_extract(i.input, '$.erased') IS NULL`,
  );
  const packs = db.prepare(`SELECT p.match, p.seq, p.marks, e.person FROM ${over} JOIN packs p ON p.match = t.id`);
  const lines = db.prepare('SELECT lines FROM packs WHERE match = ? AND seq = ?');
  const saidIn = ({ match, seq, marks, person }: Row): readonly Row[] => {
    if (!hasMark(bytesOf(marks), markOfSpeaker(text(person)))) return [];
    const all = unpacked<readonly StoredInput[]>(lines.get(text(match), Number(seq))?.lines);
    return all
      .filter((line) => line.person === person && isSaid(line))
      .map((line) => ({ match: text(match), seq: line.seq }));
  };
  return {
    unsaid: () => {
      const found = new Map<string, number[]>();
      for (const row of [...open.all(), ...packs.all().flatMap(saidIn)])
        found.set(text(row.match), [...(found.get(text(row.match)) ?? []), Number(row.seq)]);
      return [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([match, seqs]) => ({ match, seqs: seqs.sort((a, b) => a - b) }));
    },
  };
};
