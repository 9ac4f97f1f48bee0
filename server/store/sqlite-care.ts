import type { DatabaseSync } from 'node:sqlite';
import { banFrom, type Doing, one, reminderFrom, reportFrom, text } from './rows.ts';

type Writes = Doing<
  | 'addReport'
  | 'settleReport'
  | 'putBan'
  | 'liftBan'
  | 'setBlock'
  | 'putReminder'
  | 'noteTold'
  | 'dropReminder'
  | 'beat'
  | 'putFact'
>;

export const careWrites = (db: DatabaseSync): Writes => {
  const addReport = db.prepare('INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const settleReport = db.prepare('UPDATE reports SET status = ? WHERE id = ?');
  const putBan = db.prepare('INSERT OR REPLACE INTO bans VALUES (?, ?, ?, ?)');
  const liftBan = db.prepare('DELETE FROM bans WHERE person = ?');
  const block = db.prepare('INSERT OR IGNORE INTO blocks VALUES (?, ?)');
  const unblock = db.prepare('DELETE FROM blocks WHERE person = ? AND blocked = ?');
  const putReminder = db.prepare('INSERT OR REPLACE INTO reminders VALUES (?, ?, ?, ?)');
  const noteTold = db.prepare('UPDATE reminders SET told = ? WHERE match = ? AND person = ? AND address = ?');
  const dropReminder = db.prepare('DELETE FROM reminders WHERE match = ? AND person = ?');
  const beat = db.prepare('INSERT INTO heartbeat VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at');
  const putFact = db.prepare('INSERT OR REPLACE INTO facts VALUES (?, ?)');
  return {
    addReport: (one) => {
      addReport.run(one.id, one.match, one.by, one.about, one.reason, one.text, one.quoted, one.at, one.status);
    },
    settleReport: (id, status) => {
      settleReport.run(status, id);
    },
    putBan: (ban) => {
      putBan.run(ban.person, ban.until, ban.reason, ban.at);
    },
    liftBan: (person) => {
      liftBan.run(person);
    },
    setBlock: (person, blocked, on) => {
      (on ? block : unblock).run(person, blocked);
    },
    putReminder: (one) => {
      putReminder.run(one.match, one.person, one.address, one.toldOf);
    },
    noteTold: (one, deadline) => {
      noteTold.run(deadline, one.match, one.person, one.address);
    },
    dropReminder: (match, person) => {
      dropReminder.run(match, person);
    },
    beat: (at) => {
      beat.run(at);
    },
    putFact: (name, value) => {
      putFact.run(name, value);
    },
  };
};

type Reads = Doing<
  | 'reports'
  | 'reportsBy'
  | 'remindersOf'
  | 'ban'
  | 'bans'
  | 'blocksOf'
  | 'isBlocked'
  | 'reminders'
  | 'lastBeat'
  | 'fact'
>;

export const careReads = (db: DatabaseSync): Reads => {
  const reports = db.prepare('SELECT * FROM reports WHERE status = ? ORDER BY at LIMIT ?');
  const reportsBy = db.prepare('SELECT * FROM reports WHERE reporter = ? ORDER BY at');
  const remindersOf = db.prepare('SELECT * FROM reminders WHERE person = ?');
  const ban = db.prepare('SELECT * FROM bans WHERE person = ?');
  const bans = db.prepare('SELECT * FROM bans ORDER BY at');
  const blocksOf = db.prepare('SELECT blocked FROM blocks WHERE person = ?');
  const blocked = db.prepare('SELECT 1 FROM blocks WHERE person = ? AND blocked = ?');
  const reminders = db.prepare('SELECT * FROM reminders WHERE match = ?');
  const beat = db.prepare('SELECT at FROM heartbeat');
  const fact = db.prepare('SELECT value FROM facts WHERE name = ?');
  return {
    reports: (status, limit) => reports.all(status, limit).map(reportFrom),
    reportsBy: (person) => reportsBy.all(person).map(reportFrom),
    remindersOf: (person) => remindersOf.all(person).map(reminderFrom),
    ban: (person) => one(ban.get(person), banFrom),
    bans: () => bans.all().map(banFrom),
    blocksOf: (person) => blocksOf.all(person).map((row) => text(row.blocked)),
    isBlocked: (person, others) =>
      others.some((other) => blocked.get(person, other) !== undefined || blocked.get(other, person) !== undefined),
    reminders: (match) => reminders.all(match).map(reminderFrom),
    lastBeat: () => one(beat.get(), (row) => Number(row.at)),
    fact: (name) => one(fact.get(name), (row) => text(row.value)),
  };
};
