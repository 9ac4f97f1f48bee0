import { type Request, Router } from 'express';
import {
  confirmDeletion,
  type DeletedReply,
  type DoneReply,
  exchangeSession,
  type MeReply,
  type MyData,
  type ReturnLinkReply,
  signOut,
} from '../../shared/protocol/me.ts';
import type { Session } from '../people.ts';
import { answer, bearerOf, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { dataOf } from './me-data.ts';
import { HttpProblem } from './problems.ts';

const show = async ({ people }: ApiServices, request: Request): Promise<MeReply> =>
  meOf(await people.session(bearerOf(request)));

const meOf = (session: Session | null): MeReply => {
  if (session === null) throw new HttpProblem('server/unknown-person');
  const { person, token } = session;
  return { name: person.name, since: token.createdAt, until: token.expiresAt };
};

const exchange = async ({ callers, people }: ApiServices, request: Request): Promise<MeReply> => {
  const { next } = bodyOf(request, exchangeSession);
  const person = await people.exchange(bearerOf(request), next);
  if (person === null) throw new HttpProblem('server/unknown-person');
  callers.know(next, person.key);
  return meOf(await people.session(next));
};

const returnLink = async ({ callers, people }: ApiServices, request: Request): Promise<ReturnLinkReply> =>
  people.returnLink((await callers.knownPerson(request)).key);

const leave = async ({ callers, people }: ApiServices, request: Request): Promise<DoneReply> => {
  const { where } = bodyOf(request, signOut);
  const { key } = await callers.knownPerson(request);
  const token = bearerOf(request) ?? '';
  if (where === 'here') await people.drop(key, token);
  else await people.signOut(key, token);
  return { ok: true };
};

const data = async (services: ApiServices, request: Request): Promise<MyData> => {
  const { callers, store, directory, exports: asked } = services;
  const person = await callers.knownPerson(request);
  if (!asked.spend(person.key)) throw new HttpProblem('server/too-fast');
  return dataOf(store, person, directory.keepDays);
};

const forget = async ({ callers, forgetting }: ApiServices, request: Request): Promise<DeletedReply> => {
  bodyOf(request, confirmDeletion);
  const { key } = await callers.knownPerson(request);
  return { ok: true, ...(await forgetting.forget(key)) };
};

/** What somebody may do with who they are: come back elsewhere, change tokens, see what is kept, leave for good. */
export const meApi = (services: ApiServices): Router => {
  const router = Router();
  router.get(
    '/me',
    answer((request) => show(services, request)),
  );
  router.post(
    '/me/session',
    answer((request) => exchange(services, request)),
  );
  router.post(
    '/me/return-link',
    answer((request) => returnLink(services, request)),
  );
  router.post(
    '/me/sign-out',
    answer((request) => leave(services, request)),
  );
  router.get(
    '/me/data',
    answer((request) => data(services, request)),
  );
  router.delete(
    '/me',
    answer((request) => forget(services, request)),
  );
  return router;
};
