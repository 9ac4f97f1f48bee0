import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AppOptions, startApp } from '../../../server/app.ts';
import { tiny } from '../../../shared/scenarios/tiny.ts';
import { quietJournal } from './given-table.ts';

export type Answer<T = unknown> = { readonly status: number; readonly headers: Headers; readonly body: T };
export type TestServer = {
  readonly base: string;
  readonly folder: string;
  /** biome-ignore lint/suspicious/noExplicitAny: what comes back is what the test asks about */
  readonly get: (path: string, token?: string) => Promise<Answer<any>>;
  /** biome-ignore lint/suspicious/noExplicitAny: what comes back is what the test asks about */
  readonly post: (path: string, body: unknown, token?: string) => Promise<Answer<any>>;
  readonly operatorKey: string;
  /** Its data stays where it is. */
  readonly stop: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'mv-server-'));

const read = async (response: Response): Promise<Answer> => {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
};
const authorized = (token?: string): Record<string, string> =>
  token === undefined ? {} : { Authorization: `Bearer ${token}` };

/** Asks a server over HTTP. */
export const asking = (base: string): Pick<TestServer, 'get' | 'post'> => ({
  get: async (path, token) => read(await fetch(base + path, { headers: authorized(token) })),
  post: async (path, body, token) => {
    const headers = { 'Content-Type': 'application/json', ...authorized(token) };
    return read(await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) }));
  },
});

/** The whole server on a free port of this machine alone, with its data in a folder of its own. */
export const startTestServer = async (options: Partial<AppOptions> = {}): Promise<TestServer> => {
  const folder = temporaryFolder();
  const app = await startApp({
    port: 0,
    host: '127.0.0.1',
    dataDir: join(folder, 'data'),
    clientDir: join(folder, 'client'),
    journal: quietJournal,
    scenario: tiny,
    ...options,
  });
  const base = `http://127.0.0.1:${app.port}`;
  const close = async (): Promise<void> => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { base, folder, operatorKey: app.operatorKey ?? '', ...asking(base), stop: () => app.close(), close };
};

/** A table with one person in each seat of the tiny scenario, started. */
export const startedTable = async (server: Pick<TestServer, 'post'>, more: object = {}) => {
  const choice = { kind: 'private', length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold', ...more };
  const host = (await server.post('/api/matches', { ...choice, name: 'Anna', power: 'NOR' })).body;
  const join = async (name: string, power: string) =>
    (await server.post(`/api/matches/${host.match}/join`, { name, power })).body;
  const seats = { NOR: host, SUD: await join('Bela', 'SUD'), OST: await join('Cleo', 'OST') };
  await server.post(`/api/matches/${host.match}/start`, {}, host.token);
  return { match: host.match as string, room: host.room as string, code: host.code as string, seats };
};

/** The address, behind the page's own, by which a browser becomes somebody and goes to their match; good once. */
export const returnPath = async (
  server: Pick<TestServer, 'post'>,
  { match, token }: { readonly match: string; readonly token: string },
): Promise<string> => {
  const { status, body } = await server.post('/api/me/return-link', {}, token);
  if (status !== 200) throw new Error(`no way back: ${JSON.stringify(body)}`);
  return `#/return/${body.token}/${match}`;
};
