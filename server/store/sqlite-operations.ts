import type { DatabaseSync } from 'node:sqlite';
import type { ClassTable, CodeTarget, MatchStore, Member, StoredMatch, StoredPerson } from './match-store.ts';
import { classFrom, columnsOf, inputFrom, matchFrom, memberFrom, type Row, text, textOrNull } from './rows.ts';

type Operation<Name extends keyof MatchStore> = (
  ...args: Parameters<MatchStore[Name]>
) => Awaited<ReturnType<MatchStore[Name]>>;
type Named<Name extends keyof MatchStore> = { readonly [N in Name]: Operation<N> };

const WRITES = [
  'append',
  'addPerson',
  'addMatch',
  'setOutline',
  'putMember',
  'addClass',
  'putStudent',
  'beat',
] as const satisfies readonly (keyof MatchStore)[];
type Write = (typeof WRITES)[number];
export type OperationName = Exclude<keyof MatchStore, 'close'>;
export const isWrite = (name: OperationName): name is Write => (WRITES as readonly string[]).includes(name);

/** What a table consists of, for whatever writes one. */
const matchWriter = (db: DatabaseSync): ((match: StoredMatch) => void) => {
  const addMatch = db.prepare('INSERT INTO matches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addCode = db.prepare("INSERT INTO codes VALUES (?, 'match', ?)");
  return (match) => {
    addMatch.run(...columnsOf(match));
    if (match.code !== null) addCode.run(match.code, match.id);
  };
};
const memberWriter = (db: DatabaseSync): ((match: string, member: Member) => void) => {
  const putMember = db.prepare(
    'INSERT INTO members VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET power = excluded.power, name = excluded.name',
  );
  return (match, member) => {
    putMember.run(match, member.person, member.power, member.name, member.joinedAt);
  };
};

const matchWrites = (db: DatabaseSync): Named<'append' | 'addMatch' | 'setOutline' | 'putMember'> => {
  const append = db.prepare('INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?)');
  const setOutline = db.prepare('UPDATE matches SET status = ?, outline = ? WHERE id = ?');
  const freeCode = db.prepare("DELETE FROM codes WHERE kind = 'match' AND target = ?");
  return {
    append: (match, row) => {
      append.run(match, row.seq, row.at, row.seat, row.person, row.command, JSON.stringify(row.input));
    },
    addMatch: matchWriter(db),
    setOutline: (id, status, outline) => {
      setOutline.run(status, JSON.stringify(outline), id);
      if (status === 'ended') freeCode.run(id);
    },
    putMember: memberWriter(db),
  };
};

const classWrites = (db: DatabaseSync): Named<'addClass' | 'putStudent'> => {
  const addClass = db.prepare('INSERT INTO classes VALUES (?, ?, ?, ?, ?, ?, ?)');
  const addTable = db.prepare('INSERT INTO class_tables VALUES (?, ?, ?, ?)');
  const addCode = db.prepare("INSERT INTO codes VALUES (?, 'class', ?)");
  const putStudent = db.prepare(
    'INSERT INTO class_students VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET match = excluded.match',
  );
  const addMatch = matchWriter(db);
  const putMember = memberWriter(db);
  return {
    addClass: (one, tables) => {
      addClass.run(one.id, one.title, one.code, one.consoleKey, one.wallKey, JSON.stringify(one.bots), one.createdAt);
      addCode.run(one.code, one.id);
      for (const [position, { match, label }] of tables.entries()) {
        addMatch(match);
        addTable.run(one.id, position, match.id, label);
      }
    },
    putStudent: (id, match, member) => {
      putStudent.run(id, member.person, match, member.joinedAt);
      putMember(match, member);
    },
  };
};

const otherWrites = (db: DatabaseSync): Named<'addPerson' | 'beat'> => {
  const addPerson = db.prepare('INSERT INTO people VALUES (?, ?, ?)');
  const beat = db.prepare('INSERT INTO heartbeat VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at');
  return {
    addPerson: (person) => {
      addPerson.run(person.key, person.name, person.createdAt);
    },
    beat: (at) => {
      beat.run(at);
    },
  };
};

const one = <T>(row: Row | undefined, from: (row: Row) => T): T | null => (row === undefined ? null : from(row));

const matchReads = (
  db: DatabaseSync,
): Named<'inputs' | 'match' | 'openTables' | 'matchesOf' | 'running' | 'members'> => {
  const inputs = db.prepare('SELECT * FROM inputs WHERE match = ? ORDER BY seq');
  const match = db.prepare('SELECT * FROM matches WHERE id = ?');
  const openTables = db.prepare(
    "SELECT * FROM matches WHERE status = 'table' AND kind = 'public' ORDER BY created DESC LIMIT ?",
  );
  const matchesOf = db.prepare(
    'SELECT m.*, power FROM members JOIN matches m ON m.id = match WHERE person = ? ORDER BY m.created DESC LIMIT ?',
  );
  const running = db.prepare("SELECT * FROM matches WHERE status = 'running' ORDER BY created");
  const members = db.prepare('SELECT * FROM members WHERE match = ? ORDER BY joined, person');
  return {
    inputs: (id) => inputs.all(id).map(inputFrom),
    match: (id) => one(match.get(id), matchFrom),
    openTables: (limit) => openTables.all(limit).map(matchFrom),
    matchesOf: (person, limit) =>
      matchesOf.all(person, limit).map((row) => ({ match: matchFrom(row), power: textOrNull(row.power) })),
    running: () => running.all().map(matchFrom),
    members: (id) => members.all(id).map(memberFrom),
  };
};

const classReads = (db: DatabaseSync): Named<'classById' | 'classByConsole' | 'classTables' | 'tableOfStudent'> => {
  const byId = db.prepare('SELECT * FROM classes WHERE id = ?');
  const byConsole = db.prepare('SELECT * FROM classes WHERE console = ?');
  const tables = db.prepare('SELECT match, label FROM class_tables WHERE class = ? ORDER BY position');
  const student = db.prepare('SELECT match FROM class_students WHERE class = ? AND person = ?');
  return {
    classById: (id) => one(byId.get(id), classFrom),
    classByConsole: (key) => one(byConsole.get(key), classFrom),
    classTables: (id) => tables.all(id).map((row): ClassTable => ({ match: text(row.match), label: text(row.label) })),
    tableOfStudent: (id, person) => one(student.get(id, person), (row) => text(row.match)),
  };
};

const otherReads = (db: DatabaseSync): Named<'person' | 'codeTarget' | 'lastBeat'> => {
  const person = db.prepare('SELECT * FROM people WHERE key = ?');
  const code = db.prepare('SELECT kind, target FROM codes WHERE code = ?');
  const beat = db.prepare('SELECT at FROM heartbeat');
  const personFrom = (row: Row): StoredPerson => ({
    key: text(row.key),
    name: text(row.name),
    createdAt: Number(row.created),
  });
  const targetFrom = (row: Row): CodeTarget => ({ kind: text(row.kind) as CodeTarget['kind'], id: text(row.target) });
  return {
    person: (key) => one(person.get(key), personFrom),
    codeTarget: (sought) => one(code.get(sought), targetFrom),
    lastBeat: () => one(beat.get(), (row) => Number(row.at)),
  };
};

/** Every call of the port as statements on one file; the worker decides what belongs to one commit. */
export const operationsOn = (db: DatabaseSync): Named<OperationName> => ({
  ...matchWrites(db),
  ...classWrites(db),
  ...otherWrites(db),
  ...matchReads(db),
  ...classReads(db),
  ...otherReads(db),
});
