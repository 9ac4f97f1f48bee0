import type { Scenario } from '../../shared/model/scenario.ts';
import { LOCALE, t } from './text.ts';

const numbers = new Intl.NumberFormat(LOCALE);
const decimals = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const dates = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short' });
const lists = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
const choices = new Intl.ListFormat(LOCALE, { type: 'disjunction' });

export const formatNumber = (value: number): string => numbers.format(value);
/** Scores are counted in hundredths. */
export const formatHundredths = (value: number): string => decimals.format(value / 100);
export const formatDate = (at: number): string => dates.format(at);
export const formatList = (items: readonly string[]): string => lists.format(items);
export const formatEither = (items: readonly string[]): string => choices.format(items);

/** `Q1 2025` of a turn, counted from 1; the table before the first turn shows the first quarter. */
export const formatQuarter = (scenario: Pick<Scenario, 'firstYear' | 'firstQuarter'>, turn: number): string => {
  const index = scenario.firstQuarter - 1 + Math.max(1, turn) - 1;
  return t('quarter', { quarter: (index % 4) + 1, year: String(scenario.firstYear + Math.floor(index / 4)) });
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `3:07`, `1:02:09`, or `2 d 4 h` once a clock is longer than a day. */
export const formatClock = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const [days, hours, minutes] = [
    Math.floor(seconds / 86_400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
  ];
  if (days > 0) return t('clock.days', { days, hours });
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
};

/** The same, to be read aloud. */
export const speakClock = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return t('clock.seconds', { n: seconds });
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? t('clock.minutes', { n: minutes }) : t('clock.hours', { n: Math.floor(minutes / 60) });
};

export const formatAgo = (milliseconds: number): string => {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return t('ago.now');
  if (minutes < 120) return t('ago.minutes', { n: minutes });
  return minutes < 2880
    ? t('ago.hours', { n: Math.floor(minutes / 60) })
    : t('ago.days', { n: Math.floor(minutes / 1440) });
};
