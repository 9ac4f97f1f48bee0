import type { Server as HttpServer } from 'node:http';
import { matchMaker, type Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { LIMITS } from '../../shared/protocol/input-schema.ts';
import type { Journal } from '../match/clock.ts';
import type { Origins } from './origins.ts';
import { StartFault } from './start-fault.ts';

/**
 * ms between two questions whether a socket is still there, and how many may go unanswered: the framework's three seconds
 * were half of what a quiet table costs. Pages find out for themselves that a socket is dead, and sooner.
 */
const PING = { pingInterval: 10_000, pingMaxRetries: 1 };

/** Sockets for pages of this server only, into rooms that the server has made, with room for one full request. */
export const openNetwork = (origins: Origins, http: HttpServer): WebSocketTransport => {
  const { controller } = matchMaker;
  controller.exposedMethods = ['joinById', 'reconnect'];
  controller.DEFAULT_CORS_HEADERS = {} as typeof controller.DEFAULT_CORS_HEADERS;
  controller.getCorsHeaders = (headers) => origins.corsHeaders(headers.get('origin'));
  return new WebSocketTransport({
    server: http,
    maxPayload: LIMITS.payload * 2,
    ...PING,
    beforeUpgrade: (_request, { headers }) =>
      origins.allows(headers.get('origin'), headers.get('host')) ? undefined : new Response(null, { status: 403 }),
  });
};

/** `listen` of the framework never settles when the port is taken: whichever of the two comes first. */
export const listen = async (server: Server, http: HttpServer, port: number, host: string): Promise<void> => {
  const failed = new Promise<never>((_resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(faultFor(error, port, host)));
  });
  await Promise.race([server.listen(port, host), failed]);
  // A later error of the listener is told to the log, and is nobody's rejection.
  failed.catch(() => undefined);
};

const faultFor = (error: NodeJS.ErrnoException, port: number, host: string): StartFault =>
  error.code === 'EADDRINUSE'
    ? new StartFault(
        'server/port-in-use',
        `Port ${port} is already in use. Stop the other server, or set PORT to another.`,
      )
    : new StartFault('server/cannot-listen', `The server cannot listen on ${host}, port ${port}: ${error.message}.`);

/** Lines of the framework in a minute; a client that sends rubbish would otherwise fill the disk. */
const MOST_LINES = 60;
const MINUTE = 60_000;

/** Its errors cite what somebody sent, which may be a text: where a value could begin, the rest of the line is left out. */
const withoutContents = (line: unknown): string => {
  const [first = '', ...stack] = (line instanceof Error ? (line.stack ?? line.message) : String(line)).split('\n');
  const [words = ''] = first.split(/["'`{[(\d-]| not reached /u);
  const where = stack.filter((one) => /^\s+at /u.test(one)).slice(0, 3);
  return [words.trim(), ...where.map((one) => one.trim())].join(' ').slice(0, 500);
};

/** Lines of the framework for the operator's log, if they tell of a failure. */
export const frameworkLog = (journal: Journal, now: () => number = Date.now) => {
  let since = now();
  let count = 0;
  const tell = (...lines: readonly unknown[]): void => {
    if (now() - since >= MINUTE) {
      if (count > MOST_LINES) journal.warn({ from: 'colyseus', lines: count - MOST_LINES }, 'more lines were left out');
      since = now();
      count = 0;
    }
    count += 1;
    if (count <= MOST_LINES) journal.warn({ from: 'colyseus' }, lines.map(withoutContents).join(' '));
  };
  const drop = (): void => undefined;
  return { debug: drop, trace: drop, info: drop, warn: tell, error: tell };
};
