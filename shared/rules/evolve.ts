import type { GameEvent } from '../model/event.ts';
import type { PowerId } from '../model/ids.ts';
import type { MatchState, Seat, TableState } from '../model/state.ts';
import { evolveAgreements } from './evolve-agreements.ts';
import { evolveBoard } from './evolve-board.ts';

/** The only writer: what an event makes of the state. */
export const evolve = (state: MatchState, event: GameEvent): MatchState =>
  evolveTable(state, event) ?? evolveTalk(state, event) ?? evolveGame(state, event);

const evolveGame = (state: MatchState, event: GameEvent): MatchState => {
  const board = evolveAgreements(state.board, event) ?? evolveBoard(state.board, event);
  return board === state.board ? state : { ...state, board };
};

const withTable = (state: MatchState, change: Partial<TableState>): MatchState => ({
  ...state,
  table: { ...state.table, ...change },
});

const withSeat = (state: MatchState, power: PowerId, change: Partial<Seat>): MatchState => {
  const seat = state.table.seats[power];
  return seat === undefined
    ? state
    : withTable(state, { seats: { ...state.table.seats, [power]: { ...seat, ...change } } });
};

const nobodyReady = (seats: TableState['seats']): TableState['seats'] =>
  Object.fromEntries(Object.entries(seats).map(([power, seat]) => [power, { ...seat, ready: false }]));

/** null: not an event of the table. */
const evolveTable = (state: MatchState, event: GameEvent): MatchState | null => {
  switch (event.kind) {
    case 'sat':
      return withSeat(state, event.power, { sitter: event.sitter, ready: false, agreesToEnd: false });
    case 'turnOpened':
      return { ...state, orders: {}, board: { ...state.board, turn: event.turn } };
    case 'phaseOpened':
      return openPhase(state, event);
    case 'readySet':
      return withSeat(state, event.power, { ready: event.ready });
    case 'paused':
      return withTable(state, { paused: { left: event.left }, deadline: null });
    case 'clockResumed':
      return withTable(state, { paused: null, deadline: event.deadline });
    case 'deadlineMoved':
      return withTable(state, { deadline: event.deadline });
    case 'endAgreed':
      return withSeat(state, event.power, { agreesToEnd: event.agree });
    case 'conceded':
      return withSeat(state, event.power, { conceded: true });
    case 'matchEnded':
      return withTable(state, { phase: 'ended', deadline: null, paused: null, ended: event.reason });
    case 'rewound':
      return rewind(state, event.toTurn, event.sameLuck);
    case 'notePosted':
      return { ...state, notes: [...state.notes, { to: event.to, text: event.text, turn: event.turn, at: event.at }] };
    case 'overridden':
      return state;
    default:
      return null;
  }
};

const openPhase = (state: MatchState, event: GameEvent & { readonly kind: 'phaseOpened' }): MatchState => ({
  ...state,
  table: {
    ...state.table,
    phase: event.phase,
    deadline: event.deadline,
    paused: null,
    seats: nobodyReady(state.table.seats),
  },
  turnStarts:
    event.phase === 'negotiation' ? [...state.turnStarts.slice(0, event.turn - 1), state.board] : state.turnStarts,
});

const rewind = (state: MatchState, turn: number, sameLuck: boolean): MatchState => {
  const board = state.turnStarts[turn - 1];
  if (board === undefined) return state;
  const table = { ...state.table, draw: sameLuck ? state.table.draw : state.table.draw + 1, ended: null };
  return { ...state, board, table, orders: {}, turnStarts: state.turnStarts.slice(0, turn - 1) };
};

/** null: not an event of talk or of this turn's secret orders. */
const evolveTalk = (state: MatchState, event: GameEvent): MatchState | null => {
  switch (event.kind) {
    case 'said':
      return { ...state, messages: [...state.messages, event.message] };
    case 'proposed':
      return { ...state, proposals: { ...state.proposals, [event.proposal.id]: event.proposal } };
    case 'signed': {
      const proposal = state.proposals[event.proposal];
      if (proposal === undefined) return state;
      return {
        ...state,
        proposals: { ...state.proposals, [proposal.id]: { ...proposal, signed: [...proposal.signed, event.power] } },
      };
    }
    case 'proposalClosed': {
      const proposal = state.proposals[event.proposal];
      if (proposal === undefined) return state;
      return { ...state, proposals: { ...state.proposals, [proposal.id]: { ...proposal, status: event.as } } };
    }
    case 'ordersSubmitted':
      return { ...state, orders: { ...state.orders, [event.power]: event.orders } };
    default:
      return null;
  }
};
