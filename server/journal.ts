import pino from 'pino';
import type { Journal } from './match/clock.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info';

/** One line of JSON for each thing worth knowing: codes and ids, never names, texts or tokens. */
export const openJournal = (level: LogLevel): Journal =>
  pino({
    level,
    base: null,
    serializers: { error: (error: unknown) => (error instanceof Error ? pino.stdSerializers.err(error) : error) },
  });
