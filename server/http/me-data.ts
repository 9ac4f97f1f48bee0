import type { MyData, MyMatch } from '../../shared/protocol/me.ts';
import type { MatchStore, Place, StoredPerson } from '../store/match-store.ts';

const DAY = 86_400_000;
const ALL = 100_000;

/** Everything that the store has of somebody, and nothing of anybody else. */
export const dataOf = async (store: MatchStore, person: StoredPerson, keepDays: number): Promise<MyData> => {
  const { key, name, createdAt } = person;
  const matches: MyMatch[] = [];
  // One after the other: each is a turn in the store's queue, in which inputs of running matches wait too.
  for (const place of await store.matchesOf(key, ALL)) matches.push(await matchOf(store, key, place, keepDays));
  const [tokens, reports, blocks, reminders] = await Promise.all([
    store.tokensOf(key),
    store.reportsBy(key),
    store.blocksOf(key),
    store.remindersOf(key),
  ]);
  return {
    name,
    createdAt,
    tokens: tokens.map(({ kind, createdAt: made, expiresAt }) => ({ kind, createdAt: made, expiresAt })),
    matches,
    reports: reports.map(({ match, at, reason, text, quoted, status }) => ({
      match,
      at,
      reason,
      text,
      quoted,
      status,
    })),
    blocked: blocks.length,
    reminders: reminders.map(({ match, address }) => ({ match, address })),
  };
};

const matchOf = async (store: MatchStore, key: string, { match, power }: Place, days: number): Promise<MyMatch> => {
  const { id, title, kind, scenario, outline, createdAt, endedAt } = match;
  const own = (await store.inputs(id)).filter(({ person }) => person === key);
  return {
    ...{ match: id, title, kind, scenario, power, phase: outline?.phase ?? 'table', createdAt, endedAt },
    keptUntil: endedAt === null ? null : endedAt + (match.keepDays ?? days) * DAY,
    // Counted among one's own: the place in the log would tell how much others have done in secret.
    inputs: own.map(({ at, seat, input }, i) => ({ seq: i + 1, at, seat, input })),
  };
};
