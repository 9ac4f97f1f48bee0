import type { AppOptions } from '../../../server/app.ts';
import { recordFor } from '../../../server/http/records.ts';
import type { OpenMatch } from '../../../server/match/open-match.ts';
import { inflate } from '../../../server/match/squeeze.ts';
import { digestOf } from '../../../shared/kernel/digest.ts';
import { type Luck, luckFor } from '../../../shared/kernel/luck.ts';
import type { PowerId, ViewerId } from '../../../shared/model/ids.ts';
import type { Input } from '../../../shared/model/input.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../../shared/scenarios/tiny.ts';
import { decodeChange } from '../../../shared/wire/change.ts';
import { CHOICE, ground } from '../../server/support/given-table.ts';

export type CanaryTally = { texts: number; read: number; matches: number; readonly strays: string[] };

/** Who may read a text; by its mark. */
type Readers = Map<string, ReadonlySet<ViewerId>>;
type Table = {
  readonly open: OpenMatch;
  readonly powers: readonly PowerId[];
  readonly luck: Luck;
  readonly readers: Readers;
  readonly tally: CanaryTally;
  readonly seed: string;
};

const MARK = /canary-[0-9a-f]{12}/g;
const TEXTS_A_MATCH = 100;
/** Every so many texts somebody comes late, asks for a record, and guesses at offers. */
const LOOK_EVERY = 40;
const STRANGE = [
  '',
  '\u202e',
  '😀'.repeat(20),
  '<script>alert(1)</script>',
  '\u0000\u0001',
  'x'.repeat(1_500),
  '"}],"text":"',
  '__proto__',
];

/** Marks in what a viewer was given must be among those for that viewer. */
const read = ({ readers, tally }: Table, viewer: ViewerId, given: unknown): void => {
  for (const mark of (JSON.stringify(given) ?? '').match(MARK) ?? []) {
    tally.read += 1;
    if (readers.get(mark)?.has(viewer) !== true) tally.strays.push(`${viewer} was given ${mark}`);
  }
};

/** Follows what a viewer is sent, as a client does: whole views are read whole, and of changes what they bring. */
const listen = (table: Table, viewer: ViewerId): void => {
  let view: SeatView | null = null;
  table.open.views.add(viewer, {
    view: (message) => {
      view = JSON.parse(inflate(message.view, '')) as SeatView;
      read(table, viewer, view);
    },
    patch: ([, change]) => {
      if (view === null) throw new Error('a change came before a view');
      const before = view;
      view = decodeChange(table.open.match.scenario, before, change, inflate);
      const { messages, events, proposals, agreements, notes } = view;
      const fresh = [messages.slice(before.messages.length), events.slice(before.events.length)];
      read(table, viewer, [...fresh, proposals, agreements, notes]);
    },
  });
};

const nextMark = ({ readers, seed, powers }: Table, members: readonly PowerId[]): string => {
  const mark = `canary-${digestOf('canary', seed, String(readers.size)).slice(0, 12)}`;
  const everybody = members.length === powers.length ? ['public'] : [];
  readers.set(mark, new Set<ViewerId>([...members, ...everybody, 'facilitator']));
  return mark;
};

const draft = (title: string, parties: readonly PowerId[], turn: number): Input => ({
  kind: 'propose',
  expires: turn,
  draft: {
    ...{ title, parties, visibility: 'secret', form: 'statement', until: null, notice: 0 },
    clauses: [
      {
        ...{ by: parties.slice(0, 1), to: parties.slice(1, 2), from: turn, until: turn },
        terms: { kind: 'refrain', order: { verb: 'coup', host: parties[1] ?? '' } },
      },
    ],
  },
});

const submit = (table: Table, power: PowerId, input: Input, n: string) =>
  table.open.match.submit({ seat: power, person: power, id: `text-${n}`, basedOn: null, input });

/** Somebody says or proposes something to some others; a refusal must not hold anything either. */
const write = async (table: Table, n: number): Promise<void> => {
  const { luck, powers, open } = table;
  const members = luck.shuffled(powers).slice(0, luck.integer(2, powers.length));
  const [by = '', ...to] = members;
  const turn = open.match.state.board.turn;
  const isOffer = luck.integer(1, 8) === 1 && members.length < powers.length;
  const mark = nextMark(table, members);
  const input: Input = isOffer
    ? draft(mark, members, turn)
    : { kind: 'say', to, text: `${luck.pick(STRANGE)}${mark}${luck.pick(STRANGE)}`.slice(0, 2_000) };
  const reply = await submit(table, by, input, String(n));
  read(table, by, reply);
  table.tally.texts += 1;
};

const lookAround = async (table: Table, n: number): Promise<void> => {
  const { open, powers, luck } = table;
  const viewer = luck.pick<ViewerId>([...powers, 'public']);
  listen(table, viewer);
  const person = viewer === 'public' ? null : (open.membersOf(viewer)[0]?.person ?? null);
  read(table, viewer, await recordFor(open, { person, facilitates: false }, { messages: true }));
  const offers = Object.values(open.match.state.proposals);
  const by = luck.pick(powers);
  if (offers.length === 0) return;
  read(table, by, await submit(table, by, { kind: 'sign', proposal: luck.pick(offers).id }, `guess-${n}`));
};

/** How a leaky server sees. */
type Eyes = Pick<AppOptions, 'viewFor'>;

const playOne = async (
  scenario: Scenario,
  seed: string,
  texts: number,
  tally: CanaryTally,
  eyes: Eyes,
): Promise<void> => {
  const powers = scenario.powers.map(({ id }) => id);
  const { directory } = ground({ directory: { scenario, scenarioById: () => scenario, ...eyes } });
  const open = await directory.create(CHOICE);
  for (const power of powers) await open.join({ person: `person-${power}`, name: power, power });
  await open.start();
  const table: Table = { open, powers, luck: luckFor('canaries', seed), readers: new Map(), tally, seed };
  for (const viewer of [...powers, 'public']) listen(table, viewer);
  for (let n = 0; n < texts; n += 1) {
    await write(table, n);
    if (n % LOOK_EVERY === LOOK_EVERY - 1) await lookAround(table, n);
  }
  tally.matches += 1;
  await directory.close();
};

/** So many texts to some of those at a table, each with a mark that must reach nobody else: live, late, in a record, in a refusal. */
export const fuzzTexts = async (texts: number, seed: string, eyes: Eyes = {}): Promise<CanaryTally> => {
  const tally: CanaryTally = { texts: 0, read: 0, matches: 0, strays: [] };
  for (let i = 0; tally.texts < texts && tally.strays.length === 0; i += 1) {
    const scenario = i % 12 === 0 ? charter2025 : tiny;
    await playOne(scenario, `${seed}-${i}`, Math.min(TEXTS_A_MATCH, texts - tally.texts), tally, eyes);
  }
  return tally;
};
