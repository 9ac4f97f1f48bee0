import { type Request, type RequestHandler, Router } from 'express';
import { type CalendarEntry, calendarText, isoTime } from '../../shared/protocol/calendar.ts';
import type { FeedFile, FeedReply } from '../../shared/protocol/feeds.ts';
import type { DoneReply } from '../../shared/protocol/me.ts';
import { turnNote, turnTitle } from '../match/reminder-texts.ts';
import type { StoredMatch } from '../store/match-store.ts';
import { answer } from './answers.ts';
import type { ApiServices } from './api.ts';
import { HttpProblem } from './problems.ts';

const NAME = 'Multivector';
const LOOKED_AT = 200;

type Turn = CalendarEntry & { /** ms since 1970 */ readonly begun: number };

/** Matches by letter in which somebody sits, and of them nothing but what their list shows. */
const turnsOf = async (services: ApiServices, request: Request): Promise<readonly Turn[]> => {
  const person = await services.people.byToken(String(request.params.token), 'feed');
  if (person === null) throw new HttpProblem('server/not-allowed');
  const places = await services.store.matchesOf(person.key, LOOKED_AT);
  return places.flatMap(({ match, power }) => (power === null ? [] : turnOf(match, services.site)));
};

const turnOf = ({ id, title, settings, outline, status }: StoredMatch, site: string | null): readonly Turn[] => {
  const at = outline?.due ?? null;
  if (status !== 'running' || settings.pace !== 'correspondence' || outline === null || at === null) return [];
  const { turn } = outline;
  const told = turnTitle({ title: title.replaceAll(/\s+/gu, ' '), turn, turns: settings.turns });
  const address = site === null ? null : `${site}#/m/${id}`;
  const begun = at - (settings.negotiation ?? 0);
  return [{ uid: `${id}-${turn}@multivector`, at, title: told, text: turnNote(at), address, begun }];
};

const XML: { readonly [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Signs that XML cannot hold are left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[&<>"]/gu, (sign) => XML[sign] ?? '')
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{10ffff}]/gu, '');

const entryOf = ({ uid, title, text, address, begun }: Turn): string =>
  [
    '<entry>',
    `<id>urn:multivector:${escaped(uid)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${isoTime(begun)}</updated>`,
    ...(address === null ? [] : [`<link href="${escaped(address)}"/>`]),
    `<content type="text">${escaped(text)}</content>`,
    '</entry>',
  ].join('');

/** An Atom feed (RFC 4287): one entry for each turn that has begun. */
const atomOf = (turns: readonly Turn[]): FeedFile =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<id>urn:multivector:turns</id>',
    `<title>${NAME}</title>`,
    `<author><name>${NAME}</name></author>`,
    `<updated>${isoTime(Math.max(0, ...turns.map(({ begun }) => begun)))}</updated>`,
    ...turns.map(entryOf),
    '</feed>',
    '',
  ].join('\n');

/** What goes out as text, and is not to be kept by anybody on the way. */
const file =
  (type: string, make: (request: Request) => Promise<FeedFile>): RequestHandler =>
  async (request, response) => {
    const text = await make(request);
    response.set({ 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'private, no-store' });
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' });
    response.end(text);
  };

const make = async ({ callers, people }: ApiServices, request: Request): Promise<FeedReply> => ({
  token: await people.feedToken((await callers.knownPerson(request)).key),
});

const stop = async ({ callers, people }: ApiServices, request: Request): Promise<DoneReply> => {
  await people.dropFeed((await callers.knownPerson(request)).key);
  return { ok: true };
};

/** When one's turns end, for calendars and readers of feeds, which know no header: their address holds a token that opens nothing else. */
export const feedApi = (services: ApiServices): Router => {
  const router = Router();
  router.post(
    '/me/feed',
    answer((request) => make(services, request)),
  );
  router.delete(
    '/me/feed',
    answer((request) => stop(services, request)),
  );
  router.get(
    '/feeds/:token.ics',
    file('text/calendar', async (request) =>
      calendarText(NAME, await turnsOf(services, request), services.clock.now()),
    ),
  );
  router.get(
    '/feeds/:token.xml',
    file('application/atom+xml', async (request) => atomOf(await turnsOf(services, request))),
  );
  return router;
};
