import type { Router } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiServices, api } from '../../server/http/api.ts';
import { BODY_CODES, COMMON_CODES, ENDPOINTS, type Endpoint } from '../../shared/protocol/endpoints.ts';
import type { Problem } from '../../shared/protocol/http.ts';
import { SERVER_CODES } from '../../shared/protocol/messages.ts';
import { startTestServer, type TestServer } from './support/test-server.ts';

const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method} ${path}`;

/** What the router listens to, as `GET /path`, its own routers included. */
const routesOf = ({ stack }: Router): readonly string[] =>
  stack.flatMap(({ route, handle }) => {
    if (route !== undefined) {
      const methods = Object.keys((route as unknown as { readonly methods: object }).methods);
      return methods.map((method) => `${method.toUpperCase()} ${route.path}`);
    }
    return 'stack' in handle ? routesOf(handle as unknown as Router) : [];
  });

test('every route has a row in the table, and every row a route', () => {
  const routes = routesOf(api({ clock: { now: () => 0 } } as unknown as ApiServices));
  expect(routes).toContain('POST /matches/:id/join');
  expect([...routes].sort()).toEqual(ENDPOINTS.map(nameOf).sort());
});

test.each(ENDPOINTS.filter(({ body }) => body !== null).map((row) => [nameOf(row), row.body] as const))(
  '%s: the example fits, and no more than it',
  (_name, body) => {
    expect(body?.schema.safeParse(body.example)).toMatchObject({ success: true });
    expect(body?.schema.safeParse({ ...(body.example as object), more: 1 }).success).toBe(false);
  },
);

describe('whoever may not is told so with a code of the row', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(async () => {
    await server.close();
  });

  const known = (row: Endpoint): readonly string[] => [
    ...COMMON_CODES,
    ...row.codes,
    ...(row.body === null ? [] : BODY_CODES),
  ];
  const STRANGE = { path: '00000000000000000000', token: 'f'.repeat(32) };

  test.each(ENDPOINTS.map((row) => [nameOf(row), row] as const))('%s', async (_name, row) => {
    expect(SERVER_CODES).toEqual(expect.arrayContaining([...known(row)]));
    const path = `/api${row.path.replace(/:\w+/g, STRANGE.path)}`;
    const ask = async (body: object, token?: string): Promise<readonly string[]> => {
      const response = await fetch(server.base + path, {
        method: row.method,
        headers: {
          'Content-Type': 'application/json',
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        ...(row.method === 'GET' ? {} : { body: JSON.stringify(body) }),
      });
      return response.ok ? [] : [((await response.json()) as Problem).code];
    };
    const example = row.body?.example ?? {};
    const refused = [...(await ask({ no: 1 })), ...(await ask(example)), ...(await ask(example, STRANGE.token))];
    expect(known(row)).toEqual(expect.arrayContaining(refused));
    if (row.body !== null || row.path.includes(':')) expect(refused).not.toEqual([]);
  });
});
