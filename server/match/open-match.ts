import { canonical } from '../../shared/kernel/canonical.ts';
import { digestOf } from '../../shared/kernel/digest.ts';
import type { PowerId } from '../../shared/model/ids.ts';
import type { FacilitatorInput, Sitter, TableInput } from '../../shared/model/input.ts';
import type { Reply } from '../../shared/protocol/messages.ts';
import type { MatchStore, Member, PersonKey, StoredMatch, Tenure } from '../store/match-store.ts';
import type { Thinker } from '../workers/thinker.ts';
import { awaits, isPersons, runsByBots } from './attendance.ts';
import type { Clock, Journal } from './clock.ts';
import { Match, type MatchOptions, type Submission, type Taken } from './match.ts';
import { MatchBots } from './match-bots.ts';
import { MatchCaches } from './match-caches.ts';
import { MatchClock, needsWatching } from './match-clock.ts';
import { numbered } from './names.ts';
import { outlineOf, statusOf } from './outline.ts';
import { Presence, type Watcher } from './presence.ts';
import { Roll } from './roll.ts';
import { openAbandoned } from './seat-claims.ts';
import { type Arrival, denied, markAt, movingTo, namesBut, type Put, placeFor, type Seated } from './seating.ts';
import { Gallery, withoutPublic } from './spectators.ts';
import { keepTenures } from './tenures.ts';
import { goingOn, type Runs } from './view-lines.ts';
import { ViewsOut } from './views-out.ts';

export type { Arrival, Seated } from './seating.ts';
export type OpenMatchOptions = Omit<MatchOptions, 'now' | 'log'> & {
  readonly store: MatchStore;
  readonly clock: Clock;
  readonly journal: Journal;
  readonly thinker: Thinker;
  readonly members: readonly Member[];
  readonly runs: Runs;
};

/** A match in this process: its authority, and round it the people, the clock, the bots and the views. */
export class OpenMatch {
  readonly stored: StoredMatch;
  readonly match: Match;
  readonly views: ViewsOut;
  readonly presence = new Presence();
  readonly #options: OpenMatchOptions;
  readonly #roll: Roll;
  readonly #watchers = new Set<Watcher>();
  readonly #stops: (() => void)[] = [];
  readonly #caches: MatchCaches;
  readonly #gallery: Gallery | null;
  #seating: Promise<unknown> = Promise.resolve();
  #holders = 0;
  /** Since when nobody has needed it; null while somebody does. */
  #idleSince: number | null;

  constructor(options: OpenMatchOptions) {
    const { stored, clock } = options;
    this.stored = stored;
    this.#options = options;
    this.#idleSince = clock.now();
    this.#roll = new Roll(options.members);
    const gallery = stored.settings.delay === undefined ? null : new Gallery(options);
    const follow = gallery === null ? undefined : (taken: Taken) => gallery.follow(taken);
    this.match = new Match({ ...options, now: clock.now, log: options.store, follow });
    gallery?.attach(this.match);
    this.#gallery = gallery;
    this.views = new ViewsOut(withoutPublic(this.match), clock.now, goingOn(options));
    this.#caches = new MatchCaches(this.match, options);
    this.match.subscribe(({ events }) => this.touched(events));
  }

