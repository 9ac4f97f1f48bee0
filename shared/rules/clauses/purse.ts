import type { Cause } from '../../model/cause.ts';
import type { Price } from '../../model/clause.ts';
import type { Audience } from '../../model/event.ts';
import type { ActorId, EventId, PowerId } from '../../model/ids.ts';
import { moveTrack } from '../moves.ts';
import type { Turn } from '../resolution/turn.ts';

type Move = { by: number; readonly ids: EventId[] };

/**
 * Treasuries while promises and supplies are paid: what each had when the step began, less what it has
 * paid out. What comes in is counted at the end, so that the order of payments decides nothing more.
 */
export type Purse = {
  readonly left: Map<PowerId, number>;
  /** What promises have taken so far. */ readonly promised: Map<PowerId, number>;
  readonly moves: Map<PowerId, Move>;
  /** The lowest price promised in the area that is paid for, by host and supplier. */
  readonly prices: Map<ActorId, Map<ActorId, Price>>;
};

export const openPurse = (): Purse => ({ left: new Map(), promised: new Map(), moves: new Map(), prices: new Map() });

/** Treasury that a power can still pay out; outsiders keep no treasury and can always pay. */
export const leftOf = (turn: Turn, purse: Purse, actor: ActorId): number =>
  purse.left.get(actor) ?? turn.log.state.board.tracks[actor]?.treasury ?? Number.POSITIVE_INFINITY;

const move = (purse: Purse, power: PowerId, by: number, id: EventId): void => {
  const known = purse.moves.get(power);
  if (known === undefined) purse.moves.set(power, { by, ids: [id] });
  else {
    known.by += by;
    known.ids.push(id);
  }
};

/** Tells of a payment that the payer can make. Equal parts to those who keep a treasury; the first gets what does not divide. */
export const payOut = (
  turn: Turn,
  purse: Purse,
  from: ActorId,
  to: readonly ActorId[],
  amount: number,
  cause: Cause,
  audience: Audience,
): EventId => {
  const { log } = turn;
  const id = log.add({ kind: 'paid', from, to, amount }, cause, audience);
  const { tracks } = log.state.board;
  if (tracks[from] !== undefined) {
    purse.left.set(from, leftOf(turn, purse, from) - amount);
    move(purse, from, -amount, id);
  }
  const receivers = to.filter((actor) => actor !== from && tracks[actor] !== undefined);
  const part = Math.floor(amount / Math.max(1, receivers.length));
  for (const [i, receiver] of receivers.entries())
    move(purse, receiver, i === 0 ? amount - part * (receivers.length - 1) : part, id);
  return id;
};

/** Writes each treasury once. */
export const settlePurse = (turn: Turn, { moves }: Purse): void => {
  for (const [power, { by, ids }] of moves) moveTrack(turn.log, power, 'treasury', by, { kind: 'events', ids });
};
