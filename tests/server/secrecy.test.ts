import { expect, test } from 'vitest';
import type { Clock } from '../../server/match/clock.ts';
import type { PowerInput } from '../../shared/model/input.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { countingEntropy } from './support/given-table.ts';
import { enterMatch, type Player, settle } from './support/player.ts';
import { startedTable, startTestServer, type TestServer } from './support/test-server.ts';

/** What two seats do between themselves. Every text is a marker that can be looked for in raw bytes. */
type Secrets = {
  readonly whispers: readonly string[];
  readonly treaties: readonly string[];
  readonly concession: number;
};
const SOME: Secrets = { whispers: ['MARK-whisper-one'], treaties: ['MARK-treaty-one'], concession: 61 };
const MORE: Secrets = {
  whispers: ['MARK-whisper-two', 'MARK-whisper-three', 'MARK-whisper-four-which-is-a-good-deal-longer'],
  treaties: ['MARK-treaty-two', 'MARK-treaty-three'],
  concession: 83,
};
const NONE: Secrets = { whispers: [], treaties: [], concession: 12 };

const proposal = (title: string): PowerInput => ({
  kind: 'propose',
  expires: 2,
  draft: {
    title,
    parties: ['NOR', 'SUD'],
    visibility: 'secret',
    form: 'statement',
    until: 2,
    notice: 0,
    clauses: [
      {
        by: ['NOR'],
        to: ['SUD'],
        terms: { kind: 'refrain', order: { verb: 'squeeze', host: 'SUD' } },
        from: 2,
        until: 2,
      },
    ],
  },
});
const ordersOf = (concession: number): PowerInput => ({
  kind: 'submitOrders',
  orders: { orders: [], doors: null, concessions: [{ to: 'OST', kind: 'pay', amount: concession }] },
});

type Watched = { readonly who: string; readonly player: Player; readonly mayKnow: boolean };
type Table = {
  readonly anna: Player;
  readonly bela: Player;
  readonly others: readonly Watched[];
  readonly match: string;
};

const sitDown = async (server: TestServer): Promise<Table> => {
  const { seats, match } = await startedTable(server);
  const [anna, bela, cleo] = await Promise.all(
    [seats.NOR, seats.SUD, seats.OST].map((seat) => enterMatch(server.base, seat)),
  );
  if (anna === undefined || bela === undefined || cleo === undefined) throw new Error('somebody is missing');
  const watcher = await enterMatch(server.base, seats.OST, { viewer: 'spectator' });
  await settle();
  const others = [
    { who: 'OST', player: cleo, mayKnow: false },
    { who: 'a spectator', player: watcher, mayKnow: false },
  ];
  return { anna, bela, others, match };
};

const keepSecrets = async ({ anna, bela }: Table, secrets: Secrets): Promise<void> => {
  const accepted = async (player: Player, input: PowerInput): Promise<void> => {
    expect(await player.send(input)).toMatchObject({ ok: true });
  };
  for (const text of secrets.whispers) await accepted(anna, { kind: 'say', to: ['SUD'], text });
  for (const title of secrets.treaties) {
    await accepted(anna, proposal(title));
    await settle(30);
    const open = bela.view()?.proposals.find((one) => one.draft.title === title);
    await accepted(bela, { kind: 'sign', proposal: open?.id ?? '' });
  }
  await accepted(anna, ordersOf(secrets.concession));
  await accepted(anna, ordersOf(secrets.concession + 1));
  await settle();
};

/** Then something that everybody sees, and the end of the phase. */
const goOnInPublic = async ({ anna, bela, others }: Table): Promise<void> => {
  await anna.send({ kind: 'say', to: ['NOR', 'SUD', 'OST'], text: 'in public' });
  await bela.send({ kind: 'setReady', ready: true });
  await others[0]?.player.send({ kind: 'setReady', ready: true });
  await anna.send({ kind: 'setReady', ready: true });
  await settle();
};

const holds = (player: Player, marker: string): boolean =>
  player.frames().some((frame) => Buffer.from(frame).includes(marker)) ||
  player.told().some((view) => view.includes(marker));

