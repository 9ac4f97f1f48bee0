import { botActs } from '../../shared/bots/bots.ts';
import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { BotChoice, PowerInput } from '../../shared/model/input.ts';
import { eventFor } from '../../shared/view/event-for.ts';
import type { Journal } from './clock.ts';
import { BOT_PERSON, type Match, type MatchChange } from './match.ts';

/** Acts of one bot in one phase, after which it only gets ready: two bots may not answer each other for ever. */
const MOST_ACTS = 12;

export type BotOptions = { readonly journal: Journal; readonly luck: string; readonly botActs?: typeof botActs };

/**
 * Plays the seats that bots hold: after a phase opens, and whenever somebody else has changed what
 * such a seat sees. A bot gets its own seat's view, and its inputs go the way that everybody's go.
 */
export class MatchBots {
  readonly #match: Match;
  readonly #options: BotOptions;
  readonly #waiting = new Set<PowerId>();
  readonly #acts = new Map<PowerId, number>();
  readonly #unsubscribe: () => void;
  #playing = false;
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
  }

  #follow(change: MatchChange): void {
    const opened = change.events.some((event) => event.kind === 'phaseOpened');
    if (opened) this.#acts.clear();
    for (const { id } of this.#match.scenario.powers) {
      if (this.#match.state.table.seats[id]?.sitter.by !== 'bot') continue;
      const seated = change.events.some((event) => event.kind === 'sat' && event.power === id);
      const news = change.seat !== id && change.events.some((event) => isNews(event, id));
      if (opened || seated || news) this.#waiting.add(id);
    }
    this.#playSoon();
  }

  #playSoon(): void {
    if (this.#waiting.size > 0 && !this.#playing) queueMicrotask(() => void this.#playAll());
  }

  async #playAll(): Promise<void> {
    if (this.#playing) return;
    this.#playing = true;
    for (let next = first(this.#waiting); next !== null && !this.#stopped; next = first(this.#waiting)) {
      this.#waiting.delete(next);
      await this.#play(next);
    }
    this.#playing = false;
  }

  async #play(power: PowerId): Promise<void> {
    const seat = this.#match.state.table.seats[power];
    if (seat?.sitter.by !== 'bot' || !isOpen(this.#match)) return;
    const { turn } = this.#match.state.board;
    const { phase } = this.#match.state.table;
    const isOver = (): boolean => {
      const now = this.#match.state;
      const isLeft = now.table.seats[power]?.sitter.by !== 'bot';
      return this.#stopped || isLeft || now.board.turn !== turn || now.table.phase !== phase;
    };
    for (const input of this.#ideas(power, seat.sitter)) {
      // Its thoughts were about a phase that is over, or a person is back in the seat.
      if (isOver()) return;
      this.#acts.set(power, (this.#acts.get(power) ?? 0) + 1);
      await this.#submit(power, input);
    }
    if (isOver() || this.#match.state.table.seats[power]?.ready !== false) return;
    await this.#submit(power, { kind: 'setReady', ready: true });
  }

  #ideas(power: PowerId, choice: BotChoice): readonly PowerInput[] {
    const left = MOST_ACTS - (this.#acts.get(power) ?? 0);
    if (left <= 0) return [];
    const think = this.#options.botActs ?? botActs;
    const match = `${this.#options.luck}/${power}`;
    const luck = { match, now: `${match}/${this.#match.state.version}` };
    try {
      return think(this.#match.scenario, this.#match.view(power), choice, luck).slice(0, left);
    } catch (error) {
      this.#options.journal.error({ match: this.#match.id, power, bot: choice.bot, error }, 'a bot failed and holds');
      return [];
    }
  }

  async #submit(power: PowerId, input: PowerInput): Promise<void> {
    const reply = await this.#match.submit({ seat: power, person: BOT_PERSON, id: null, basedOn: null, input });
    if (reply.ok) return;
    const facts = { match: this.#match.id, power, kind: input.kind, code: reply.refusal.code };
    this.#options.journal.info(facts, 'a bot was refused');
  }
}

/** Who is ready is nothing to think about, and six bots getting ready would think thirty times. */
const isNews = (event: GameEvent, power: PowerId): boolean =>
  event.kind !== 'readySet' && eventFor(event, power) !== null;
const first = (powers: ReadonlySet<PowerId>): PowerId | null => powers.values().next().value ?? null;
const isOpen = (match: Match): boolean => {
  const { phase, paused } = match.state.table;
  return paused === null && (phase === 'negotiation' || phase === 'orders');
};
