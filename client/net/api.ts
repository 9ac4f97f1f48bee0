import type { MatchId, PowerId } from '../../shared/model/ids.ts';
import type { BlockList, Rematch, Report, WayIn, WayInReply } from '../../shared/protocol/care.ts';
import type {
  ClassReply,
  CreateClass,
  CreateMatch,
  HealthReply,
  JoinReply,
  MatchList,
  MatchReply,
  MatchSummary,
  OpenReply,
} from '../../shared/protocol/http.ts';
import type { DoneReply } from '../../shared/protocol/me.ts';
import { ApiError } from './problem.ts';
import { browserMark, consoleToken, rememberConsole, rememberName, rememberToken, session } from './session.ts';

type Method = 'GET' | 'POST' | 'DELETE';
const PATIENCE = 15_000;

/** Beside the page, wherever the page is. */
export const addressOf = (path: string): string => new URL(path, document.baseURI).href;

const headersFor = (body: unknown, token: string | null): HeadersInit => ({
  accept: 'application/json',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
});

const reach = async (method: Method, path: string, body: unknown, token: string | null): Promise<Response> => {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    return await fetch(addressOf(path), {
      method,
      headers: headersFor(body, token),
      signal: abort.signal,
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError('net/unreachable', '', 0);
  } finally {
    clearTimeout(timer);
  }
};

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    // A page where an answer should be: a server that is down behind its proxy, or one that serves files and not the game.
    throw new ApiError(response.status >= 500 ? 'net/unreachable' : 'net/no-server', '', response.status);
  }
};

/** Asks the server as whoever this browser is, or with another token. */
export const call = async <T>(method: Method, path: string, body?: unknown, token?: string | null): Promise<T> => {
  const mine = session.get().token;
  const response = await reach(method, path, body, token === undefined ? mine : token);
  // It has been exchanged meanwhile, here or in another tab.
  if (response.status === 401 && token === undefined && session.get().token !== mine) return call(method, path, body);
  if (response.status === 204) return undefined as T;
  const answer = await readJson(response);
  if (response.ok) return answer as T;
  const { code, message } = (answer ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  throw new ApiError(
    typeof code === 'string' ? code : 'net/unknown',
    typeof message === 'string' ? message : '',
    response.status,
  );
};

const part = encodeURIComponent;

/** Whoever comes without a token, or with a forgotten one, is somebody new and gets one with the answer. */
export const asPerson = async <T extends { readonly token: string }>(
  name: string,
  path: string,
  body: unknown,
): Promise<T> => {
  rememberName(name);
  const reply = await call<T>('POST', path, body);
  rememberToken(reply.token);
  return reply;
};

export const api = {
  health: (): Promise<HealthReply> => call('GET', 'api/health'),
  openMatches: (): Promise<MatchList> => call('GET', 'api/matches'),
  myMatches: async (): Promise<MatchList> => {
    if (session.get().token === null) return { matches: [] };
    try {
      return await call<MatchList>('GET', 'api/me/matches');
    } catch (error) {
      if (error instanceof ApiError && error.code === 'server/unknown-person') return { matches: [] };
      throw error;
    }
  },
  summary: (match: MatchId): Promise<MatchSummary> => call('GET', `api/matches/${part(match)}`),
  createMatch: (body: CreateMatch): Promise<MatchReply> =>
    asPerson(body.name, 'api/matches', { ...body, mark: browserMark() }),
  joinCode: (code: string, name: string): Promise<JoinReply> =>
    asPerson(name, `api/codes/${part(code)}/join`, { name, mark: browserMark() }),
  joinMatch: (
    match: MatchId,
    name: string,
    how: { readonly power?: PowerId; readonly watch?: boolean },
  ): Promise<JoinReply> => asPerson(name, `api/matches/${part(match)}/join`, { name, mark: browserMark(), ...how }),
  openMatch: (match: MatchId): Promise<OpenReply> => call('POST', `api/matches/${part(match)}/open`, {}),
  takeSeat: (match: MatchId, power: PowerId | null): Promise<MatchSummary> =>
    call('POST', `api/matches/${part(match)}/seat`, { power }),
  start: (match: MatchId): Promise<MatchSummary> => call('POST', `api/matches/${part(match)}/start`, {}),
  /** somebody, or a message of theirs, to the operator */
  report: (match: MatchId, body: Report): Promise<DoneReply> =>
    call('POST', `api/matches/${part(match)}/reports`, body),
  sendAway: (match: MatchId, power: PowerId): Promise<MatchSummary> =>
    call('POST', `api/matches/${part(match)}/removals`, { power }),
  block: (match: MatchId, power: PowerId): Promise<DoneReply> =>
    call('POST', `api/matches/${part(match)}/blocks`, { power }),
  blocks: async (): Promise<BlockList> =>
    session.get().token === null ? { blocks: [] } : call('GET', 'api/me/blocks'),
  /** this browser's token opens nothing any more */
  signOutHere: (): Promise<DoneReply> => call('POST', 'api/me/sign-out', { where: 'here' }),
  liftBlock: (id: string): Promise<BlockList> => call('POST', `api/me/blocks/${part(id)}/lift`, {}),
  rematch: (match: MatchId, seats: Rematch['seats']): Promise<MatchReply> =>
    call('POST', `api/matches/${part(match)}/rematch`, { seats }),
  /** a student's seat, for a browser that is not yet anybody there */
  wayIn: (classId: string, body: WayIn): Promise<WayInReply> =>
    call('POST', `api/classes/${part(classId)}/ways-in`, body, consoleToken(classId)),
  record: (match: MatchId): Promise<unknown> => call('GET', `api/matches/${part(match)}/record`),
  createClass: async (body: CreateClass): Promise<ClassReply> => {
    rememberName(body.name);
    const reply = await call<ClassReply>('POST', 'api/classes', body);
    rememberConsole(reply.classId, reply.token);
    return reply;
  },
  openClass: (classId: string): Promise<OpenReply> => call('POST', `api/classes/${part(classId)}/open`, {}),
  /** everything a class did, messages with it unless left out; for the holder of its console */
  classRecords: (classId: string, messages: boolean): Promise<unknown> =>
    call(
      'GET',
      `api/classes/${part(classId)}/records${messages ? '' : '?messages=none'}`,
      undefined,
      consoleToken(classId),
    ),
} as const;
