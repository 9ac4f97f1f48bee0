import { AREAS, type Area } from '../model/area.ts';
import { GATE_STATUSES, REGIMES } from '../model/asset.ts';
import type { Doors } from '../model/portfolio.ts';
import { type Board, MEASURE_STATUSES } from '../model/state.ts';
import { TRACK_BOUNDS, TRACKS, type Track } from '../model/track.ts';
import { readClauses } from './clause-notation.ts';
import { formatDoors } from './event-notation.ts';
import { formatGuard, parseGuard, takeName } from './field-notation.ts';
import { formatDeed, readDeed } from './order-notation.ts';
import { formatPact, readPact } from './pact-notation.ts';
import { type Parsed, quoted, type Reader, reading, unquoted } from './words.ts';

const number = (reader: Reader, min = 0, max = 1_000_000): number =>
  reader.whole(min === 0 ? 'a whole number' : `a whole number from ${min} to ${max}`, min, max);
const area = (reader: Reader): Area => reader.takeOne(AREAS, 'an area');
const actor = (reader: Reader): string => takeName(reader, 'a country');

/** `RUS 71 IRN 14 own 15` */
const counts = (reader: Reader, min = 0): { [name: string]: number } => {
  const all: { [name: string]: number } = {};
  while (reader.peek() !== undefined && reader.peek() !== 'awarded' && reader.peek() !== 'won')
    all[actor(reader)] = number(reader, min);
  return all;
};
const formatCounts = (all: { readonly [name: string]: number }): string =>
  Object.entries(all)
    .map(([name, count]) => ` ${name} ${count}`)
    .join('');

const readShares = (reader: Reader, board: Board): Board => {
  const host = actor(reader);
  const row = board.portfolios[host];
  if (row === undefined) return reader.fail('a country with portfolios');
  const inArea = area(reader);
  const shares = counts(reader);
  const sum = Object.values(shares).reduce((a, b) => a + b, 0);
  if (sum !== 100) reader.fail(`shares that sum to 100 (not ${sum})`);
  return { ...board, portfolios: { ...board.portfolios, [host]: { ...row, [inArea]: shares } } };
};

const readTrack = (reader: Reader, board: Board): Board => {
  const power = actor(reader);
  const tracks = board.tracks[power];
  if (tracks === undefined) return reader.fail('a track of a power');
  const track: Track = reader.takeOne(TRACKS, 'a track');
  const [min, max] = TRACK_BOUNDS[track];
  const value = reader.whole(`a whole number from ${min} to ${max}`, min, max);
  return { ...board, tracks: { ...board.tracks, [power]: { ...tracks, [track]: value } } };
};

/** `+energy:USA -trade:RUS` or `none`. */
const readDoors = (reader: Reader): Doors => {
  let doors: Doors = { welcomes: [], bar: null };
  if (reader.takeIf('none')) return doors;
  do {
    const match = /^([+-])([a-z]+):(.+)$/u.exec(reader.peek() ?? '');
    const inArea = AREAS.find((one) => one === match?.[2]);
    if (match === null || inArea === undefined) return reader.fail('a door (+AREA:SUPPLIER, -AREA:SUPPLIER or none)');
    reader.take('a door');
    const door = { area: inArea, supplier: match[3] ?? '' };
    doors = match[1] === '-' ? { ...doors, bar: door } : { ...doors, welcomes: [...doors.welcomes, door] };
  } while (reader.peek() !== undefined);
  return doors;
};

const readGate = (reader: Reader, board: Board): Board => {
  const id = takeName(reader, 'a gate');
  const gate = board.gates[id];
  if (gate === undefined) return reader.fail('a status of a gate that exists');
  const status = reader.takeOne(GATE_STATUSES, 'a status');
  const guard = reader.takeIf('guard') ? parseGuard(takeName(reader, 'a guard')) : gate.guard;
  if (!reader.takeIf('until')) return { ...board, gates: { ...board.gates, [id]: { status, guard, held: null } } };
  const until = number(reader);
  reader.must('back');
  const held = { until, back: reader.takeOne(GATE_STATUSES, 'a status') };
  return { ...board, gates: { ...board.gates, [id]: { status, guard, held } } };
};

const readGrievance = (reader: Reader, board: Board): Board => {
  let one: Board['grievances'][number] = {
    holder: actor(reader),
    against: actor(reader),
    until: 9,
    because: null,
    open: true,
  };
  while (reader.peek() !== undefined) {
    if (reader.takeIf('until')) one = { ...one, until: number(reader) };
    else if (reader.takeIf('because')) one = { ...one, because: takeName(reader, 'an event') };
    else if (reader.takeIf('text')) one = { ...one, text: unquoted(reader.take('a text')) };
    else {
      reader.must('secret');
      one = { ...one, open: false };
    }
  }
  return { ...board, grievances: [...board.grievances, one] };
};

