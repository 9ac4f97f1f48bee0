import pino from 'pino';
import type { Journal, JournalFacts } from './match/clock.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info';

const MINUTE = 60_000;
/** Of one kind in a minute. A disk that is full must not be filled further by what is said of it. */
const MOST_LINES = 30;

type Tell = Journal['info'];
type Window = { since: number; count: number };

/** Lets so many lines of one kind through, and says at the next one how many it has kept back. */
const limited = (tell: Tell, now: () => number): Tell => {
  const windows = new Map<string, Window>();
  return (facts, what) => {
    const window = windows.get(what) ?? { since: now(), count: 0 };
    windows.set(what, window);
    let leftOut = 0;
    if (now() - window.since >= MINUTE) {
      leftOut = Math.max(0, window.count - MOST_LINES);
      Object.assign(window, { since: now(), count: 0 });
    }
    window.count += 1;
    if (window.count <= MOST_LINES) tell(leftOut > 0 ? { ...facts, leftOut } : facts, what);
  };
};

/** One line of JSON for each thing worth knowing: codes and ids, never names, texts or tokens. */
export const openJournal = (
  level: LogLevel,
  write: (line: string) => void = (line) => process.stdout.write(line),
  now: () => number = Date.now,
): Journal => {
  const serializers = { error: (error: unknown) => (error instanceof Error ? pino.stdSerializers.err(error) : error) };
  const log = pino({ level, base: null, serializers }, { write });
  const teller = (name: 'info' | 'warn' | 'error'): Tell =>
    limited((facts: JournalFacts, what) => log[name](facts, what), now);
  return { info: teller('info'), warn: teller('warn'), error: teller('error') };
};
