import type { MatchStore } from '../store/match-store.ts';

/** From when until when no server was up, in ms since 1970. */
export type Outage = { readonly from: number; readonly to: number };

const FACT = 'outages';
/** A match in which nothing has happened for longer has had no clock that could have run. */
const REMEMBERED = 90 * 86_400_000;

const stored = async (store: MatchStore): Promise<readonly Outage[]> => {
  const text = await store.fact(FACT);
  return text === null ? [] : (JSON.parse(text) as readonly Outage[]);
};

/**
 * Every outage up to this start. They are remembered because a match by letter may sleep through several
 * before it is opened, and is then given back all of them.
 */
export const noteOutage = async (store: MatchStore, now: number): Promise<readonly Outage[]> => {
  const from = await store.lastBeat();
  const before = (await stored(store)).filter((outage) => outage.to > now - REMEMBERED);
  if (from === null || from >= now) return before;
  // A server that came up and went again before its first heartbeat has not ended the outage.
  const outages = [...before.filter((outage) => outage.from !== from), { from, to: now }];
  await store.putFact(FACT, JSON.stringify(outages));
  return outages;
};

/** How many ms of it a match has lost to servers that were down, since something was last written in its log. */
export const lostTo = (outages: readonly Outage[], since: number): number =>
  outages.reduce((lost, { from, to }) => lost + Math.max(0, to - Math.max(from, since)), 0);
