import type { DatabaseSync } from 'node:sqlite';

/** One entry a version, in order; what has been released is never edited, only followed by another. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE people (key TEXT PRIMARY KEY, name TEXT NOT NULL, created INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE matches (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, title TEXT NOT NULL, scenario TEXT NOT NULL, settings TEXT NOT NULL,
    seed TEXT NOT NULL, salt TEXT NOT NULL, bots TEXT NOT NULL, code TEXT, class TEXT, host TEXT,
    created INTEGER NOT NULL, status TEXT NOT NULL, outline TEXT
  ) WITHOUT ROWID;
  CREATE INDEX matches_by_status ON matches (status, kind, created);
  CREATE TABLE inputs (
    match TEXT NOT NULL REFERENCES matches (id), seq INTEGER NOT NULL, at INTEGER NOT NULL, seat TEXT NOT NULL,
    person TEXT NOT NULL, command TEXT NOT NULL, input TEXT NOT NULL,
    PRIMARY KEY (match, seq), UNIQUE (match, seat, person, command)
  ) WITHOUT ROWID;
  CREATE TABLE members (
    match TEXT NOT NULL REFERENCES matches (id), person TEXT NOT NULL, power TEXT, name TEXT NOT NULL,
    joined INTEGER NOT NULL, PRIMARY KEY (match, person)
  ) WITHOUT ROWID;
  CREATE INDEX members_by_person ON members (person, joined);
  CREATE TABLE classes (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, code TEXT NOT NULL, console TEXT NOT NULL UNIQUE, wall TEXT NOT NULL,
    bots TEXT NOT NULL, created INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE class_tables (
    class TEXT NOT NULL REFERENCES classes (id), position INTEGER NOT NULL, match TEXT NOT NULL REFERENCES matches (id),
    label TEXT NOT NULL, PRIMARY KEY (class, position)
  ) WITHOUT ROWID;
  CREATE TABLE class_students (
    class TEXT NOT NULL REFERENCES classes (id), person TEXT NOT NULL, match TEXT NOT NULL REFERENCES matches (id),
    joined INTEGER NOT NULL, PRIMARY KEY (class, person)
  ) WITHOUT ROWID;
  CREATE TABLE codes (code TEXT PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE heartbeat (one INTEGER PRIMARY KEY CHECK (one = 1), at INTEGER NOT NULL);
  `,
  // A person is no longer the hash of one token; matches know their rules, their clock and their end; care for public play.
  `
  ALTER TABLE matches ADD COLUMN rules INTEGER;
  ALTER TABLE matches ADD COLUMN digest TEXT;
  ALTER TABLE matches ADD COLUMN due INTEGER;
  ALTER TABLE matches ADD COLUMN ended INTEGER;
  ALTER TABLE matches ADD COLUMN keep INTEGER;
  ALTER TABLE matches ADD COLUMN next TEXT;
  UPDATE matches SET ended = (SELECT coalesce(max(at), created) FROM inputs WHERE match = id) WHERE status = 'ended';
  CREATE INDEX matches_by_due ON matches (status, due);
  CREATE INDEX matches_by_host ON matches (host, created);
  ALTER TABLE members ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE classes ADD COLUMN keep INTEGER;
  CREATE TABLE tokens (
    hash TEXT PRIMARY KEY, person TEXT NOT NULL, kind TEXT NOT NULL, created INTEGER NOT NULL, expires INTEGER
  ) WITHOUT ROWID;
  INSERT INTO tokens SELECT key, key, 'session', created, NULL FROM people;
  CREATE INDEX tokens_by_person ON tokens (person, kind);
  CREATE TABLE erased (person TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE tenures (
    match TEXT NOT NULL REFERENCES matches (id), power TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
    start INTEGER NOT NULL, turn INTEGER NOT NULL, until INTEGER, why TEXT
  );
  CREATE INDEX tenures_by_match ON tenures (match, start);
  INSERT INTO tenures SELECT match, power, person, name, joined, 0, NULL, NULL FROM members WHERE power IS NOT NULL;
  CREATE TABLE turns (
    match TEXT NOT NULL REFERENCES matches (id), turn INTEGER NOT NULL, seq INTEGER NOT NULL, chain TEXT NOT NULL,
    rules INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (match, turn)
  ) WITHOUT ROWID;
  CREATE TABLE reports (
    id TEXT PRIMARY KEY, match TEXT NOT NULL, reporter TEXT NOT NULL, about TEXT NOT NULL, reason TEXT NOT NULL,
    text TEXT NOT NULL, quoted TEXT NOT NULL, at INTEGER NOT NULL, status TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE bans (person TEXT PRIMARY KEY, until INTEGER, reason TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE blocks (person TEXT NOT NULL, blocked TEXT NOT NULL, PRIMARY KEY (person, blocked)) WITHOUT ROWID;
  CREATE TABLE reminders (
    match TEXT NOT NULL REFERENCES matches (id), person TEXT NOT NULL, address TEXT NOT NULL, told INTEGER,
    PRIMARY KEY (match, person)
  ) WITHOUT ROWID;
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  `,
  // What a match goes on from when the rules have changed.
  `
  ALTER TABLE turns ADD COLUMN seals TEXT NOT NULL DEFAULT '[]';
  CREATE TABLE seams (
    match TEXT NOT NULL REFERENCES matches (id), seq INTEGER NOT NULL, turn INTEGER NOT NULL, state TEXT NOT NULL,
    seals TEXT NOT NULL, rules_before INTEGER, digest_before TEXT, rules INTEGER NOT NULL, digest TEXT NOT NULL,
    PRIMARY KEY (match, seq)
  ) WITHOUT ROWID;
  `,
  // By which browser somebody came to one table, and to no other.
  'ALTER TABLE members ADD COLUMN mark TEXT',
  // Lines of closed turns, compressed; `seq` and `at` are those of the last one. Matches of before are packed when their next turn closes.
  `
  CREATE TABLE packs (
    match TEXT NOT NULL REFERENCES matches (id), seq INTEGER NOT NULL, at INTEGER NOT NULL, marks BLOB NOT NULL,
    lines BLOB NOT NULL, PRIMARY KEY (match, seq)
  );
  `,
];

/** Brings the file to this version; a file from a later one is left alone. */
export const migrate = (db: DatabaseSync): void => {
  const row = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (row.user_version > MIGRATIONS.length) {
    throw new Error(
      `the data is of version ${row.user_version}, and this server knows only up to ${MIGRATIONS.length}`,
    );
  }
  for (let version = row.user_version; version < MIGRATIONS.length; version += 1) {
    db.exec(`BEGIN IMMEDIATE; ${MIGRATIONS[version]}; PRAGMA user_version = ${version + 1}; COMMIT;`);
  }
};

/** `FULL`: COMMIT returns when the disk has it, which is what an acknowledgement promises. What is erased is overwritten. */
export const configure = (db: DatabaseSync, maxPages: number | null): void => {
  db.exec(
    'PRAGMA busy_timeout = 1500; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
  );
  if (maxPages !== null) db.exec(`PRAGMA max_page_count = ${Math.trunc(maxPages)}`);
};
