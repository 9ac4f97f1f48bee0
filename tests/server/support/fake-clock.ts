import type { Clock } from '../../../server/match/clock.ts';

export type FakeClock = Clock & { readonly advance: (ms: number) => Promise<void>; readonly waiting: () => number };

/** Time that stands still until a test moves it; whatever falls due runs on the way, in its order. */
export const fakeClock = (start = 1_000_000): FakeClock => {
  let now = start;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 10));
  return {
    now: () => now,
    waiting: () => timers.length,
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    advance: async (ms) => {
      const until = now + ms;
      for (;;) {
        const next = timers.filter((one) => one.at <= until).sort((a, b) => a.at - b.at)[0];
        if (next === undefined) break;
        timers = timers.filter((one) => one !== next);
        now = Math.max(now, next.at);
        next.run();
        await settle();
      }
      now = until;
      await settle();
    },
  };
};
