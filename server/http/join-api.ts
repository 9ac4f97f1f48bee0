import { type Request, Router } from 'express';
import { type JoinReply, joinTable } from '../../shared/protocol/http.ts';
import { readCode } from '../match/codes.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { answer, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import type { Identified } from './callers.ts';
import { HttpProblem } from './problems.ts';
import { mayCome } from './quotas.ts';
import { memberOf, nameIn, replyFor, tableOf } from './tables.ts';

const sit = async (services: ApiServices, request: Request, open: OpenMatch, who: Identified): Promise<JoinReply> => {
  const body = bodyOf(request, joinTable);
  const { name: _typed, ...wishes } = body;
  const name = nameIn(body);
  await mayCome(services, open, who.person.key);
  const member = memberOf(await open.join({ person: who.person.key, name, ...wishes }));
  return { ...(await replyFor(services, open, member, who)), classId: null };
};

const joinById = async (services: ApiServices, request: Request): Promise<JoinReply> => {
  const name = nameIn(bodyOf(request, joinTable));
  const open = await tableOf(services, request);
  const known = await services.callers.person(request);
  // A class is entered by its code, and a match against bots is somebody's own.
  const closed = open.stored.kind === 'class' || open.stored.kind === 'quick';
  if (closed && (known === null || open.member(known.key) === null)) throw new HttpProblem('server/not-allowed');
  return sit(services, request, open, await services.callers.personOrNew(request, name));
};

const joinByCode = async (services: ApiServices, request: Request): Promise<JoinReply> => {
  const { callers, store, directory, classes } = services;
  const name = nameIn(bodyOf(request, joinTable));
  const code = readCode(String(request.params.code));
  const target = await callers.tryCode(request, async () => (code === null ? null : store.codeTarget(code)));
  const who = await callers.personOrNew(request, name);
  if (target.kind === 'match') {
    const open = await directory.open(target.id);
    if (open === null) throw new HttpProblem('server/unknown-code');
    return sit(services, request, open, who);
  }
  const placed = await classes.seat(target.id, { person: who.person.key, name });
  if (placed === null) throw new HttpProblem('server/full');
  return { ...(await replyFor(services, placed.open, memberOf(placed.seated), who)), classId: target.id };
};

/** How people come to a table: by its link, or by a code. */
export const joinApi = (services: ApiServices): Router => {
  const router = Router();
  router.post(
    '/matches/:id/join',
    answer((request) => joinById(services, request)),
  );
  router.post(
    '/codes/:code/join',
    answer((request) => joinByCode(services, request)),
  );
  return router;
};
