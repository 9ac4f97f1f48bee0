import type { MatchId, PowerId } from '../../shared/model/ids.ts';
import type { FeedReply, ReminderReply } from '../../shared/protocol/feeds.ts';
import type { JoinReply, MatchSummary } from '../../shared/protocol/http.ts';
import { addressOf, asPerson, call } from './api.ts';

const at = (match: MatchId, what: string): string => `api/matches/${encodeURIComponent(match)}/${what}`;

/** What the server knows of time and seats in a match that lasts for days. */
export const letters = {
  claim: (match: MatchId, name: string, power: PowerId): Promise<JoinReply> =>
    asPerson(name, at(match, 'claim'), { name, power }),
  leave: (match: MatchId): Promise<MatchSummary> => call('POST', at(match, 'leave'), {}),
  offer: (match: MatchId, power: PowerId): Promise<MatchSummary> => call('POST', at(match, 'offer'), { power }),
  reminder: (match: MatchId): Promise<ReminderReply> => call('GET', at(match, 'reminder')),
  remind: (match: MatchId, address: string): Promise<ReminderReply> => call('POST', at(match, 'reminder'), { address }),
  forget: (match: MatchId): Promise<ReminderReply> => call('DELETE', at(match, 'reminder')),
  /** by the key of a mail, whoever opens it */
  stop: (match: MatchId, key: string): Promise<unknown> =>
    call('POST', `api/reminders/${encodeURIComponent(match)}/${encodeURIComponent(key)}/stop`, {}, null),
  makeFeed: (): Promise<FeedReply> => call('POST', 'api/me/feed', {}),
  closeFeed: (): Promise<unknown> => call('DELETE', 'api/me/feed'),
  feedAddress: (token: string, kind: 'ics' | 'xml'): string => addressOf(`api/feeds/${token}.${kind}`),
} as const;
