import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../server/cli/scenario.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'scenario-'));
const empty = mkdtempSync(join(folder, 'empty-'));
const slip = join(folder, 'cards.json');
writeFileSync(slip, '[\n  1\n  2\n]\n');
afterAll(() => rmSync(folder, { recursive: true }));

/** What the command says, and how it ends. */
const run = (...args: readonly string[]): { readonly said: string; readonly status: number | null } => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8' });
  return { said: stdout + stderr, status };
};

describe('npm run scenario --', () => {
  test.each([
    [
      'check',
      join(folder, 'nowhere'),
      `There is no folder ${join(folder, 'nowhere')}. Check the spelling of its path.\n`,
    ],
    ['play', slip, `${slip} is a file. Name the folder in which it lies.\n`],
    ['check', empty, `There are no .json files in ${empty}. Begin with a copy of shared/scenarios/charter-2025.\n`],
  ])('%s %s cannot be read', (command, path, said) => {
    expect(run(command, path)).toEqual({ said, status: 2 });
  });

  test('a fault is told with its file and line, without a trace', () => {
    expect(run('check', folder)).toEqual({
      said: `${slip}:2: A comma is missing after this.
1 problem.
Whether everything fits together is looked at once these are mended: check again then.
`,
      status: 1,
    });
  });
});
