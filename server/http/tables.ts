import type { Request } from 'express';
import type { MatchReply, MatchSummary } from '../../shared/protocol/http.ts';
import { readName, readTitle } from '../match/names.ts';
import type { OpenMatch, Seated } from '../match/open-match.ts';
import { outlineOf, summaryOf } from '../match/outline.ts';
import type { Member } from '../store/match-store.ts';
import type { ApiServices } from './api.ts';
import type { Identified } from './callers.ts';
import { HttpProblem } from './problems.ts';

/** The match that the address names. */
export const tableOf = async (services: ApiServices, request: Request): Promise<OpenMatch> => {
  const open = await services.directory.open(String(request.params.id));
  if (open === null) throw new HttpProblem(services.isClosing() ? 'server/closing' : 'server/unknown-match');
  return open;
};

/** The name that somebody comes by, as it will be shown. */
export const nameIn = ({ name }: { readonly name: string }): string => {
  const read = readName(name);
  if (read === null) throw new HttpProblem('server/bad-name');
  return read;
};

/** The title of a table, which everybody reads in the list. */
export const titleIn = ({ title = '' }: { readonly title?: string }): string => {
  const read = readTitle(title);
  if (read === null) throw new HttpProblem('server/bad-name');
  return read;
};

export const memberOf = (seated: Seated): Member => {
  if (!seated.ok) throw new HttpProblem(seated.code);
  return seated.member;
};

export const replyFor = async (
  services: ApiServices,
  open: OpenMatch,
  member: Member,
  who: Identified,
): Promise<MatchReply> => ({
  match: open.match.id,
  room: await services.openRoom('match', open.match.id),
  code: open.stored.code,
  power: member.power,
  token: who.token,
});

export const summaryFor = (open: OpenMatch, person: string | null): MatchSummary => {
  const mine = person === null ? null : (open.member(person)?.power ?? null);
  const powers = open.match.scenario.powers.map(({ id }) => id);
  return summaryOf(open.stored, outlineOf(open.match.state), mine, powers);
};

/** Empty seats go to bots, and the first turn opens. */
export const startTable = async (open: OpenMatch): Promise<void> => {
  const reply = await open.start();
  if (!reply.ok) throw new HttpProblem(reply.refusal.code === 'server/closing' ? 'server/closing' : 'server/storage');
};