const readGap = (reader: Reader, board: Board): Board => {
  const where = { host: actor(reader), area: area(reader), supplier: actor(reader) };
  const patron = reader.takeIf('patron');
  const until = reader.takeIf('until') ? number(reader) : board.turn;
  return { ...board, gaps: [...board.gaps, { ...where, until, patron }] };
};

const readProject = (reader: Reader, board: Board): Board => {
  const id = takeName(reader, 'a project');
  const progress = counts(reader);
  const awarded = reader.takeIf('awarded') ? actor(reader) : null;
  const winner = reader.takeIf('won') ? actor(reader) : null;
  return { ...board, projects: { ...board.projects, [id]: { progress, awarded, winner } } };
};

/** `opening`: where the sources of standing agreements are. */
type Read = (reader: Reader, board: Board, opening: Board) => Board;
type Key = keyof Board;
/** One entry of a table of the board: `WORD NAME VALUE`. */
const entry =
  (key: Key, what: string, read: (reader: Reader, before: unknown) => unknown): Read =>
  (reader, board) => {
    const name = takeName(reader, what);
    const table = board[key] as { readonly [name: string]: unknown };
    return { ...board, [key]: { ...table, [name]: read(reader, table[name]) } };
  };

/** Lists and tables that a position names as a whole: `clear` empties them first. */
const EMPTY: Partial<Board> = {
  recognitions: [],
  grievances: [],
  gaps: [],
  waste: [],
  remembered: {},
  conduct: {},
  falls: {},
  policies: {},
  cards: [],
  agendas: {},
  baseline: {},
  profits: {},
  war: false,
  scores: { powers: {}, joint: 0 },
};

const LINES: { readonly [word: string]: Read } = {
  clear: (_reader, board) => ({ ...board, ...EMPTY, agreements: {} }),
  turn: (reader, board) => ({ ...board, turn: number(reader) }),
  shares: readShares,
  track: readTrack,
  doors: entry('doors', 'a country', readDoors),
  gate: readGate,
  guard: entry('gates', 'a gate', (reader, gate) => ({
    ...(gate as object),
    guard: parseGuard(takeName(reader, 'a guard')),
  })),
  regime: entry('routes', 'a route', (reader) => ({ regime: reader.takeOne(REGIMES, 'a regime') })),
  site: entry('sites', 'a site', (reader) => ({
    operator: actor(reader),
    level: reader.whole('a level from 0 to 5', 0, 5),
  })),
  tension: entry('fronts', 'a front', (reader) => ({
    tension: reader.whole('a tension from 0 to 10', 0, 10),
    hot: reader.takeIf('hot') ? number(reader) : 0,
  })),
  project: readProject,
  prize: entry('prizes', 'a prize', actor),
  profit: entry('profits', 'a route', (reader) => counts(reader, -1_000)),
  recognised: (reader, board) => ({
    ...board,
    recognitions: [...board.recognitions, { by: actor(reader), what: takeName(reader, 'a country or a front') }],
  }),
  measure: entry('measures', 'a measure', (reader) => reader.takeOne(MEASURE_STATUSES, 'a status')),
  pact: (reader, board, opening) => {
    const pact = readPact(reader, opening.agreements[reader.peek() ?? '']);
    return { ...board, agreements: { ...board.agreements, [pact.id]: pact } };
  },
  grievance: readGrievance,
  gap: readGap,
  waste: (reader, board) => {
    const where = { host: actor(reader), area: area(reader), supplier: actor(reader), points: number(reader) };
    reader.must('because');
    return { ...board, waste: [...board.waste, { ...where, because: takeName(reader, 'an event') }] };
  },
  remembered: entry('remembered', 'a power', (reader) => reader.rest()),
  conduct: entry('conduct', 'a power', (reader) => {
    reader.must(':');
    return reader.peek() === undefined ? [] : readClauses(reader, readDeed);
  }),
  falls: entry('falls', 'a power', (reader) => number(reader)),
  acted: entry('policies', 'a rule', (reader) => number(reader)),
  war: (_reader, board) => ({ ...board, war: true }),
  cards: (reader, board) => ({ ...board, cards: [...board.cards, ...reader.rest()] }),
  agenda: entry('agendas', 'a power', (reader) => takeName(reader, 'an objective')),
  baseline: entry('baseline', 'an objective', (reader) => number(reader, -1_000_000)),
  score: (reader, board) => {
    const power = actor(reader);
    const score = { open: number(reader, -1_000_000), full: number(reader, -1_000_000) };
    return { ...board, scores: { ...board.scores, powers: { ...board.scores.powers, [power]: score } } };
  },
  joint: (reader, board) => ({ ...board, scores: { ...board.scores, joint: number(reader, -1_000_000) } }),
};

