import { type Request, Router } from 'express';
import {
  claimSeat as claimSchema,
  type JoinReply,
  type MatchSummary,
  offerSeat as offerSchema,
} from '../../shared/protocol/http.ts';
import { claimSeat, leaveSeat, offerSeat } from '../match/seat-claims.ts';
import { answer, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';
import { mayCome } from './quotas.ts';
import { memberOf, nameIn, replyFor, summaryFor, tableOf } from './tables.ts';

const claim = async (services: ApiServices, request: Request): Promise<JoinReply> => {
  const body = bodyOf(request, claimSchema);
  const { power, mark } = body;
  const name = nameIn(body);
  const open = await tableOf(services, request);
  const who = await services.callers.personOrNew(request, name);
  await mayCome(services, open, who.person.key);
  const member = memberOf(
    await claimSeat(open, services.store, {
      person: who.person.key,
      name,
      power,
      ...(mark === undefined ? {} : { mark }),
    }),
  );
  return { ...(await replyFor(services, open, member, who)), classId: null };
};

const leave = async (services: ApiServices, request: Request): Promise<MatchSummary> => {
  const { key } = await services.callers.knownPerson(request);
  const open = await tableOf(services, request);
  memberOf(await leaveSeat(open, key));
  return summaryFor(open, key);
};

/** The host alone says that somebody has been away for long enough. */
const offer = async (services: ApiServices, request: Request): Promise<MatchSummary> => {
  const { power } = bodyOf(request, offerSchema);
  const { key } = await services.callers.knownPerson(request);
  const open = await tableOf(services, request);
  if (open.stored.host !== key) throw new HttpProblem('server/not-allowed');
  const reply = await offerSeat(open, power);
  if (!reply.ok)
    throw new HttpProblem(reply.refusal.code === 'server/storage' ? 'server/storage' : 'server/not-allowed');
  return summaryFor(open, key);
};

/** Seats of running matches that change hands. */
export const claimApi = (services: ApiServices): Router => {
  const router = Router();
  router.post(
    '/matches/:id/claim',
    answer((request) => claim(services, request)),
  );
  router.post(
    '/matches/:id/leave',
    answer((request) => leave(services, request)),
  );
  router.post(
    '/matches/:id/offer',
    answer((request) => offer(services, request)),
  );
  return router;
};
