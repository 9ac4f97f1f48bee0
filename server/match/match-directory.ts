import type { MatchId } from '../../shared/model/ids.ts';
import type { BotChoice, TableInput } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Delay, Length, Pace, PressMode } from '../../shared/model/state.ts';
import { scenarioDigest } from '../../shared/replay/fold.ts';
import { RULES_VERSION } from '../../shared/replay/record.ts';
import { settingsFor } from '../../shared/rules/settings.ts';
import { type MatchKind, type MatchStore, type PersonKey, type StoredMatch, StoreFault } from '../store/match-store.ts';
import type { Thinker } from '../workers/thinker.ts';
import type { Clock, Entropy, Journal } from './clock.ts';
import { makeCode } from './codes.ts';
import { KEEP_DAYS } from './keep.ts';
import type { MatchOptions } from './match.ts';
import { outageToGiveBack } from './match-clock.ts';
import { OpenMatch } from './open-match.ts';
import { lostTo, type Outage } from './outages.ts';
import { type Kept, type Reopening, reopenFrom } from './reopening.ts';

export type TableChoice = {
  readonly kind: MatchKind;
  readonly title: string;
  readonly length: Length;
  readonly pace: Pace;
  readonly press: PressMode;
  readonly bots: BotChoice;
  readonly host: PersonKey | null;
  readonly keepDays?: number;
  /** Who may watch, and how late; without it as is usual for the kind. */ readonly spectators?: Spectators;
};
/** `live`: at once, as its people. */
export type Spectators = 'none' | 'live' | Delay;
/** At an open table anybody may be a friend of somebody; at one by invitation the host knows who watches. */
const USUAL_SPECTATORS: { readonly [Kind in MatchKind]: Spectators } = {
  ...({ quick: 'none', private: 'live', public: 'turn', class: 'none' } as const),
};
export type DirectoryOptions = {
  readonly store: MatchStore;
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly journal: Journal;
  /** For the bots of all matches. */
  readonly thinker: Thinker;
  /** The scenario of new tables. */
  readonly scenario: Scenario;
  readonly scenarioById: (id: string) => Scenario | null;
  /** For how many days matches are kept of which nobody has said it. */
  readonly keepDays?: number;
  /** When no server was up; of the last outage one knows only once it is over. */
  readonly outages: readonly Outage[] | Promise<readonly Outage[]>;
  readonly viewFor?: MatchOptions['viewFor'];
  readonly meter?: MatchOptions['meter'];
  /** Told of each match that is opened. */ readonly onOpen?: (open: OpenMatch) => void;
};

const IDLE = 10 * 60_000;
const CODE_TRIES = 8;

/** All matches of this process: one authority for each, made or opened at most once. */
export class MatchDirectory {
  readonly #options: DirectoryOptions;
  readonly #open = new Map<MatchId, Promise<OpenMatch | null>>();
  #closing = false;

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  get keepDays(): number {
    return this.#options.keepDays ?? KEEP_DAYS;
  }

  /** A row for a new table; it is not stored yet. */
  draft(choice: TableChoice, code: string | null, classId: string | null): StoredMatch {
    const { entropy, clock, scenario } = this.#options;
    const { length, pace, press } = choice;
    const watched = choice.spectators ?? USUAL_SPECTATORS[choice.kind];
    const delay = watched === 'turn' || watched === 'end' ? { delay: watched } : {};
    const settings = { length, pace, press, facilitated: choice.kind === 'class', spectators: watched !== 'none' };
    return {
      id: entropy.hex(10),
      kind: choice.kind,
      title: choice.title || scenario.title,
      scenario: scenario.id,
      rules: RULES_VERSION,
      digest: scenarioDigest(scenario),
      settings: settingsFor(scenario, { ...settings, ...delay }),
      seed: entropy.hex(16),
      salt: entropy.hex(16),
      bots: choice.bots,
      code,
      classId,
      host: choice.host,
      createdAt: clock.now(),
      status: 'table',
      outline: null,
      endedAt: null,
      keepDays: choice.keepDays ?? this.keepDays,
      next: null,
    };
  }

  /** Stores something that needs a code, with another one for as long as it is taken. */
  async withCode<T>(store: (code: string) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await store(makeCode(this.#options.entropy));
      } catch (error) {
        if (tries >= CODE_TRIES || !(error instanceof StoreFault) || error.kind !== 'conflict') throw error;
      }
    }
  }

