import { type Request, Router } from 'express';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { hashOf } from '../people.ts';
import type { StoredClass } from '../store/match-store.ts';
import { answer, bearerOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';
import { type RecordOptions, recordFor } from './records.ts';
import { tableOf } from './tables.ts';

export type ClassRecords = {
  readonly classId: string;
  readonly title: string;
  readonly createdAt: number;
  readonly tables: readonly { readonly label: string; readonly record: MatchRecord | null }[];
};

const optionsOf = async ({ store }: ApiServices, request: Request, match: string): Promise<RecordOptions> => ({
  messages: request.query.messages !== 'none',
  tenures: await store.tenures(match),
});

const facilitatedBy = async ({ store }: ApiServices, request: Request): Promise<StoredClass | null> => {
  const token = bearerOf(request);
  return token === null ? null : store.classByConsole(hashOf(token));
};

const matchRecord = async (services: ApiServices, request: Request): Promise<MatchRecord> => {
  const open = await tableOf(services, request);
  const person = await services.callers.person(request);
  const facilitated = person === null ? await facilitatedBy(services, request) : null;
  const facilitates = facilitated !== null && open.stored.classId === facilitated.id;
  const options = await optionsOf(services, request, open.match.id);
  const record = await recordFor(open, { person: person?.key ?? null, facilitates }, options);
  if (record === null) throw new HttpProblem('server/record-closed');
  return record;
};

const classRecords = async (services: ApiServices, request: Request): Promise<ClassRecords> => {
  const facilitated = await facilitatedBy(services, request);
  if (facilitated === null || facilitated.id !== request.params.id) throw new HttpProblem('server/not-allowed');
  const { id, title, createdAt } = facilitated;
  const tables = await services.classes.tables(id);
  const reader = { person: null, facilitates: true };
  const messages = request.query.messages !== 'none';
  const records: ClassRecords['tables'][number][] = [];
  for (const { label, open } of tables) records.push({ label, record: await recordFor(open, reader, { messages }) });
  return { classId: id, title, createdAt, tables: records };
};

/** Saved matches, as far as whoever asks may have them. `?messages=none` leaves out what was said. */
export const recordApi = (services: ApiServices): Router => {
  const router = Router();
  router.get(
    '/matches/:id/record',
    answer((request) => matchRecord(services, request)),
  );
  router.get(
    '/classes/:id/records',
    answer((request) => classRecords(services, request)),
  );
  return router;
};
