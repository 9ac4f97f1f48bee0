/** The end of a turn, for a calendar. */
export type CalendarEntry = {
  /** Stays the same when the deadline moves, so that a calendar moves what it has. */ readonly uid: string;
  /** ms since 1970 */ readonly at: number;
  readonly title: string;
  readonly text: string;
  /** null: nowhere */ readonly address: string | null;
};

const DAY = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** The day of the Gregorian calendar so many days after the first of January 1970, counted from March, as leap days end years. */
const dateOf = (days: number): readonly [year: number, month: number, day: number] => {
  const since = days + 719_468;
  const era = Math.floor(since / 146_097);
  const ofEra = since - era * 146_097;
  const years = ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096);
  const year = Math.floor(years / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return [year + era * 400 + (month <= 2 ? 1 : 0), month, day];
};

const partsOf = (at: number): { readonly date: readonly string[]; readonly time: readonly string[] } => {
  const [year, month, day] = dateOf(Math.floor(at / DAY));
  const seconds = Math.floor((at - Math.floor(at / DAY) * DAY) / 1_000);
  return {
    date: [String(year), two(month), two(day)],
    time: [two(Math.floor(seconds / 3_600)), two(Math.floor(seconds / 60) % 60), two(seconds % 60)],
  };
};

/** `2026-11-28T18:00:00Z`; the engine itself knows no calendar. */
export const isoTime = (at: number): string => {
  const { date, time } = partsOf(at);
  return `${date.join('-')}T${time.join(':')}Z`;
};
const stamp = (at: number): string => {
  const { date, time } = partsOf(at);
  return `${date.join('')}T${time.join('')}Z`;
};

const escaped = (text: string): string => text.replaceAll(/[\\;,]/gu, '\\$&').replaceAll(/\r?\n/gu, '\\n');

/** Lines of at most 75 octets, as the format has it; a letter may take four. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const letter of line) {
    const code = letter.codePointAt(0) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
    if (octets + size > 74) {
      lines.push(now);
      now = ' ';
      octets = 1;
    }
    now += letter;
    octets += size;
  }
  return [...lines, now].join('\r\n');
};

const eventLines = ({ uid, at, title, text, address }: CalendarEntry, now: number): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${escaped(uid)}`,
  `DTSTAMP:${stamp(now)}`,
  `DTSTART:${stamp(at)}`,
  `DTEND:${stamp(at)}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(text)}`,
  ...(address === null ? [] : [`URL:${address}`]),
  'TRANSP:TRANSPARENT',
  ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, 'TRIGGER:-PT3H', 'END:VALARM'],
  'END:VEVENT',
];

/** An iCalendar file (RFC 5545) of the ends of turns. */
export const calendarText = (name: string, entries: readonly CalendarEntry[], now: number): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Multivector//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...[`X-WR-CALNAME:${escaped(name)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
    ...entries.flatMap((entry) => eventLines(entry, now)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