  async create(choice: TableChoice): Promise<OpenMatch> {
    const stored =
      choice.kind === 'quick'
        ? await this.#store(this.draft(choice, null, null))
        : await this.withCode((code) => this.#store(this.draft(choice, code, null)));
    const opened = await this.open(stored.id);
    if (opened === null) throw new StoreFault('retryable', 'the new match cannot be read');
    return opened;
  }

  /** The match of this id, opened from its log if need be; null if there is none. */
  async open(id: MatchId): Promise<OpenMatch | null> {
    const open = this.#open.get(id);
    if (open !== undefined) {
      const match = await open;
      if (match === null || !match.match.broken) {
        match?.use();
        return match;
      }
      await this.#drop(id, match);
    }
    if (this.#closing) return null;
    const opening = this.#open.get(id) ?? this.#read(id);
    this.#open.set(id, opening);
    // What could not be read is not remembered: the next one to ask tries again.
    opening.then(
      (match) => match === null && this.#forget(id, opening),
      () => this.#forget(id, opening),
    );
    return opening;
  }

  /** Opened before and still here; never reads. */
  async opened(): Promise<readonly OpenMatch[]> {
    const all = await Promise.allSettled(this.#open.values());
    return all.flatMap((one) => (one.status === 'fulfilled' && one.value !== null ? [one.value] : []));
  }

  /** Clocks and bots go on although nobody has come back yet; for matches by letter it is the scheduler that opens them. False: the store would not say all. */
  async resume(): Promise<boolean> {
    let isWhole = true;
    for (const stored of await this.#options.store.running()) {
      const { negotiation, pace } = stored.settings;
      const runs =
        (negotiation !== null && pace !== 'correspondence') ||
        Object.values(stored.outline?.sitters ?? {}).every((by) => by === 'bot');
      if (!runs || this.#closing) continue;
      await this.open(stored.id).catch((error: unknown) => {
        if (error instanceof StoreFault) isWhole = false;
        this.#options.journal.error({ match: stored.id, error }, 'a running match could not be opened');
      });
    }
    return isWhole;
  }

  /** Its log is not, or no longer, what whoever has it open believes: the next to ask reads it anew. */
  async renew(id: MatchId): Promise<void> {
    const match = await this.#open.get(id)?.catch(() => null);
    if (match === null || match === undefined) return;
    match.match.giveUp();
    await this.#drop(id, match);
  }

  async closeIdle(): Promise<void> {
    for (const match of await this.opened()) {
      if (match.isIdle(IDLE)) await this.#drop(match.match.id, match);
    }
  }

  /** Opens anew whatever no longer agrees with its log: its clock and its bots must not wait until somebody asks for it. */
  async mend(): Promise<void> {
    for (const { match } of await this.opened()) {
      if (!match.broken) continue;
      await this.open(match.id).catch((error: unknown) => {
        this.#options.journal.error({ match: match.id, error }, 'a match could not be opened anew');
      });
    }
  }

  /** No more inputs; resolves when every one that was being taken is stored. */
  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all((await this.opened()).map((match) => match.close()));
  }

  async #store(stored: StoredMatch): Promise<StoredMatch> {
    await this.#options.store.addMatch(stored);
    return stored;
  }

  async #read(id: MatchId): Promise<OpenMatch | null> {
    const { store, clock, journal, thinker, outages, viewFor, meter, scenarioById } = this.#options;
    const stored = await store.match(id);
    if (stored === null) return null;
    const scenario = scenarioById(stored.scenario);
    if (scenario === null)
      throw new Error(`match ${id} is of the scenario ${stored.scenario}, which this server does not have`);
    const [rows, members] = await Promise.all([store.inputs(id), store.members(id)]);
    const { seam, news } = await this.#takeUp(scenario, { stored, rows });
    const match = new OpenMatch({
      stored: { ...stored, keepDays: stored.keepDays ?? this.keepDays },
      scenario,
      rows,
      seam,
      members,
      store,
      clock,
      journal,
      thinker,
      meter,
      ...(viewFor === undefined ? {} : { viewFor }),
    });
    // Whatever was given back before stands in the log, after the outage that it was for.
    const lost = lostTo(await outages, rows.at(-1)?.at ?? stored.createdAt);
    try {
      await this.#catchUp(match, lost, news);
    } catch (error) {
      await match.close();
      throw error;
    }
    match.run();
    this.#options.onOpen?.(match);
    return match;
  }

  /**
   * What the log has to say before anybody plays on. Throws where it cannot be written: a clock that ran on would
   * take the lost time from somebody for good, and the next to open the match tries again.
   */
  async #catchUp(match: OpenMatch, lost: number, news: Reopening['news']): Promise<void> {
    const by = outageToGiveBack(match.match.state, lost, this.#options.clock.now());
    // First: what is lost is counted from the last row of the log.
    if (by > 0) await this.#note(match, { kind: 'extend', by });
    await match.reconcile();
    if (news !== null) await this.#note(match, news);
  }

  async #note(match: OpenMatch, input: TableInput): Promise<void> {
    const reply = await match.ownInput(input);
    if (reply.ok) return;
    const { code } = reply.refusal;
    if (code === 'server/storage') throw new StoreFault('retryable', `${input.kind} could not be stored`);
    this.#options.journal.error({ match: match.match.id, kind: input.kind, code }, 'the table itself was refused');
  }

  async #takeUp(scenario: Scenario, kept: Pick<Kept, 'stored' | 'rows'>): Promise<Reopening> {
    const { store, journal } = this.#options;
    const { id } = kept.stored;
    const reopening = await reopenFrom(store, scenario, kept);
    const { seam, isNew, news, leftOut } = reopening;
    if (seam !== null && isNew) {
      await store.putSeam(id, seam);
      const facts = { match: id, turn: seam.turn, before: seam.before, after: seam.after, leftOut };
      journal.warn(facts, 'the rules have changed: a match goes on from its last stored turn');
    } else if (news !== null)
      journal.warn({ match: id, from: news.from, to: news.to }, 'a match goes on under these rules');
    return reopening;
  }

  async #drop(id: MatchId, match: OpenMatch): Promise<void> {
    const opening = this.#open.get(id);
    await match.close();
    if (opening !== undefined) this.#forget(id, opening);
  }

  #forget(id: MatchId, opening: Promise<OpenMatch | null>): void {
    if (this.#open.get(id) === opening) this.#open.delete(id);
  }
}
