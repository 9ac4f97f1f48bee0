import type { DatabaseSync } from 'node:sqlite';
import type { MatchStatus, Member, StoredMatch, Tenure } from './match-store.ts';
import { packed } from './packed.ts';
import {
  codeTargetFrom,
  type Doing,
  MATCH_COLUMNS,
  matchFrom,
  matchRow,
  memberFrom,
  one,
  seamFrom,
  tenureFrom,
  text,
  textOrNull,
  turnFrom,
} from './rows.ts';
import { logAppender, logPacker, logReader } from './sqlite-log.ts';

/** What a table consists of, for whatever writes one. */
export const matchWriter = (db: DatabaseSync): ((match: StoredMatch) => void) => {
  const addMatch = db.prepare(
    `INSERT INTO matches (${MATCH_COLUMNS.join(', ')}) VALUES (${MATCH_COLUMNS.map(() => '?').join(', ')})`,
  );
  const addCode = db.prepare("INSERT INTO codes VALUES (?, 'match', ?)");
  return (match) => {
    addMatch.run(...matchRow(match));
    if (match.code !== null) addCode.run(match.code, match.id);
  };
};

/** What is asked of a name that is written once its person is forgotten: gone, if it is of the past; of the present there can be none. */
const nameOf = (isPast: string): string =>
  `CASE WHEN NOT EXISTS (SELECT 1 FROM erased WHERE person = $person) THEN $name WHEN ${isPast} THEN '' END`;

export const memberWriter = (db: DatabaseSync): ((match: string, member: Member) => void) => {
  const putMember = db.prepare(
    `INSERT INTO members (match, person, power, name, joined, removed, mark)
     VALUES ($match, $person, $power, ${nameOf('$removed')}, $joinedAt, $removed,
       CASE WHEN NOT EXISTS (SELECT 1 FROM erased WHERE person = $person) THEN $mark END)
     ON CONFLICT DO UPDATE SET power = excluded.power, name = excluded.name, removed = excluded.removed,
       mark = excluded.mark`,
  );
  return (match, { person, power, name, joinedAt, removed = false, mark = null }) => {
    putMember.run({ match, person, power, name, joinedAt, removed: removed ? 1 : 0, mark });
  };
};

export const matchEraser = (db: DatabaseSync): ((id: string) => void) => {
  const drops = [
    'inputs',
    'packs',
    'members',
    'tenures',
    'turns',
    'seams',
    'reminders',
    'reports',
    'class_tables',
    'class_students',
  ].map((table) => db.prepare(`DELETE FROM ${table} WHERE match = ?`));
  const dropCode = db.prepare("DELETE FROM codes WHERE kind = 'match' AND target = ?");
  const dropMatch = db.prepare('DELETE FROM matches WHERE id = ?');
  return (id) => {
    for (const drop of [...drops, dropCode, dropMatch]) drop.run(id);
  };
};

type Writes = Doing<
  'append' | 'addMatch' | 'setOutline' | 'setNext' | 'eraseMatch' | 'putMember' | 'putTurn' | 'putSeam'
>;

export const matchWrites = (db: DatabaseSync): Writes => {
  const setOutline = db.prepare(
    `UPDATE matches SET status = $status, outline = $outline, due = $due,
       ended = CASE WHEN $status = 'ended' THEN coalesce(ended, $at) ELSE NULL END WHERE id = $id`,
  );
  const freeCode = db.prepare("DELETE FROM codes WHERE kind = 'match' AND target = ?");
  const dropReminders = db.prepare('DELETE FROM reminders WHERE match = ?');
  const setNext = db.prepare('UPDATE matches SET next = coalesce(next, ?) WHERE id = ? RETURNING next');
  return {
    append: logAppender(db),
    addMatch: matchWriter(db),
    setOutline: (id, status, outline, at) => {
      setOutline.run({ id, status, outline: JSON.stringify(outline), due: outline.due ?? null, at });
      if (status !== 'ended') return;
      freeCode.run(id);
      dropReminders.run(id);
    },
    setNext: (id, next) => text(setNext.get(next, id)?.next),
    eraseMatch: matchEraser(db),
    putMember: memberWriter(db),
    ...turnWrites(db),
  };
};

/**
 * States are large, and the seals of a turn bind those of all before it: the last one is enough. With it the lines that
 * it contains are packed.
 */
