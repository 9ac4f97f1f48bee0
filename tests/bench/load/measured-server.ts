import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../server/support/child-server.ts';
import type { Reading } from './probe.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const FILES = { game: fileOf('../../../server/main.ts'), echo: fileOf('echo-server.ts') } as const;
const PATIENCE = 30_000;

/** A run that is given up must not leave a server behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** A server in a process of its own, which tells what it has used. */
export class MeasuredServer {
  readonly base: string;
  readonly #child: ChildProcess;
  #output = '';
  #heard: () => void = () => undefined;

  private constructor(child: ChildProcess, port: number) {
    this.base = `http://127.0.0.1:${port}`;
    this.#child = child;
    running.add(child);
    child.once('exit', () => running.delete(child));
    child.stdout?.on('data', (data) => {
      this.#output += data;
      this.#heard();
    });
  }

  static async start(
    kind: keyof typeof FILES,
    dataDir: string,
    settings: { readonly [name: string]: string } = {},
  ): Promise<MeasuredServer> {
    const port = await freePort();
    const own = { HOST: '127.0.0.1', LOG_LEVEL: 'error', PORT: String(port), DATA_DIR: dataDir };
    const child = spawn(
      process.execPath,
      ['--expose-gc', '--no-flush-bytecode', '--import', fileOf('probe.ts'), FILES[kind]],
      {
        env: { ...process.env, ...settings, ...own },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const server = new MeasuredServer(child, port);
    await server.#until(kind === 'game' ? /http:/u : /listening/u);
    return server;
  }

  async read(): Promise<Reading> {
    this.#output = '';
    this.#child.kill('SIGUSR2');
    const [, reading] = await this.#until(/reading (\{.*\})\n/u);
    return JSON.parse(reading ?? '') as Reading;
  }

  async stop(): Promise<void> {
    if (!running.has(this.#child)) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill('SIGTERM');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(late);
  }

  #until(pattern: RegExp): Promise<RegExpMatchArray> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`the server did not say ${pattern}: ${this.#output}`)), PATIENCE);
      this.#heard = () => {
        const found = this.#output.match(pattern);
        if (found === null) return;
        clearTimeout(late);
        resolve(found);
      };
      this.#heard();
    });
  }
}
