import type { Problem } from '../../shared/protocol/http.ts';
import type { ServerCode } from '../../shared/protocol/messages.ts';

export type ProblemCode = ServerCode | 'server/unknown-path';

/** What is told and with which status; the client may have a sentence of its own for the code. */
export const PROBLEMS: { readonly [Code in ProblemCode]: readonly [status: number, message: string] } = {
  'server/malformed': [400, 'The request could not be understood.'],
  'server/too-large': [413, 'The request is too large.'],
  'server/too-fast': [429, 'That was too much at once. Wait a minute and try again.'],
  'server/storage': [503, 'Nothing could be saved just now, and nothing has changed. Try again in a moment.'],
  'server/closing': [503, 'The server is stopping. Try again in a moment.'],
  'server/unknown-match': [404, 'There is no such match.'],
  'server/unknown-code': [404, 'No table has this code.'],
  'server/unknown-person': [401, 'Say who you are first.'],
  'server/not-a-member': [403, 'You do not sit at this table.'],
  'server/seat-taken': [409, 'Somebody already sits there.'],
  'server/full': [409, 'All seats are taken.'],
  'server/old-client': [426, 'This page is older than the server. Reload it.'],
  'server/not-allowed': [403, 'You may not do that here.'],
  'server/record-closed': [403, 'This record is not open to you.'],
  'server/broken': [500, 'Something is wrong on the server, and nothing has changed.'],
  'server/not-welcome': [403, 'This table is closed to you.'],
  'server/banned': [403, 'The operator of this server has excluded you.'],
  'server/bad-name': [
    400,
    'This name cannot be used: letters, digits and spaces, nothing invisible, and no name of those who run tables.',
  ],
  'server/name-taken': [409, 'Somebody at this table already goes by this name, or by one that looks like it.'],
  'server/too-many': [429, 'You have as many tables as one person may have. Finish one first, or try again tomorrow.'],
  'server/second-seat': [409, 'Somebody already plays at this table from this browser.'],
  'server/behind': [409, 'Whoever has no seat sees this table late, from its gallery. Open the match again.'],
  'server/held-a-seat': [409, 'You have held another seat of this match, and know what that one knows.'],
  'server/unknown-path': [404, 'There is nothing at this address.'],
};

/** Thrown by a handler, told to whoever asked. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(code: ProblemCode, detail?: string) {
    const [status, message] = PROBLEMS[code];
    super(code);
    this.name = 'HttpProblem';
    this.status = status;
    this.problem = { code, message: detail === undefined ? message : `${message} ${detail}` };
  }
}
