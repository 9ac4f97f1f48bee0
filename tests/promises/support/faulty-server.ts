import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort, untilReady } from '../../server/support/child-server.ts';
import { temporaryFolder } from '../../server/support/test-server.ts';
import { FAULT_FILE, type Fault } from './faulty-sqlite.ts';

const MAIN = fileURLToPath(new URL('../../../server/main.ts', import.meta.url));
const PRELOAD = pathToFileURL(fileURLToPath(new URL('./faulty-sqlite.ts', import.meta.url))).href;

const FILE = 'multivector.db';

/** `limited`: the system lets the process write nothing more. `crammed`: somebody else has filled the disk. */
export type AnyFault = Fault | 'limited' | 'crammed';
export type FaultyServer = {
  readonly base: string;
  /** The server's file, where this process can open it. */ readonly file: () => string;
  readonly faults: readonly AnyFault[];
  readonly set: (fault: AnyFault | null) => void;
  readonly errors: () => string;
  /** What it has written on stdout. */ readonly output: () => string;
  readonly stop: () => Promise<void>;
};

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const launch = (program: string, args: readonly string[], env: { readonly [name: string]: string }) => {
  const child = spawn(program, args, {
    env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (data) => {
    output += data;
  });
  let errors = '';
  child.stderr?.on('data', (data) => {
    errors += data;
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  running.add(child);
  child.once('exit', () => running.delete(child));
  return { child, output: () => output, errors: () => errors, gone };
};

const can = (program: string, args: readonly string[]): boolean => spawnSync(program, args).status === 0;

/** The server as it is, over a disk whose faults are ours to name. */
export const startFaultyServer = async (more: { readonly [name: string]: string } = {}): Promise<FaultyServer> => {
  const folder = temporaryFolder();
  const control = join(folder, 'fault');
  const dataDir = join(folder, 'data');
  const port = await freePort();
  writeFileSync(control, '');
  const env = { PORT: String(port), DATA_DIR: dataDir, [FAULT_FILE]: control, ...more };
  const { child, output, errors, gone } = launch(process.execPath, ['--import', PRELOAD, MAIN], env);
  const base = `http://127.0.0.1:${port}`;
  await untilReady(base, 30_000);
  const limit = (bytes: string): boolean => can('prlimit', ['--pid', String(child.pid), `--fsize=${bytes}:unlimited`]);
  return {
    base,
    file: () => join(dataDir, FILE),
    output,
    errors,
    faults: [
      ...(['failing', 'full', 'read-only', 'slow', 'torn', 'lost'] as const),
      ...(limit('unlimited') ? (['limited'] as const) : []),
    ],
    set: (fault) => {
      limit(fault === 'limited' ? '0' : 'unlimited');
      writeFileSync(control, fault ?? '');
    },
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The server with its data on a small disk of its own, which goes with it; null where the system allows none. */
export const startOnSmallDisk = async (megabytes: number): Promise<FaultyServer | null> => {
  const mount = `mount -t tmpfs -o size=${megabytes}m tmpfs "$DATA_DIR"`;
  const folder = temporaryFolder();
  const inside = join(folder, 'disk');
  mkdirSync(inside);
  if (spawnSync('unshare', ['-m', 'sh', '-c', mount], { env: { ...process.env, DATA_DIR: inside } }).status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const port = await freePort();
  const { child, output, errors, gone } = launch(
    'unshare',
    ['-m', 'sh', '-c', `${mount} && exec "$0" "$1"`, process.execPath, MAIN],
    {
      ...{ PORT: String(port), DATA_DIR: inside },
    },
  );
  const base = `http://127.0.0.1:${port}`;
  await untilReady(base, 30_000);
  const dataDir = `/proc/${child.pid}/root${inside}`;
  const ballast = join(dataDir, 'ballast');
  const fill = (): void => {
    for (const size of [65_536, 4_096]) {
      try {
        for (;;) writeFileSync(ballast, Buffer.alloc(size), { flag: 'a' });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
    if (statSync(ballast).size === 0) throw new Error('the small disk could not be filled');
  };
  return {
    ...{ base, output, errors, faults: ['crammed'] as const },
    // SQLite follows the link out of the other system of files; a copy stays here. Nobody writes by now.
    file: () => {
      for (const name of readdirSync(dataDir))
        if (name.startsWith(FILE) && !name.endsWith('-shm')) cpSync(join(dataDir, name), join(folder, name));
      return join(folder, FILE);
    },
    set: (fault) => (fault === 'crammed' ? fill() : rmSync(ballast, { force: true })),
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
