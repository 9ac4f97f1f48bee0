import {
  MATCH_STATUSES,
  type OperatorMatch,
  type OperatorReports,
  REPORT_ENDS,
} from '../../shared/protocol/operator.ts';
import type { OperatorDesk } from '../operator/operator-desk.ts';

/** The desk, wherever it is. */
export type OperatorActs = Pick<
  OperatorDesk,
  'matches' | 'match' | 'record' | 'close' | 'erase' | 'bans' | 'ban' | 'unban' | 'reports' | 'settle' | 'signOut'
> & { readonly metrics: () => Promise<string> };

/** What is told on stdout. Null: the command was not understood. */
type Act = (desk: OperatorActs, words: readonly string[]) => Promise<string | null>;

const NOT_THERE = 'There is no such thing, and nothing has changed.';
const day = (ms: number | null): string => (ms === null ? 'for good' : new Date(ms).toISOString().slice(0, 16));
const done = (what: string, isDone: boolean): string => (isDone ? what : NOT_THERE);
const pretty = (value: object | null): string => (value === null ? NOT_THERE : JSON.stringify(value, null, 2));
const among = <T extends string>(all: readonly T[], word: string | undefined): T | undefined =>
  all.find((one) => one === word);

const matchLine = ({ match, status, kind, turn, createdAt, title }: OperatorMatch): string =>
  [match, status.padEnd(7), kind.padEnd(7), `turn ${turn}`.padEnd(7), day(createdAt), title].join('  ');
const reportText = ({ id, match, by, about, reason, text, quoted, at }: OperatorReports['reports'][number]): string =>
  [
    `${id}  ${day(at)}  ${reason}`,
    ...[`match ${match}`, `by ${by}`, `about ${about}`].map((line) => `  ${line}`),
    ...[text, ...quoted.split('\n')].filter((line) => line !== '').map((line) => `    ${line}`),
  ].join('\n');
const lines = (all: readonly string[]): string => (all.length === 0 ? 'none' : all.join('\n'));

const ban: Act = async (desk, [who, ...rest]) => {
  const [first = '', ...others] = rest;
  const isDays = /^\d{1,4}$/.test(first);
  const reason = (isDays ? others : rest).join(' ');
  if (who === undefined || reason === '') return null;
  return done('Excluded.', await desk.ban({ who, days: isDays ? Number(first) : null, reason }));
};

const withOne =
  (act: (desk: OperatorActs, word: string) => Promise<string>): Act =>
  async (desk, [word, ...rest]) =>
    word === undefined || rest.length > 0 ? null : act(desk, word);

export const ACTS: { readonly [command: string]: Act } = {
  list: async (desk, [word]) => {
    const status = among(MATCH_STATUSES, word);
    if (word !== undefined && status === undefined) return null;
    const { matches } = await desk.matches(status === undefined ? MATCH_STATUSES : [status]);
    return lines(matches.map(matchLine));
  },
  show: withOne(async (desk, id) => pretty(await desk.match(id))),
  export: withOne(async (desk, id) => pretty(await desk.record(id))),
  close: withOne(async (desk, id) => done('Everybody is out.', await desk.close(id))),
  delete: withOne(async (desk, id) => done('Erased.', await desk.erase(id))),
  ban,
  unban: withOne(async (desk, person) => done('Let in again.', await desk.unban(person))),
  bans: async (desk) =>
    lines((await desk.bans()).bans.map(({ person, until, reason }) => `${person}  ${day(until)}  ${reason}`)),
  reports: async (desk) => lines((await desk.reports()).reports.map(reportText)),
  settle: async (desk, [id, word]) => {
    const as = among(REPORT_ENDS, word);
    return id === undefined || as === undefined ? null : done('Settled.', await desk.settle(id, { as }));
  },
  'sign-out': withOne(async (desk, who) => done('Every token of theirs is worthless.', await desk.signOut(who))),
  metrics: (desk) => desk.metrics(),
};
