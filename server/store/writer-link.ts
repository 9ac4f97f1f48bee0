import { Worker } from 'node:worker_threads';
import { StoreFault } from './match-store.ts';
import type { Job, Outcome, WorkerMessage, WorkerOptions } from './sqlite-worker.ts';

type Waiter = { readonly resolve: (value: never) => void; readonly reject: (fault: StoreFault) => void };

/** A lost writer is replaced after so many ms, each time twice as many, up to the second. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 2_000;
/** What can wait does so for a commit that there is anyway, and no longer than so many ms. */
const RIDE = 50;
const CAN_WAIT: ReadonlySet<string> = new Set(['setOutline']);
const retryable = (why: string): StoreFault => new StoreFault('retryable', why);

/**
 * The store's face on the main thread: every call is a job for the one writer, which answers after
 * COMMIT. When the writer is lost, whoever waits is told so, and another takes its place.
 */
export class WriterLink {
  readonly #options: WorkerOptions;
  readonly #waiters = new Map<number, Waiter>();
  #worker: Worker | null = null;
  #takesJobs = false;
  #next = 1;
  #held: Job[] = [];
  #ride: NodeJS.Timeout | null = null;
  #wait = FIRST_WAIT;
  #again: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** The calls that it takes, once it takes any; rejects in plain words when the first writer cannot begin. */
  async open(): Promise<readonly string[]> {
    try {
      return await this.#begin();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  ask(name: string, args: readonly unknown[]): Promise<never> {
    const worker = this.#worker;
    if (worker === null || !this.#takesJobs || this.#closed) return Promise.reject(retryable('no writer is there'));
    const job: Job = { id: this.#next, name, args };
    this.#next += 1;
    return new Promise((resolve, reject) => {
      this.#waiters.set(job.id, { resolve, reject });
      this.#held.push(job);
      if (!CAN_WAIT.has(name)) this.#post();
      else this.#ride ??= setTimeout(() => this.#post(), RIDE);
    });
  }

  /** All in one message, in the order in which they were asked. */
  #post(): void {
    if (this.#ride !== null) clearTimeout(this.#ride);
    this.#ride = null;
    const jobs = this.#held;
    this.#held = [];
    if (jobs.length > 0) this.#worker?.postMessage(jobs);
  }

  async close(): Promise<void> {
    if (this.#again !== null) clearTimeout(this.#again);
    this.#closed = true;
    this.#post();
    const worker = this.#worker;
    if (worker === null) return;
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage('close');
    await gone;
  }

  #begin(): Promise<readonly string[]> {
    const worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: this.#options });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      const lose = (why: string): void => {
        reject(new Error(why));
        if (this.#worker === worker) this.#lose(why);
      };
      worker.on('error', (error) => lose(error instanceof Error ? error.message : String(error)));
      worker.on('exit', () => lose('the writer has stopped'));
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'outcomes') for (const outcome of message.outcomes) this.#settle(outcome);
        else if (message.kind === 'failed') reject(new Error(message.message));
        else {
          this.#takesJobs = true;
          resolve(message.names);
        }
      });
    });
  }

  #settle(outcome: Outcome): void {
    this.#wait = FIRST_WAIT;
    const waiter = this.#waiters.get(outcome.id);
    this.#waiters.delete(outcome.id);
    if (outcome.ok) waiter?.resolve(outcome.value as never);
    else waiter?.reject(new StoreFault(outcome.kind, outcome.message));
  }

  /** What it had in hand may be stored or not: whoever asks again finds out by the place in the log. */
  #lose(why: string): void {
    const didTakeJobs = this.#takesJobs;
    this.#worker = null;
    this.#takesJobs = false;
    this.#held = [];
    for (const waiter of this.#waiters.values()) waiter.reject(retryable(why));
    this.#waiters.clear();
    // The first one, which never began, is for whoever opens the store to judge.
    if (this.#closed || !(didTakeJobs || this.#again !== null)) return;
    this.#again = setTimeout(() => void this.#begin().catch(() => undefined), this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }
}
