import { afterEach, expect, test, vi } from 'vitest';
import { type FakeClock, fakeClock } from './support/fake-clock.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SITE = 'https://play.example/game';

let server: TestServer | null = null;
let sink: SmtpSink | null = null;
afterEach(async () => {
  await server?.close();
  await sink?.close();
});

/** Time that passes as it does for a server: in pieces, with what each brings done before the next. */
const pass = async (clock: FakeClock, ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= HOUR) {
    await clock.advance(Math.min(left, HOUR));
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
};
const until = async (is: () => boolean): Promise<void> => {
  for (let tries = 0; !is(); tries += 1) {
    if (tries > 300) throw new Error('it took too long');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

const withMail = async (more: object = {}) => {
  const clock = fakeClock(Date.UTC(2026, 10, 27, 18));
  const sunk = await smtpSink();
  sink = sunk;
  const started = await startTestServer({ clock, site: SITE, mail: { smtp: sunk.url, from: 'game@play.example' } });
  server = started;
  const table = await startedTable(started, { pace: 'correspondence', title: 'Spring & letters', ...more });
  const remind = (power: 'NOR' | 'SUD' | 'OST', address: string) =>
    started.post(`/api/matches/${table.match}/reminder`, { address }, table.seats[power].token);
  return { clock, sunk, server: started, table, remind };
};
const ready = async (on: Awaited<ReturnType<typeof withMail>>, power: 'NOR' | 'SUD' | 'OST') => {
  const { table, server: at } = on;
  const input = { kind: 'setReady', ready: true };
  const body = { id: `ready-${power}-${on.clock.now()}`, basedOn: 0, input };
  const { body: reply } = await at.post(`/api/matches/${table.match}/inputs`, body, table.seats[power].token);
  expect(reply).toMatchObject({ ok: true });
};
const subjectOf = ({ head }: { readonly head: string }): string => /^Subject: (.*)$/mu.exec(head)?.[1]?.trim() ?? '';

test('mail comes as a turn begins and before it ends without one, tells nothing of the match, and ends with it', async () => {
  const on = await withMail();
  const { clock, sunk, table } = on;
  expect((await on.remind('NOR', 'anna@mail.example')).body).toEqual({ offered: true, address: 'anna@mail.example' });
  await on.remind('SUD', 'bela@mail.example');
  await ready(on, 'NOR');
  await pass(clock, 17 * HOUR);
  expect(sunk.mails).toEqual([]);
  await pass(clock, 2 * HOUR);
  await until(() => sunk.mails.length === 1);
  const [last] = sunk.mails;
  expect([last?.to, subjectOf(last ?? { head: '' })]).toEqual([
    ['bela@mail.example'],
    'Multivector: turn 1 of 2 is about to end',
  ]);
  expect(last?.text).toMatch(/Saturday,? 28 November 2026/u);
  expect(last?.text).toContain('18:00 UTC');
  expect(last?.text).toContain('Spring & letters');
  expect(last?.text).toContain(`${SITE}/#/m/${table.match}`);
  await pass(clock, 4 * HOUR);
  expect(sunk.mails).toHaveLength(1);

  await pass(clock, HOUR);
  await until(() => sunk.mails.length === 3);
  expect(
    sunk.mails
      .slice(1)
      .map(({ to }) => to[0])
      .sort(),
  ).toEqual(['anna@mail.example', 'bela@mail.example']);
  expect(sunk.mails.slice(1).map(subjectOf)).toEqual(Array(2).fill('Multivector: turn 2 of 2 has begun'));
  const tokens = Object.values(table.seats).map(({ token }) => token as string);
  for (const { head, text } of sunk.mails) for (const token of tokens) expect(head + text).not.toContain(token);

  await pass(clock, 2 * DAY);
  const after = await on.server.get(`/api/matches/${table.match}/reminder`, table.seats.NOR.token);
  expect(after.body).toEqual({ offered: false, address: null });
  // The last call of the last turn went to both, and nothing after it.
  expect(sunk.mails).toHaveLength(5);
}, 20_000);

test('an address is entered so many times a day, by whomever', async () => {
  const on = await withMail();
  const { clock } = on;
  const statuses: number[] = [];
  for (let i = 0; i < 7; i += 1)
    for (const power of ['NOR', 'SUD'] as const) {
      statuses.push((await on.remind(power, i % 2 === 0 ? 'victim@mail.example' : 'Victim@mail.example')).status);
      await clock.advance(30_000);
    }
  expect(statuses).toEqual([...Array(12).fill(200), 429, 429]);
});

test('of turns that follow one another quickly an address is told once', async () => {
  const on = await withMail({ length: 'standard' });
  const { clock, sunk, table } = on;
  const turn = async (): Promise<number> => (await on.server.get(`/api/matches/${table.match}`)).body.turn;
  await on.remind('SUD', 'bela@mail.example');
  for (const next of [2, 3]) {
    for (const power of ['NOR', 'SUD', 'OST'] as const) await ready(on, power);
    await vi.waitFor(async () => expect(await turn()).toBe(next));
    await clock.advance(HOUR);
  }
  await until(() => sunk.mails.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(sunk.mails.map(subjectOf)).toEqual([expect.stringContaining('turn 2 of')]);
}, 20_000);

test('one request, by what stands in the mail, ends it for its reader alone', async () => {
  const on = await withMail();
  const { clock, sunk, table } = on;
  await on.remind('NOR', 'anna@mail.example');
  await on.remind('SUD', 'bela@mail.example');
  await pass(clock, 19 * HOUR);
  await until(() => sunk.mails.length === 2);
  const anna = sunk.mails.find(({ to }) => to[0] === 'anna@mail.example');
  const head = (anna?.head ?? '').replaceAll(/\r\n\s+/gu, ' ');
  expect(head).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const stop = /List-Unsubscribe: <([^>]*)>/u.exec(head)?.[1] ?? '';
  expect(stop.startsWith(`${SITE}/api/reminders/${table.match}/`)).toBe(true);
  const path = stop.slice(SITE.length);
  expect((await fetch(on.server.base + path, { method: 'POST', body: 'List-Unsubscribe=One-Click' })).status).toBe(200);
  const addressOf = async (power: 'NOR' | 'SUD') =>
    (await on.server.get(`/api/matches/${table.match}/reminder`, table.seats[power].token)).body.address;
  expect([await addressOf('NOR'), await addressOf('SUD')]).toEqual([null, 'bela@mail.example']);
  expect((await on.server.post(path, {})).status).toBe(404);
  // Whoever gives the seat up takes the address along.
  await on.server.post(`/api/matches/${table.match}/leave`, {}, table.seats.SUD.token);
  expect(await addressOf('SUD')).toBe(null);
  const guessed = `/api/reminders/${table.match}/${'0'.repeat(32)}/stop`;
  expect((await on.server.post(guessed, {})).status).toBe(404);
});

test('a mail server that refuses, and one that is gone, hold nothing up; what was not taken is sent again', async () => {
  const on = await withMail();
  const { clock, sunk, table } = on;
  await on.remind('SUD', 'bela@mail.example');
  sunk.refuse(true);
  await pass(clock, 20 * HOUR);
  expect(sunk.mails).toEqual([]);
  sunk.refuse(false);
  await pass(clock, HOUR);
  await until(() => sunk.mails.length === 1);
  await sunk.close();
  await pass(clock, 4 * HOUR);
  const { body } = await on.server.get(`/api/matches/${table.match}`, table.seats.NOR.token);
  expect(body.turn).toBe(2);
});

test('without a mail server it is not offered, and only who sits at a table by letter may ask for it', async () => {
  server = await startTestServer();
  const table = await startedTable(server, { pace: 'correspondence' });
  const path = `/api/matches/${table.match}/reminder`;
  expect((await server.get(path, table.seats.NOR.token)).body).toEqual({ offered: false, address: null });
  expect((await server.post(path, { address: 'anna@mail.example' }, table.seats.NOR.token)).status).toBe(403);
  await server.close();

  const on = await withMail();
  expect((await on.remind('NOR', 'not an address')).status).toBe(400);
  const stranger = (await on.server.post('/api/people', { name: 'Zoe' })).body.token;
  expect((await on.server.get(`/api/matches/${on.table.match}/reminder`, stranger)).body.code).toBe(
    'server/not-a-member',
  );
  const quick = await startedTable(on.server, { pace: 'untimed' });
  const refused = await on.server.post(
    `/api/matches/${quick.match}/reminder`,
    { address: 'a@b.example' },
    quick.seats.NOR.token,
  );
  expect(refused.body.code).toBe('server/not-allowed');
});

test('feeds tell when turns end and nothing else; a new address takes the place of the old one', async () => {
  const clock = fakeClock(Date.UTC(2026, 10, 27, 18));
  server = await startTestServer({ clock, site: SITE });
  const table = await startedTable(server, { pace: 'correspondence', title: 'Spring, <letters> & more' });
  await startedTable(server, { pace: 'untimed', title: 'Not by letter' });
  const { token: person } = table.seats.SUD;
  const feed = (await server.post('/api/me/feed', {}, person)).body.token as string;
  await clock.advance(0);
  const ics = await server.get(`/api/feeds/${feed}.ics`);
  expect(ics.headers.get('content-type')).toContain('text/calendar');
  expect(ics.body).toContain('DTSTART:20261128T180000Z');
  expect(ics.body).toContain('SUMMARY:Spring\\, <letters> & more: turn 1 of 2 ends');
  expect(ics.body.match(/BEGIN:VEVENT/gu)).toHaveLength(1);
  const atom = await server.get(`/api/feeds/${feed}.xml`);
  expect(atom.headers.get('content-type')).toContain('application/atom+xml');
  expect(atom.body).toContain('<title>Spring, &lt;letters&gt; &amp; more: turn 1 of 2 ends</title>');
  expect(atom.body).toContain('<updated>2026-11-27T18:00:00Z</updated>');
  for (const text of [ics.body, atom.body]) {
    expect(text).not.toContain('Bela');
    expect(text).not.toContain(table.code);
  }
  // It opens nothing else, and nothing else opens it.
  expect((await server.get('/api/me/matches', feed)).status).toBe(401);
  expect((await server.get(`/api/feeds/${person}.ics`)).status).toBe(403);

  const next = (await server.post('/api/me/feed', {}, person)).body.token as string;
  expect((await server.get(`/api/feeds/${feed}.ics`)).status).toBe(403);
  expect((await server.get(`/api/feeds/${next}.ics`)).status).toBe(200);
  await fetch(`${server.base}/api/me/feed`, { method: 'DELETE', headers: { Authorization: `Bearer ${person}` } });
  expect((await server.get(`/api/feeds/${next}.xml`)).status).toBe(403);
});
