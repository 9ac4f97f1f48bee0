import type { MatchId } from '../../shared/model/ids.ts';
import type { BotChoice } from '../../shared/model/input.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { Delay, Length, Pace, PressMode } from '../../shared/model/state.ts';
import { scenarioDigest } from '../../shared/replay/fold.ts';
import { RULES_VERSION } from '../../shared/replay/record.ts';
import { settingsFor } from '../../shared/rules/settings.ts';
import { type MatchKind, type MatchStore, type PersonKey, type StoredMatch, StoreFault } from '../store/match-store.ts';
import type { Thinker } from '../workers/thinker.ts';
import { catchUp } from './catch-up.ts';
import type { Clock, Entropy, Journal } from './clock.ts';
import { makeCode } from './codes.ts';
import { KEEP_DAYS } from './keep.ts';
import type { MatchOptions } from './match.ts';
import { OpenMatch } from './open-match.ts';
import { lostTo, type Outage } from './outages.ts';
import { type Kept, type Reopening, reopenFrom } from './reopening.ts';
import type { Runs } from './view-lines.ts';

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
/** What was before this run of the server: when none was up, and which one was. */
export type Past = { readonly outages: readonly Outage[]; readonly runs: Runs };
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
  /** ms for which a match that all have left stays in memory. */
  readonly idle?: number;
  /** Of the last outage one knows only once it is over. */
  readonly past: Past | Promise<Past>;
  readonly viewFor?: MatchOptions['viewFor'];
  readonly meter?: MatchOptions['meter'];
  /** Told of each match that is opened. */ readonly onOpen?: (open: OpenMatch) => void;
};

const IDLE = 10 * 60_000;
const CODE_TRIES = 8;

type Opening = Promise<OpenMatch | null>;

/** All matches of this process: one authority for each, made or opened at most once. */
export class MatchDirectory {
  readonly #options: DirectoryOptions;
  readonly #open = new Map<MatchId, Opening>();
  /** What is being closed: it takes nothing more, and until it has written its last nobody may read its log. */
  readonly #leaving = new Map<MatchId, Promise<void>>();
  /** What has to be opened anew, until that has succeeded. */
  readonly #toMend = new Set<MatchId>();
  #closing = false;

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  /** ms for which a match that all have left stays in memory. */
  get idle(): number {
    return this.#options.idle ?? IDLE;
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
    const known = this.#open.get(id);
    if (known !== undefined) {
      const match = await known;
      if (match?.match.broken === true) {
        this.#toMend.add(id);
        await this.#drop(known, match);
      } else if (match === null || this.#open.get(id) === known) {
        match?.use();
        return match;
      }
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
    return (await this.#known()).map(({ match }) => match);
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
    const opening = this.#open.get(id);
    const match = await opening?.catch(() => null);
    if (opening === undefined || match === null || match === undefined) return this.#leaving.get(id);
    match.match.giveUp();
    await this.#drop(opening, match);
  }

  async closeIdle(): Promise<void> {
    for (const { opening, match } of await this.#known()) if (match.isIdle(this.idle)) await this.#drop(opening, match);
  }

  /** Opens anew whatever no longer agrees with its log: its clock and its bots must not wait until somebody asks for it. */
  async mend(): Promise<void> {
    for (const { match } of await this.opened()) if (match.broken) this.#toMend.add(match.id);
    for (const id of this.#toMend) {
      try {
        await this.open(id);
        this.#toMend.delete(id);
      } catch (error) {
        // The store may be back in a second; a log that cannot be folded will be no better by then.
        if (!(error instanceof StoreFault)) this.#toMend.delete(id);
        this.#options.journal.error({ match: id, error }, 'a match could not be opened anew');
      }
    }
  }

  /** No more inputs; resolves when every one that was being taken is stored. */
  async close(): Promise<void> {
    this.#closing = true;
    const opened = await this.opened();
    await Promise.all([...this.#leaving.values(), ...opened.map((match) => match.close())]);
  }

  async #store(stored: StoredMatch): Promise<StoredMatch> {
    await this.#options.store.addMatch(stored);
    return stored;
  }

  async #read(id: MatchId): Promise<OpenMatch | null> {
    const { store, clock, journal, thinker, past, viewFor, meter, scenarioById } = this.#options;
    await this.#leaving.get(id);
    const stored = await store.match(id);
    if (stored === null) return null;
    const scenario = scenarioById(stored.scenario);
    if (scenario === null)
      throw new Error(`match ${id} is of the scenario ${stored.scenario}, which this server does not have`);
    const [rows, members] = await Promise.all([store.inputs(id), store.members(id)]);
    const { seam, news } = await this.#takeUp(scenario, { stored, rows });
    const { outages, runs } = await past;
    const match = new OpenMatch({
      stored: { ...stored, keepDays: stored.keepDays ?? this.keepDays },
      scenario,
      rows,
      seam,
      members,
      runs,
      store,
      clock,
      journal,
      thinker,
      meter,
      ...(viewFor === undefined ? {} : { viewFor }),
    });
    // Whatever was given back before stands in the log, after the outage that it was for.
    const lost = lostTo(outages, rows.at(-1)?.at ?? stored.createdAt);
    try {
      await catchUp(match, { lost, news, now: clock.now(), journal });
    } catch (error) {
      await match.close();
      throw error;
    }
    match.run();
    this.#options.onOpen?.(match);
    return match;
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

  async #known(): Promise<readonly { readonly opening: Opening; readonly match: OpenMatch }[]> {
    const all = [...this.#open.values()].map(async (opening) => ({ opening, match: await opening.catch(() => null) }));
    return (await Promise.all(all)).flatMap(({ opening, match }) => (match === null ? [] : [{ opening, match }]));
  }

  /** Resolves when it is closed. Another one that has been opened in its place by now is left alone. */
  async #drop(opening: Opening, match: OpenMatch): Promise<void> {
    const { id } = match.match;
    if (this.#open.get(id) === opening) {
      this.#open.delete(id);
      const leaving = match
        .close()
        .catch((error: unknown) => this.#options.journal.error({ match: id, error }, 'a match was not closed in order'))
        .finally(() => this.#leaving.delete(id));
      this.#leaving.set(id, leaving);
    }
    await this.#leaving.get(id);
  }

  #forget(id: MatchId, opening: Opening): void {
    if (this.#open.get(id) === opening) this.#open.delete(id);
  }
}
