import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));

export type Exit = { readonly code: number | null; readonly signal: string | null };
export type ChildServer = {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly errors: () => string;
  readonly exit: Promise<Exit>;
  readonly kill: (signal: NodeJS.Signals) => Promise<Exit>;
};

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** A test that is given up must not leave a server behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export type ServerSettings = { readonly PORT: string; readonly DATA_DIR: string; readonly [more: string]: string };
/** For a server with something wrong on purpose. `node`: options of Node, before the file. */
export type Start = { readonly node?: readonly string[]; readonly env?: { readonly [name: string]: string } };

/** The server as `npm start` runs it, in a process of its own. */
export const spawnServer = (env: ServerSettings, start: Start = {}): ChildServer => {
  const child = spawn(process.execPath, [...(start.node ?? []), MAIN], {
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'error', ...start.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout?.on('data', (data) => {
    output += data;
  });
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const exit = new Promise<Exit>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  running.add(child);
  child.once('exit', () => running.delete(child));
  return {
    process: child,
    output: () => output,
    errors: () => errors,
    exit,
    kill: (signal) => {
      child.kill(signal);
      return exit;
    },
  };
};

/** Ready to take requests, not merely started. Resolves with the moment of the first one that was taken. */
export const untilReady = async (base: string, within = 10_000): Promise<number> => {
  const until = Date.now() + within;
  for (;;) {
    const asked = Date.now();
    const ready = await fetch(`${base}/api/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return asked;
    if (Date.now() > until) throw new Error(`no server at ${base}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};
