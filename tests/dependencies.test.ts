import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import lockfile from '../package-lock.json' with { type: 'json' };
import { auditFinding } from './support/audit-answer.ts';
import { type Lockfile, loosePins, packageFaults } from './support/dependencies.ts';

const SEAL = `sha512-${'A'.repeat(86)}==`;
const lock = (more: object): Lockfile => ({
  packages: { '': {}, 'node_modules/one': { version: '1.0.0', integrity: SEAL, license: 'MIT', ...more } },
});

describe('the packages that the game is made of', () => {
  test('are pinned to one version each', () => expect(loosePins(manifest)).toEqual([]));

  test('are sealed, named without a registry, run nothing when they are installed, and may be handed on', () => {
    expect(Object.keys(lockfile.packages).length).toBeGreaterThan(100);
    expect(packageFaults(lockfile as unknown as Lockfile)).toEqual([]);
  });
});

describe('the checks see', () => {
  test.each(['^1.0.0', '~1.0.0', 'latest', '*', '1.x', 'git+https://example.org/one.git', 'npm:other@^1.0.0'])(
    'a pin such as %s',
    (version) => expect(loosePins({ dependencies: { one: version } })).toHaveLength(1),
  );
  test('exact ones, another package in the place of one included', () =>
    expect(loosePins({ dependencies: { one: '1.0.0' }, overrides: { two: 'npm:@a/b@1.0.0-rc.1' } })).toEqual([]));
  test.each([
    ['no seal', { integrity: undefined }],
    ['a weak seal', { integrity: 'sha1-abc' }],
    ['a registry', { resolved: 'https://registry.example/one.tgz' }],
    ['an install script', { hasInstallScript: true }],
    ['a licence that asks for more', { license: 'AGPL-3.0' }],
    ['a tool’s licence in the game', { license: 'MPL-2.0' }],
    ['no licence', { license: undefined }],
  ] as const)('%s', (_what, more) => expect(packageFaults(lock(more))).toHaveLength(1));
  test('nothing wrong where nothing is', () => {
    expect(packageFaults(lock({}))).toEqual([]);
    expect(packageFaults(lock({ dev: true, license: 'MPL-2.0' }))).toEqual([]);
  });
});

describe('what the registry says of dangers', () => {
  test('is an answer only when it is a report', () => {
    for (const output of ['', '<html>', '{"message":"404","error":{"summary":"no endpoint"}}'])
      expect(auditFinding(output)).toMatchObject({ kind: 'unanswered' });
    expect(auditFinding('{"vulnerabilities":{}}')).toEqual({ kind: 'answered', dangers: [] });
  });
  test('counts from high on', () => {
    const vulnerabilities = {
      a: { severity: 'moderate' },
      b: { severity: 'high', range: '<2' },
      c: { severity: 'critical' },
    };
    const finding = auditFinding(JSON.stringify({ vulnerabilities }));
    expect(finding).toEqual({ kind: 'answered', dangers: ['b <2: high', 'c : critical'] });
  });
});
