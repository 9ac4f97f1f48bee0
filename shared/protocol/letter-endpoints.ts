import type { Endpoint } from './endpoints.ts';
import { setReminder } from './feeds.ts';
import { claimSeat, offerSeat } from './http.ts';

const REMINDER_CODES = ['server/unknown-person', 'server/unknown-match', 'server/not-a-member'] as const;

/** What a match needs that lasts for days: seats that change hands, mail, calendars. */
export const LETTERS: readonly Endpoint[] = [
  {
    ...{ method: 'POST', path: '/matches/:id/claim', who: 'newcomer', reply: 'JoinReply' },
    body: { schema: claimSeat, example: { name: 'Dara', power: 'RUS' } },
    codes: [
      ...(['server/unknown-match', 'server/not-allowed', 'server/seat-taken', 'server/name-taken'] as const),
      ...([
        'server/held-a-seat',
        'server/second-seat',
        'server/not-welcome',
        'server/bad-name',
        'server/too-many',
      ] as const),
    ],
    does: 'Takes a seat of a running match that is open (`claimable`), with all that it knows. Who has held another seat of the match may not.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/leave', who: 'member', body: null, reply: 'MatchSummary' },
    codes: ['server/unknown-person', 'server/unknown-match', 'server/not-a-member', 'server/not-allowed'],
    does: 'Gives up one’s seat in a running match: a caretaker has it until somebody claims it.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/offer', who: 'member', reply: 'MatchSummary' },
    body: { schema: offerSeat, example: { power: 'RUS' } },
    codes: ['server/unknown-person', 'server/unknown-match', 'server/not-allowed'],
    does: 'For the host: declares a seat open in which a caretaker stands in for somebody who is away. They have it back with the first thing they send, unless somebody claims it before.',
  },
  {
    ...{ method: 'POST', path: '/me/feed', who: 'person', body: null, reply: 'FeedReply' },
    codes: ['server/unknown-person'],
    does: 'A token for the two feeds below. It takes the place of the one given before, which opens nothing any more.',
  },
  {
    ...{ method: 'DELETE', path: '/me/feed', who: 'person', body: null, reply: 'DoneReply' },
    codes: ['server/unknown-person'],
    does: 'The feeds’ token opens nothing any more.',
  },
  {
    ...{ method: 'GET', path: '/feeds/:token.ics', who: 'anybody', body: null, reply: 'FeedFile' },
    codes: ['server/not-allowed'],
    does: 'A calendar of when the turns of one’s matches by letter end, for programs that send no header: the address holds the feed’s token. Titles, turns and deadlines; nothing else.',
  },
  {
    ...{ method: 'GET', path: '/feeds/:token.xml', who: 'anybody', body: null, reply: 'FeedFile' },
    codes: ['server/not-allowed'],
    does: 'The same as an Atom feed: an entry for each turn that has begun.',
  },
  {
    ...{ method: 'GET', path: '/matches/:id/reminder', who: 'member', body: null, reply: 'ReminderReply' },
    codes: REMINDER_CODES,
    does: 'Whether mail can be had of this match, and to which address it goes.',
  },
  {
    ...{ method: 'POST', path: '/matches/:id/reminder', who: 'member', reply: 'ReminderReply' },
    body: { schema: setReminder, example: { address: 'anna@example.org' } },
    codes: [...REMINDER_CODES, 'server/not-allowed'],
    does: 'Mail when a turn begins, and six hours before it ends without one’s being ready. The address is kept until the match ends.',
  },
  {
    ...{ method: 'DELETE', path: '/matches/:id/reminder', who: 'member', body: null, reply: 'ReminderReply' },
    codes: REMINDER_CODES,
    does: 'No more mail of this match; the address is forgotten.',
  },
  {
    ...{ method: 'POST', path: '/reminders/:match/:key/stop', who: 'anybody', body: null, reply: 'DoneReply' },
    codes: ['server/unknown-match'],
    does: 'The same by the key that stands in each mail (RFC 8058: one request).',
  },
];
