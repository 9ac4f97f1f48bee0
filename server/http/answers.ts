import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import { decode } from '../../shared/protocol/messages.ts';
import type { Journal, JournalFacts } from '../match/clock.ts';
import { StoreFault } from '../store/match-store.ts';
import { HttpProblem } from './problems.ts';

const zip = promisify(gzip);
const ZIP_FROM = 1_400;

/** What a handler returns goes out as JSON; what it throws, as a problem. */
export const answer =
  (handle: (request: Request) => Promise<unknown> | unknown): RequestHandler =>
  async (request, response) => {
    await sendJson(request, response, await handle(request));
  };

const sendJson = async (request: Request, response: Response, value: unknown): Promise<void> => {
  const body = Buffer.from(JSON.stringify(value));
  response.set('Content-Type', 'application/json; charset=utf-8');
  response.set('Cache-Control', 'no-store');
  response.vary('Accept-Encoding');
  if (body.length < ZIP_FROM || request.acceptsEncodings('gzip') !== 'gzip') {
    response.end(body);
    return;
  }
  response.set('Content-Encoding', 'gzip');
  response.end(await zip(body));
};

/** The body in the shape that the endpoint takes, or a problem that names the first thing wrong. */
export const bodyOf = <T>(request: Request, schema: z.ZodType<T>): T => fitting(schema, request.body, 'body');
/** The same of what stands behind `?` in the address. */
export const queryOf = <T>(request: Request, schema: z.ZodType<T>): T => fitting(schema, request.query, 'address');

const fitting = <T>(schema: z.ZodType<T>, value: unknown, where: string): T => {
  const read = decode(schema, value, where);
  if (read.ok) return read.value;
  throw new HttpProblem('server/malformed', `(${read.problem})`);
};

export const bearerOf = (request: Request): string | null => {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token !== undefined && token !== '' ? token : null;
};

const problemFor = (error: unknown, journal: Journal, facts: JournalFacts): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  if (error instanceof StoreFault) {
    journal.error({ ...facts, error }, 'the store refused');
    return new HttpProblem('server/storage');
  }
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  if (status === 413) return new HttpProblem('server/too-large');
  if (typeof status === 'number' && status >= 400 && status < 500) return new HttpProblem('server/malformed');
  journal.error({ ...facts, error }, 'a request failed');
  return new HttpProblem('server/broken');
};

export const tellProblems =
  (journal: Journal): ErrorRequestHandler =>
  (error, request, response, next) => {
    // By it whoever was told of a failure, and whoever reads the log, speak of the same one. The address itself may hold a token.
    const id = randomBytes(6).toString('hex');
    const facts = { request: id, method: request.method, route: request.route?.path ?? null };
    const { status, problem } = problemFor(error, journal, facts);
    if (response.headersSent) return next(error);
    if (status >= 500) response.set('X-Request-Id', id);
    response.status(status).set('Cache-Control', 'no-store').json(problem);
  };
