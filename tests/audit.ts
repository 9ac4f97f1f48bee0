/**
 * Asks the registry whether a package that the game is made of is known to be dangerous (`npm audit`, high and above).
 * Where there is nobody to ask it says so, loudly, and fails nothing: what can be told offline is in dependencies.test.ts.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { auditFinding } from './support/audit-answer.ts';

const MINUTE = 60_000;
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  cwd: fileURLToPath(new URL('..', import.meta.url)),
  encoding: 'utf8',
  timeout: MINUTE,
  shell: process.platform === 'win32',
});

const finding = auditFinding(stdout ?? '');
if (finding.kind === 'unanswered') {
  const line = '!'.repeat(100);
  console.log(`${line}\nNOBODY COULD BE ASKED whether a package is dangerous (${finding.why}).`);
  console.log(`This run does not tell. Run “npm audit --omit=dev” where the registry answers.\n${line}`);
} else {
  for (const told of finding.dangers) console.log(told);
  console.log(`${finding.dangers.length} dangerous packages are known among those that the game is made of.`);
  process.exitCode = finding.dangers.length === 0 ? 0 : 1;
}
