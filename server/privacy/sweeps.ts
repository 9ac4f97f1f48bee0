import type { Journal } from '../match/clock.ts';
import type { Forgetting } from './forgetting.ts';
import type { Retention } from './retention.ts';

const FORGET_EVERY = 60_000;
const EXPIRE_EVERY = 3_600_000;

/** At once and then again and again, until stopped; stopping waits for what is just being erased. */
export const keepSweeping = (forgetting: Forgetting, retention: Retention, journal: Journal): (() => Promise<void>) => {
  const going = new Set<Promise<void>>();
  const run = (sweep: () => Promise<void>): void => {
    const done = sweep()
      .catch((error: unknown) => journal.error({ error }, 'what is to be erased could not be; trying again'))
      .finally(() => going.delete(done));
    going.add(done);
  };
  const forget = (): void => run(() => forgetting.sweep());
  const expire = (): void => run(() => retention.sweep());
  forget();
  expire();
  const timers = [setInterval(forget, FORGET_EVERY), setInterval(expire, EXPIRE_EVERY)];
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await Promise.all(going);
  };
};
