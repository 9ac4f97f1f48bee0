import type { Clock } from '../match/clock.ts';
import type { OpenMatch } from '../match/open-match.ts';
import type { Gallery } from '../match/spectators.ts';

/** Answers held for one caller at a time; a further one ends the oldest, whose connection may be dead. */
export const HELD_AT_ONCE = 2;
/** As many as a room takes connections. */
export const HELD_AT_A_MATCH = 120;

export type Waiting = {
  readonly open: OpenMatch;
  /** From where it is seen, unless from the match itself. */ readonly gallery: Gallery | null;
  readonly caller: string;
  /** ms */ readonly wait: number;
  readonly isNews: () => boolean;
  /** Aborted when whoever asked has gone. */ readonly gone: AbortSignal;
};

/** Holds answers until there is something to say. */
export class LongPolls {
  readonly #clock: Clock;
  readonly #closing: AbortSignal;
  readonly #held = new Map<string, Set<() => void>>();
  readonly #atMatch = new WeakMap<OpenMatch, number>();

  constructor(clock: Clock, closing: AbortSignal) {
    this.#clock = clock;
    this.#closing = closing;
  }

  isFull(open: OpenMatch): boolean {
    return (this.#atMatch.get(open) ?? 0) >= HELD_AT_A_MATCH;
  }

  /** Resolves at the first of: news, the end of the wait, too many others of this caller, nobody left to tell, the server's end. */
  hold({ open, gallery, caller, wait, isNews, gone }: Waiting): Promise<void> {
    if (gone.aborted || this.#closing.aborted) return Promise.resolve();
    this.#makeRoom(caller);
    return new Promise((resolve) => {
      const look = (): void => {
        if (isNews()) end();
      };
      const ends = [open.hold(), open.watch(look), this.#clock.after(wait, () => end())];
      // The gallery's picture changes after the match has told that something happened.
      if (gallery !== null) ends.push(gallery.subscribe(look));
      const end = (): void => {
        for (const stop of ends) stop();
        for (const signal of [gone, this.#closing]) signal.removeEventListener('abort', end);
        this.#count(open, -1);
        this.#forget(caller, end);
        resolve();
      };
      for (const signal of [gone, this.#closing]) signal.addEventListener('abort', end);
      this.#count(open, 1);
      this.#held.set(caller, (this.#held.get(caller) ?? new Set()).add(end));
    });
  }

  #makeRoom(caller: string): void {
    const held = [...(this.#held.get(caller) ?? [])];
    for (const end of held.slice(0, Math.max(0, held.length + 1 - HELD_AT_ONCE))) end();
  }
  #forget(caller: string, end: () => void): void {
    const held = this.#held.get(caller);
    held?.delete(end);
    if (held?.size === 0) this.#held.delete(caller);
  }
  #count(open: OpenMatch, by: number): void {
    this.#atMatch.set(open, (this.#atMatch.get(open) ?? 0) + by);
  }
}
