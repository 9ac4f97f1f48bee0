import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type {
  ClassTable,
  CodeTarget,
  MatchStore,
  Member,
  StoredClass,
  StoredInput,
  StoredMatch,
  StoredPerson,
} from './match-store.ts';

type Row = { readonly [column: string]: SQLOutputValue };
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
export type Write = (typeof WRITES)[number];
export type OperationName = Exclude<keyof MatchStore, 'close'>;
type Read = Exclude<OperationName, Write>;
export const isWrite = (name: OperationName): name is Write => (WRITES as readonly string[]).includes(name);

const text = (value: SQLOutputValue | undefined): string => String(value);
const textOrNull = (value: SQLOutputValue | undefined): string | null => (value == null ? null : String(value));

const matchFrom = (row: Row): StoredMatch => ({
  id: text(row.id),
  kind: text(row.kind) as StoredMatch['kind'],
  title: text(row.title),
  scenario: text(row.scenario),
  settings: JSON.parse(text(row.settings)),
  seed: text(row.seed),
  salt: text(row.salt),
  bots: text(row.bots) as StoredMatch['bots'],
  code: textOrNull(row.code),
  classId: textOrNull(row.class),
  host: textOrNull(row.host),
  createdAt: Number(row.created),
  status: text(row.status) as StoredMatch['status'],
  outline: row.outline == null ? null : JSON.parse(text(row.outline)),
});

const classFrom = (row: Row): StoredClass => ({
  id: text(row.id),
  title: text(row.title),
  code: text(row.code),
  consoleKey: text(row.console),
  wallKey: text(row.wall),
  bots: text(row.bots) as StoredClass['bots'],
  createdAt: Number(row.created),
});

