import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ChildServer,
  type Exit,
  freePort,
  type Start,
  spawnServer,
  untilReady,
} from '../../server/support/child-server.ts';
import { temporaryFolder } from '../../server/support/test-server.ts';

/** When nobody could play, in ms since 1970. */
export type Outage = { readonly from: number; readonly to: number };
export type Stop = { readonly askedAt: number; readonly took: number; readonly exit: Exit };

const PATIENCE = 30_000;

/** One server in a process of its own, over as many lives as a test gives it, on one port and one folder. */
export class Serving {
  readonly folder: string;
  readonly outages: Outage[] = [];
  readonly #port: number;
  readonly #start: Start;
  #child: ChildServer | null = null;
  #downSince: number | null = null;
  #errors = '';

  constructor(port: number, start: Start) {
    this.folder = temporaryFolder();
    this.#port = port;
    this.#start = start;
  }
  static async prepare(start: Start = {}): Promise<Serving> {
    return new Serving(await freePort(), start);
  }

  get base(): string {
    return `http://127.0.0.1:${this.#port}`;
  }
  get dataDir(): string {
    return join(this.folder, 'data');
  }
  /** All that its lives have complained of. */
  get errors(): string {
    return this.#errors + (this.#child?.errors() ?? '');
  }

  /** Resolves when it takes requests. `more`: settings of this life only. */
  async start(more: { readonly [name: string]: string } = {}): Promise<void> {
    this.#child = spawnServer({ PORT: String(this.#port), DATA_DIR: this.dataDir, ...more }, this.#start);
    const to = await untilReady(this.base, PATIENCE);
    if (this.#downSince !== null) this.outages.push({ from: this.#downSince, to });
    this.#downSince = null;
  }

  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<Stop> {
    if (this.#child === null) throw new Error('no server is running');
    const askedAt = Date.now();
    const since = performance.now();
    this.#downSince = askedAt;
    const exit = await this.#child.kill(signal);
    this.#errors += this.#child.errors();
    this.#child = null;
    return { askedAt, took: performance.now() - since, exit };
  }

  async clear(): Promise<void> {
    if (this.#child !== null) await this.stop('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
