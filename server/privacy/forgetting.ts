import type { Scenario } from '../../shared/model/scenario.ts';
import { erasedLines } from '../../shared/replay/erase.ts';
import type { Journal } from '../match/clock.ts';
import { foundationOf } from '../match/foundation.ts';
import { reopenFrom } from '../match/reopening.ts';
import type { People } from '../people.ts';
import { type PersonKey, type Place, StoreFault } from '../store/match-store.ts';
import { type ClosingOptions, closeMatch } from './closing.ts';

export type ForgettingOptions = ClosingOptions & {
  readonly people: People;
  readonly scenarioById: (id: string) => Scenario | null;
  readonly journal: Journal;
};
/** `still`: matches that go on, where what was said stays until their end. */
export type Forgotten = { readonly still: number };

const ALL = 100_000;

/** Takes somebody out of everything: at once where that is theirs alone, at its end where others answer to it. */
export class Forgetting {
  readonly #options: ForgettingOptions;
  #sweeping: Promise<void> | null = null;

  constructor(options: ForgettingOptions) {
    this.#options = options;
  }

  async forget(person: PersonKey): Promise<Forgotten> {
    const { store, people } = this.#options;
    const places = await store.matchesOf(person, ALL);
    const open = await this.#leaveSeats(person, places);
    await store.erasePerson(person);
    // Between the two they may have sat down once more; now no token lets them. What is kept of such a seat has their name.
    await this.#leaveSeats(person, await store.matchesOf(person, ALL));
    await store.erasePerson(person);
    people.left(person);
    for (const { match } of places) if (match.status === 'ended') await closeMatch(this.#options, match.id);
    await this.sweep();
    return { still: open };
  }

  /** Erases what forgotten people said in matches that have ended since; what fails is taken up the next time. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = null;
    });
    return this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const { store, journal } = this.#options;
    for (const { match, seqs } of await store.unsaid())
      await this.#unsay(match, new Set(seqs)).catch((error: unknown) =>
        journal.error({ match, error }, 'what a forgotten person said could not be erased; trying again'),
      );
  }

  async #unsay(id: string, seqs: ReadonlySet<number>): Promise<void> {
    const { store, scenarioById } = this.#options;
    const stored = await store.match(id);
    const scenario = stored === null ? null : scenarioById(stored.scenario);
    if (stored === null || scenario === null) throw new Error(`no scenario ${stored?.scenario} for match ${id}`);
    // What it has yet to write of itself would bring back what is erased.
    await closeMatch(this.#options, id);
    const rows = await store.inputs(id);
    const inputs = rows.map(({ seq, at, seat, input }) => ({ seq, at, seat, input }));
    const { seam } = await reopenFrom(store, scenario, { stored, rows });
    await store.eraseSaid(id, erasedLines(scenario, foundationOf(stored), inputs, seqs, seam));
    // Whoever asked for it in between has it open again, as it was.
    await closeMatch(this.#options, id);
  }

  /** A bot has the seat from now on; before the start it is free. Returns at how many tables that was. */
  async #leaveSeats(person: PersonKey, places: readonly Place[]): Promise<number> {
    const running = places.filter(({ match }) => match.status !== 'ended');
    for (const { match } of running) {
      const left = await (await this.#options.directory.open(match.id))?.remove(person);
      if (left?.ok === false && left.code === 'server/storage') throw new StoreFault('retryable', 'a seat is not free');
    }
    return running.length;
  }
}
