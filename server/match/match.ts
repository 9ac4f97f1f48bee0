import type { GameEvent } from '../../shared/model/event.ts';
import type { PowerId, SeatId, ViewerId } from '../../shared/model/ids.ts';
import type { Input, LoggedInput } from '../../shared/model/input.ts';
import { refuse } from '../../shared/model/refusal.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MatchState } from '../../shared/model/state.ts';
import type { Reply, TurnDigest } from '../../shared/protocol/messages.ts';
import { isSealed, type MatchFold, openFold } from '../../shared/replay/fold.ts';
import { refusal } from '../../shared/rules/refusal.ts';
import { type Step, step } from '../../shared/rules/step.ts';
import { viewFor, viewSince } from '../../shared/view/view-for.ts';
import type { InputLog, StoredInput, StoredMatch, StoredSeam } from '../store/match-store.ts';
import { StoreFault } from '../store/match-store.ts';
import { Acknowledgements } from './acknowledgements.ts';
import type { Journal } from './clock.ts';
import { foundationOf } from './foundation.ts';
import { keepingSmall } from './kept-events.ts';
import type { Meter } from './meter.ts';
import { refusedAs, refusedBy } from './replies.ts';
import { ViewVersions } from './view-versions.ts';

/** One request. No id: the table's own, named by its place in the log. `basedOn` null: not based on a view. */
export type Submission = {
  readonly seat: SeatId;
  readonly person: string;
  readonly id: string | null;
  readonly basedOn: number | null;
  readonly input: Input;
  /** Asked when its turn has come: the seat may have changed hands while it waited. */ readonly isTheirs?: () => boolean;
};

/** Who sends what a bot decides. */
export const BOT_PERSON = 'bot';

/** What one accepted input did. */
export type MatchChange = {
  readonly seat: SeatId;
  readonly input: Input;
  readonly events: readonly GameEvent[];
  /** Viewers whose views it changed; nobody else may notice anything. */
  readonly changed: readonly ViewerId[];
};

/** One step, with the match before and after it. */
export type Taken = {
  readonly before: MatchState;
  readonly events: readonly GameEvent[];
  readonly after: MatchState;
};

export type MatchOptions = {
  readonly stored: StoredMatch;
  readonly scenario: Scenario;
  readonly rows: readonly StoredInput[];
  /** Where it is taken up, when it cannot be folded from its beginning. */
  readonly seam: StoredSeam | null;
  readonly log: InputLog;
  readonly meter?: Meter | undefined;
  readonly now: () => number;
  readonly journal: Journal;
  /** Told of every step, those of before a restart too, in their order and before any listener. */
  readonly follow?: ((step: Taken) => void) | undefined;
  /** What a viewer may know. Replaced only by the test that proves that a leak is found. */
  readonly viewFor?: typeof viewFor;
};

/**
 * The authority of one match. Inputs are taken strictly one after another: refuse, or append to the
 * log and only then let it happen. Opening folds the log, so a restart gives exactly the same match.
 */
export class Match {
  readonly id: string;
  readonly scenario: Scenario;
  readonly #options: MatchOptions;
  readonly #fold: MatchFold;
  readonly #versions: ViewVersions;
  readonly #acknowledged: Acknowledgements;
  readonly #spokeAt = new Map<PowerId, number>();
  readonly #listeners = new Set<(change: MatchChange) => void>();
  #seq = 0;
  #lastAt = 0;
  #queue: Promise<unknown> = Promise.resolve();
  #closing = false;
  #broken = false;

  constructor(options: MatchOptions) {
    this.id = options.stored.id;
    this.scenario = options.scenario;
    this.#options = options;
    this.#acknowledged = new Acknowledgements(options.stored.salt, options.stored.id);
    const { seam } = options;
    const small = keepingSmall();
    const fold = openFold(options.scenario, foundationOf(options.stored), seam, small.keep);
    this.#fold = fold;
    this.#versions = new ViewVersions(options.scenario.powers.map((power) => power.id));
    for (const row of options.rows) {
      if (seam === null || row.seq > seam.seq) this.#adopt(row);
      else this.#recall(row);
    }
    small.begin();
    fold.tidy();
  }

