import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

type Asset = {
  readonly modified: number;
  readonly type: string;
  readonly etag: string;
  readonly plain: Buffer;
  readonly zipped: Buffer | null;
};

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};
const ZIPPED = /^(?:text\/|application\/|image\/svg)/;
const zip = promisify(gzip);
const NOT_BUILT = 'The game is not built yet. Run “npm start”, or “npm run build”.';

/** The built page: names with a hash for ever, everything else asked about each time, all of it zipped once. */
export const staticClient = (folder: string): RequestHandler => {
  const known = new Map<string, Asset>();

  const read = async (file: string): Promise<Asset | null> => {
    const found = await stat(file).catch(() => null);
    if (found === null || !found.isFile()) return null;
    const cached = known.get(file);
    if (cached !== undefined && cached.modified === found.mtimeMs) return cached;
    const plain = await readFile(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const asset: Asset = {
      modified: found.mtimeMs,
      type,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      plain,
      zipped: ZIPPED.test(type) && plain.length > 1_000 ? await zip(plain, { level: 9 }) : null,
    };
    known.set(file, asset);
    return asset;
  };

  return async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const path = pathOf(request);
    if (path === null) return next();
    const asset = await read(join(folder, path));
    if (asset !== null) return send(request, response, asset, path.startsWith(`${sep}assets${sep}`));
    // Every address of the page is the page; a file that is missing is missing.
    if (extname(path) !== '') return next();
    // The page names its parts beside itself, so that it also opens from a file: below a folder it would look for them there.
    if (path.lastIndexOf(sep) > 0) return response.redirect('/');
    const page = await read(join(folder, 'index.html'));
    if (page !== null) return send(request, response, page, false);
    response.status(503).type('text/plain').send(NOT_BUILT);
  };
};

/** Within the folder, whatever the request tries; null when it cannot be a file's name. */
const pathOf = (request: Request): string | null => {
  try {
    const path = normalize(decodeURIComponent(request.path));
    return path.includes('\0') || !path.startsWith(sep) || path.split(sep).includes('..') ? null : path;
  } catch {
    return null;
  }
};

const send = (request: Request, response: Response, asset: Asset, forEver: boolean): void => {
  response.set('Content-Type', asset.type);
  response.set('Cache-Control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.set('ETag', asset.etag);
  response.vary('Accept-Encoding');
  if (request.headers['if-none-match'] === asset.etag) {
    response.status(304).end();
    return;
  }
  const zipped = asset.zipped !== null && request.acceptsEncodings('gzip') === 'gzip' ? asset.zipped : null;
  if (zipped !== null) response.set('Content-Encoding', 'gzip');
  const body = zipped ?? asset.plain;
  response.set('Content-Length', String(body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
};
