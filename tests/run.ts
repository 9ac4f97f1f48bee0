/**
 * Runs the suites one after the other, each with a time limit of its own, and ends with `N passed, N failed`.
 *   node tests/run.ts                 the page and all tests
 *   node tests/run.ts --check         first what needs no running: types, known dangers in packages, lint
 *   node tests/run.ts unit server     these suites only
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Suite = {
  readonly name: string;
  readonly minutes: number;
  readonly command: readonly [file: string, ...args: string[]];
  /** 'whole': counts as one, passed or failed. 'each': counts its tests. 'none skipped': counts a skipped one as failed. */
  readonly count: 'whole' | 'each' | 'none skipped';
};
type Tally = { passed: number; failed: number };

const repository = fileURLToPath(new URL('..', import.meta.url));
const tallies = mkdtempSync(join(tmpdir(), 'multivector-tally-'));
const tallyOf = (suite: Suite): string => join(tallies, suite.name);

const tsc = 'node_modules/typescript/bin/tsc';
const biome = 'node_modules/@biomejs/biome/bin/biome';
const vitest = (project: string, ...more: string[]): Suite['command'] => [
  'node_modules/vitest/vitest.mjs',
  'run',
  `--project=${project}`,
  '--reporter=default',
  '--reporter=./tests/support/tally-reporter.ts',
  ...more,
];

const CHECKS: readonly Suite[] = [
  { name: 'types', minutes: 2, command: [tsc, '-p', '.'], count: 'whole' },
  { name: 'types of shared', minutes: 1, command: [tsc, '-p', 'shared'], count: 'whole' },
  // What an image would be built by, where nobody can build one; it asks the registry for every package.
  { name: 'image', minutes: 7, command: ['tests/image/steps.ts'], count: 'whole' },
  { name: 'audit', minutes: 2, command: ['tests/audit.ts'], count: 'whole' },
  { name: 'lint', minutes: 2, command: [biome, 'check', '--error-on-warnings', '.'], count: 'whole' },
];
const TESTS: readonly Suite[] = [
  // With the branches of the rules that it reached: fewer than the limit in vite.config.ts fail it.
  { name: 'unit', minutes: 8, command: vitest('unit', '--coverage'), count: 'each' },
  { name: 'server', minutes: 8, command: vitest('server'), count: 'each' },
  // Their short forms, one after the other: promises about time would only measure what runs beside them.
  { name: 'promises', minutes: 10, command: ['tests/promises/promises.ts'], count: 'each' },
  { name: 'page', minutes: 2, command: ['setup.mjs'], count: 'whole' },
  { name: 'e2e', minutes: 12, command: vitest('e2e'), count: 'none skipped' },
];

let running: ChildProcess | undefined;

/** The suite and all it has started: on its own it would leave browsers and servers behind. */
const stop = (child: ChildProcess | undefined): void => {
  if (child?.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
};

type Ending = 'well' | 'badly' | 'late';

const runSuite = (suite: Suite): Promise<Ending> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [...suite.command], {
      cwd: repository,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
      env: { ...process.env, TALLY: tallyOf(suite) },
    });
    running = child;
    let late = false;
    const alarm = setTimeout(() => {
      late = true;
      stop(child);
    }, suite.minutes * 60_000);
    child.once('exit', (code) => {
      clearTimeout(alarm);
      resolve(late ? 'late' : code === 0 ? 'well' : 'badly');
    });
  });

const countTests = (suite: Suite, ending: Ending): Tally => {
  const lines = existsSync(tallyOf(suite)) ? readFileSync(tallyOf(suite), 'utf8').split('\n') : [];
  const count = (state: string): number => lines.filter((line) => line === state).length;
  const skipped = count('skipped');
  const tally = { passed: count('passed'), failed: count('failed') };
  if (skipped > 0) console.log(`${suite.name}: ${skipped} skipped`);
  if (suite.count === 'none skipped') tally.failed += skipped;
  if (tally.passed + tally.failed === 0) {
    console.log(`${suite.name}: no test was run`);
    tally.failed = 1;
  }
  if (ending !== 'well' && tally.failed === 0) tally.failed = 1;
  return tally;
};

const judge = (suite: Suite, ending: Ending): Tally => {
  if (ending === 'late') console.log(`${suite.name}: stopped after ${suite.minutes} minutes`);
  if (suite.count !== 'whole') return countTests(suite, ending);
  return ending === 'well' ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

const chosen = (args: readonly string[]): readonly Suite[] => {
  const all = [...CHECKS, ...TESTS];
  const unknown = args.filter((name) => name !== '--check' && !all.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new Error(`No suite is called ${unknown.join(', ')}.`);
  const named = all.filter((suite) => args.includes(suite.name));
  if (named.length > 0) return named;
  return args.includes('--check') ? all : TESTS;
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stop(running);
    process.exit(1);
  });
}
process.once('exit', () => rmSync(tallies, { recursive: true, force: true }));

const total: Tally = { passed: 0, failed: 0 };
const failing: string[] = [];
for (const suite of chosen(process.argv.slice(2))) {
  console.log(`\n── ${suite.name}`);
  const started = Date.now();
  const { passed, failed } = judge(suite, await runSuite(suite));
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`── ${suite.name}: ${passed} passed, ${failed} failed, ${seconds} s`);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failing.push(`${suite.name} (${failed})`);
}
// Once more at the end, which is all that is kept of a long output.
if (failing.length > 0) console.log(`\nfailed in ${failing.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
