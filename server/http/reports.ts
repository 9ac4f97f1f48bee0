import { randomBytes } from 'node:crypto';
import type { PowerId, ViewerId } from '../../shared/model/ids.ts';
import type { Message } from '../../shared/model/state.ts';
import type { Report } from '../../shared/protocol/care.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { lags } from '../match/spectators.ts';
import type { MatchStore, PersonKey, StoredReport } from '../store/match-store.ts';
import { HttpProblem } from './problems.ts';

/** Messages that are quoted, and letters of them. */
const QUOTED = 12;
const MOST_LETTERS = 12_000;

/** What the reporter could read, when they reported it: never more, or a report would open what a seat may not see. */
const readable = (open: OpenMatch, viewer: ViewerId): readonly Message[] =>
  viewer === 'public' && lags(open.match.state) ? open.gallery.view(viewer).messages : open.match.view(viewer).messages;

const quote = (messages: readonly Message[]): string =>
  messages
    .slice(-QUOTED)
    .map(({ turn, channel, by, text }) => `turn ${turn}, ${channel}, ${by}: ${text}`)
    .join('\n')
    .slice(-MOST_LETTERS);

/** Who wrote it, also when somebody else has the seat by now. */
const authorOf = async (store: MatchStore, open: OpenMatch, said: Message): Promise<PersonKey | null> => {
  const rows = await store.inputs(open.match.id);
  const row = rows.find(
    // The log has it as it was sent: with what stood before and behind it.
    ({ seat, at, input }) =>
      seat === said.by && at === said.at && input.kind === 'say' && input.text.trim() === said.text,
  );
  return row?.person ?? null;
};

const sitterOf = (open: OpenMatch, power: PowerId): PersonKey | null => open.membersOf(power)[0]?.person ?? null;

/** The report as it is kept for the operator. Throws when there is nobody, or nothing, to report. */
export const reportFor = async (
  { store, now }: { readonly store: MatchStore; readonly now: number },
  open: OpenMatch,
  reporter: { readonly person: PersonKey; readonly viewer: ViewerId },
  told: Report,
): Promise<StoredReport> => {
  const seen = readable(open, reporter.viewer);
  const said = told.message === undefined ? undefined : seen.find(({ id }) => id === told.message);
  if (told.message !== undefined && said?.by !== told.power) throw new HttpProblem('server/not-allowed');
  const about = said === undefined ? sitterOf(open, told.power) : await authorOf(store, open, said);
  if (about === null || about === reporter.person || !(await store.person(about)))
    throw new HttpProblem('server/not-allowed');
  const quoted =
    said === undefined
      ? seen.filter(({ by }) => by === told.power)
      : seen.filter(({ channel, at }) => channel === said.channel && at <= said.at);
  return {
    id: randomBytes(10).toString('hex'),
    match: open.match.id,
    by: reporter.person,
    about,
    reason: told.reason,
    text: told.text,
    quoted: quote(quoted),
    at: now,
    status: 'open',
  };
};