const turnWrites = (db: DatabaseSync): Doing<'putTurn' | 'putSeam'> => {
  const dropTurns = db.prepare('DELETE FROM turns WHERE match = ?');
  const putTurn = db.prepare(
    'INSERT INTO turns (match, turn, seq, chain, rules, state, seals) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const pack = logPacker(db);
  const putSeam = db.prepare('INSERT OR REPLACE INTO seams VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  return {
    putTurn: (match, { turn, seq, chain, rules, state, seals }) => {
      dropTurns.run(match);
      putTurn.run(match, turn, seq, chain, rules, packed(state), JSON.stringify(seals));
      pack(match, seq);
    },
    putSeam: (match, { seq, turn, state, seals, before, after }) => {
      const parts = [packed(state), JSON.stringify(seals)];
      putSeam.run(match, seq, turn, ...parts, before.rules, before.digest, after.rules, after.digest);
    },
  };
};

export const tenureWrites = (db: DatabaseSync): Doing<'putTenure'> => {
  const end = db.prepare('UPDATE tenures SET until = ?, why = ? WHERE match = ? AND power = ? AND until IS NULL');
  const begin = db.prepare(
    `INSERT INTO tenures VALUES ($match, $power, $person, ${nameOf('$until IS NOT NULL')}, $from, $fromTurn, $until, $why)`,
  );
  return {
    putTenure: (match, power, ended, begun) => {
      if (ended !== null) end.run(ended.at, ended.why, match, power);
      if (begun === null) return;
      const { person, name, from, fromTurn, until, why } = begun satisfies Tenure;
      begin.run({ match, power, person, name, from, fromTurn, until, why });
    },
  };
};

type Reads = Doing<
  | 'inputs'
  | 'match'
  | 'openTables'
  | 'matchesOf'
  | 'running'
  | 'matchesBy'
  | 'dueBy'
  | 'madeSince'
  | 'matchCounts'
  | 'expired'
  | 'members'
  | 'tenures'
  | 'lastTurn'
  | 'lastChain'
  | 'lastSeam'
  | 'codeTarget'
>;

export const matchReads = (db: DatabaseSync): Reads => {
  const log = logReader(db);
  const match = db.prepare('SELECT * FROM matches WHERE id = ?');
  const openTables = db.prepare(
    "SELECT * FROM matches WHERE status = 'table' AND kind = 'public' ORDER BY created DESC LIMIT ?",
  );
  const matchesOf = db.prepare(
    `SELECT m.*, power FROM members JOIN matches m ON m.id = match WHERE person = ? AND removed = 0
     ORDER BY m.created DESC LIMIT ?`,
  );
  const running = db.prepare("SELECT * FROM matches WHERE status = 'running' ORDER BY created");
  const matchesBy = db.prepare('SELECT * FROM matches WHERE status = ? ORDER BY created DESC LIMIT ?');
  const members = db.prepare('SELECT * FROM members WHERE match = ? ORDER BY joined, person');
  const tenures = db.prepare('SELECT * FROM tenures WHERE match = ? ORDER BY start, rowid');
  const lastSeam = db.prepare('SELECT * FROM seams WHERE match = ? ORDER BY seq DESC LIMIT 1');
  const lastChain = db.prepare('SELECT chain FROM turns WHERE match = ? ORDER BY seq DESC LIMIT 1');
  const lastTurn = db.prepare('SELECT * FROM turns WHERE match = ? ORDER BY seq DESC LIMIT 1');
  const code = db.prepare('SELECT kind, target FROM codes WHERE code = ?');
  return {
    ...reckoningReads(db),
    inputs: (id) => log.of(id),
    match: (id) => one(match.get(id), matchFrom),
    openTables: (limit) => openTables.all(limit).map(matchFrom),
    matchesOf: (person, limit) =>
      matchesOf.all(person, limit).map((row) => ({ match: matchFrom(row), power: textOrNull(row.power) })),
    running: () => running.all().map(matchFrom),
    matchesBy: (status, limit) => matchesBy.all(status, limit).map(matchFrom),
    members: (id) => members.all(id).map(memberFrom),
    tenures: (id) => tenures.all(id).map(tenureFrom),
    lastChain: (id) => one(lastChain.get(id), (row) => text(row.chain)),
    lastTurn: (id) => one(lastTurn.get(id), turnFrom),
    lastSeam: (id) => one(lastSeam.get(id), seamFrom),
    codeTarget: (sought) => one(code.get(sought), codeTargetFrom),
  };
};

/** Of many matches at once, by their times. */
const reckoningReads = (db: DatabaseSync): Doing<'dueBy' | 'madeSince' | 'matchCounts' | 'expired'> => {
  const dueBy = db.prepare("SELECT id FROM matches WHERE status = 'running' AND due <= ? ORDER BY due");
  const madeSince = db.prepare('SELECT count(*) AS made FROM matches WHERE host = ? AND created >= ?');
  const counts = db.prepare('SELECT status, count(*) AS found FROM matches GROUP BY status');
  const expired = db.prepare(
    `SELECT id FROM matches
     WHERE (status = 'ended' AND ended + coalesce(keep, $keepDays) * 86400000 <= $now)
        OR (status = 'running' AND coalesce(keep, $keepDays) * 86400000 + coalesce(
              (SELECT at FROM inputs WHERE match = id ORDER BY seq DESC LIMIT 1),
              (SELECT at FROM packs WHERE match = id ORDER BY seq DESC LIMIT 1), created) <= $now)
        OR (status = 'table' AND created < $neverStarted)
     ORDER BY created`,
  );
  const ids = (rows: readonly { readonly id?: unknown }[]): readonly string[] => rows.map(({ id }) => String(id));
  return {
    dueBy: (at) => ids(dueBy.all(at)),
    matchCounts: () => {
      const found = new Map(counts.all().map((row) => [text(row.status), Number(row.found)]));
      const of = (status: MatchStatus): number => found.get(status) ?? 0;
      return { table: of('table'), running: of('running'), ended: of('ended') };
    },
    madeSince: (host, since) => Number(madeSince.get(host, since)?.made),
    expired: (now, keepDays, neverStarted) => ids(expired.all({ now, keepDays, neverStarted })),
  };
};
