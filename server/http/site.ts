import type { Application, Request, RequestHandler } from 'express';
import { type ApiServices, api } from './api.ts';
import { staticClient } from './static-client.ts';

/** The styles that the interface’s library puts into the page while it runs, by their digests: no other may stand in it. */
export const STYLE_DIGESTS = [
  'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=',
] as const;

/** Nothing but the page's own files, and no sockets but to where it came from: not every browser takes `'self'` for those. */
const policyFor = (host: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${STYLE_DIGESTS.map((digest) => `'${digest}'`).join(' ')}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self' ws://${host} wss://${host}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

const isSafe = (request: Request): boolean =>
  request.headers['x-forwarded-proto'] === 'https' || 'encrypted' in request.socket;

const safeHeaders: RequestHandler = (request, response, next) => {
  response.set({
    // The gate has seen to it that this is a host and nothing else.
    'Content-Security-Policy': policyFor(request.headers.host ?? 'localhost'),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  });
  // Said in the open it could be anybody's, and browsers do not believe it; behind a proxy the proxy tells which it was.
  if (isSafe(request)) response.set('Strict-Transport-Security', 'max-age=31536000');
  next();
};

/** The endpoints and the page, on one port. */
export const buildSite = (app: Application, services: ApiServices, clientDir: string): void => {
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(safeHeaders);
  app.use('/api', api(services));
  app.get('/{*path}', staticClient(clientDir));
  app.use((_request, response) => {
    response.status(404).json({ code: 'server/unknown-path', message: 'There is nothing at this address.' });
  });
};
