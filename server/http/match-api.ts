import { type Request, Router } from 'express';
import {
  createMatch,
  createPerson,
  type MatchList,
  type MatchReply,
  type MatchSummary,
  type OpenReply,
  type PersonReply,
  takeSeat,
} from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { summaryOf } from '../match/outline.ts';
import { lags } from '../match/spectators.ts';
import type { MatchStore, PersonKey, StoredPerson } from '../store/match-store.ts';
import { answer, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';
import { mayMake } from './quotas.ts';
import { memberOf, nameIn, replyFor, startTable, summaryFor, tableOf, titleIn } from './tables.ts';

const LISTED = 60;
/** Of running matches, the newest, among which those with an open seat are sought. */
const LOOKED_AT = 400;

const introduce = async ({ callers }: ApiServices, request: Request): Promise<PersonReply> => {
  const { token, person } = await callers.create(request, nameIn(bodyOf(request, createPerson)));
  return { token, name: person.name };
};

const create = async (services: ApiServices, request: Request): Promise<MatchReply> => {
  const body = bodyOf(request, createMatch);
  const { name: _typed, title: _title, power, mark, ...choice } = body;
  const name = nameIn(body);
  const who = await services.callers.personOrNew(request, name);
  await mayMake(services, who.person.key, choice.kind);
  const open = await services.directory.create({ ...choice, title: titleIn(body), host: who.person.key });
  const arrival = {
    person: who.person.key,
    name,
    ...(power === undefined ? {} : { power }),
    ...(mark === undefined ? {} : { mark }),
  };
  const member = memberOf(await open.join(arrival));
  if (choice.kind === 'quick') await startTable(open);
  return replyFor(services, open, member, who);
};

/**
 * Tables that have not started, and after them matches that run and have a seat for somebody; without those of people
 * whom the reader does not want to meet, or who do not want to meet the reader.
 */
const listOpen = async ({ callers, store, powers }: ApiServices, request: Request): Promise<MatchList> => {
  const [tables, running] = await Promise.all([store.openTables(LISTED), store.matchesBy('running', LOOKED_AT)]);
  const claimable = running.filter(({ kind, outline }) => kind === 'public' && (outline?.open ?? []).length > 0);
  const listed = [...tables, ...claimable.slice(0, LISTED)];
  const shunned = await shunnedBy(
    store,
    await callers.person(request),
    new Set(listed.flatMap(({ host }) => host ?? [])),
  );
  const shown = listed.filter(({ host }) => host === null || !shunned.has(host));
  return { matches: shown.map((match) => summaryOf(match, match.outline, null, powers)) };
};

const shunnedBy = async (
  store: MatchStore,
  reader: StoredPerson | null,
  hosts: ReadonlySet<PersonKey>,
): Promise<ReadonlySet<PersonKey>> => {
  const shunned = new Set<PersonKey>();
  // Most have blocked nobody: one question is enough for them.
  if (reader === null || !(await store.isBlocked(reader.key, [...hosts]))) return shunned;
  for (const host of hosts) if (await store.isBlocked(reader.key, [host])) shunned.add(host);
  return shunned;
};

const listMine = async ({ callers, store, powers }: ApiServices, request: Request): Promise<MatchList> => {
  const { key } = await callers.knownPerson(request);
  const places = await store.matchesOf(key, LISTED);
  return { matches: places.map(({ match, power }) => summaryOf(match, match.outline, power, powers)) };
};

const show = async (services: ApiServices, request: Request): Promise<MatchSummary> => {
  const open = await tableOf(services, request);
  const summary = summaryFor(open, (await services.callers.person(request))?.key ?? null);
  if (summary.phase !== 'ended' || summary.mine === null) return summary;
  const next = (await services.store.match(summary.match))?.next ?? null;
  return next === null ? summary : { ...summary, next };
};

const openRoom = async (services: ApiServices, request: Request): Promise<OpenReply> => {
  const open = await tableOf(services, request);
  const person = await services.callers.person(request);
  const seated = person !== null && (open.member(person.key)?.power ?? null) !== null;
  const kind = lags(open.match.state) && !seated ? 'gallery' : 'match';
  return { room: await services.openRoom(kind, open.match.id), protocol: PROTOCOL_VERSION };
};

const changeSeat = async (services: ApiServices, request: Request): Promise<MatchSummary> => {
  const { power } = bodyOf(request, takeSeat);
  const { key } = await services.callers.knownPerson(request);
  const open = await tableOf(services, request);
  if (open.stored.kind === 'class') throw new HttpProblem('server/not-allowed');
  memberOf(await open.move(key, power));
  return summaryFor(open, key);
};

/** The host starts; if the host is away, anybody who sits. */
const mayStart = (open: OpenMatch, person: string): boolean => {
  const { host, kind } = open.stored;
  if (kind === 'class' || open.match.state.table.phase !== 'table') return false;
  const seated = (open.member(person)?.power ?? null) !== null;
  return host === person || (seated && host !== null && !open.presence.online(host));
};

const start = async (services: ApiServices, request: Request): Promise<MatchSummary> => {
  const { key } = await services.callers.knownPerson(request);
  const open = await tableOf(services, request);
  if (!mayStart(open, key)) throw new HttpProblem('server/not-allowed');
  await startTable(open);
  return summaryFor(open, key);
};

/** Tables and the people at them. */
export const matchApi = (services: ApiServices): Router => {
  const router = Router();
  router.post(
    '/people',
    answer((request) => introduce(services, request)),
  );
  router.post(
    '/matches',
    answer((request) => create(services, request)),
  );
  router.get(
    '/matches',
    answer((request) => listOpen(services, request)),
  );
  router.get(
    '/me/matches',
    answer((request) => listMine(services, request)),
  );
  router.get(
    '/matches/:id',
    answer((request) => show(services, request)),
  );
  router.post(
    '/matches/:id/open',
    answer((request) => openRoom(services, request)),
  );
  router.post(
    '/matches/:id/seat',
    answer((request) => changeSeat(services, request)),
  );
  router.post(
    '/matches/:id/start',
    answer((request) => start(services, request)),
  );
  return router;
};
