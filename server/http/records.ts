import type { ViewerId } from '../../shared/model/ids.ts';
import type { LoggedInput } from '../../shared/model/input.ts';
import { fullRecord, redactedRecord, withoutMessages } from '../../shared/replay/make-record.ts';
import type { MatchRecord } from '../../shared/replay/record.ts';
import { foundationOf } from '../match/foundation.ts';
import type { OpenMatch } from '../match/open-match.ts';
import { lags } from '../match/spectators.ts';
import { namesThrough } from '../match/tenures.ts';
import type { Tenure } from '../store/match-store.ts';

export type Reader = { readonly person: string | null; readonly facilitates: boolean };
/** `tenures`: of the match, from the store; without them only those are named who sit now. */
export type RecordOptions = { readonly messages: boolean; readonly tenures?: readonly Tenure[] };

const namesOf = (open: OpenMatch, tenures: readonly Tenure[]): MatchRecord['names'] =>
  Object.fromEntries(open.match.scenario.powers.map(({ id }) => [id, namesThrough(open, tenures, id)]));

/** What of a match somebody may have as it stands now: all of it, as one viewer sees it, or nothing. */
type Share = 'whole' | ViewerId | null;

const shareOf = (open: OpenMatch, { person, facilitates }: Reader): Share => {
  const { match, stored } = open;
  const member = person === null ? null : open.member(person);
  if (match.state.table.phase === 'ended')
    return stored.kind === 'class' && member === null && !facilitates ? null : 'whole';
  if (facilitates) return 'facilitator';
  const viewer = member === null ? (stored.settings.spectators ? 'public' : null) : (member.power ?? 'public');
  // A record of what goes on now would show at once what spectators are to see late.
  return viewer === 'public' && lags(match.state) ? null : viewer;
};

/** The whole match to those who may have it once it is over; before that, one reader's views of it. Null: not for this reader. */
export const recordFor = async (
  open: OpenMatch,
  reader: Reader,
  options: RecordOptions,
): Promise<MatchRecord | null> =>
  // Nobody makes the server read a log that is not for them; and it may be another moment once it is read.
  shareOf(open, reader) === null
    ? null
    : open.match.readInputs((inputs) => recordOf(open, inputs, shareOf(open, reader), options));

const recordOf = (
  open: OpenMatch,
  inputs: readonly LoggedInput[],
  share: Share,
  options: RecordOptions,
): MatchRecord | null => {
  if (share === null) return null;
  const { match, stored } = open;
  const saved = {
    foundation: foundationOf(stored),
    names: namesOf(open, options.tenures ?? []),
    inputs,
    fold: match.fold,
    ...(match.seam === null ? {} : { seam: match.seam }),
  };
  if (share === 'whole') {
    const record = fullRecord(match.scenario, saved);
    return options.messages ? record : withoutMessages(record);
  }
  const record = redactedRecord(match.scenario, saved, share);
  return options.messages ? record : viewsWithoutMessages(record);
};

const viewsWithoutMessages = (record: MatchRecord): MatchRecord => {
  if (record.redacted === null) return record;
  const views = record.redacted.views.map(({ turn, view }) => ({
    turn,
    view: { ...view, messages: [], events: view.events.filter((event) => event.kind !== 'said') },
  }));
  return { ...record, redacted: { ...record.redacted, dropped: [...record.redacted.dropped, 'messages'], views } };
};
