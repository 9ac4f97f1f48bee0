import type { z } from 'zod';
import { block, rematch, removal, report, wayIn } from './care.ts';
import { createClass, createMatch, createPerson, joinTable, takeSeat } from './http.ts';
import { LETTERS } from './letter-endpoints.ts';
import { confirmDeletion, exchangeSession, renewKey, signOut } from './me.ts';
import { actRequest, inputRequest, type ServerCode } from './messages.ts';
import { OPERATOR } from './operator-endpoints.ts';
import { LONGEST_WAIT } from './side-channel.ts';

/** Who may call an endpoint, as the page says it. */
export const CALLERS = {
  anybody: 'anybody',
  newcomer: 'anybody; whoever comes without a token that is known gets one with the reply',
  person: 'a person, by their token',
  member: 'a person who has a place at this table',
  reader: 'whoever may see the match: its people, its facilitator, spectators where the table has them',
  operator: 'whoever runs the server, by the operator’s key',
  console: 'the facilitator, by the token of the class’s console',
} as const;

export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api`, as the router has it. */
  readonly path: `/${string}`;
  readonly who: keyof typeof CALLERS;
  /** One or two sentences, for somebody who writes a client. */
  readonly does: string;
  /** What may stand behind `?`, and what each does. */
  readonly query?: { readonly [name: string]: string };
  /** Null: an empty object, or nothing. */
  readonly body: { readonly schema: z.ZodType; readonly example: unknown } | null;
  /** A type's name: the page shows its declaration, from the folders that `tests/protocol/declarations.ts` names. */
  readonly reply: string;
  /** Besides `COMMON_CODES`. */
  readonly codes: readonly ServerCode[];
};

/** What any endpoint may answer with; those that take a body also `server/malformed` and `server/too-large`. */
export const COMMON_CODES = [
  ...(['server/too-fast', 'server/banned', 'server/closing', 'server/storage', 'server/broken'] as const),
] satisfies readonly ServerCode[];
export const BODY_CODES = ['server/malformed', 'server/too-large'] as const satisfies readonly ServerCode[];

const MATCH_CODES = [
  ...(['server/unknown-match', 'server/unknown-person', 'server/not-a-member', 'server/not-welcome'] as const),
] satisfies readonly ServerCode[];

/** Why somebody does not come to sit at a table. */
const JOIN_CODES = [
  ...(['server/not-allowed', 'server/seat-taken', 'server/full', 'server/bad-name', 'server/name-taken'] as const),
  ...(['server/not-welcome', 'server/second-seat', 'server/too-many'] as const),
] as const satisfies readonly ServerCode[];

/** Why nothing can be done about somebody at a table. */
const CARE_CODES = ['server/unknown-person', 'server/unknown-match', 'server/not-allowed'] as const;

const SETTINGS = { length: 'sprint', pace: 'untimed', press: 'full', bots: { bot: 'negotiator' } } as const;

const ABOUT_THE_SERVER: readonly Endpoint[] = [
  {
    ...{ method: 'GET', path: '/health', who: 'anybody', body: null, reply: 'HealthReply', codes: [] },
    does: 'Tells that the server runs, and its versions. Is not counted against any limit.',
  },
  {
    ...{ method: 'GET', path: '/ready', who: 'anybody', body: null, reply: 'ReadyReply', codes: [] },
    does: 'Tells that the server takes requests and stores what it is sent: found out by storing something, at most once a second. Is not counted against any limit.',
  },
];

const TABLES: readonly Endpoint[] = [
  {
    ...{ method: 'POST', path: '/people', who: 'anybody', reply: 'PersonReply', codes: ['server/bad-name'] },
    body: { schema: createPerson, example: { name: 'Anna' } },
    does: 'Makes a new person. The token is told this once.',
  },
  {
    ...{ method: 'POST', path: '/matches', who: 'newcomer', reply: 'MatchReply' },
    body: { schema: createMatch, example: { kind: 'quick', name: 'Anna', power: 'ARM', ...SETTINGS } },
    codes: ['server/not-allowed', 'server/seat-taken', 'server/full', 'server/bad-name', 'server/too-many'],
    does: '`quick`: a match of one person against bots, which starts at once. `private`: a table that is entered by its link or its code. `public`: one that is listed. Without `power` the first free seat is taken.',
  },
  {
    ...{ method: 'GET', path: '/matches', who: 'anybody', body: null, reply: 'MatchList', codes: [] },
    does: 'Public tables that have not started, and public matches that run and have a seat to claim.',
  },
  {
    ...{ method: 'GET', path: '/me/matches', who: 'person', body: null, reply: 'MatchList' },
    codes: ['server/unknown-person'],
    does: 'The matches in which the person has a place, newest first.',
  },
  {
    ...{ method: 'GET', path: '/matches/:id', who: 'anybody', body: null, reply: 'MatchSummary' },
    codes: ['server/unknown-match'],
    does: 'What a list shows of one match.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/join', who: 'newcomer', reply: 'JoinReply' },
    body: { schema: joinTable, example: { name: 'Bela', power: 'IRN' } },
    codes: ['server/unknown-match', ...JOIN_CODES],
    does: 'Takes a place at a private or public table: the seat that is asked for, else the first free one; with `watch`, none. Who has a place already keeps it.',
  },
  {
    ...{ method: 'POST', path: '/codes/:code/join', who: 'newcomer', reply: 'JoinReply' },
    body: { schema: joinTable, example: { name: 'Bela' } },
    codes: ['server/unknown-code', ...JOIN_CODES],
    does: 'The same by the five letters of a table, in any case; or of a class, which chooses table and seat itself.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/seat', who: 'member', reply: 'MatchSummary' },
    body: { schema: takeSeat, example: { power: 'RUS' } },
    codes: [
      ...(['server/unknown-person', 'server/unknown-match', 'server/not-a-member'] as const),
      ...(['server/not-allowed', 'server/seat-taken', 'server/second-seat'] as const),
    ],
    does: 'Moves to a free seat before the start; null: to none.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/start', who: 'member', body: null, reply: 'MatchSummary' },
    codes: ['server/unknown-person', 'server/unknown-match', 'server/not-allowed'],
    does: 'Starts the match, and gives empty seats to bots. For the host; while the host is away, for anybody who sits.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/open', who: 'anybody', body: null, reply: 'OpenReply' },
    codes: ['server/unknown-match'],
    does: 'Names the room of a match, and opens it first if it is not there. For those who come by WebSocket.',
  },
  {
    ...{ method: 'GET', path: '/matches/:id/record', who: 'reader', body: null, reply: 'MatchRecord' },
    query: { messages: '`none` leaves out what was said' },
    codes: ['server/unknown-match', 'server/record-closed'],
    does: 'The saved match: whole, once it has ended; before that, what the reader’s own eyes have seen.',
  },
];

const PLAY: readonly Endpoint[] = [
  {
    ...{ method: 'GET', path: '/matches/:id/view', who: 'reader', body: null, reply: 'ViewReply' },
    query: {
      after: 'the version that you have. As long as it is yours, the answer says only that nothing has changed',
      wait: `seconds, at most ${LONGEST_WAIT}, for which that answer is held: as soon as your view changes, the whole view comes instead`,
      viewer:
        '`facilitator`, with the token of the class’s console; `spectator`, where the table has spectators. Without it your own seat’s eyes',
    },
    codes: [...MATCH_CODES, 'server/not-allowed', 'server/malformed'],
    does: 'What you see; of a table with a delay, whoever has no seat sees what its gallery shows. Ask again and again: whoever does is present, as one who is connected, until 15 seconds after the last answer. Two answers are held at a time for one person; a third request ends the first.',
  },
  {
    ...{ method: 'GET', path: '/matches/:id/options', who: 'member', body: null, reply: 'OptionsReply' },
    codes: [...MATCH_CODES, 'server/not-allowed', 'server/behind'],
    does: 'What your seat may order now, one by one, with price and odds. Derived from your view alone.',
  },
  {
    ...{
      method: 'POST',
      path: '/matches/:id/inputs',
      who: 'member',
      reply: 'Reply',
      codes: [...MATCH_CODES, 'server/behind'],
    },
    body: {
      schema: inputRequest,
      example: { id: '9f2c61d04a7be358', basedOn: 12, input: { kind: 'setReady', ready: true } },
    },
    does: 'What your seat does: the message `input` of the room. Status 200 also where it is refused; the reply says which.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/acts', who: 'console', reply: 'Reply' },
    body: { schema: actRequest, example: { id: '5b0d1c7788aa42f1', basedOn: 31, input: { kind: 'advance' } } },
    codes: ['server/unknown-match', 'server/not-allowed'],
    does: 'What the facilitator does at one table: the message `act` of the room.',
  },
];

const ME: readonly Endpoint[] = [
  {
    ...{ method: 'GET', path: '/me', who: 'person', body: null, reply: 'MeReply', codes: ['server/unknown-person'] },
    does: 'Whose token this is, since when, and until when it is good.',
  },
  {
    ...{ method: 'POST', path: '/me/session', who: 'person', reply: 'MeReply', codes: ['server/unknown-person'] },
    body: { schema: exchangeSession, example: { next: '9f'.repeat(16) } },
    does: 'Puts `next`, which the caller has drawn at random and kept beforehand, in the place of the token in the header: a session’s, or that of a return link, which is good once. If the answer is lost, one of the two is good.',
  },
  {
    ...{ method: 'POST', path: '/me/return-link', who: 'person', body: null, reply: 'ReturnLinkReply' },
    codes: ['server/unknown-person'],
    does: 'A token that can be exchanged once, for twelve hours, to go on as the same person on another device. It takes the place of the one given before.',
  },
  {
    ...{ method: 'POST', path: '/me/sign-out', who: 'person', reply: 'DoneReply', codes: ['server/unknown-person'] },
    body: { schema: signOut, example: { where: 'elsewhere' } },
    does: '`here`: the token in the header opens nothing any more. `elsewhere`: every other token of the person, return links and feeds too.',
  },
  {
    ...{
      method: 'GET',
      path: '/me/data',
      who: 'person',
      body: null,
      reply: 'MyData',
      codes: ['server/unknown-person'],
    },
    does: 'Everything that the server keeps of the person: name, tokens without themselves, matches with what the person said and did, reports, reminders. A few times a minute.',
  },
  {
    ...{ method: 'DELETE', path: '/me', who: 'person', reply: 'DeletedReply', codes: ['server/unknown-person'] },
    body: { schema: confirmDeletion, example: { confirm: 'delete' } },
    does: 'Forgets the person. Tokens, name, addresses and reports are gone at once, seats go to bots or are free; what was said is erased at the end of each match, at once where it has ended.',
  },
];

const CARE: readonly Endpoint[] = [
  {
    ...{ method: 'POST', path: '/matches/:id/reports', who: 'reader', reply: 'DoneReply' },
    body: { schema: report, example: { power: 'IRN', reason: 'insult', text: 'Twice this turn.' } },
    codes: [...CARE_CODES, 'server/not-a-member', 'server/too-many'],
    does: 'Reports to the operator whoever has this seat or, with `message`, whoever wrote that message. What the reporter could read of it is kept with the report. Nobody at the table is told. At most twenty a day.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/removals', who: 'member', reply: 'MatchSummary' },
    body: { schema: removal, example: { power: 'IRN' } },
    codes: [...CARE_CODES, 'server/not-a-member'],
    does: 'The host sends away whoever has this seat; they may not come back, not even to watch. Before the start the seat is free again; later a bot has it.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/blocks', who: 'member', reply: 'DoneReply' },
    body: { schema: block, example: { power: 'IRN' } },
    codes: [...CARE_CODES, 'server/not-a-member'],
    does: 'Blocks whoever has this seat: neither can sit down at a table where the other is, and neither sees the other’s open tables. This match goes on as it is, and they are not told.',
  },
  {
    ...{ method: 'GET', path: '/me/blocks', who: 'person', body: null, reply: 'BlockList' },
    codes: ['server/unknown-person'],
    does: 'Whom the person has blocked.',
  },
  {
    ...{ method: 'POST', path: '/me/blocks/:id/lift', who: 'person', body: null, reply: 'BlockList' },
    codes: ['server/unknown-person', 'server/not-allowed'],
    does: 'Lifts one block, by its id from the list; answers with those that are left.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/rematch', who: 'member', reply: 'MatchReply' },
    body: { schema: rematch, example: { seats: 'rotated' } },
    codes: [
      ...CARE_CODES,
      ...(['server/not-welcome', 'server/name-taken', 'server/too-many', 'server/seat-taken', 'server/full'] as const),
    ],
    does: 'After the end: the same people at a new table. Whoever asks first makes it and chooses the seats; the others are led to the same one, each to their own seat.',
  },
];

const CLASSES: readonly Endpoint[] = [
  {
    ...{ method: 'POST', path: '/classes/:id/ways-in', who: 'console', reply: 'WayInReply' },
    body: { schema: wayIn, example: { match: '0a1b2c3d4e', power: 'ARM', name: 'Anna' } },
    codes: ['server/not-allowed'],
    does: 'For a student who has lost theirs: a token that can be exchanged once, as that of a return link, and opens the seat to a new person. What the old one was opens this table no more, and the link opens nothing else of it.',
  },
  {
    ...{ method: 'POST', path: '/classes', who: 'anybody', reply: 'ClassReply', codes: [] },
    body: { schema: createClass, example: { name: 'Ms Grigoryan', title: 'History 11b', tables: 4, ...SETTINGS } },
    does: 'Makes a class with its tables. The token opens its console, the wall’s key its wall.',
  },
  {
    ...{ method: 'POST', path: '/classes/:id/open', who: 'anybody', body: null, reply: 'OpenReply' },
    codes: ['server/not-allowed'],
    does: 'Names the room of a class, and opens it first if it is not there. The room asks for the key itself.',
  },
  {
    ...{ method: 'GET', path: '/classes/:id/records', who: 'console', body: null, reply: 'ClassRecords' },
    query: { messages: '`none` leaves out what was said' },
    codes: ['server/not-allowed'],
    does: 'The saved matches of all tables.',
  },
  {
    ...{ method: 'POST', path: '/classes/:id/key', who: 'console', reply: 'DoneReply', codes: ['server/not-allowed'] },
    body: { schema: renewKey, example: { next: '7c'.repeat(16) } },
    does: 'Puts `next`, which the caller has drawn at random and kept beforehand, in the place of the console’s token.',
  },
  {
    ...{ method: 'DELETE', path: '/classes/:id', who: 'console', reply: 'DoneReply', codes: ['server/not-allowed'] },
    body: { schema: confirmDeletion, example: { confirm: 'delete' } },
    does: 'Erases the class, its tables and everything that was said and done at them.',
  },
];

/**
 * Every endpoint below `/api`, in the order of `docs/protocol.md`. To add one: write its route in `server/http`, put
 * its schema and its reply's type into `http.ts` (or a file of its own here), and add a row to one of the lists above
 * or a list of its own below; then `npm run -s protocol > docs/protocol.md`. Tests hold that each route has a row and
 * each row a route, that examples fit, that refusals are among the codes of the row, and that the page is up to date.
 */
export const ENDPOINTS: readonly Endpoint[] = [
  ...[...ABOUT_THE_SERVER, ...TABLES, ...PLAY, ...LETTERS, ...ME, ...CARE, ...CLASSES, ...OPERATOR],
];
