import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarText, isoTime } from '../../shared/protocol/calendar.ts';

test('tells every moment as the calendar has it', () => {
  const most = Date.UTC(2400, 0, 1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: most }), (at) => {
      expect(isoTime(at)).toBe(new Date(at).toISOString().replace(/\.\d{3}/u, ''));
    }),
  );
  for (const day of [Date.UTC(2000, 1, 29), Date.UTC(2100, 1, 28), Date.UTC(2100, 2, 1), Date.UTC(1999, 11, 31)])
    expect(isoTime(day)).toBe(new Date(day).toISOString().replace(/\.\d{3}/u, ''));
});

test('no line is longer than the format allows, and each is whole when it is put together again', () => {
  const title = `${'Հայաստան, '.repeat(12)}; 🕊 \\ end`;
  const text = calendarText(
    'Multivector',
    [{ uid: 'm-1@x', at: 0, title, text: 'a\nb', address: 'https://x.example/#/m/1' }],
    86_400_000,
  );
  const lines = text.split('\r\n');
  expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
  const whole = text.replaceAll('\r\n ', '');
  expect(whole).toContain(`SUMMARY:${'Հայաստան\\, '.repeat(12)}\\; 🕊 \\\\ end`);
  expect(whole).toContain('DESCRIPTION:a\\nb');
  expect(whole).toContain('DTSTART:19700101T000000Z');
  expect(whole).toContain('DTSTAMP:19700102T000000Z');
  expect(whole.match(/^(BEGIN|END):\w+$/gmu)).toEqual([
    ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'BEGIN:VALARM', 'END:VALARM', 'END:VEVENT', 'END:VCALENDAR'],
  ]);
});
