import type { GameEvent } from '../../shared/model/event.ts';
import type { PersonKey } from '../store/match-store.ts';

/** Told of what a list, a console or a spectator shows. `acted`: what an act has done; null: somebody has come or gone. */
export type Watcher = (acted: readonly GameEvent[] | null) => void;

/** Who is connected to one match: a person may come with several tabs. Nothing of it is stored. */
export class Presence {
  readonly #connections = new Map<PersonKey, number>();
  #watching = 0;
  #total = 0;

  get spectators(): number {
    return this.#watching;
  }
  get anybody(): boolean {
    return this.#total > 0;
  }
  online(person: PersonKey): boolean {
    return this.#connections.has(person);
  }

  enter(person: PersonKey | null, watching: boolean): void {
    this.#total += 1;
    if (watching) this.#watching += 1;
    if (person !== null) this.#connections.set(person, (this.#connections.get(person) ?? 0) + 1);
  }

  leave(person: PersonKey | null, watching: boolean): void {
    this.#total -= 1;
    if (watching) this.#watching -= 1;
    if (person === null) return;
    const left = (this.#connections.get(person) ?? 1) - 1;
    if (left > 0) this.#connections.set(person, left);
    else this.#connections.delete(person);
  }
}
