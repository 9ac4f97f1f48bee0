import { type Request, Router } from 'express';
import { type ClassReply, createClass, type OpenReply } from '../../shared/protocol/http.ts';
import { confirmDeletion, type DoneReply, renewKey } from '../../shared/protocol/me.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { hashOf, makeToken } from '../people.ts';
import type { StoredClass } from '../store/match-store.ts';
import { answer, bearerOf, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';

const create = async ({ callers, classes, openRoom }: ApiServices, request: Request): Promise<ClassReply> => {
  const choice = bodyOf(request, createClass);
  callers.countClass(request);
  const token = makeToken();
  const { id, code, wallKey } = await classes.create(choice, hashOf(token));
  callers.know(token, `class ${id}`);
  return { classId: id, code, token, room: await openRoom('class', id), wallKey };
};

/** The room again, for a console or a wall that comes back: it tells nothing, and asks for the key itself. */
const open = async ({ store, openRoom }: ApiServices, request: Request): Promise<OpenReply> => {
  const id = String(request.params.id);
  if ((await store.classById(id)) === null) throw new HttpProblem('server/not-allowed');
  return { room: await openRoom('class', id), protocol: PROTOCOL_VERSION };
};

/** Only whoever holds the console's token. */
const ownClass = async ({ store }: ApiServices, request: Request): Promise<StoredClass> => {
  const token = bearerOf(request);
  const klass = token === null ? null : await store.classByConsole(hashOf(token));
  if (klass === null || klass.id !== request.params.id) throw new HttpProblem('server/not-allowed');
  return klass;
};

/** The old token opens nothing from now on, and whoever is in by it comes back with the new one or not at all. */
const renew = async (services: ApiServices, request: Request): Promise<DoneReply> => {
  const { next } = bodyOf(request, renewKey);
  const { id, consoleKey } = await ownClass(services, request);
  const { store, closeRooms } = services;
  if (!(await store.renewConsole(id, consoleKey, hashOf(next)))) throw new HttpProblem('server/not-allowed');
  for (const { match } of await store.classTables(id)) await closeRooms(match);
  await closeRooms(id);
  return { ok: true };
};

const erase = async (services: ApiServices, request: Request): Promise<DoneReply> => {
  bodyOf(request, confirmDeletion);
  await services.retention.eraseClass((await ownClass(services, request)).id);
  return { ok: true };
};

/** Classes, for whoever holds the console's token. */
export const classApi = (services: ApiServices): Router => {
  const router = Router();
  router.post(
    '/classes',
    answer((request) => create(services, request)),
  );
  router.post(
    '/classes/:id/open',
    answer((request) => open(services, request)),
  );
  router.post(
    '/classes/:id/key',
    answer((request) => renew(services, request)),
  );
  router.delete(
    '/classes/:id',
    answer((request) => erase(services, request)),
  );
  return router;
};
