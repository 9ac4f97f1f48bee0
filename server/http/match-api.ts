import { type Request, Router } from 'express';
import {
  createMatch,
  createPerson,
  type JoinReply,
  joinTable,
  type MatchList,
  type MatchReply,
  type MatchSummary,
  type OpenReply,
  type PersonReply,
  takeSeat,
} from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { readCode } from '../match/codes.ts';
import type { OpenMatch, Seated } from '../match/open-match.ts';
import { outlineOf, summaryOf } from '../match/outline.ts';
import { keyOf } from '../people.ts';
import type { Member } from '../store/match-store.ts';
import { answer, bearerOf, bodyOf } from './answers.ts';
import type { ApiServices } from './api.ts';
import type { Identified } from './callers.ts';
import { HttpProblem } from './problems.ts';
import { recordFor } from './records.ts';

const LISTED = 60;

/** Tables and the people at them. */
export const matchApi = (services: ApiServices): Router => {
  const { callers, directory, store, classes, openRoom } = services;
  const api = Router();

  const openMatch = async (request: Request): Promise<OpenMatch> => {
    const id = request.params.id;
    const open = typeof id === 'string' ? await directory.open(id) : null;
    if (open === null) throw new HttpProblem(services.isClosing() ? 'server/closing' : 'server/unknown-match');
    return open;
  };
  const memberOf = (seated: Seated): Member => {
    if (!seated.ok) throw new HttpProblem(seated.code);
    return seated.member;
  };
  const replyFor = async (open: OpenMatch, member: Member, { token }: Identified): Promise<MatchReply> => ({
    match: open.match.id,
    room: await openRoom('match', open.match.id),
    code: open.stored.code,
    power: member.power,
    token,
  });
  const summaryFor = (open: OpenMatch, person: string | null): MatchSummary =>
    summaryOf(
      open.stored,
      outlineOf(open.match.state),
      person === null ? null : (open.member(person)?.power ?? null),
      powersOf(open),
    );
  const joined = async (open: OpenMatch, who: Identified, request: Request): Promise<JoinReply> => {
    const { name, power, watch } = bodyOf(request, joinTable);
    const seated = await open.join({
      person: who.person.key,
      name,
      ...(power === undefined ? {} : { power }),
      ...(watch === undefined ? {} : { watch }),
    });
    return { ...(await replyFor(open, memberOf(seated), who)), classId: null };
  };

  api.post(
    '/people',
    answer(async (request): Promise<PersonReply> => {
      const { token, person } = await callers.create(request, bodyOf(request, createPerson).name);
      return { token, name: person.name };
    }),
  );

  api.post(
    '/matches',
    answer(async (request): Promise<MatchReply> => {
      const choice = bodyOf(request, createMatch);
      callers.countCreation(request);
      const who = await callers.personOrNew(request, choice.name);
      const { kind, length, pace, press, bots, power } = choice;
      const open = await directory.create({
        kind,
        length,
        pace,
        press,
        bots,
        title: choice.title ?? '',
        host: who.person.key,
      });
      const member = memberOf(
        await open.join({ person: who.person.key, name: choice.name, ...(power === undefined ? {} : { power }) }),
      );
      if (kind === 'quick') await started(open);
      return replyFor(open, member, who);
    }),
  );

  api.get(
    '/matches',
    answer(
      async (): Promise<MatchList> => ({
        matches: (await store.openTables(LISTED)).map((match) =>
          summaryOf(match, match.outline, null, services.powers),
        ),
      }),
    ),
  );
  api.get(
    '/me/matches',
    answer(async (request): Promise<MatchList> => {
      const { key } = await callers.knownPerson(request);
      return {
        matches: (await store.matchesOf(key, LISTED)).map(({ match, power }) =>
          summaryOf(match, match.outline, power, services.powers),
        ),
      };
    }),
  );
  api.get(
    '/matches/:id',
    answer(async (request): Promise<MatchSummary> => {
      return summaryFor(await openMatch(request), (await callers.person(request))?.key ?? null);
    }),
  );

  api.post(
    '/matches/:id/join',
    answer(async (request): Promise<JoinReply> => {
      const { name } = bodyOf(request, joinTable);
      const open = await openMatch(request);
      const known = await callers.person(request);
      // A class is entered by its code, and a match against bots is somebody's own.
      const closed = open.stored.kind === 'class' || open.stored.kind === 'quick';
      if (closed && (known === null || open.member(known.key) === null)) throw new HttpProblem('server/not-allowed');
      return joined(open, await callers.personOrNew(request, name), request);
    }),
  );
  api.post(
    '/codes/:code/join',
    answer(async (request): Promise<JoinReply> => {
      const { name } = bodyOf(request, joinTable);
      const code = readCode(String(request.params.code));
      const target = await callers.tryCode(request, async () => (code === null ? null : store.codeTarget(code)));
      const who = await callers.personOrNew(request, name);
      if (target.kind === 'match') {
        const open = await directory.open(target.id);
        if (open === null) throw new HttpProblem('server/unknown-code');
        return joined(open, who, request);
      }
      const placed = await classes.seat(target.id, { person: who.person.key, name });
      if (placed === null) throw new HttpProblem('server/full');
      return { ...(await replyFor(placed.open, memberOf(placed.seated), who)), code: null, classId: target.id };
    }),
  );
  api.post(
    '/matches/:id/open',
    answer(async (request): Promise<OpenReply> => {
      const open = await openMatch(request);
      return { room: await openRoom('match', open.match.id), protocol: PROTOCOL_VERSION };
    }),
  );

  api.post(
    '/matches/:id/seat',
    answer(async (request): Promise<MatchSummary> => {
      const { power } = bodyOf(request, takeSeat);
      const { key } = await callers.knownPerson(request);
      const open = await openMatch(request);
      if (open.stored.kind === 'class') throw new HttpProblem('server/not-allowed');
      memberOf(await open.move(key, power));
      return summaryFor(open, key);
    }),
  );
  api.post(
    '/matches/:id/start',
    answer(async (request): Promise<MatchSummary> => {
      const { key } = await callers.knownPerson(request);
      const open = await openMatch(request);
      if (!mayStart(open, key)) throw new HttpProblem('server/not-allowed');
      await started(open);
      return summaryFor(open, key);
    }),
  );

  api.get(
    '/matches/:id/record',
    answer(async (request) => {
      const open = await openMatch(request);
      const person = await callers.person(request);
      const klass = person === null ? await consoleOf(request, services) : null;
      const facilitates = klass !== null && open.stored.classId === klass.id;
      const record = recordFor(
        open,
        { person: person?.key ?? null, facilitates },
        { messages: request.query.messages !== 'none' },
      );
      if (record === null) throw new HttpProblem('server/record-closed');
      return record;
    }),
  );
  return api;
};

const powersOf = (open: OpenMatch): readonly string[] => open.match.scenario.powers.map(({ id }) => id);
const consoleOf = async (request: Request, { store }: ApiServices) => {
  const token = bearerOf(request);
  return token === null ? null : store.classByConsole(keyOf(token));
};

/** The host starts; if the host is away, anybody who sits. */
const mayStart = (open: OpenMatch, person: string): boolean => {
  const { host, kind } = open.stored;
  if (kind === 'class' || open.match.state.table.phase !== 'table') return false;
  const seated = (open.member(person)?.power ?? null) !== null;
  return host === person || (seated && host !== null && !open.presence.online(host));
};

const started = async (open: OpenMatch): Promise<void> => {
  const reply = await open.start();
  if (!reply.ok) throw new HttpProblem(reply.refusal.code === 'server/closing' ? 'server/closing' : 'server/storage');
};
