import type { OperatorActs } from './admin-acts.ts';

/** The desk of a server that runs, over HTTP. Throws in plain words. */
export const remoteDesk = (base: string, key: string): OperatorActs => {
  const ask = async (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${base}/api/admin${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new Error(`No server answers at ${base}.`, { cause: error });
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer: unknown = isJson ? JSON.parse(text) : text;
    if (response.ok) return answer;
    const { code = '', message = '' } = answer as { readonly code?: string; readonly message?: string };
    if (code === 'server/unknown-match') return null;
    throw new Error(code === 'server/not-allowed' ? 'The server does not know this key.' : `${message} (${code})`);
  };
  const get = <T>(path: string): Promise<T> => ask('GET', path) as Promise<T>;
  const act = async (method: 'POST' | 'DELETE', path: string, body: object = {}): Promise<boolean> =>
    ((await ask(method, path, body)) as { readonly done: boolean }).done;
  const id = encodeURIComponent;
  return {
    matches: (statuses) => get(`/matches${statuses.length === 1 ? `?status=${statuses[0]}` : ''}`),
    match: (match) => get(`/matches/${id(match)}`),
    record: (match) => get(`/matches/${id(match)}/record`),
    close: (match) => act('POST', `/matches/${id(match)}/close`),
    erase: (match) => act('DELETE', `/matches/${id(match)}`, { confirm: 'delete' }),
    bans: () => get('/bans'),
    ban: (request) => act('POST', '/bans', request),
    unban: (person) => act('DELETE', `/bans/${id(person)}`),
    reports: () => get('/reports'),
    settle: (report, request) => act('POST', `/reports/${id(report)}`, request),
    signOut: (who) => act('POST', `/people/${id(who)}/sign-out`),
    metrics: () => get('/metrics'),
  };
};
