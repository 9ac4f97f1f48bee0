import { botActs } from '../../shared/bots/bots.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { BotName, PowerInput } from '../../shared/model/input.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import type { Journal } from './clock.ts';
import type { Match, MatchChange } from './match.ts';

/** Acts of one bot in one phase, after which it only gets ready: two bots may not answer each other for ever. */
const MOST_ACTS = 12;
export const BOT_PERSON = 'bot';

export type BotOptions = { readonly journal: Journal; readonly luck: string; readonly botActs?: typeof botActs };

/**
 * Plays the seats that bots hold: after a phase opens, and whenever somebody else has changed what
 * such a seat sees. A bot gets its own seat's view, and its inputs go the way that everybody's go.
 */
export const runBots = (match: Match, options: BotOptions): (() => void) => {
  const think = options.botActs ?? botActs;
  const waiting = new Set<PowerId>();
  const acts = new Map<PowerId, number>();
  let running = false;
  let stopped = false;

  const submit = async (power: PowerId, input: PowerInput): Promise<void> => {
    const reply = await match.submit({ seat: power, person: BOT_PERSON, id: null, basedOn: null, input });
    if (!reply.ok)
      options.journal.info({ match: match.id, power, kind: input.kind, code: reply.refusal.code }, 'a bot was refused');
  };
  const ideas = (power: PowerId, bot: BotName): readonly PowerInput[] => {
    const done = acts.get(power) ?? 0;
    if (done >= MOST_ACTS) return [];
    try {
      return think(match.scenario, match.view(power), bot, `${options.luck}/${power}/${match.state.version}`).slice(
        0,
        MOST_ACTS - done,
      );
    } catch (error) {
      options.journal.error({ match: match.id, power, bot, error }, 'a bot failed and holds');
      return [];
    }
  };
  const play = async (power: PowerId): Promise<void> => {
    const seat = match.state.table.seats[power];
    if (seat?.sitter.by !== 'bot' || !isOpen(match)) return;
    const { turn } = match.state.board;
    const { phase } = match.state.table;
    for (const input of ideas(power, seat.sitter.bot)) {
      // Its thoughts were about a phase that is over: it will think again.
      if (stopped || match.state.board.turn !== turn || match.state.table.phase !== phase) return;
      acts.set(power, (acts.get(power) ?? 0) + 1);
      await submit(power, input);
    }
    const now = match.state;
    if (now.board.turn !== turn || now.table.phase !== phase || now.table.seats[power]?.ready !== false) return;
    await submit(power, { kind: 'setReady', ready: true });
  };
  const playAll = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let next = first(waiting); next !== null && !stopped; next = first(waiting)) {
      waiting.delete(next);
      await play(next);
    }
    running = false;
  };
  const follow = (change: MatchChange): void => {
    if (change.events.some((event) => event.kind === 'phaseOpened')) acts.clear();
    for (const { id } of match.scenario.powers) {
      const moved = change.seat !== id && change.events.some((event) => isNews(event, id));
      const opened = change.events.some(
        (event) => event.kind === 'phaseOpened' || (event.kind === 'sat' && event.power === id),
      );
      if ((moved || opened) && match.state.table.seats[id]?.sitter.by === 'bot') waiting.add(id);
    }
    if (waiting.size > 0) queueMicrotask(() => void playAll());
  };

  const unsubscribe = match.subscribe(follow);
  for (const [power, seat] of Object.entries(match.state.table.seats)) {
    if (seat.sitter.by === 'bot' && !seat.ready) waiting.add(power);
  }
  if (waiting.size > 0) queueMicrotask(() => void playAll());
  return () => {
    stopped = true;
    unsubscribe();
  };
};

/** Who is ready is nothing to think about, and six bots getting ready would think thirty times. */
const isNews = (event: GameEvent, power: PowerId): boolean =>
  event.kind !== 'readySet' && eventFor(event, power) !== null;
const first = (powers: ReadonlySet<PowerId>): PowerId | null => powers.values().next().value ?? null;
const isOpen = (match: Match): boolean => {
  const { phase, paused } = match.state.table;
  return paused === null && (phase === 'negotiation' || phase === 'orders');
};
