import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ACTS } from '../../server/cli/admin-acts.ts';
import { HELP } from '../../server/cli/admin-help.ts';
import { Metrics } from '../../server/http/metrics.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/hosting.md');
/** Besides those of the desk. */
const COMMANDS = [...Object.keys(ACTS), 'backup', 'key'];

test('every setting that the server or its tool reads stands in the one table, and no other', () => {
  const asked = ['server/main.ts', 'server/cli/admin.ts'].flatMap((path) =>
    [...read(path).matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name),
  );
  const table = page.slice(page.indexOf('| variable |'), page.indexOf('## The tool'));
  const told = table
    .split('\n')
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name));
  expect([...new Set(told)].sort()).toEqual([...new Set(asked)].sort());
});

test('every command of the tool is told, in its help too', () => {
  const section = page.slice(page.indexOf('## The tool'), page.indexOf('## Copies'));
  for (const command of COMMANDS) {
    expect(section).toMatch(new RegExp(`\`${command}[ \`]`));
    expect(HELP).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  }
});

test('every figure that one should look into is one that there is', async () => {
  const figures = await new Metrics(() => 0).text();
  const named = [...page.matchAll(/^\| `((?:multivector|nodejs)_\w+)` \|/gm)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(figures).toContain(`# TYPE ${name} `);
});

describe('the examples for a proxy', () => {
  const example = (name: string): string => page.slice(page.indexOf(`### ${name}`)).split('```')[1] ?? '';

  test('keep tokens out of the log', () => {
    const nginx = example('nginx');
    expect(nginx).toContain('access_log /var/log/nginx/multivector.log without_tokens;');
    expect(/log_format without_tokens (.*)/.exec(nginx)?.[1]).not.toMatch(/\$request\b|\$request_uri|\$args|\$http_/);
    const filter = /request>uri regexp `(\S+)` (\S+)/.exec(example('Caddy'));
    const logged = (uri: string): string => uri.replace(new RegExp(filter?.[1] ?? ''), filter?.[2] ?? '');
    expect(logged('/api/feeds/0123456789abcdef0123456789abcdef.ics')).toBe('/…');
    expect(logged('/abc/def?sessionId=x&_authToken=secret')).toBe('/abc/def/…');
    expect(logged('/api/matches')).toBe('/api/matches');
  });

  test('pass sockets and say how somebody came', () => {
    const nginx = example('nginx');
    for (const line of [
      'Upgrade $http_upgrade',
      'Connection $connection_upgrade',
      'Host $host',
      'X-Forwarded-Proto $scheme',
      'X-Forwarded-For $remote_addr',
    ])
      expect(nginx).toContain(`proxy_set_header ${line};`);
  });
});
