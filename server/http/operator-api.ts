import { type Request, Router } from 'express';
import { confirmDeletion } from '../../shared/protocol/me.ts';
import { banRequest, MATCH_STATUSES, type OperatorReply, settleRequest } from '../../shared/protocol/operator.ts';
import type { OperatorDesk } from '../operator/operator-desk.ts';
import { isOperatorKey } from '../operator/operator-key.ts';
import { answer, bearerOf, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';
import { RateLimit } from './rate-limit.ts';

/** Wrong keys of one address in a minute. */
const WRONG_KEYS = 20;

const idOf = (request: Request): string => String(request.params.id);
const done = (isThere: boolean): OperatorReply => ({ done: isThere });
const found = <T>(value: T | null): T => {
  if (value === null) throw new HttpProblem('server/unknown-match');
  return value;
};
const statusesOf = ({ query }: Request) =>
  MATCH_STATUSES.filter((status) => query.status === undefined || query.status === status);

/** Every act, by its method and path. */
const ACTS: readonly [
  method: 'get' | 'post' | 'delete',
  path: string,
  act: (desk: OperatorDesk, request: Request) => Promise<unknown>,
][] = [
  ['get', '/admin/matches', (desk, request) => desk.matches(statusesOf(request))],
  ['get', '/admin/matches/:id', async (desk, request) => found(await desk.match(idOf(request)))],
  ['get', '/admin/matches/:id/record', async (desk, request) => found(await desk.record(idOf(request)))],
  ['post', '/admin/matches/:id/close', async (desk, request) => done(await desk.close(idOf(request)))],
  [
    'delete',
    '/admin/matches/:id',
    async (desk, request) => {
      bodyOf(request, confirmDeletion);
      return done(await desk.erase(idOf(request)));
    },
  ],
  ['get', '/admin/bans', (desk) => desk.bans()],
  ['post', '/admin/bans', async (desk, request) => done(await desk.ban(bodyOf(request, banRequest)))],
  ['delete', '/admin/bans/:id', async (desk, request) => done(await desk.unban(idOf(request)))],
  ['get', '/admin/reports', (desk) => desk.reports()],
  [
    'post',
    '/admin/reports/:id',
    async (desk, request) => done(await desk.settle(idOf(request), bodyOf(request, settleRequest))),
  ],
  ['post', '/admin/people/:id/sign-out', async (desk, request) => done(await desk.signOut(idOf(request)))],
];

/** What only whoever has the operator's key may do. Nothing here says whether something is there before the key is shown. */
export const operatorApi = (services: ApiServices): Router => {
  const { desk, store, metrics, journal, addressOf } = services;
  const wrongKeys = new RateLimit(WRONG_KEYS, () => services.clock.now());
  const admit = async (request: Request): Promise<void> => {
    const address = addressOf(request);
    // The right key is right however often somebody of that address was wrong: nobody finds it by trying.
    if (await isOperatorKey(store, bearerOf(request))) return;
    throw new HttpProblem(wrongKeys.spend(address) ? 'server/not-allowed' : 'server/too-fast');
  };
  const router = Router();
  for (const [method, path, act] of ACTS) {
    router[method](
      path,
      answer(async (request) => {
        await admit(request);
        if (method !== 'get') journal.info({ method, path, id: request.params.id }, 'the operator acts');
        return act(desk, request);
      }),
    );
  }
  router.get('/admin/metrics', async (request, response) => {
    await admit(request);
    response.set('Content-Type', 'text/plain; version=0.0.4; charset=utf-8').set('Cache-Control', 'no-store');
    response.end(await metrics.text());
  });
  return router;
};
