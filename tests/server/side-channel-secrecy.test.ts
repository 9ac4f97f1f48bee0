import { expect, test, vi } from 'vitest';
import type { Clock } from '../../server/match/clock.ts';
import { digestOf } from '../../shared/kernel/digest.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { countingEntropy } from './support/given-table.ts';
import { newId, settle } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

type Seat = { readonly match: string; readonly token: string };
/** What NOR and SUD keep between them. */
type Secrets = { readonly whispers: readonly string[]; readonly treaty: string | null; readonly concession: number };
const SOME: Secrets = { whispers: ['MARK-one'], treaty: 'MARK-treaty', concession: 61 };
const MORE: Secrets = { whispers: ['MARK-two', `MARK-${'long '.repeat(40)}`], treaty: 'MARK-other', concession: 83 };
const NONE: Secrets = { whispers: [], treaty: null, concession: 12 };

/** Time stands still, and chance is the same: what is left to differ between two runs is the secrets. */
const still: Clock = {
  now: () => 1_800_000_000_000,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** Asks for the view again and again, and keeps every answer to the letter. */
const poller = (server: TestServer, { match, token }: Seat, query = '') => {
  const answers: string[] = [];
  const follow = async (): Promise<void> => {
    for (let after = ''; ; ) {
      const response = await fetch(`${server.base}/api/matches/${match}/view?wait=20${query}${after}`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      if (!response.ok) return;
      const text = await response.text();
      // The seal of a turn binds what everybody did, secrets too.
      answers.push(text.replaceAll(/"chain":"[0-9a-f]{64}"/g, '"chain":""'));
      after = `&after=${JSON.parse(text).version}`;
    }
  };
  return { answers, ended: follow() };
};

const play = async (secrets: Secrets, options: Parameters<typeof startTestServer>[0] = {}) => {
  const server = await startTestServer({ clock: still, entropy: countingEntropy(), ...options });
  const { match, seats } = await startedTable(server);
  const stranger = { match, token: (await server.post('/api/people', { name: 'Dora' })).body.token };
  const watching = [poller(server, seats.OST), poller(server, stranger, '&viewer=spectator')] as const;
  await vi.waitFor(() => expect(watching.map(({ answers }) => answers.length)).toEqual([1, 1]));
  const send = async (seat: Seat, input: PowerInput): Promise<void> => {
    const basedOn = (await server.get(`/api/matches/${match}/options`, seat.token)).body.version;
    const reply = await server.post(`/api/matches/${match}/inputs`, { id: newId(), basedOn, input }, seat.token);
    expect(reply.body).toMatchObject({ ok: true });
  };

  for (const text of secrets.whispers) await send(seats.NOR, { kind: 'say', to: ['SUD'], text });
  if (secrets.treaty !== null) {
    const terms = { kind: 'refrain', order: { verb: 'squeeze', host: 'SUD' } } as const;
    await send(seats.NOR, {
      kind: 'propose',
      expires: 2,
      draft: {
        ...{ title: secrets.treaty, parties: ['NOR', 'SUD'], visibility: 'secret', form: 'statement', until: 2 },
        ...{ notice: 0, clauses: [{ by: ['NOR'], to: ['SUD'], terms, from: 2, until: 2 }] },
      },
    });
    await send(seats.SUD, { kind: 'sign', proposal: 'offer-NOR-SUD#1' });
  }
  const concessions = [{ to: 'OST', kind: 'pay', amount: secrets.concession }] as const;
  await send(seats.NOR, { kind: 'submitOrders', orders: { orders: [], doors: null, concessions } });
  await settle();
  const unmoved = watching.map(({ answers }) => answers.length);

  // Each told of before the next, or two might come in one answer.
  for (const seat of [...Object.values(seats), ...Object.values(seats)]) {
    const before = watching.map(({ answers }) => answers.length);
    await send(seat, { kind: 'setReady', ready: true });
    await vi.waitFor(() => {
      for (const [i, { answers }] of watching.entries()) expect(answers.length).toBeGreaterThan(before[i] ?? 0);
    });
  }
  const offered = JSON.stringify((await server.get(`/api/matches/${match}/options`, seats.OST.token)).body);
  await server.close();
  await Promise.all(watching.map(({ ended }) => ended));
  return { unmoved, answers: watching.map(({ answers }) => answers), offered };
};
/** Short enough to be compared in a test's report. */
const digested = ({ answers, offered }: Awaited<ReturnType<typeof play>>) => ({
  answers: answers.map((texts) => texts.map((text) => digestOf(text))),
  offered: digestOf(offered),
});

test('over plain HTTP too, other secrets or none make the very same answers, and as many', async () => {
  const some = await play(SOME);
  expect(some.unmoved).toEqual([1, 1]);
  expect(some.answers.map((answers) => answers.length)).toEqual([7, 7]);
  for (const secrets of [MORE, NONE]) expect(digested(await play(secrets))).toEqual(digested(some));
});

test('and the same comparison finds a server that leaks', async () => {
  const leaky = {
    viewFor: (...[scenario, state, viewer]: Parameters<typeof viewFor>) => ({
      ...viewFor(scenario, state, 'facilitator'),
      viewer,
    }),
  };
  const [some, more] = [await play(SOME, leaky), await play(MORE, leaky)];
  expect(some.answers.map((answers) => answers.some((text) => text.includes('MARK-one')))).toEqual([true, true]);
  expect(digested(more)).not.toEqual(digested(some));
});
