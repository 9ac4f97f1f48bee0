import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { BotChoice, PowerInput } from '../../shared/model/input.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import type { Thinker } from '../workers/thinker.ts';
import type { Clock, Journal } from './clock.ts';
import { BOT_PERSON, type Match, type MatchChange } from './match.ts';

/** Acts of one bot in one phase, after which it only gets ready: two bots may not answer each other for ever. */
const MOST_ACTS = 12;
/**
 * ms for which a table waits for a bot, which then holds. A net and no budget: a strong bot thinks for about a
 * second, and the rest is for waiting behind other tables, or for a machine that is busy.
 */
const PATIENCE = { negotiation: 4_000, orders: 10_000 } as const;
const RETRY_AFTER = 1_000;

export type BotOptions = {
  readonly journal: Journal;
  readonly clock: Pick<Clock, 'after'>;
  readonly luck: string;
  readonly thinker: Thinker;
  /** Whether a bot that the facilitator has put there plays in somebody's place, and nobody plays in person. */
  readonly awaits: (power: PowerId) => boolean;
};
/** `held`: it had no answer in time, or none at all. */
type Ideas = { readonly acts: readonly PowerInput[]; readonly held: boolean };

/**
 * Plays the seats that bots hold: after a phase opens, and whenever somebody else has changed what
 * such a seat sees. A bot gets its own seat's view, and its inputs go the way that everybody's go.
 */
export class MatchBots {
  readonly #match: Match;
  readonly #options: BotOptions;
  /** Who has seen something new: once, however much it was. */
  readonly #waiting = new Set<PowerId>();
  /** Who thinks or acts; aborted when what it thinks about is over. */
  readonly #busy = new Map<PowerId, AbortController>();
  readonly #acts = new Map<PowerId, number>();
  /** Of whom the store would not take something: how not to try it again. */
  readonly #retries = new Map<PowerId, () => void>();
  readonly #unsubscribe: () => void;
  #stopped = false;

  constructor(match: Match, options: BotOptions) {
    this.#match = match;
    this.#options = options;
    this.#unsubscribe = match.subscribe((change) => this.#follow(change));
    for (const [power, seat] of Object.entries(match.state.table.seats)) {
      if (seat.sitter.by === 'bot' && !seat.ready) this.#waiting.add(power);
    }
    this.#playSoon();
  }

