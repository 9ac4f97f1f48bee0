import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STYLE_DIGESTS } from '../../server/http/site.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => {
  await server.close();
});

const LIBRARY = new URL('../private/', pathToFileURL(createRequire(import.meta.url).resolve('react-aria')));

/** The styles that the interface’s library makes, in the words of its own files. */
const stylesOf = (file: string): readonly string[] => {
  const code = readFileSync(new URL(file, LIBRARY), 'utf8');
  const pressable = /= '(data-react-aria-pressable)'/.exec(code)?.[1] ?? '';
  return [...code.matchAll(/style\.textContent = `([^`]*)`/g)].map(([, text = '']) =>
    text.replace(/\$\{[^}]*\}/g, pressable).trim(),
  );
};

test('the styles that the library puts into the page are those that the policy lets in', () => {
  const styles = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'].flatMap(stylesOf);
  expect(styles).toHaveLength(2);
  expect(styles.map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`)).toEqual([
    ...STYLE_DIGESTS,
  ]);
});

test('every answer carries a policy without anything inline, for the host that was asked', async () => {
  for (const path of ['/api/health', '/', '/nowhere.js', '/api/nowhere']) {
    const { headers } = await server.get(path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`connect-src 'self' ${server.base.replace('http', 'ws')} `);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});

test('only where TLS ends before it does it ask for TLS for ever', async () => {
  const response = await fetch(`${server.base}/api/health`, { headers: { 'X-Forwarded-Proto': 'https' } });
  expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
});
