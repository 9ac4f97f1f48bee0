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

/** Whose record somebody gets while the match runs; null: none. */
const viewerFor = (open: OpenMatch, reader: Reader): ViewerId | null => {
  if (reader.facilitates) return 'facilitator';
  const member = reader.person === null ? null : open.member(reader.person);
  if (member !== null) return member.power ?? 'public';
  return open.stored.settings.spectators ? 'public' : null;
};
/** A record of what goes on now would show at once what spectators are to see late. */
const isEarly = (open: OpenMatch, viewer: ViewerId | null): boolean => viewer === 'public' && lags(open.match.state);

/** The whole match to those who may have it once it is over; before that, one reader's views of it. Null: not for this reader. */
export const recordFor = (open: OpenMatch, reader: Reader, options: RecordOptions): Promise<MatchRecord | null> =>
  open.match.readInputs((inputs) => recordOf(open, inputs, reader, options));

const recordOf = (
  open: OpenMatch,
  inputs: readonly LoggedInput[],
  reader: Reader,
  options: RecordOptions,
): MatchRecord | null => {
  const { match, stored } = open;
  const saved = {
    foundation: foundationOf(stored),
    names: namesOf(open, options.tenures ?? []),
    inputs,
    fold: match.fold,
    ...(match.seam === null ? {} : { seam: match.seam }),
  };
  if (match.state.table.phase === 'ended') {
    const isMember = reader.person !== null && open.member(reader.person) !== null;
    if (stored.kind === 'class' && !isMember && !reader.facilitates) return null;
    const record = fullRecord(match.scenario, saved);
    return options.messages ? record : withoutMessages(record);
  }
  const viewer = viewerFor(open, reader);
  if (viewer === null || isEarly(open, viewer)) return null;
  const record = redactedRecord(match.scenario, saved, viewer);
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
