import type { Endpoint } from './endpoints.ts';
import { confirmDeletion } from './me.ts';
import { banRequest, settleRequest } from './operator.ts';

const who = 'operator';
const codes = ['server/not-allowed'] as const;

export const OPERATOR: readonly Endpoint[] = [
  {
    ...{ method: 'GET', path: '/admin/matches', who, body: null, reply: 'OperatorMatches', codes },
    query: { status: 'only those that are `table`, `running` or `ended`' },
    does: 'Every match of the server, newest first.',
  },
  {
    ...{ method: 'GET', path: '/admin/matches/:id', who, body: null, reply: 'OperatorMatchDetail' },
    codes: ['server/not-allowed', 'server/unknown-match'],
    does: 'One match, and who sits at it.',
  },
  {
    ...{ method: 'GET', path: '/admin/matches/:id/record', who, body: null, reply: 'MatchRecord' },
    codes: ['server/not-allowed', 'server/unknown-match'],
    does: 'The whole record with all its secrets, also before the end.',
  },
  {
    ...{ method: 'POST', path: '/admin/matches/:id/close', who, body: null, reply: 'OperatorReply', codes },
    does: 'Puts everybody out. The match goes on for whoever comes back.',
  },
  {
    ...{ method: 'DELETE', path: '/admin/matches/:id', who, reply: 'OperatorReply', codes },
    body: { schema: confirmDeletion, example: { confirm: 'delete' } },
    does: 'Erases the match, and what was said and done in it.',
  },
  {
    ...{ method: 'GET', path: '/admin/bans', who, body: null, reply: 'OperatorBans', codes },
    does: 'Who is excluded from the server.',
  },
  {
    ...{ method: 'POST', path: '/admin/bans', who, reply: 'OperatorReply', codes },
    body: { schema: banRequest, example: { who: '00000000000000000000/ARM', days: 30, reason: 'abuse' } },
    does: 'Excludes a person, or whoever sits in a seat, and puts them out wherever they are.',
  },
  {
    ...{ method: 'DELETE', path: '/admin/bans/:id', who, body: null, reply: 'OperatorReply', codes },
    does: 'Lets a person in again.',
  },
  {
    ...{ method: 'GET', path: '/admin/reports', who, body: null, reply: 'OperatorReports', codes },
    does: 'What people have reported and nobody has settled, oldest first.',
  },
  {
    ...{ method: 'POST', path: '/admin/reports/:id', who, reply: 'OperatorReply', codes },
    body: { schema: settleRequest, example: { as: 'dismissed' } },
    does: 'Settles a report.',
  },
  {
    ...{ method: 'POST', path: '/admin/people/:id/sign-out', who, body: null, reply: 'OperatorReply', codes },
    does: 'Makes every token of a person worthless, and puts them out.',
  },
  {
    ...{ method: 'GET', path: '/admin/metrics', who, body: null, reply: 'OperatorMetrics', codes },
    does: 'Figures for Prometheus, made anew once a minute.',
  },
];
