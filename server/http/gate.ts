import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Problem } from '../../shared/protocol/http.ts';

type Listener = (...args: readonly unknown[]) => void;

const HOST = /^(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d{1,5})?$/;
const JSON_BODY = /^application\/json *(?:;|$)/i;
const isAddress = (url: string): boolean =>
  url.startsWith('/') && !url.startsWith('//') && URL.canParse(`http://host${url}`);

export type GateOptions = {
  readonly bodyLimit: number;
  /** Whether whoever asks may try a door of the rooms once more. */
  readonly mayEnter: (request: IncomingMessage) => boolean;
};

const problemOf = (request: IncomingMessage, options: GateOptions): readonly [number, Problem] | null => {
  const { headers, method } = request;
  if (!isAddress(request.url ?? '') || !HOST.test(headers.host ?? '')) {
    return [400, { code: 'server/malformed', message: 'The request could not be understood.' }];
  }
  if (method === 'GET' || method === 'HEAD' || method === 'OPTIONS') return null;
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > options.bodyLimit) {
    return [413, { code: 'server/too-large', message: 'The request is too large, or does not say how large it is.' }];
  }
  if (request.url?.startsWith('/matchmake/') !== true) return null;
  // Of another body than JSON what reads it fails aloud, outside our log.
  if (!JSON_BODY.test(headers['content-type'] ?? '')) {
    return [400, { code: 'server/malformed', message: 'The request could not be understood.' }];
  }
  if (!options.mayEnter(request)) {
    return [429, { code: 'server/too-fast', message: 'That was too much at once. Wait a minute and try again.' }];
  }
  return null;
};

/**
 * Stands before everything else that listens on the port. What is behind it builds addresses from
 * whatever the request claims, outside any handler that could catch the failure, and reads bodies of
 * any size; so no such request gets that far. Call it when all listeners are in place.
 */
export const guard = (server: Server, options: GateOptions): void => {
  const behind = (event: 'request' | 'upgrade'): readonly Listener[] => {
    const listeners = server.listeners(event) as Listener[];
    server.removeAllListeners(event);
    return listeners;
  };
  const requests = behind('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const problem = problemOf(request, options);
    if (problem === null) {
      for (const listener of requests) listener.call(server, request, response);
      return;
    }
    const [status, told] = problem;
    response.writeHead(status, { 'Content-Type': 'application/json', Connection: 'close' });
    response.end(JSON.stringify(told), () => request.destroy());
  });
  const upgrades = behind('upgrade');
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (problemOf(request, options) === null)
      for (const listener of upgrades) listener.call(server, request, socket, head);
    else socket.destroy();
  });
};
