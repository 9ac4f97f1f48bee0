import { LOCALE, t } from './text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const parts = new Intl.DateTimeFormat(LOCALE, {
  ...({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const),
  hourCycle: 'h23',
});

/** `Sat 28 Nov, 18:00`, where the reader is. */
export const formatMoment = (at: number): string => {
  const found = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
  const [weekday, day, month] = [found.get('weekday') ?? '', found.get('day') ?? '', found.get('month') ?? ''];
  return t('moment.at', { weekday, day, month, time: `${found.get('hour')}:${found.get('minute')}` });
};

/** `in 23 h`, `in 40 minutes`. */
export const formatLeft = (milliseconds: number): string => {
  if (milliseconds < 2 * HOUR) return t('left.minutes', { n: Math.max(0, Math.ceil(milliseconds / MINUTE)) });
  if (milliseconds < 2 * DAY) return t('left.hours', { n: Math.floor(milliseconds / HOUR) });
  return t('left.days', { days: Math.floor(milliseconds / DAY), hours: Math.floor(milliseconds / HOUR) % 24 });
};

/** `Sat 28 Nov, 18:00 (in 23 h)`: what does not go stale first. */
export const formatDeadline = (at: number, left: number): string =>
  t('moment.in', { moment: formatMoment(at), left: formatLeft(left) });

/** `Asia/Yerevan`. */
export const zoneName = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
