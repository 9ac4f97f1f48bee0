import { randomActs, randomSet } from '../../../shared/bots/random.ts';
import { type Luck, luckFor } from '../../../shared/kernel/luck.ts';
import type { PowerInput } from '../../../shared/model/input.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import type { Page } from './page.ts';

export type Habits = {
  /** ms between two things that one player does, on average */ readonly every: number;
  /** ms that a player takes for a phase before being ready; null: never ready */ readonly phase: number | null;
};

/** As many as a person could have on their way; more would only pile up while there is no server. */
const AT_ONCE = 4;
const scenario = charter2025;

/** Talks, deals and orders like somebody at a table, by lot; whatever it sends it wants an answer to. */
export class Player {
  readonly page: Page;
  readonly #habits: Habits;
  readonly #luck: Luck;
  #running = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = 0;
  #said = 0;
  #phase = '';
  #readyAt = 0;

  constructor(page: Page, habits: Habits, seed: string) {
    this.page = page;
    this.#habits = habits;
    this.#luck = luckFor('player', seed, page.seat.match, page.seat.power);
  }

  /** Answers that it still waits for. */
  get waiting(): number {
    return this.#waiting;
  }
  start(): void {
    this.#running = true;
    this.#next();
  }
  rest(): void {
    this.#running = false;
    clearTimeout(this.#timer);
  }

  #next(): void {
    const pause = (this.#habits.every * this.#luck.integer(30, 170)) / 100;
    this.#timer = setTimeout(() => {
      if (!this.#running) return;
      for (const input of this.#acts()) this.#send(input);
      this.#next();
    }, pause);
  }

  #send(input: PowerInput): void {
    if (this.#waiting >= AT_ONCE) return;
    this.#waiting += 1;
    void this.page.send(input).finally(() => {
      this.#waiting -= 1;
    });
  }

  #acts(): readonly PowerInput[] {
    const view = this.page.sight()?.view;
    if (view === undefined) return [];
    const { phase, seats } = view.table;
    if (phase !== 'negotiation' && phase !== 'orders') return [];
    const { power } = this.page.seat;
    const ready = seats[power]?.ready === true;
    if (!ready && this.#isTime(`${view.board.turn} ${phase}`)) return [{ kind: 'setReady', ready: true }];
    const lot = this.#luck.integer(1, 100);
    if (phase === 'negotiation' && lot <= 75) return [this.#words(Object.keys(seats))];
    if (lot <= 85) return [{ kind: 'submitOrders', orders: randomSet(scenario, view, this.#luck) }];
    return randomActs(scenario, view, `${power} ${lot}`, ready).filter(({ kind }) => kind !== 'setReady');
  }

  #isTime(phase: string): boolean {
    if (this.#habits.phase === null) return false;
    if (phase !== this.#phase) {
      this.#phase = phase;
      this.#readyAt = performance.now() + (this.#habits.phase * this.#luck.integer(40, 100)) / 100;
    }
    return performance.now() >= this.#readyAt;
  }

  #words(powers: readonly string[]): PowerInput {
    this.#said += 1;
    const { power } = this.page.seat;
    const to = powers.filter((one) => one !== power);
    return { kind: 'say', to: [this.#luck.pick(to)], text: `${power} has this to say, number ${this.#said}` };
  }
}
