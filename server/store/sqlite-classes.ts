import type { DatabaseSync } from 'node:sqlite';
import type { ClassTable } from './match-store.ts';
import { classFrom, type Doing, one, text } from './rows.ts';
import { matchEraser, matchWriter, memberWriter } from './sqlite-matches.ts';

export const classWrites = (db: DatabaseSync): Doing<'addClass' | 'putStudent' | 'renewConsole' | 'eraseClass'> => {
  const addClass = db.prepare(
    'INSERT INTO classes (id, title, code, console, wall, bots, created, keep) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const addTable = db.prepare('INSERT INTO class_tables VALUES (?, ?, ?, ?)');
  const addCode = db.prepare("INSERT INTO codes VALUES (?, 'class', ?)");
  const putStudent = db.prepare(
    'INSERT INTO class_students VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET match = excluded.match',
  );
  const tables = db.prepare('SELECT match FROM class_tables WHERE class = ?');
  const dropStudents = db.prepare('DELETE FROM class_students WHERE class = ?');
  const dropCode = db.prepare("DELETE FROM codes WHERE kind = 'class' AND target = ?");
  const dropClass = db.prepare('DELETE FROM classes WHERE id = ?');
  const renew = db.prepare('UPDATE classes SET console = ? WHERE id = ? AND console = ?');
  const addMatch = matchWriter(db);
  const putMember = memberWriter(db);
  const eraseMatch = matchEraser(db);
  return {
    addClass: (klass, all) => {
      const { id, title, code, consoleKey, wallKey, bots, createdAt, keepDays } = klass;
      addClass.run(id, title, code, consoleKey, wallKey, JSON.stringify(bots), createdAt, keepDays);
      addCode.run(code, id);
      for (const [position, { match, label }] of all.entries()) {
        addMatch(match);
        addTable.run(id, position, match.id, label);
      }
    },
    putStudent: (id, match, member) => {
      putStudent.run(id, member.person, match, member.joinedAt);
      putMember(match, member);
    },
    renewConsole: (id, key, next) => Number(renew.run(next, id, key).changes) === 1,
    eraseClass: (id) => {
      for (const { match } of tables.all(id)) eraseMatch(text(match));
      for (const drop of [dropStudents, dropCode, dropClass]) drop.run(id);
    },
  };
};

export const classReads = (
  db: DatabaseSync,
): Doing<'classById' | 'classByConsole' | 'classTables' | 'emptyClasses' | 'tableOfStudent'> => {
  const byId = db.prepare('SELECT * FROM classes WHERE id = ?');
  const byConsole = db.prepare('SELECT * FROM classes WHERE console = ?');
  const tables = db.prepare('SELECT match, label FROM class_tables WHERE class = ? ORDER BY position');
  const empty = db.prepare('SELECT id FROM classes WHERE NOT EXISTS (SELECT 1 FROM class_tables WHERE class = id)');
  const student = db.prepare('SELECT match FROM class_students WHERE class = ? AND person = ?');
  return {
    classById: (id) => one(byId.get(id), classFrom),
    classByConsole: (key) => one(byConsole.get(key), classFrom),
    classTables: (id) => tables.all(id).map((row): ClassTable => ({ match: text(row.match), label: text(row.label) })),
    emptyClasses: () => empty.all().map((row) => text(row.id)),
    tableOfStudent: (id, person) => one(student.get(id, person), (row) => text(row.match)),
  };
};
