import { setTimeout as pause } from 'node:timers/promises';
import { fieldsOf, type Sighting } from './cold-replay.ts';
import { History } from './history.ts';
import { openPage, type Page, type Sight } from './page.ts';
import { type Habits, Player } from './player.ts';
import type { Seated } from './seating.ts';

export type FleetOptions = Habits & {
  readonly base: string;
  readonly seats: readonly Seated[];
  readonly seed: string;
  /** Of a hundred views that a new connection brings, how many are kept to be compared with the log. */
  readonly noted: number;
};
type Note = { readonly seat: Seated; readonly sight: Sight };

/** All players of a server, each with a page of their own, in this process. */
export class Fleet {
  readonly history = new History();
  readonly sightings: Sighting[] = [];
  readonly #players: readonly Player[];
  #notes: Note[] = [];

  constructor(options: FleetOptions) {
    this.#players = options.seats.map((seat, place) => {
      const arrived = (sight: Sight): void => {
        if ((place * 37 + this.sightings.length + this.#notes.length) % 100 < options.noted)
          this.#notes.push({ seat, sight });
      };
      const page = openPage({ base: options.base, seat, history: this.history, arrived });
      return new Player(page, options, options.seed);
    });
  }

  get pages(): readonly Page[] {
    return this.#players.map(({ page }) => page);
  }
  start(): void {
    for (const player of this.#players) player.start();
  }
  get isBack(): boolean {
    return this.#players.every(({ page }) => page.backAt() !== null);
  }

  /** Until everybody has a live connection and its view. ms from `since` to the last of them; null when it took too long. */
  async untilBack(since: number, within: number): Promise<number | null> {
    while (!this.isBack) {
      if (performance.now() - since > within) return null;
      await pause(10);
    }
    return Math.max(0, ...this.pages.map((page) => (page.backAt() ?? since) - since));
  }

  /** Nobody asks for anything more; until all that was asked has been answered. False when it took too long. */
  async rest(within: number): Promise<boolean> {
    for (const player of this.#players) player.rest();
    const end = performance.now() + within;
    while (this.#players.some(({ waiting }) => waiting > 0)) {
      if (performance.now() > end) return false;
      await pause(20);
    }
    await pause(300);
    return true;
  }

  /** What everybody sees now is held against the log as well: views that have come together from many changes. */
  noteAll(): void {
    for (const { seat, sight } of this.pages) {
      const now = sight();
      if (now !== null) this.#notes.push({ seat, sight: now });
    }
  }
  /** Makes digests of what was noted, little by little: to do it at once would hold up those who come back. */
  async digest(): Promise<void> {
    for (const { seat, sight } of this.#notes.splice(0)) {
      const { view, version, digests } = sight;
      this.sightings.push({ match: seat.match, viewer: seat.power, version, digests, fields: fieldsOf(view) });
      await pause(0);
    }
  }

  close(): void {
    for (const player of this.#players) player.rest();
    for (const page of this.pages) page.close();
  }
}
