import type { GameEvent } from '../../shared/model/event.ts';
import type { EventId, PowerId } from '../../shared/model/ids.ts';
import type { BotChoice } from '../../shared/model/input.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { TRACKS, type Track } from '../../shared/model/track.ts';

/** What one turn of absence did: what was done in a power's name and what became of it, from what its seat may know. */
export type AbsentTurn = {
  readonly turn: number;
  /** oldest first */ readonly events: readonly GameEvent[];
  /** The turn has run, and nothing was ordered in it. */ readonly held: boolean;
  readonly tracks: readonly { readonly track: Track; readonly from: number; readonly to: number }[];
  /** hundredths; null while the turn has not been scored, `from` null in the first that was */
  readonly score: { readonly from: number | null; readonly to: number } | null;
};
export type Absence = {
  readonly bot: BotChoice;
  /** How the person came back, and in which turn; null for who is away still. */
  readonly back: { readonly event: EventId; readonly turn: number } | null;
  readonly turns: readonly AbsentTurn[];
};

/** The last stretch of a match in which a bot had this seat, with the missed turns that led to it; null if none had. */
export const lastAbsence = (view: SeatView, me: PowerId): Absence | null => {
  const { events } = view;
  const sittings = events.flatMap((event, at) => (event.kind === 'sat' && event.power === me ? [{ event, at }] : []));
  const isBot = (one: (typeof sittings)[number]): boolean => one.event.sitter.by === 'bot';
  const last = sittings.findLastIndex(isBot);
  const first = sittings.findLastIndex((one, i) => i < last && !isBot(one)) + 1;
  const [from, until] = [sittings[first], sittings[last + 1]];
  const sitter = sittings[last]?.event.sitter;
  if (from === undefined || sitter?.by !== 'bot') return null;
  const start = startOf(events, from.at, me);
  const during = events.slice(start, until?.at ?? events.length);
  return {
    bot: sitter,
    back: until === undefined ? null : { event: until.event.id, turn: until.event.turn },
    turns: turnsOf(during, me, scoreIn(events.slice(0, start), me)),
  };
};

/** Where the turns begin that were missed running before the bot sat down. */
const startOf = (events: readonly GameEvent[], sat: number, me: PowerId): number => {
  let start = sat;
  let { turn } = events[sat] as GameEvent;
  for (let at = sat; at >= 0; at -= 1) {
    const event = events[at] as GameEvent;
    if (event.turn < turn - 1) break;
    if (event.kind !== 'turnMissed' || event.power !== me) continue;
    turn = event.turn;
    start = at;
  }
  return start;
};

const scoreIn = (events: readonly GameEvent[], me: PowerId): number | null => {
  const scored = events.findLast((event) => event.kind === 'scored');
  return scored?.kind === 'scored' ? (scored.scores.powers[me]?.full ?? null) : null;
};

const turnsOf = (events: readonly GameEvent[], me: PowerId, before: number | null): readonly AbsentTurn[] => {
  const turns = [...new Set(events.map(({ turn }) => turn))].filter((turn) => turn > 0);
  let score = before;
  return turns
    .map((turn): AbsentTurn => {
      const own = events.filter((event) => event.turn === turn);
      const after = scoreIn(own, me);
      const from = score;
      score = after ?? score;
      return {
        turn,
        events: own.filter((event) => isTold(event, me) && !isConcluded(event, own)),
        held: own.some(({ kind }) => kind === 'turnClosed') && !own.some((event) => isOrder(event, me)),
        tracks: tracksOf(own, me),
        score: after === null ? null : { from, to: after },
      };
    })
    .filter(
      ({ events: told, held, tracks, score: scored }) => told.length + tracks.length > 0 || held || scored !== null,
    );
};

const tracksOf = (events: readonly GameEvent[], me: PowerId): AbsentTurn['tracks'] =>
  TRACKS.flatMap((track) => {
    const moves = events.flatMap((event) =>
      event.kind === 'trackMoved' && event.power === me && event.track === track ? [event] : [],
    );
    const [from, to] = [moves[0]?.from, moves.at(-1)?.to];
    return from === undefined || to === undefined || from === to ? [] : [{ track, from, to }];
  });

const isOrder = (event: GameEvent, me: PowerId): boolean => event.kind === 'ordersRevealed' && event.power === me;

/** An offer that became an agreement at once is told as that. */
const isConcluded = (event: GameEvent, among: readonly GameEvent[]): boolean =>
  event.kind === 'proposed' &&
  among.some((one) => one.kind === 'proposalClosed' && one.proposal === event.proposal.id && one.as === 'concluded');

/** Done in the power's name, or become of what it had promised and been offered. */
const isTold = (event: GameEvent, me: PowerId): boolean => {
  switch (event.kind) {
    case 'ordersRevealed':
    case 'orderLapsed':
    case 'turnMissed':
    case 'signed':
    case 'declined':
    case 'noticeGiven':
    case 'electionHeld':
    case 'governmentFell':
      return event.power === me;
    case 'paymentMissed':
      return event.from === me;
    case 'proposed':
      return event.proposal.draft.parties.includes(me);
    case 'proposalClosed':
      return event.as !== 'open' && event.as !== 'concluded';
    case 'agreementConcluded':
      return event.agreement.parties.includes(me);
    case 'agreementMoved':
      return event.by === me;
    case 'clauseJudged':
      return event.by.includes(me) && event.status !== 'pending';
    default:
      return false;
  }
};
