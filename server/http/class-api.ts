import { type Request, Router } from 'express';
import { type ClassReply, createClass, type OpenReply } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { keyOf, makeToken } from '../people.ts';
import type { StoredClass } from '../store/match-store.ts';
import { answer, bearerOf, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';
import { recordFor } from './records.ts';

/** Classes, for whoever holds the console's token. */
export const classApi = (services: ApiServices): Router => {
  const { callers, classes, store, openRoom } = services;
  const api = Router();

  const facilitated = async (request: Request): Promise<StoredClass> => {
    const token = bearerOf(request);
    const klass = token === null ? null : await store.classByConsole(keyOf(token));
    if (klass === null || klass.id !== request.params.id) throw new HttpProblem('server/not-allowed');
    return klass;
  };

  api.post(
    '/classes',
    answer(async (request): Promise<ClassReply> => {
      const choice = bodyOf(request, createClass);
      callers.countCreation(request);
      const token = makeToken();
      const klass = await classes.create(choice, keyOf(token));
      return {
        classId: klass.id,
        code: klass.code,
        token,
        room: await openRoom('class', klass.id),
        wallKey: klass.wallKey,
      };
    }),
  );
  /** The room again, for a console or a wall that comes back: it tells nothing, and asks for the key itself. */
  api.post(
    '/classes/:id/open',
    answer(async (request): Promise<OpenReply> => {
      const id = String(request.params.id);
      if ((await store.classById(id)) === null) throw new HttpProblem('server/not-allowed');
      return { room: await openRoom('class', id), protocol: PROTOCOL_VERSION };
    }),
  );
  api.get(
    '/classes/:id/records',
    answer(async (request) => {
      const klass = await facilitated(request);
      const options = { messages: request.query.messages !== 'none' };
      const tables = await classes.tables(klass.id);
      const records = tables.map(({ label, open }) => ({
        label,
        record: recordFor(open, { person: null, facilitates: true }, options),
      }));
      return { classId: klass.id, title: klass.title, createdAt: klass.createdAt, tables: records };
    }),
  );
  return api;
};