  get state(): MatchState {
    return this.#fold.state;
  }
  get digests(): readonly TurnDigest[] {
    return this.#fold.seals.map(({ turn, chain }) => ({ turn, chain }));
  }
  /** How many digests there are; they need not be made for that. */
  get closed(): number {
    return this.#fold.closed;
  }
  get fold(): Pick<MatchFold, 'state' | 'seals' | 'seedHash'> {
    return this.#fold;
  }
  get seam(): StoredSeam | null {
    return this.#options.seam;
  }
  /** The place of the last input in the log; 0: none. */
  get seq(): number {
    return this.#seq;
  }
  /** When it was taken, in ms since 1970. */
  get lastAt(): number | null {
    return this.#seq === 0 ? null : this.#lastAt;
  }
  /** The log is not what this instance believes: it must be opened again. */
  get broken(): boolean {
    return this.#broken;
  }
  /** Says so from outside: the log has been changed there. */
  giveUp(): void {
    this.#broken = true;
  }
  version(viewer: ViewerId): number {
    return this.#versions.of(viewer);
  }
  view(viewer: ViewerId): SeatView {
    return (this.#options.viewFor ?? viewFor)(this.scenario, this.state, viewer);
  }
  /** A view of this or an earlier state without its first `skip` events; absent where views are made in another way. */
  get viewSince(): ((state: MatchState, viewer: ViewerId, skip: number) => SeatView) | undefined {
    if (this.#options.viewFor !== undefined) return undefined;
    return (state, viewer, skip) => viewSince(this.scenario, state, viewer, skip);
  }
  /** When a power last said or proposed something. */
  spokeAt(power: PowerId): number | null {
    return this.#spokeAt.get(power) ?? null;
  }

  /** Hands over every input so far, from the log, for what is made of them at once, as long as the match stands where they end. */
  async readInputs<Made>(make: (inputs: readonly LoggedInput[]) => Made): Promise<Made> {
    for (;;) {
      const least = this.#seq;
      const rows = await this.#options.log.inputs(this.id);
      if (rows.length < least) throw new StoreFault('retryable', 'the log has less than happened');
      // A row may be stored and not yet folded; and more may have been folded while this was read.
      if (rows.length >= this.#seq) return make(rows.slice(0, this.#seq).map(loggedOf));
    }
  }

  subscribe(listener: (change: MatchChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Never rejects: whatever goes wrong is a refusal, and a refusal has changed nothing. */
  submit(submission: Submission): Promise<Reply> {
    const reply = this.#queue.then(() => this.#take(submission)).catch((error: unknown) => this.#fail(error));
    this.#queue = reply;
    void reply.then((answer) => this.#options.meter?.answered(answer));
    return reply;
  }

  /** Takes nothing more; resolves when all that was being taken is done. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.#queue;
  }

  async #take(submission: Submission): Promise<Reply> {
    const request = { ...submission, id: submission.id ?? `auto-${this.#seq + 1}` };
    const given = this.#acknowledged.find(request);
    if (given.kind === 'same') return given.reply;
    if (given.kind === 'other') return refusedAs(refuse('input/reused-id'));
    if (this.#closing) return refusedBy('server/closing');
    if (this.#broken) return refusedBy('server/storage');
    if (submission.isTheirs?.() === false) return refusedAs(refuse('input/not-your-seat'));
    if (this.#isStale(request)) return refusedAs(refuse('input/stale'));

    const row: StoredInput = {
      seq: this.#seq + 1,
      // A clock that was set back must not make the record go back in time.
      at: Math.max(this.#options.now(), this.#lastAt),
      seat: request.seat,
      person: request.person,
      command: request.id,
      input: request.input,
    };
    const tried = this.#try(row);
    if ('ok' in tried) return tried;
    const fault = await this.#append(row);
    if (fault !== null) return fault;
    return this.#publish(row, tried);
  }

  /** Stored, and yet not folded: this instance no longer agrees with its log. */
  #fail(error: unknown): Reply {
    this.#broken = true;
    this.#options.journal.error({ match: this.id, error }, 'the match must be opened again');
    return refusedBy('server/broken');
  }

  /** What it would do, if it may. It is tried before it is stored: a row that cannot be folded would close the match for good. */
  #try(row: StoredInput): Reply | Step {
    try {
      // A person may have taken the seat back while the bot was thinking.
      if (row.person === BOT_PERSON && this.state.table.seats[row.seat]?.sitter.by !== 'bot')
        return refusedAs(refuse('input/not-your-seat'));
      const why = refusal(this.scenario, this.state, { at: row.at, seat: row.seat, input: row.input });
      if (why !== null) return refusedAs(why);
      return step(this.scenario, this.state, loggedOf(row));
    } catch (error) {
      this.#options.journal.error(
        { match: this.id, seat: row.seat, kind: row.input.kind, error },
        'an input could not be taken',
      );
      return refusedBy('server/broken');
    }
  }

  async #append(row: StoredInput): Promise<Reply | null> {
    try {
      await this.#options.log.append(this.id, row);
      return null;
    } catch (error) {
      // A taken place in the log: a commit that seemed to fail had not, or somebody else writes here.
      if (error instanceof StoreFault && error.kind === 'conflict') this.#broken = true;
      this.#options.journal.error({ match: this.id, seq: row.seq, error }, 'an input could not be stored');
      return refusedBy('server/storage');
    }
  }

  #publish(row: StoredInput, tried: Step): Reply {
    const since = performance.now();
    const { answer, change } = this.#adopt(row, tried);
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        this.#options.journal.error({ match: this.id, seq: row.seq, error }, 'a listener failed');
      }
    }
    if (isSealed(change.events)) this.#options.meter?.resolved(performance.now() - since);
    return answer();
  }

  #isStale(request: Submission): boolean {
    const { seat, basedOn, input } = request;
    if (basedOn === null || seat === 'table') return false;
    if (basedOn > this.#versions.of(seat)) return true;
    return (input.kind === 'submitOrders' || input.kind === 'sign') && basedOn < this.#versions.openedAt(seat);
  }

  /** Folds one stored row; the same for a new one and for one from before a restart. */
  #adopt(row: StoredInput, tried?: Step): { readonly answer: () => Reply; readonly change: MatchChange } {
    const { seat, input } = row;
    const before = this.state;
    const { turn } = before.board;
    const events = this.#fold.apply(loggedOf(row), tried);
    const changed = this.#versions.count(events);
    this.#note(row);
    this.#options.follow?.({ before, events, after: this.state });
    const version = seat === 'table' ? 0 : this.#versions.of(seat);
    const request = { ...row, id: row.command };
    const given = { version, receiptFor: input.kind === 'submitOrders' ? turn : 0 };
    this.#acknowledged.note(request, given);
    return { answer: () => this.#acknowledged.answer(request, given), change: { seat, input, events, changed } };
  }

  /** A row of before the seam: what came of it is there already. */
  #recall(row: StoredInput): void {
    this.#note(row);
    this.#acknowledged.note({ ...row, id: row.command }, { version: 0, receiptFor: 0 });
  }

  #note({ seq, at, seat, input }: StoredInput): void {
    this.#seq = seq;
    this.#lastAt = at;
    if (input.kind === 'say' || input.kind === 'propose') this.#spokeAt.set(seat, at);
  }
}

const loggedOf = ({ seq, at, seat, input }: StoredInput): LoggedInput => ({ seq, at, seat, input });
