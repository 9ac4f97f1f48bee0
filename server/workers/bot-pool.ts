import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { BotChoice, BotName, PowerInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { BotTask, BotWorkerData } from './bot-worker.ts';
import { FairQueue } from './fair-queue.ts';
import { sendView } from './sent-view.ts';
import { type Asking, type Thinker, thinkingHere } from './thinker.ts';

export type BotPoolOptions = {
  /** Scenarios of this server that do not come with the game. */
  readonly scenarios: readonly Scenario[];
  /** A worker failed while nobody waited for it. */
  readonly onFault: (error: unknown) => void;
  readonly threads?: number;
  /** Replaced only by the test that tries workers that fail. */
  readonly worker?: URL;
};

/** Thinks in a millisecond or less, which is what it would take to send a view to a worker. */
const CHEAP: readonly BotName[] = ['hold', 'random', 'scripted', 'caretaker', 'greedy'];
/** MB a thread may hold: one that runs away ends itself, and not the server. */
const MEMORY = 512;
/** One core is left to the people. */
const threadsHere = (): number => Math.max(1, availableParallelism() - 1);

type Waiting = {
  readonly asking: Asking;
  readonly since: number;
  readonly resolve: (acts: readonly PowerInput[]) => void;
  readonly reject: (why: unknown) => void;
};

/** Worker threads that think for the bots of all matches. The first one that is needed starts them. */
export class BotPool implements Thinker {
  readonly atOnce: number;
  readonly #options: BotPoolOptions;
  readonly #here = thinkingHere();
  readonly #queue = new FairQueue<Waiting>();
  #threads: Piscina<BotTask, readonly PowerInput[]> | null = null;
  #running = 0;
  #closed = false;

  constructor(options: BotPoolOptions) {
    this.#options = options;
    this.atOnce = options.threads ?? threadsHere();
  }

  get load(): { readonly waiting: number; readonly thinking: number } {
    return { waiting: this.#queue.length, thinking: this.#running };
  }

  think(asking: Asking): Promise<readonly PowerInput[]> {
    if (CHEAP.includes(asking.choice.bot)) return this.#here.think(asking);
    if (this.#closed) return Promise.reject(gone());
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { asking, since: performance.now(), resolve, reject };
      asking.signal.addEventListener('abort', () => this.#forget(waiting), { once: true });
      this.#queue.push(asking.match, waiting);
      this.#runNext();
    });
  }

  /** Ends every worker at once, thinking or not. */
  async close(): Promise<void> {
    this.#closed = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) next.reject(gone());
    await this.#threads?.destroy();
  }

  #forget(waiting: Waiting): void {
    this.#queue.remove(waiting.asking.match, waiting);
    waiting.reject(waiting.asking.signal.reason);
  }

  /** No more at once than there are threads: what waits, waits in our queue, which is fair. */
  #runNext(): void {
    while (this.#running < this.atOnce && !this.#closed) {
      const next = this.#queue.shift();
      if (next === undefined) return;
      this.#running += 1;
      void this.#run(next).finally(() => {
        this.#running -= 1;
        this.#runNext();
      });
    }
  }

  async #run({ asking, since, resolve, reject }: Waiting): Promise<void> {
    try {
      const { view, luck } = asking.look();
      const choice = choiceAfter(asking, performance.now() - since);
      const task: BotTask = { scenario: asking.scenario.id, view: sendView(view), choice, luck };
      // Whoever still thinks when nobody listens any more hangs: its worker is ended, and another takes its place.
      const signal = AbortSignal.timeout(asking.patience);
      this.#threads ??= this.#start();
      resolve(await this.#threads.run(task, { signal }));
    } catch (error) {
      reject(error);
    }
  }

  #start(): Piscina<BotTask, readonly PowerInput[]> {
    const workerData: BotWorkerData = { scenarios: this.#options.scenarios };
    const threads = new Piscina<BotTask, readonly PowerInput[]>({
      filename: fileURLToPath(this.#options.worker ?? new URL('./bot-worker.ts', import.meta.url)),
      name: 'think',
      minThreads: this.atOnce,
      maxThreads: this.atOnce,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    return threads.on('error', this.#options.onFault);
  }
}

const gone = (): Error => new Error('the bots have gone home');

/** Who has waited long looks less far ahead, so that the line gets shorter when many wait. */
const choiceAfter = ({ choice, patience }: Asking, waited: number): BotChoice =>
  waited > patience / 2 ? { ...choice, level: 'easy' } : choice;