  get members(): readonly Member[] {
    return this.#roll.members;
  }
  member(person: PersonKey): Member | null {
    return this.#roll.find(person);
  }
  membersOf(power: PowerId): readonly Member[] {
    return this.#roll.at(power);
  }
  /** Sent away: may not come back, not even to watch. */
  isRemoved(person: PersonKey): boolean {
    return this.#roll.isRemoved(person);
  }
  /** Who came with one browser, those who have left or were sent away too. */
  everMarked(mark: string): readonly Member[] {
    return this.#roll.marked(mark);
  }
  /** What spectators of a table with a delay see. Throws at any other table. */
  get gallery(): Gallery {
    if (this.#gallery === null) throw new Error('nobody sees this match late');
    return this.#gallery;
  }

  /** Clock and bots begin only when the match is as it should be. */
  run(): void {
    // The process may have ended between an input and the outline that tells of it, and by that it is found when due.
    const status = statusOf(this.match.state);
    const isOld = canonical(this.stored.outline) !== canonical(outlineOf(this.match.state));
    if (status !== this.stored.status || (isOld && status !== 'table')) this.#caches.writeOutline();
    this.#caches.makeUpTurn();
    const { clock, journal, thinker } = this.#options;
    const ticking = new MatchClock(this.match, clock, journal);
    // Drawn from the match's secret, and not the secret itself: by that a bot could tell how the dice will fall.
    const luck = digestOf('bots', this.stored.seed);
    const bots = new MatchBots(this.match, { journal, clock, thinker, luck, awaits: (power) => awaits(this, power) });
    this.#stops.push(
      () => ticking.stop(),
      () => bots.stop(),
      openAbandoned(this, journal),
    );
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    await this.#seating;
    await this.match.close();
    await this.#caches.close();
    this.views.close();
    this.#gallery?.close();
    // Whoever still looks at it would look at it for ever.
    if (this.match.broken) this.touched();
    this.#watchers.clear();
  }

  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
  touched(acted: Parameters<Watcher>[0] = null): void {
    for (const watcher of this.#watchers) watcher(acted);
  }

  hold(): () => void {
    this.#holders += 1;
    this.#idleSince = null;
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#holders -= 1;
      if (this.#holders === 0) this.#idleSince = this.#options.clock.now();
    };
  }
  /** Somebody has just asked for it. */
  use(): void {
    if (this.#idleSince !== null) this.#idleSince = this.#options.clock.now();
  }
  /** Nobody is here, and nothing runs by itself that the scheduler would not find: the log can have it back. */
  isIdle(longerThan: number): boolean {
    const since = this.#idleSince;
    const now = this.#options.clock.now();
    if (since === null || now - since <= longerThan) return false;
    return !needsWatching(this.match.state, now) && !runsByBots(this);
  }

  join(arrival: Arrival): Promise<Seated> {
    return this.#inTurn(() => this.#join(arrival));
  }
  move(person: PersonKey, power: PowerId | null): Promise<Seated> {
    return this.#inTurn(() => this.#move(person, power));
  }
  /** Puts somebody into a seat whoever else sits there: the class decides who shares one. */
  place(arrival: Required<Pick<Arrival, 'person' | 'name' | 'power'>>, classId: string): Promise<Seated> {
    return this.#inTurn(async () => {
      if (this.isRemoved(arrival.person)) return denied('server/not-welcome');
      const name = numbered(arrival.name, namesBut(this, arrival.person));
      const store = (member: Member): Promise<void> => this.#options.store.putStudent(classId, this.match.id, member);
      return this.#put({ ...arrival, name }, arrival.power, store);
    });
  }
  /** Sends somebody away. Before the start their seat is free again; later a bot has it. */
  remove(person: PersonKey): Promise<Seated> {
    return this.#inTurn(async () => {
      const member = this.#roll.find(person);
      return member === null ? denied('server/not-a-member') : this.#put({ ...member, removed: true }, null);
    });
  }
  /** For what gives seats to others while the match runs: one after another with everything else that does. */
  inSeating<T>(act: (put: Put) => Promise<T>): Promise<T> {
    return this.#inTurn(() =>
      act((who, power, why) =>
        this.#put(who, power, (member) => this.#options.store.putMember(this.match.id, member), why),
      ),
    );
  }
  start(): Promise<Reply> {
    return this.#inTurn(async () => {
      await this.#fillWithBots();
      return this.ownInput({ kind: 'start' });
    });
  }
  /** The facilitator's act; where it starts the match, empty seats go to bots first. */
  async act(submission: Pick<Submission, 'id' | 'basedOn'> & { readonly input: FacilitatorInput }): Promise<Reply> {
    const starts = submission.input.kind === 'start' && this.match.state.table.phase === 'table';
    if (starts) await this.#inTurn(() => this.#fillWithBots());
    return this.match.submit({ seat: 'facilitator', person: 'console', ...submission });
  }
  /** Whom a stand-in sits in for takes over at once with the first thing that is sent. */
  takeBack(power: PowerId): Promise<Reply> {
    return this.#inTurn(async () => {
      const sitter = this.match.state.table.seats[power]?.sitter;
      if (sitter?.by !== 'bot' || sitter.standIn !== true) return { ok: true, version: 0 };
      return this.ownInput({ kind: 'seat', power, sitter: { by: 'human' } });
    });
  }
  /** What the table itself does to a seat or to its clock. */
  ownInput(input: TableInput): Promise<Reply> {
    return this.match.submit({ seat: 'table', person: 'table', id: null, basedOn: null, input });
  }

  async #join(arrival: Arrival): Promise<Seated> {
    const placing = placeFor(this, arrival);
    return 'put' in placing ? this.#put({ ...arrival, ...markAt(this, arrival.mark) }, placing.put) : placing;
  }

  async #move(person: PersonKey, power: PowerId | null): Promise<Seated> {
    const member = this.#roll.find(person);
    const placing = member === null ? denied('server/not-a-member') : movingTo(this, member, power);
    return 'put' in placing && member !== null ? this.#put(member, placing.put) : (placing as Seated);
  }

  async #put(
    who: Pick<Member, 'person' | 'name' | 'removed' | 'mark'>,
    power: PowerId | null,
    store: (member: Member) => Promise<void> = (member) => this.#options.store.putMember(this.match.id, member),
    why?: Tenure['why'] & string,
  ): Promise<Seated> {
    const before = this.#roll.find(who.person);
    const { person, name, removed = false, mark = before?.mark } = who;
    const joinedAt = before?.joinedAt ?? this.#options.clock.now();
    const member: Member = {
      person,
      name,
      power,
      joinedAt,
      ...(removed ? { removed } : {}),
      ...(mark === undefined ? {} : { mark }),
    };
    try {
      await keepTenures(this.#options.store, this, { before, after: member, at: this.#options.clock.now() }, why);
      await store(member);
    } catch (error) {
      this.#options.journal.error({ match: this.match.id, error }, 'a member could not be stored');
      return denied('server/storage');
    }
    this.#roll.put(member);
    const left = before?.power ?? null;
    const isLeft = left === null || this.membersOf(left).length > 0 || (await this.#vacate(left));
    const isSat = isLeft && (power === null || (await this.#seat(power, { by: 'human' })));
    this.touched();
    return isSat ? { ok: true, member } : denied('server/storage');
  }

  async #vacate(power: PowerId): Promise<boolean> {
    const { phase, seats } = this.match.state.table;
    if (phase === 'ended' || !isPersons(seats[power])) return true;
    return this.#seat(power, phase === 'table' ? { by: 'nobody' } : this.#successor);
  }
  /** Who has a seat that its person has left. */
  get #successor(): Sitter {
    return this.stored.kind === 'class' || this.stored.kind === 'quick'
      ? this.#bot
      : { by: 'bot', bot: 'caretaker', open: true };
  }
  get #bot(): Sitter {
    return { by: 'bot', ...this.stored.bots };
  }

  /** What the log does not know yet of who came or went: the process ended between the two. */
  async reconcile(): Promise<void> {
    const { phase, seats } = this.match.state.table;
    for (const [power, seat] of Object.entries(seats)) {
      const taken = this.membersOf(power).length > 0;
      const claimed = seat.sitter.by === 'bot' && seat.sitter.open === true && seat.sitter.standIn !== true;
      if (taken && (phase === 'table' || claimed)) await this.#seat(power, { by: 'human' });
      if (!taken && !this.stored.settings.facilitated) await this.#vacate(power);
    }
  }

  async #fillWithBots(): Promise<void> {
    for (const [power, seat] of Object.entries(this.match.state.table.seats)) {
      if (seat.sitter.by === 'nobody') await this.#seat(power, this.#bot);
    }
  }

  /** False: the log does not say what the roll says, and is reconciled with it when the match is opened anew. */
  async #seat(power: PowerId, sitter: Sitter): Promise<boolean> {
    const now = this.match.state.table.seats[power]?.sitter ?? null;
    if (canonical(now) === canonical(sitter)) return true;
    const reply = await this.ownInput({ kind: 'seat', power, sitter });
    // Of a match that has just ended it is all the same.
    if (reply.ok || reply.refusal.code === 'phase/ended') return true;
    this.match.giveUp();
    return false;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#seating.then(act);
    this.#seating = done.catch(() => undefined);
    return done;
  }
}
