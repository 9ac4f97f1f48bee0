import type { Server as HttpServer } from 'node:http';
import { matchMaker, type Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { LIMITS } from '../../shared/protocol/input-schema.ts';
import type { Journal } from '../match/clock.ts';
import type { Origins } from './origins.ts';
import { StartFault } from './start-fault.ts';

/** Sockets for pages of this server only, into rooms that the server has made, with room for one full request. */
export const openNetwork = (origins: Origins, http: HttpServer): WebSocketTransport => {
  const { controller } = matchMaker;
  controller.exposedMethods = ['joinById', 'reconnect'];
  controller.DEFAULT_CORS_HEADERS = {} as typeof controller.DEFAULT_CORS_HEADERS;
  controller.getCorsHeaders = (headers) => origins.corsHeaders(headers.get('origin'));
  return new WebSocketTransport({
    server: http,
    maxPayload: LIMITS.payload * 2,
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

/** Lines of the framework for the operator's log, if they tell of a failure. */
export const frameworkLog = (journal: Journal) => {
  const tell = (...lines: readonly unknown[]): void => {
    journal.warn({ from: 'colyseus' }, lines.map(String).join(' ').slice(0, 500));
  };
  const drop = (): void => undefined;
  return { debug: drop, trace: drop, info: drop, warn: tell, error: tell };
};
