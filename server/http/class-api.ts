import { type Request, Router } from 'express';
import { type ClassReply, createClass, type OpenReply } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { hashOf, makeToken } from '../people.ts';
import { answer, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';

const create = async ({ callers, classes, openRoom }: ApiServices, request: Request): Promise<ClassReply> => {
  const choice = bodyOf(request, createClass);
  callers.countClass(request);
  const token = makeToken();
  const { id, code, wallKey } = await classes.create(choice, hashOf(token));
  return { classId: id, code, token, room: await openRoom('class', id), wallKey };
};

/** The room again, for a console or a wall that comes back: it tells nothing, and asks for the key itself. */
const open = async ({ store, openRoom }: ApiServices, request: Request): Promise<OpenReply> => {
  const id = String(request.params.id);
  if ((await store.classById(id)) === null) throw new HttpProblem('server/not-allowed');
  return { room: await openRoom('class', id), protocol: PROTOCOL_VERSION };
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
  return router;
};
