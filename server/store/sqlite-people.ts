import type { DatabaseSync } from 'node:sqlite';
import type { StoredToken } from './match-store.ts';
import { type Doing, one, personFrom, tokenFrom } from './rows.ts';

type Writes = Doing<
  'addPerson' | 'addToken' | 'exchangeToken' | 'dropToken' | 'dropTokens' | 'dropExpired' | 'erasePerson'
>;

export const peopleWrites = (db: DatabaseSync): Writes => {
  const addPerson = db.prepare('INSERT INTO people VALUES (?, ?, ?)');
  const addToken = db.prepare('INSERT INTO tokens VALUES (?, ?, ?, ?, ?)');
  const dropToken = db.prepare('DELETE FROM tokens WHERE hash = ?');
  const dropKind = db.prepare('DELETE FROM tokens WHERE person = ? AND kind = ? AND hash IS NOT ?');
  const dropExpired = db.prepare('DELETE FROM tokens WHERE expires <= ?');
  const dropStrangers = db.prepare(
    `DELETE FROM people WHERE NOT EXISTS (SELECT 1 FROM tokens WHERE person = key)
       AND NOT EXISTS (SELECT 1 FROM members WHERE person = key)`,
  );
  const dropErased = db.prepare(
    'DELETE FROM erased WHERE NOT EXISTS (SELECT 1 FROM members WHERE members.person = erased.person)',
  );
  const putToken = ({ hash, person, kind, createdAt, expiresAt }: StoredToken): void => {
    addToken.run(hash, person, kind, createdAt, expiresAt);
  };
  return {
    addPerson: (person, token) => {
      addPerson.run(person.key, person.name, person.createdAt);
      putToken(token);
    },
    addToken: putToken,
    exchangeToken: (old, next) => {
      if (Number(dropToken.run(old).changes) === 0) return false;
      putToken(next);
      return true;
    },
    dropToken: (hash) => {
      dropToken.run(hash);
    },
    dropTokens: (person, kinds, except) => {
      for (const kind of kinds) dropKind.run(person, kind, except);
    },
    dropExpired: (now) => {
      dropExpired.run(now);
      dropStrangers.run();
      dropErased.run();
    },
    erasePerson: personEraser(db),
  };
};

const personEraser = (db: DatabaseSync): ((person: string) => void) => {
  const steps = [
    "INSERT INTO erased VALUES (?, unixepoch('subsec') * 1000) ON CONFLICT DO NOTHING",
    'DELETE FROM tokens WHERE person = ?',
    'DELETE FROM people WHERE key = ?',
    'DELETE FROM reminders WHERE person = ?',
    'DELETE FROM class_students WHERE person = ?',
    'DELETE FROM reports WHERE reporter = ?',
    'DELETE FROM blocks WHERE person = ?',
    'DELETE FROM blocks WHERE blocked = ?',
    "UPDATE members SET name = '', mark = NULL WHERE person = ?",
    "UPDATE tenures SET name = '' WHERE person = ?",
  ].map((sql) => db.prepare(sql));
  return (person) => {
    for (const step of steps) step.run(person);
  };
};

export const peopleReads = (db: DatabaseSync): Doing<'person' | 'token' | 'tokensOf'> => {
  const person = db.prepare('SELECT * FROM people WHERE key = ?');
  const token = db.prepare('SELECT * FROM tokens WHERE hash = ?');
  const tokensOf = db.prepare('SELECT * FROM tokens WHERE person = ? ORDER BY created, hash');
  return {
    person: (key) => one(person.get(key), personFrom),
    token: (hash) => one(token.get(hash), tokenFrom),
    tokensOf: (key) => tokensOf.all(key).map(tokenFrom),
  };
};
