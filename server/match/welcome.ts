import type { ViewerId } from '../../shared/model/ids.ts';
import { PROTOCOL_VERSION, type WelcomeMessage } from '../../shared/protocol/messages.ts';
import type { Admission } from './admission.ts';
import { KEEP_DAYS } from './keep.ts';
import type { OpenMatch } from './open-match.ts';

const DAY = 86_400_000;

const keptFor = ({ stored, match }: OpenMatch): WelcomeMessage['kept'] => {
  const days = stored.keepDays ?? KEEP_DAYS;
  const endedAt = match.state.table.phase === 'ended' ? (stored.endedAt ?? match.lastAt) : null;
  return { days, until: endedAt === null ? null : endedAt + days * DAY };
};

/** Who somebody is here, and who will be able to read what they write: told before anything else. */
export const welcomeFor = (open: OpenMatch, admission: Admission, viewer: ViewerId, late = false): WelcomeMessage => ({
  protocol: PROTOCOL_VERSION,
  match: open.match.id,
  title: open.stored.title,
  viewer,
  power: viewer === 'public' || viewer === 'facilitator' ? null : viewer,
  name: admission.name,
  code: admission.as === 'member' ? open.stored.code : null,
  classId: open.stored.classId,
  scenario: open.stored.scenario,
  host: admission.person !== null && open.stored.host === admission.person,
  delay: late ? (open.stored.settings.delay ?? null) : null,
  seedHash: open.match.fold.seedHash,
  readers: { now: open.stored.settings.facilitated ? 'parties-and-facilitator' : 'parties', later: 'record-readers' },
  kept: keptFor(open),
});
