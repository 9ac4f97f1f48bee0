/**
 * Changes the rules in small ways, one at a time, and asks whether a test notices:
 *   npm run mutate [-- --count N --seed S --json --only ID]
 * The working tree is never touched: each mutant is read in place of its file by one run of the tests.
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dealt, type Mutation, mutationsOf } from './mutations.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '2025' },
    workers: { type: 'string', default: '2' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const repository = fileURLToPath(new URL('../..', import.meta.url));
const PLACES = ['shared/rules', 'shared/catalogue'];
/** Of a hundred mutants so many must be caught. */
const ENOUGH = 80;
const SECONDS = 60;

/** The numbering says nothing of what rules do. */
const ROWS = readdirSync(join(repository, 'tests/rules'))
  .filter((name) => name.endsWith('.test.ts') && name !== 'numbering.test.ts')
  .map((name) => `tests/rules/${name}`);

/** The rows of the rules first; what they let pass meets the golden matches, which are told to the last word. */
const STAGES: readonly (readonly string[])[] = [[...ROWS, 'tests/shared/formula.test.ts'], ['tests/golden']];

const filesUnder = (folder: string): string[] =>
  readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesUnder(path) : path.endsWith('.ts') ? [path] : [];
  });

type Ending = 'passed' | 'failed' | 'late';
const runStage = (stage: readonly string[], mutation: Mutation | null): Promise<Ending> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        ...['node_modules/vitest/vitest.mjs', 'run', '--project=unit', '--no-isolate', '--maxWorkers=1'],
        ...['--pool=threads', '--bail=1', '--reporter=dot', ...stage],
      ],
      {
        cwd: repository,
        stdio: 'ignore',
        env: { ...process.env, MUTANT: mutation === null ? '' : JSON.stringify(mutation) },
      },
    );
    let late = false;
    const alarm = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, SECONDS * 1000);
    child.once('exit', (code) => {
      clearTimeout(alarm);
      resolve(late ? 'late' : code === 0 ? 'passed' : 'failed');
    });
  });

/** Which stage noticed; null when none did. */
const caughtBy = async (mutation: Mutation | null): Promise<number | null> => {
  for (const [i, stage] of STAGES.entries()) if ((await runStage(stage, mutation)) !== 'passed') return i + 1;
  return null;
};

const shown = (mutation: Mutation): string => {
  const to = mutation.text.trim();
  return `${mutation.id} ${mutation.path}:${mutation.line} ${mutation.operator} → ${to}   in: ${mutation.before}`;
};

const all = PLACES.flatMap(filesUnder)
  .sort()
  .flatMap((path) => mutationsOf(path, readFileSync(join(repository, path), 'utf8')));
const chosen =
  values.only === undefined
    ? dealt(all, values.seed, Number(values.count))
    : all.filter((mutation) => mutation.id === values.only);

const say = (text: string): void => {
  if (!values.json) console.log(text);
};

const unharmed = await caughtBy(null);
if (unharmed !== null || chosen.length === 0) {
  console.error(chosen.length === 0 ? 'No such mutation.' : `The tests of stage ${unharmed} fail without a mutation.`);
  process.exit(2);
}
const results: { readonly mutation: Mutation; readonly stage: number | null }[] = [];
const waiting = [...chosen];
const work = async (): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const stage = await caughtBy(next);
    results.push({ mutation: next, stage });
    if (stage === null) say(`survived ${shown(next)}`);
  }
};
await Promise.all(Array.from({ length: Number(values.workers) }, work));

const survivors = results.filter(({ stage }) => stage === null).map(({ mutation }) => mutation);
const caught = results.length - survivors.length;
if (values.json)
  console.log(JSON.stringify({ possible: all.length, tried: results.length, caught, survivors }, null, 2));
say(`${caught} of ${results.length} mutations caught (of ${all.length} possible), ${survivors.length} survived`);
process.exitCode = caught * 100 >= ENOUGH * results.length ? 0 : 1;
