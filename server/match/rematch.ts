import type { MatchId, PowerId } from '../../shared/model/ids.ts';
import type { MatchStore, PersonKey, StoredMatch } from '../store/match-store.ts';
import type { MatchDirectory, TableChoice } from './match-directory.ts';
import type { OpenMatch } from './open-match.ts';

export type SeatPlan = 'kept' | 'rotated';
/** Plans of tables made since this process began; after that everybody keeps their power. */
const MOST_PLANS = 5_000;

const choiceFrom = ({ stored }: OpenMatch, host: PersonKey): TableChoice => {
  const { kind, title, bots, settings, keepDays } = stored;
  const { length, pace, press, spectators, delay } = settings;
  const choice: TableChoice = { kind, title, length, pace, press, bots, host };
  const kept = keepDays === null ? {} : { keepDays };
  return { ...choice, ...kept, spectators: spectators ? (delay ?? 'live') : 'none' };
};

/** The same people at a new table: whoever asks first makes it, and everybody else is led there. */
export class Rematches {
  readonly #directory: MatchDirectory;
  readonly #store: Pick<MatchStore, 'addMatch' | 'eraseMatch' | 'match' | 'setNext'>;
  readonly #plans = new Map<MatchId, SeatPlan>();

  constructor(directory: MatchDirectory, store: Pick<MatchStore, 'addMatch' | 'eraseMatch' | 'match' | 'setNext'>) {
    this.#directory = directory;
    this.#store = store;
  }

  /** The table after this one, if somebody has made it. */
  async nextOf(match: MatchId): Promise<MatchId | null> {
    return (await this.#store.match(match))?.next ?? null;
  }

  /** The next table, made now if there is none; null: it is there no more. */
  async next(open: OpenMatch, host: PersonKey, plan: SeatPlan): Promise<OpenMatch | null> {
    const id = (await this.nextOf(open.match.id)) ?? (await this.#make(open, host, plan));
    return this.#directory.open(id);
  }

  /** Where somebody sits at the next table who sat there at the last one. */
  seatAt(next: MatchId, powers: readonly PowerId[], before: PowerId): PowerId {
    const step = this.#plans.get(next) === 'rotated' ? 1 : 0;
    return powers[(powers.indexOf(before) + step) % powers.length] ?? before;
  }

  async #make(open: OpenMatch, host: PersonKey, plan: SeatPlan): Promise<MatchId> {
    const choice = choiceFrom(open, host);
    const add = async (code: string | null): Promise<StoredMatch> => {
      const drafted = this.#directory.draft(choice, code, null);
      await this.#store.addMatch(drafted);
      return drafted;
    };
    const made = await (choice.kind === 'quick' ? add(null) : this.#directory.withCode(add));
    const next = await this.#store.setNext(open.match.id, made.id);
    // Two asked at the same moment: there is one table, and the other has never been seen by anybody.
    if (next !== made.id) await this.#store.eraseMatch(made.id);
    else this.#remember(made.id, plan);
    return next;
  }

  #remember(match: MatchId, plan: SeatPlan): void {
    this.#plans.set(match, plan);
    const [oldest] = this.#plans.keys();
    if (this.#plans.size > MOST_PLANS && oldest !== undefined) this.#plans.delete(oldest);
  }
}
