import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded before a server (`node --import`), this makes its disk go wrong in the way that a file names at the
 * moment. The server knows nothing of it.
 */
export const FAULT_FILE = 'FAULT_FILE';
export const FAULTS = [
  ...(['failing', 'full', 'read-only', 'slow', 'lost', 'torn'] as const),
  /** Says that all is stored and stores nothing: what the checks must notice. */ 'lying',
] as const;
export type Fault = (typeof FAULTS)[number];

const SLOW = 500;

const faultNow = (): string => {
  try {
    return readFileSync(process.env[FAULT_FILE] ?? '', 'utf8');
  } catch {
    return '';
  }
};

const ioError = (): Error => Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });

const exec = DatabaseSync.prototype.exec;
const sleep = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

const beforeWriting = (db: DatabaseSync, fault: string): void => {
  exec.call(db, `PRAGMA query_only = ${fault === 'read-only' ? 1 : 0}`);
  const { page_count } = db.prepare('PRAGMA page_count').get() as { page_count: number };
  exec.call(db, `PRAGMA max_page_count = ${fault === 'full' ? page_count : 1_073_741_823}`);
};

const commit = (db: DatabaseSync, fault: string): void => {
  if (fault === 'failing') throw ioError();
  if (fault === 'slow') sleep(SLOW);
  exec.call(db, fault === 'lying' ? 'ROLLBACK' : 'COMMIT');
  // Stored, and nobody is told so.
  if (fault === 'torn') throw ioError();
};

if (!isMainThread) {
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string): void {
    const fault = faultNow();
    // In a thread this ends the thread alone.
    if (fault === 'lost') process.exit(1);
    if (sql === 'BEGIN IMMEDIATE') beforeWriting(this, fault);
    if (sql === 'COMMIT') commit(this, fault);
    else exec.call(this, sql);
  };
}
