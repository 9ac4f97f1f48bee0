import { citedIn } from '../../shared/catalogue/sources.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { BotChoice } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { ConsoleSeat, ConsoleTable, ConsoleView, WallView } from '../../shared/protocol/http.ts';
import { CLASS_KEEP_DAYS } from '../match/keep.ts';
import type { OpenMatch } from '../match/open-match.ts';
import type { StoredClass } from '../store/match-store.ts';

export type LabelledTable = { readonly label: string; readonly open: OpenMatch };
const HEADLINES = 3;

const isRunning = (state: MatchState): boolean => state.table.phase === 'negotiation' || state.table.phase === 'orders';
const isSigned = (event: GameEvent): boolean => event.kind === 'agreementConcluded';
const isBroken = (event: GameEvent): boolean => event.kind === 'clauseJudged' && event.status === 'breached';

/** People whom the table waits for. */
export const waitingFor = (state: MatchState): readonly PowerId[] =>
  isRunning(state)
    ? Object.entries(state.table.seats).flatMap(([power, seat]) =>
        seat.sitter.by === 'human' && !seat.ready ? [power] : [],
      )
    : [];

/** The facilitator sees everything: who is ready, who is silent, what was signed and broken. */
export const consoleView = (
  klass: StoredClass,
  tables: readonly LabelledTable[],
  now: number,
  roomOf: (match: string) => string,
): ConsoleView => ({
  classId: klass.id,
  title: klass.title,
  code: klass.code,
  now,
  wallKey: klass.wallKey,
  keepDays: klass.keepDays ?? CLASS_KEEP_DAYS,
  tables: tables.map((table) => consoleTable(table, roomOf)),
  cards: cardsOf(tables[0]?.open.match.scenario),
});

const cardsOf = (scenario: Scenario | undefined): ConsoleView['cards'] =>
  scenario === undefined
    ? []
    : scenario.cards.map(({ id, title, text, changes, teaching, precedent, source }) => {
        const sources = citedIn(scenario, source).map((one) => one.text);
        return { id, title, text, changes, teaching, precedent, sources: sources.length === 0 ? [source] : sources };
      });

const consoleTable = ({ label, open }: LabelledTable, roomOf: (match: string) => string): ConsoleTable => {
  const { state, scenario } = open.match;
  const events = [...state.events];
  return {
    match: open.match.id,
    room: roomOf(open.match.id),
    label,
    phase: state.table.phase,
    turn: state.board.turn,
    turns: state.settings.turns,
    deadline: state.table.deadline,
    paused: state.table.paused !== null,
    seats: scenario.powers.map(({ id }) => consoleSeat(open, id)),
    signed: events.filter(isSigned).length,
    broken: events.filter(isBroken).length,
    waitingFor: waitingFor(state),
  };
};

const consoleSeat = (open: OpenMatch, power: PowerId): ConsoleSeat => {
  const { state } = open.match;
  const seat = state.table.seats[power];
  return {
    power,
    people: open.membersOf(power).map(({ name, person }) => ({ name, online: open.presence.online(person) })),
    sitter: seat?.sitter.by ?? 'nobody',
    bot: seat?.sitter.by === 'bot' ? botOf(seat.sitter) : null,
    ready: seat?.ready ?? false,
    spokeAt: open.match.spokeAt(power),
    ordersIn: state.orders[power] !== undefined,
  };
};

/** Without what a sitter is besides. */
const botOf = ({ bot, level, temperament }: BotChoice): BotChoice => ({
  bot,
  ...(level === undefined ? {} : { level }),
  ...(temperament === undefined ? {} : { temperament }),
});

/** For a projector in front of everybody: made of the public view alone, so that it can show nothing else. */
export const wallView = (klass: StoredClass, tables: readonly LabelledTable[], now: number): WallView => ({
  title: klass.title,
  code: klass.code,
  now,
  tables: tables.map(wallTable),
  waiting: tables.reduce((sum, { open }) => sum + waitingFor(open.match.state).length, 0),
});

const wallTable = ({ label, open }: LabelledTable): WallView['tables'][number] => {
  const view = open.match.view('public');
  const { table, board, settings, scores, events } = view;
  return {
    label,
    phase: table.phase,
    turn: board.turn,
    turns: settings.turns,
    deadline: table.deadline,
    paused: table.paused !== null,
    seats: open.match.scenario.powers.map(({ id }) => ({
      power: id,
      people: open.membersOf(id).length,
      ready: table.seats[id]?.ready ?? false,
    })),
    scores: Object.entries(scores.powers).map(([power, score]) => ({ power, open: score.open })),
    signed: events.filter(isSigned).length,
    broken: events.filter(isBroken).length,
    headline: headlines(open, events),
  };
};

/** Titles of what has just happened in public: cards and agreements. */
const headlines = (open: OpenMatch, events: readonly GameEvent[]): readonly string[] => {
  const titles = events.flatMap((event) => {
    if (event.kind === 'agreementConcluded') return [event.agreement.title];
    if (event.kind === 'cardPlayed')
      return [open.match.scenario.cards.find((card) => card.id === event.card)?.title ?? ''];
    return [];
  });
  return titles
    .filter((title) => title !== '')
    .slice(-HEADLINES)
    .reverse();
};