  stop(): void {
    this.#stopped = true;
    this.#unsubscribe();
    for (const over of this.#busy.values()) over.abort();
    for (const cancel of this.#retries.values()) cancel();
  }

  #follow(change: MatchChange): void {
    const opened = change.events.some(({ kind }) => kind === 'phaseOpened' || kind === 'matchEnded');
    if (opened) this.#acts.clear();
    for (const { id } of this.#match.scenario.powers) {
      const seated = change.events.some((event) => event.kind === 'sat' && event.power === id);
      // Its thoughts are about a phase that is over, or a person is back in the seat.
      if (opened || seated) this.#busy.get(id)?.abort();
      if (this.#match.state.table.seats[id]?.sitter.by !== 'bot') continue;
      const news = change.seat !== id && change.events.some((event) => isNews(event, id));
      if (opened || seated || news) this.#waiting.add(id);
    }
    this.#playSoon();
  }

  #playSoon(): void {
    if (this.#waiting.size > 0) queueMicrotask(() => this.#playNext());
  }

  #playNext(): void {
    for (const power of this.#waiting) {
      if (this.#stopped || this.#busy.size >= this.#options.thinker.atOnce) return;
      if (this.#busy.has(power)) continue;
      this.#waiting.delete(power);
      const over = new AbortController();
      this.#busy.set(power, over);
      void this.#play(power, over.signal).finally(() => {
        this.#busy.delete(power);
        this.#playSoon();
      });
    }
  }

  async #play(power: PowerId, over: AbortSignal): Promise<void> {
    const seat = this.#match.state.table.seats[power];
    if (seat?.sitter.by !== 'bot' || !isOpen(this.#match)) return;
    const { acts, held } = await this.#ideas(power, seat.sitter, over);
    // News came while it thought: it looks again before it says that it is ready. With nobody left who plays
    // in person, it is for the clock or the facilitator to say when the phase is over.
    const mayBeReady = (): boolean => !this.#options.awaits(power) && (held || !this.#waiting.has(power));
    for (const input of acts) {
      if (over.aborted) return;
      if (input.kind === 'setReady' && input.ready && !mayBeReady()) continue;
      const before = this.#acts.get(power) ?? 0;
      this.#acts.set(power, before + 1);
      if (await this.#submit(power, input)) continue;
      if (!over.aborted) this.#acts.set(power, before);
      return this.#tryAgain(power);
    }
    if (over.aborted || !mayBeReady() || this.#match.state.table.seats[power]?.ready !== false) return;
    if (!(await this.#submit(power, { kind: 'setReady', ready: true }))) this.#tryAgain(power);
  }

  /** It has changed nothing, so no news would let it play again: a table without a clock would wait for it for ever. */
  #tryAgain(power: PowerId): void {
    this.#retries.get(power)?.();
    const play = (): void => {
      this.#retries.delete(power);
      this.#waiting.add(power);
      this.#playSoon();
    };
    if (!this.#stopped) this.#retries.set(power, this.#options.clock.after(RETRY_AFTER, play));
  }

  async #ideas(power: PowerId, choice: BotChoice, over: AbortSignal): Promise<Ideas> {
    const left = MOST_ACTS - (this.#acts.get(power) ?? 0);
    if (left <= 0) return { acts: [], held: false };
    const { thinker, clock, journal } = this.#options;
    const patience = this.#match.state.table.phase === 'orders' ? PATIENCE.orders : PATIENCE.negotiation;
    const late = new AbortController();
    const stopWaiting = clock.after(patience, () => late.abort());
    const signal = AbortSignal.any([over, late.signal]);
    const look = () => this.#look(power);
    const { id, scenario } = this.#match;
    try {
      const thought = thinker.think({ match: id, scenario, choice, look, patience, signal });
      return { acts: (await unless(signal, thought)).slice(0, left), held: false };
    } catch (error) {
      if (over.aborted) return { acts: [], held: false };
      const what = late.signal.aborted ? 'a bot took too long and holds' : 'a bot failed and holds';
      journal.error({ match: id, power, bot: choice.bot, error }, what);
      return { acts: [], held: true };
    } finally {
      stopWaiting();
    }
  }

  /** What it sees at the moment at which it begins to think. */
  #look(power: PowerId) {
    this.#waiting.delete(power);
    const match = `${this.#options.luck}/${power}`;
    return { view: this.#match.view(power), luck: { match, now: `${match}/${this.#match.state.version}` } };
  }

  /** False: the store would not have it. */
  async #submit(power: PowerId, input: PowerInput): Promise<boolean> {
    const reply = await this.#match.submit({ seat: power, person: BOT_PERSON, id: null, basedOn: null, input });
    if (reply.ok) return true;
    const { code } = reply.refusal;
    this.#options.journal.info({ match: this.#match.id, power, kind: input.kind, code }, 'a bot was refused');
    return code !== 'server/storage';
  }
}

/** Who is ready is nothing to think about, and six bots getting ready would think thirty times. */
const isNews = (event: GameEvent, power: PowerId): boolean =>
  event.kind !== 'readySet' && eventFor(event, power) !== null;
const isOpen = (match: Match): boolean => {
  const { phase, paused } = match.state.table;
  return paused === null && (phase === 'negotiation' || phase === 'orders');
};

/** The promise, or as soon as nobody wants it a rejection. */
const unless = async <T>(signal: AbortSignal, promise: Promise<T>): Promise<T> => {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
