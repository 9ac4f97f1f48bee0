import { Worker } from 'node:worker_threads';
import { type MatchStore, StoreFault } from './match-store.ts';
import type { Job, Outcome, WorkerMessage, WorkerOptions } from './sqlite-worker.ts';

type Waiter = { readonly resolve: (value: never) => void; readonly reject: (fault: StoreFault) => void };
export type SqliteOptions = {
  readonly file: string;
  /** An upper limit to the file, in pages of 4 KB; beyond it every write is refused as on a full disk. */
  readonly maxPages?: number;
};

/** The store's face on the main thread: every call is a job for the one writer, which answers after COMMIT. */
class WriterLink {
  readonly #waiters = new Map<number, Waiter>();
  readonly #worker: Worker;
  #next = 1;
  #gone: StoreFault | null = null;

  constructor(options: WorkerOptions) {
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: options });
    this.#worker.on('error', (error) => this.#lose(error.message));
    this.#worker.on('exit', () => this.#lose('the writer has stopped'));
  }

  /** The calls that it takes, once it takes any. */
  ready(): Promise<readonly string[]> {
    return new Promise((resolve, reject) => {
      this.#worker.once('error', reject);
      this.#worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'ready') resolve(message.names);
        else if (message.kind === 'failed') reject(new Error(message.message));
        else for (const outcome of message.outcomes) this.#settle(outcome);
      });
    });
  }

  ask(name: string, args: readonly unknown[]): Promise<never> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    const job: Job = { id: this.#next, name, args };
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiters.set(job.id, { resolve, reject });
      this.#worker.postMessage(job);
    });
  }

  async close(): Promise<void> {
    if (this.#gone !== null) return;
    const gone = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    this.#worker.postMessage('close');
    await gone;
  }

  #settle(outcome: Outcome): void {
    const waiter = this.#waiters.get(outcome.id);
    this.#waiters.delete(outcome.id);
    if (outcome.ok) waiter?.resolve(outcome.value as never);
    else waiter?.reject(new StoreFault(outcome.kind, outcome.message));
  }

  #lose(why: string): void {
    this.#gone ??= new StoreFault('retryable', why);
    for (const waiter of this.#waiters.values()) waiter.reject(this.#gone);
    this.#waiters.clear();
  }
}

/** The port, every call of which goes one way. */
export const portTo = (
  names: readonly string[],
  ask: (name: string, args: readonly unknown[]) => Promise<unknown>,
): MatchStore =>
  Object.fromEntries(
    [...names, 'backUp', 'close'].map((name) => [name, (...args: readonly unknown[]) => ask(name, args)]),
  ) as unknown as MatchStore;

/** Opens the file, brings it to this version and starts its writer; rejects in plain words when it cannot. */
export const openSqliteStore = async (options: SqliteOptions): Promise<MatchStore> => {
  const link = new WriterLink({ file: options.file, maxPages: options.maxPages ?? null });
  try {
    return portTo(await link.ready(), (name, args) => (name === 'close' ? link.close() : link.ask(name, args)));
  } catch (error) {
    await link.close();
    throw error;
  }
};
