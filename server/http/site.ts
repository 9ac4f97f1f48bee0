import type { Application, RequestHandler } from 'express';
import { type ApiServices, api } from './api.ts';
import { staticClient } from './static-client.ts';

/** No script but the page's own files; styles inline, because the interface positions its layers with them. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const safeHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': POLICY,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  });
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
