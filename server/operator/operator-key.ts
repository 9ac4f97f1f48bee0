import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { MatchStore } from '../store/match-store.ts';

const FACT = 'operator key';
const WELL_FORMED = /^[0-9a-f]{64}$/;
type Facts = Pick<MatchStore, 'fact' | 'putFact'>;

const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A new key, in the place of any from before; only its hash is kept, so this is the one moment to write it down. */
export const renewOperatorKey = async (store: Facts): Promise<string> => {
  const key = randomBytes(32).toString('hex');
  await store.putFact(FACT, hashOf(key).toString('hex'));
  return key;
};

/** Null: there is one already. */
export const firstOperatorKey = async (store: Facts): Promise<string | null> =>
  (await store.fact(FACT)) === null ? renewOperatorKey(store) : null;

/** Read each time: it may be renewed beside a server that runs. */
export const isOperatorKey = async (store: Facts, shown: string | null): Promise<boolean> => {
  if (shown === null || !WELL_FORMED.test(shown)) return false;
  const kept = await store.fact(FACT);
  return kept !== null && timingSafeEqual(hashOf(shown), Buffer.from(kept, 'hex'));
};