/** All that went wrong; nothing when the secrets were kept. */
const leaksOf = async (server: TestServer): Promise<readonly string[]> => {
  const leaks: string[] = [];
  const table = await sitDown(server);
  const before = table.others.map(({ player }) => player.frames().length);
  await keepSecrets(table, SOME);
  for (const [i, { who, player }] of table.others.entries()) {
    if (player.frames().length !== before[i])
      leaks.push(`${who} got ${player.frames().length - (before[i] ?? 0)} frames`);
  }
  await goOnInPublic(table);
  const markers = [...SOME.whispers, ...SOME.treaties];
  const late = await enterMatch(server.base, (await startedSeat(server, table)) ?? ({} as never), {
    viewer: 'spectator',
  });
  const watched = [...table.others, { who: 'somebody who came late', player: late, mayKnow: false }];
  for (const { who, player } of watched) {
    for (const marker of markers) if (holds(player, marker)) leaks.push(`${who} got ${marker}`);
    if (JSON.stringify(player.view()).includes(`"amount":${SOME.concession + 1}`))
      leaks.push(`${who} got a concession`);
  }
  for (const [who, player] of [
    ['NOR', table.anna],
    ['SUD', table.bela],
  ] as const) {
    for (const marker of markers) if (!holds(player, marker)) leaks.push(`${who} did not get ${marker}`);
  }
  return leaks;
};

/** A stranger who watches from now on. */
const startedSeat = async (server: TestServer, table: Table) => {
  const token = (await server.post('/api/people', { name: 'Late' })).body.token;
  return { match: table.match, token, room: (await server.post(`/api/matches/${table.match}/open`, {})).body.room };
};

test('what two seats keep between them reaches nobody else, not a byte and not a frame of it', async () => {
  const server = await startTestServer();
  expect(await leaksOf(server)).toEqual([]);
  await server.close();
});

test('the same check finds a server that leaks', async () => {
  const server = await startTestServer({
    viewFor: (scenario, state, viewer) => ({ ...viewFor(scenario, state, 'facilitator'), viewer }),
  });
  const leaks = await leaksOf(server);
  for (const leak of [
    'OST got MARK-whisper-one',
    'OST got MARK-treaty-one',
    'OST got a concession',
    'a spectator got MARK-whisper-one',
    'somebody who came late got MARK-treaty-one',
  ]) {
    expect(leaks).toContain(leak);
  }
  await server.close();
});

/** Time stands still, and chance is the same: what is left to differ between two runs is the secrets. */
const still: Clock = {
  now: () => 1_800_000_000_000,
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};
const framesWith = async (secrets: Secrets): Promise<readonly (readonly string[])[]> => {
  const server = await startTestServer({ clock: still, entropy: countingEntropy() });
  const table = await sitDown(server);
  // The first frame holds the token of the connection, which is another each time.
  const joined = table.others.map(({ player }) => player.frames().length);
  await keepSecrets(table, secrets);
  await goOnInPublic(table);
  const frames = table.others.map(({ player }, i) =>
    player
      .frames()
      .slice(joined[i])
      .map((frame) => Buffer.from(frame).toString('hex')),
  );
  await server.close();
  return frames;
};

test('the same match with other secrets, or with none, sends everybody else the very same bytes', async () => {
  const some = await framesWith(SOME);
  expect(some.every((frames) => frames.length >= 3)).toBe(true);
  expect(await framesWith(MORE)).toEqual(some);
  expect(await framesWith(NONE)).toEqual(some);
});

test('what a power would concede stays its own when the turn is resolved', async () => {
  const seenWith = async (concession: number) => {
    const server = await startTestServer({ clock: still, entropy: countingEntropy() });
    const table = await sitDown(server);
    await keepSecrets(table, { ...NONE, concession });
    for (let phase = 0; phase < 2; phase += 1) await goOnInPublic(table);
    const seen = table.others.map(({ player }) => ({
      view: player.view(),
      sizes: player.frames().map((frame) => frame.length),
    }));
    await server.close();
    return seen;
  };
  const seen = await seenWith(SOME.concession);
  expect(seen[0]?.view?.board.turn).toBe(2);
  expect(await seenWith(MORE.concession)).toEqual(seen);
});