/** How the lines of a position begin. */
export const POSITION_WORDS: readonly string[] = Object.keys(LINES);

/** One line of a position laid upon a board: `shares ARM energy RUS 71 IRN 14 own 15`. */
export const place = (board: Board, line: string, opening: Board = board): Parsed<Board> =>
  reading(line, (reader) => {
    const word = reader.takeOne(POSITION_WORDS, 'a line of a position');
    return (LINES[word] as Read)(reader, board, opening);
  });

/** Many lines; blank ones and those that begin with # are passed over. The answer names the line that is wrong. */
export const parsePosition = (opening: Board, text: string): Parsed<Board> => {
  let board = opening;
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const placed = place(board, line, opening);
    if (!placed.ok) return { ...placed, why: `Line ${i + 1}: ${placed.why}` };
    board = placed.value;
  }
  return { ok: true, value: board };
};

const linesOf = <T>(table: { readonly [name: string]: T }, line: (name: string, value: T) => string): string[] =>
  Object.entries(table).map(([name, value]) => line(name, value));

const assetLines = (board: Board): string[] => [
  ...linesOf(board.gates, (id, { status, guard, held }) => {
    const until = held === null ? '' : ` until ${held.until} back ${held.back}`;
    return `gate ${id} ${status} guard ${formatGuard(guard)}${until}`;
  }),
  ...linesOf(board.routes, (id, { regime }) => `regime ${id} ${regime}`),
  ...linesOf(board.sites, (id, { operator, level }) => `site ${id} ${operator} ${level}`),
  ...linesOf(board.fronts, (id, { tension, hot }) => `tension ${id} ${tension}${hot === 0 ? '' : ` hot ${hot}`}`),
  ...linesOf(board.projects, (id, { progress, awarded, winner }) => {
    const ends = `${awarded === null ? '' : ` awarded ${awarded}`}${winner === null ? '' : ` won ${winner}`}`;
    return `project ${id}${formatCounts(progress)}${ends}`;
  }),
  ...linesOf(board.prizes, (id, holder) => `prize ${id} ${holder}`),
  ...linesOf(board.profits, (id, extra) => `profit ${id}${formatCounts(extra)}`),
  ...linesOf(board.measures, (id, status) => `measure ${id} ${status}`),
];

const formatGrievance = ({ holder, against, until, because, open, text }: Board['grievances'][number]): string =>
  [
    `grievance ${holder} ${against} until ${until}`,
    ...(because === null ? [] : [`because ${because}`]),
    ...(open ? [] : ['secret']),
    ...(text === undefined ? [] : [`text ${quoted(text)}`]),
  ].join(' ');

const memoryLines = (board: Board): string[] => [
  ...board.recognitions.map(({ by, what }) => `recognised ${by} ${what}`),
  ...board.grievances.map(formatGrievance),
  ...board.gaps.map(
    (one) => `gap ${one.host} ${one.area} ${one.supplier}${one.patron ? ' patron' : ''} until ${one.until}`,
  ),
  ...board.waste.map((one) => `waste ${one.host} ${one.area} ${one.supplier} ${one.points} because ${one.because}`),
  ...linesOf(board.remembered, (power, keys) => ['remembered', power, ...keys].join(' ')),
  ...linesOf(board.conduct, (power, orders) => `conduct ${power}: ${orders.map(formatDeed).join('; ')}`.trimEnd()),
  ...linesOf(board.falls, (power, count) => `falls ${power} ${count}`),
  ...linesOf(board.policies, (rule, turn) => `acted ${rule} ${turn}`),
  ...(board.war ? ['war'] : []),
  ...(board.cards.length === 0 ? [] : [['cards', ...board.cards].join(' ')]),
  ...linesOf(board.agendas, (power, id) => `agenda ${power} ${id}`),
  ...linesOf(board.baseline, (key, value) => `baseline ${key} ${value}`),
  ...linesOf(board.scores.powers, (power, { open, full }) => `score ${power} ${open} ${full}`),
  `joint ${board.scores.joint}`,
];

/** A whole board, to be laid upon an opening board of the same scenario. */
export const formatPosition = (board: Board): readonly string[] => [
  'clear',
  `turn ${board.turn}`,
  ...Object.entries(board.portfolios).flatMap(([host, rows]) =>
    AREAS.map((inArea) => `shares ${host} ${inArea}${formatCounts(rows[inArea])}`),
  ),
  ...Object.entries(board.tracks).flatMap(([power, tracks]) =>
    TRACKS.map((track) => `track ${power} ${track} ${tracks[track]}`),
  ),
  ...linesOf(board.doors, (host, doors) => `doors ${host} ${formatDoors(doors)}`),
  ...assetLines(board),
  ...Object.values(board.agreements).map((one) => `pact ${formatPact(one)}`),
  ...memoryLines(board),
];