/** Statements that change something; each runs inside the worker's transaction. */
const writesOn = (db: DatabaseSync): Named<Write> => {
  const addInput = db.prepare('INSERT INTO inputs VALUES (?, ?, ?, ?, ?, ?, ?)');
  const addPerson = db.prepare('INSERT INTO people VALUES (?, ?, ?)');
  const addMatch = db.prepare('INSERT INTO matches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addCode = db.prepare('INSERT INTO codes VALUES (?, ?, ?)');
  const freeCode = db.prepare("DELETE FROM codes WHERE kind = 'match' AND target = ?");
  const setOutline = db.prepare('UPDATE matches SET status = ?, outline = ? WHERE id = ?');
  const putMember = db.prepare(
    'INSERT INTO members VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET power = excluded.power, name = excluded.name',
  );
  const addClass = db.prepare('INSERT INTO classes VALUES (?, ?, ?, ?, ?, ?, ?)');
  const addTable = db.prepare('INSERT INTO class_tables VALUES (?, ?, ?, ?)');
  const putStudent = db.prepare(
    'INSERT INTO class_students VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET match = excluded.match',
  );
  const beat = db.prepare('INSERT INTO heartbeat VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at');

  const storeMatch = (match: StoredMatch): void => {
    addMatch.run(
      match.id,
      match.kind,
      match.title,
      match.scenario,
      JSON.stringify(match.settings),
      match.seed,
      match.salt,
      match.bots,
      match.code,
      match.classId,
      match.host,
      match.createdAt,
      match.status,
      match.outline === null ? null : JSON.stringify(match.outline),
    );
    if (match.code !== null) addCode.run(match.code, 'match', match.id);
  };
  const storeMember = (match: string, member: Member): void => {
    putMember.run(match, member.person, member.power, member.name, member.joinedAt);
  };
  return {
    append: (match, row) => {
      addInput.run(match, row.seq, row.at, row.seat, row.person, row.command, JSON.stringify(row.input));
    },
    addPerson: (person) => {
      addPerson.run(person.key, person.name, person.createdAt);
    },
    addMatch: storeMatch,
    setOutline: (id, status, outline) => {
      setOutline.run(status, JSON.stringify(outline), id);
      if (status === 'ended') freeCode.run(id);
    },
    putMember: storeMember,
    addClass: (klass, tables) => {
      addClass.run(klass.id, klass.title, klass.code, klass.consoleKey, klass.wallKey, klass.bots, klass.createdAt);
      addCode.run(klass.code, 'class', klass.id);
      for (const [position, { match, label }] of tables.entries()) {
        storeMatch(match);
        addTable.run(klass.id, position, match.id, label);
      }
    },
    putStudent: (id, match, member) => {
      putStudent.run(id, member.person, match, member.joinedAt);
      storeMember(match, member);
    },
    beat: (at) => {
      beat.run(at);
    },
  };
};

const readsOn = (db: DatabaseSync): Named<Read> => {
  const inputs = db.prepare('SELECT * FROM inputs WHERE match = ? ORDER BY seq');
  const person = db.prepare('SELECT * FROM people WHERE key = ?');
  const match = db.prepare('SELECT * FROM matches WHERE id = ?');
  const openTables = db.prepare(
    "SELECT * FROM matches WHERE status = 'table' AND kind = 'public' ORDER BY created DESC LIMIT ?",
  );
  const matchesOf = db.prepare(
    'SELECT m.*, members.power FROM members JOIN matches m ON m.id = members.match WHERE person = ? ORDER BY m.created DESC LIMIT ?',
  );
  const running = db.prepare("SELECT * FROM matches WHERE status = 'running' ORDER BY created");
  const members = db.prepare('SELECT * FROM members WHERE match = ? ORDER BY joined, person');
  const classById = db.prepare('SELECT * FROM classes WHERE id = ?');
  const classByConsole = db.prepare('SELECT * FROM classes WHERE console = ?');
  const classTables = db.prepare('SELECT match, label FROM class_tables WHERE class = ? ORDER BY position');
  const student = db.prepare('SELECT match FROM class_students WHERE class = ? AND person = ?');
  const code = db.prepare('SELECT kind, target FROM codes WHERE code = ?');
  const beat = db.prepare('SELECT at FROM heartbeat');
  const one = <T>(row: Row | undefined, from: (row: Row) => T): T | null => (row === undefined ? null : from(row));
  return {
    inputs: (id) => inputs.all(id).map(inputFrom),
    person: (key) =>
      one(person.get(key), (row): StoredPerson => ({ key, name: text(row.name), createdAt: Number(row.created) })),
    match: (id) => one(match.get(id), matchFrom),
    openTables: (limit) => openTables.all(limit).map(matchFrom),
    matchesOf: (key, limit) =>
      matchesOf.all(key, limit).map((row) => ({ match: matchFrom(row), power: textOrNull(row.power) })),
    running: () => running.all().map(matchFrom),
    members: (id) => members.all(id).map(memberFrom),
    classById: (id) => one(classById.get(id), classFrom),
    classByConsole: (key) => one(classByConsole.get(key), classFrom),
    classTables: (id) =>
      classTables.all(id).map((row): ClassTable => ({ match: text(row.match), label: text(row.label) })),
    tableOfStudent: (id, key) => one(student.get(id, key), (row) => text(row.match)),
    codeTarget: (sought) =>
      one(
        code.get(sought),
        (row): CodeTarget => ({ kind: text(row.kind) as CodeTarget['kind'], id: text(row.target) }),
      ),
    lastBeat: () => one(beat.get(), (row) => Number(row.at)),
  };
};

const inputFrom = (row: Row): StoredInput => ({
  seq: Number(row.seq),
  at: Number(row.at),
  seat: text(row.seat),
  person: text(row.person),
  command: text(row.command),
  input: JSON.parse(text(row.input)),
});
const memberFrom = (row: Row): Member => ({
  person: text(row.person),
  power: textOrNull(row.power),
  name: text(row.name),
  joinedAt: Number(row.joined),
});

export const operationsOn = (db: DatabaseSync): Named<OperationName> => ({ ...writesOn(db), ...readsOn(db) });
