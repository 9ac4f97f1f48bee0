import { botActs } from '../../shared/bots/bots.ts';
import { digestOf } from '../../shared/kernel/digest.ts';
import type { BotChoice, PowerInput } from '../../shared/model/input.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { BotSeat, Sight } from './bot-seat.ts';

/** Acts in one phase, after which it only gets ready: two bots may not answer each other for ever. */
const MOST_ACTS = 12;

export type Playing = {
  readonly seat: Pick<BotSeat, 'after' | 'send'>;
  readonly choice: BotChoice;
  /** Known to this program alone: what makes its bot repeatable. */ readonly secret: string;
  readonly tell: (line: string) => void;
};

const phaseOf = ({ table, board }: SeatView): string => `${board.turn} ${table.phase}`;

/** Whether something has happened that is worth thinking about: not one's own acts, nor who is ready. */
const isNews = (before: SeatView | null, { viewer, events, ...view }: SeatView): boolean =>
  before === null ||
  phaseOf(before) !== phaseOf({ viewer, events, ...view }) ||
  events
    .slice(before.events.length)
    .some(({ kind, cause }) => kind !== 'readySet' && !(cause.kind === 'act' && cause.seat === viewer));

/** Plays a seat from its view alone until the match has ended; resolves to the last view. */
export const playSeat = async ({ seat, choice, secret, tell }: Playing): Promise<SeatView> => {
  let thought: SeatView | null = null;
  let phase = '';
  let acts = 0;
  for (let sight = await seat.after(null); ; sight = await seat.after(sight.version)) {
    const { view } = sight;
    if (view.table.phase === 'ended') return view;
    if (phaseOf(view) !== phase) {
      phase = phaseOf(view);
      acts = 0;
      tell(`turn ${view.board.turn}, ${view.table.phase}`);
    }
    const ideas = isNews(thought, view) ? ideasFor(sight, choice, secret).slice(0, MOST_ACTS - acts) : [];
    thought = view;
    acts += ideas.length;
    await act(seat, view, ideas, tell);
  }
};

const ideasFor = ({ scenario, view, version }: Sight, choice: BotChoice, secret: string): readonly PowerInput[] => {
  const match = digestOf(secret, view.viewer);
  return botActs(scenario, view, choice, { match, now: `${match}/${version}` });
};

const act = async (
  seat: Playing['seat'],
  { table, viewer }: SeatView,
  ideas: readonly PowerInput[],
  tell: (line: string) => void,
): Promise<void> => {
  for (const input of ideas) {
    const reply = await seat.send(input);
    tell(reply.ok ? `  ${input.kind}` : `  ${input.kind}: ${reply.refusal.code}`);
    // Another position than the one it thought about: it looks again.
    if (!reply.ok && reply.refusal.code === 'input/stale') return;
  }
  const isOpen = table.paused === null && (table.phase === 'negotiation' || table.phase === 'orders');
  const saidSo = ideas.some((input) => input.kind === 'setReady');
  if (isOpen && !saidSo && table.seats[viewer]?.ready === false) await seat.send({ kind: 'setReady', ready: true });
};
