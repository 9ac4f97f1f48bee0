import type { PowerId } from '../../model/ids.ts';
import { MOTIONS, type Motion, type Seat } from '../../model/state.ts';
import { type Draft, keepStill, ownBoard, ownField, ownState, replaceBoard } from './draft.ts';
import { tells, type Writers } from './writer.ts';

const ownTable = (draft: Draft) => ownField(draft, ownState(draft), 'table');

const writeSeat = (draft: Draft, power: PowerId, change: Partial<Seat>): void => {
  const seats = ownField(draft, ownTable(draft), 'seats') as { [power: PowerId]: Seat };
  const seat = seats[power];
  if (seat !== undefined) seats[power] = { ...seat, ...change };
};

/** A vote that nobody agrees to is none, and leaves no trace: tables of before votes look the same. */
const writeVotes = (draft: Draft, on: Motion, change: (agreed: readonly PowerId[]) => readonly PowerId[]): void => {
  const before = draft.state.table.votes ?? {};
  const agreed = change(before[on] ?? []);
  if (agreed.length === 0 && before[on] === undefined) return;
  const { [on]: _gone, ...others } = before;
  const votes = agreed.length === 0 ? others : { ...others, [on]: agreed };
  const table = ownTable(draft);
  if (Object.keys(votes).length === 0) delete table.votes;
  else table.votes = votes;
};

const closeProposal = (draft: Draft, id: string, change: (signed: readonly string[]) => object): void => {
  const proposals = ownField(draft, ownState(draft), 'proposals') as { [id: string]: object };
  const proposal = draft.state.proposals[id];
  if (proposal !== undefined) proposals[id] = { ...proposal, ...change(proposal.signed) };
};

/** Events of the table, of talk and of this turn's secret orders. */
type TableKind =
  | 'sat'
  | 'turnOpened'
  | 'phaseOpened'
  | 'readySet'
  | 'paused'
  | 'clockResumed'
  | 'deadlineMoved'
  | 'endAgreed'
  | 'conceded'
  | 'pauseTaken'
  | 'voted'
  | 'voteClosed'
  | 'turnMissed'
  | 'matchEnded'
  | 'rewound'
  | 'overridden'
  | 'rulesChanged'
  | 'notePosted'
  | 'said'
  | 'proposed'
  | 'signed'
  | 'declined'
  | 'proposalClosed'
  | 'ordersSubmitted'
  | 'standingSet';

export const TABLE_WRITERS: Writers<TableKind> = {
  sat: (draft, { power, sitter }) => {
    writeSeat(draft, power, { sitter, ready: false, agreesToEnd: false, missed: 0 });
    if (sitter.by === 'human') return;
    for (const on of MOTIONS) writeVotes(draft, on, (agreed) => agreed.filter((one) => one !== power));
  },
  turnOpened: (draft, { turn }) => {
    ownState(draft).orders = {};
    ownBoard(draft).turn = turn;
  },
  phaseOpened: (draft, { phase, deadline, turn }) => {
    const table = ownTable(draft);
    table.phase = phase;
    table.deadline = deadline;
    table.paused = null;
    table.seats = Object.fromEntries(
      Object.entries(table.seats).map(([power, seat]) => [power, { ...seat, ready: false }]),
    );
    if (phase !== 'negotiation') return;
    const { board } = keepStill(draft);
    // Only a facilitator can go back: at other tables the last is enough.
    const { settings, turnStarts } = draft.state;
    ownState(draft).turnStarts = settings.facilitated ? [...turnStarts.slice(0, turn - 1), board] : [board];
  },
  readySet: (draft, { power, ready }) => writeSeat(draft, power, { ready }),
  paused: (draft, { left }) => {
    const table = ownTable(draft);
    table.paused = { left };
    table.deadline = null;
  },
  clockResumed: (draft, { deadline }) => {
    const table = ownTable(draft);
    table.paused = null;
    table.deadline = deadline;
  },
  deadlineMoved: (draft, { deadline }) => {
    ownTable(draft).deadline = deadline;
  },
  endAgreed: (draft, { power, agree }) => writeSeat(draft, power, { agreesToEnd: agree }),
  conceded: (draft, { power }) => writeSeat(draft, power, { conceded: true }),
  pauseTaken: (draft, { power, days }) => {
    writeSeat(draft, power, { paused: (draft.state.table.seats[power]?.paused ?? 0) + days });
  },
  voted: (draft, { power, on, agree }) =>
    writeVotes(draft, on, (agreed) => [...agreed.filter((one) => one !== power), ...(agree ? [power] : [])]),
  voteClosed: (draft, { on }) => writeVotes(draft, on, () => []),
  turnMissed: (draft, { power }) => {
    writeSeat(draft, power, { missed: (draft.state.table.seats[power]?.missed ?? 0) + 1 });
  },
  matchEnded: (draft, { reason }) => {
    const table = ownTable(draft);
    table.phase = 'ended';
    table.deadline = null;
    table.paused = null;
    table.ended = reason;
    delete table.votes;
  },
  rewound: (draft, { toTurn, sameLuck }) => {
    const board = draft.state.turnStarts[toTurn - 1];
    if (board === undefined) return;
    const table = ownTable(draft);
    table.draw += sameLuck ? 0 : 1;
    table.ended = null;
    replaceBoard(draft, board);
    const state = ownState(draft);
    state.orders = {};
    state.turnStarts = state.turnStarts.slice(0, toTurn - 1);
  },
  overridden: tells,
  rulesChanged: tells,
  notePosted: (draft, { to, text, turn, at }) => {
    const state = ownState(draft);
    state.notes = [...state.notes, { to, text, turn, at }];
  },
  said: (draft, { message }) => {
    const state = ownState(draft);
    state.messages = [...state.messages, message];
  },
  proposed: (draft, { proposal }) => {
    const state = ownState(draft);
    state.proposals = { ...state.proposals, [proposal.id]: proposal };
  },
  signed: (draft, { proposal, power }) => closeProposal(draft, proposal, (signed) => ({ signed: [...signed, power] })),
  declined: (draft, { proposal, power }) =>
    closeProposal(draft, proposal, (signed) => ({ signed: signed.filter((one) => one !== power) })),
  proposalClosed: (draft, event) => closeProposal(draft, event.proposal, () => ({ status: event.as })),
  ordersSubmitted: (draft, { power, orders }) => {
    const state = ownState(draft);
    state.orders = { ...state.orders, [power]: orders };
  },
  standingSet: (draft, { power, standing }) => {
    const state = ownState(draft);
    state.standing = { ...state.standing, [power]: standing };
  },
};
