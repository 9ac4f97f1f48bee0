import { DatabaseSync } from 'node:sqlite';
import { type MatchStore, StoreFault } from '../../../server/store/match-store.ts';
import { operationsOn } from '../../../server/store/sqlite-operations.ts';
import { configure, migrate } from '../../../server/store/sqlite-schema.ts';
import { portTo } from '../../../server/store/sqlite-store.ts';

/** The store in memory and on this thread, for tests that are about something else; `breakDown` lets every write fail. */
export const memoryStore = (): MatchStore & { breakDown: (broken: boolean) => void } => {
  const db = new DatabaseSync(':memory:');
  configure(db, null);
  migrate(db);
  const { reads, writes } = operationsOn(db);
  let broken = false;
  const port = portTo([...Object.keys(reads), ...Object.keys(writes)], async (name, args) => {
    if (name === 'close') return undefined;
    // As from another thread: never at once, and nothing shared.
    await Promise.resolve();
    const isWrite = Object.hasOwn(writes, name);
    if (broken && isWrite) throw new StoreFault('retryable', 'broken down');
    db.exec('SAVEPOINT call');
    try {
      const value = (writes[name] ?? reads[name])?.(...structuredClone(args));
      db.exec('RELEASE call');
      return value;
    } catch (error) {
      db.exec('ROLLBACK TO call; RELEASE call');
      throw new StoreFault('conflict', String(error));
    }
  });
  return {
    ...port,
    breakDown: (now) => {
      broken = now;
    },
  };
};
