import { backup, DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { StoreFault } from './match-store.ts';
import { type Operations, operationsOn } from './sqlite-operations.ts';
import { configure, migrate } from './sqlite-schema.ts';

export type Job = { readonly id: number; readonly name: string; readonly args: readonly unknown[] };
export type Outcome =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly kind: 'conflict' | 'retryable'; readonly message: string };
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly names: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly Outcome[] };
export type WorkerOptions = { readonly file: string; readonly maxPages: number | null };

const CONSTRAINT = 19;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const isConflict = (error: unknown): boolean =>
  (error instanceof StoreFault && error.kind === 'conflict') ||
  (typeof error === 'object' && error !== null && 'errcode' in error && (Number(error.errcode) & 0xff) === CONSTRAINT);

const failed = (job: Job, kind: 'conflict' | 'retryable', error: unknown): Outcome => ({
  id: job.id,
  ok: false,
  kind,
  message: messageOf(error),
});

/** A taken key undoes its own job and spares the others. */
const apart = (db: DatabaseSync, job: Job, run: (job: Job) => Outcome): Outcome => {
  db.exec('SAVEPOINT job');
  try {
    const outcome = run(job);
    db.exec('RELEASE job');
    return outcome;
  } catch (error) {
    if (!isConflict(error)) throw error;
    db.exec('ROLLBACK TO job; RELEASE job');
    return failed(job, 'conflict', error);
  }
};

/** Runs all that has gathered since the last commit as one transaction: many waiters, one disk sync. */
const workOn = ({ reads, writes }: Operations, db: DatabaseSync): ((jobs: readonly Job[]) => Outcome[]) => {
  const isWrite = (name: string): boolean => Object.hasOwn(writes, name);
  const run = (job: Job): Outcome => {
    const operation = writes[job.name] ?? reads[job.name];
    if (operation === undefined) throw new Error(`no operation ${job.name}`);
    return { id: job.id, ok: true, value: operation(...job.args) };
  };
  const writeAll = (jobs: readonly Job[]): Outcome[] => {
    if (jobs.length === 0) return [];
    try {
      db.exec('BEGIN IMMEDIATE');
      const outcomes = jobs.map((job) => apart(db, job, run));
      db.exec('COMMIT');
      return outcomes;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      return jobs.map((job) => failed(job, 'retryable', error));
    }
  };
  const read = (job: Job): Outcome => {
    try {
      return run(job);
    } catch (error) {
      return failed(job, 'retryable', error);
    }
  };
  return (jobs) => [
    ...writeAll(jobs.filter((job) => isWrite(job.name))),
    ...jobs.filter((job) => !isWrite(job.name)).map(read),
  ];
};

/** How often a copy is begun, so many ms apart. */
const BEGINNINGS = 100;
const BETWEEN = 10;

/** A copy whose very first step falls into a commit fails with code 0, which is no error: it is begun once more. */
const copyTo = async (db: DatabaseSync, file: string): Promise<void> => {
  for (let left = BEGINNINGS; ; left -= 1) {
    try {
      await backup(db, file);
      return;
    } catch (error) {
      const isNoError = error instanceof Error && 'errcode' in error && error.errcode === 0;
      if (!isNoError || left <= 1) throw error;
    }
    await pause(BETWEEN);
  }
};

const serve = (options: WorkerOptions): void => {
  const say = (message: WorkerMessage): void => parentPort?.postMessage(message);
  let operations: Operations;
  let work: (jobs: readonly Job[]) => Outcome[];
  let db: DatabaseSync;
  try {
    db = new DatabaseSync(options.file);
    configure(db, options.maxPages);
    migrate(db);
    operations = operationsOn(db);
    work = workOn(operations, db);
  } catch (error) {
    say({ kind: 'failed', message: messageOf(error) });
    return;
  }
  let waiting: Job[] = [];
  const flush = (): void => {
    const jobs = waiting;
    waiting = [];
    say({ kind: 'outcomes', outcomes: work(jobs) });
  };
  /** Beside the jobs: it copies while they go on. */
  const backUp = (job: Job): void => {
    copyTo(db, String(job.args[0])).then(
      () => say({ kind: 'outcomes', outcomes: [{ id: job.id, ok: true, value: undefined }] }),
      (error: unknown) => say({ kind: 'outcomes', outcomes: [failed(job, 'retryable', error)] }),
    );
  };
  const take = (job: Job): void => {
    if (job.name === 'backUp') return backUp(job);
    if (waiting.length === 0) setImmediate(() => waiting.length > 0 && flush());
    waiting.push(job);
  };
  parentPort?.on('message', (message: readonly Job[] | 'close') => {
    if (message === 'close') {
      if (waiting.length > 0) flush();
      db.close();
      parentPort?.close();
      return;
    }
    for (const job of message) take(job);
  });
  say({ kind: 'ready', names: [...Object.keys(operations.reads), ...Object.keys(operations.writes)] });
};

serve(workerData as WorkerOptions);
