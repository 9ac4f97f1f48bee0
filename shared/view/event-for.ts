import type { Agreement } from '../model/agreement.ts';
import { type Cause, UNDISCLOSED } from '../model/cause.ts';
import type { Clause } from '../model/clause.ts';
import type { Audience, GameEvent } from '../model/event.ts';
import { type EventId, eventId, type PowerId, type ViewerId } from '../model/ids.ts';
import type { EventLog } from '../model/state.ts';

export const maySee = (event: GameEvent, viewer: ViewerId): boolean =>
  viewer === 'facilitator' || event.audience === 'public' || event.audience.includes(viewer);

/** The event as this viewer may have it, under its own number; null if the viewer must not know of it. */
export const eventFor = (event: GameEvent, viewer: ViewerId): GameEvent | null => {
  if (!maySee(event, viewer)) return null;
  if (viewer === 'facilitator' || event.kind !== 'scored') return event;
  const powers = Object.fromEntries(
    Object.entries(event.scores.powers).map(([power, score]) => [
      power,
      power === viewer ? score : { open: score.open, full: score.open },
    ]),
  );
  return { ...event, scores: { ...event.scores, powers } };
};

/** The viewer's own number for an engine's; undefined for what the viewer may not know. */
export type NameOf = (id: EventId) => EventId | undefined;

/** What one viewer has of a match's events so far. */
export type Told = {
  readonly nameOf: NameOf;
  /**
   * Made anew at each call: `knows` says of an agreement whether the viewer may know of it; the first `skip` of what
   * the viewer has are left out.
   */
  readonly events: (knows: Knows, skip?: number) => readonly GameEvent[];
};

/**
 * A viewer's numbers only ever grow. What is told is not kept: a server has some thousand viewers. Lists are made
 * anew when they grow: one that is pushed to keeps as much room again.
 */
type Teller = {
  upTo: number;
  last: GameEvent | null;
  /** By turn a bit for each event, set if the viewer may see it, in words of 32 that lie one turn after the other. */
  seen: number[];
  /** By turn where its words begin, and how many they are. */ starts: readonly number[];
  words: readonly number[];
  /** How many of the events before each of the latest marks the viewer may see. */ marks: readonly number[];
  count: number;
};
/** So many events lie between two marks. */
const MARK = 8;
/** Marks that are kept: who asks for what lies before them is told from the beginning. */
const MARKS = 16;

/** By first event of the match, then viewer: events are only ever appended, so that a telling can be continued. */
const tellers = new WeakMap<GameEvent, Map<ViewerId, Teller>>();
const NOTHING: Told = { nameOf: () => undefined, events: () => [] };

/**
 * All events that a viewer may know, renumbered among themselves: gaps in a count would tell that
 * something is hidden.
 */
export const tellEvents = (events: EventLog, viewer: ViewerId): Told => {
  const first = events.at(0);
  if (first === undefined) return NOTHING;
  let byViewer = tellers.get(first);
  if (byViewer === undefined) {
    byViewer = new Map();
    tellers.set(first, byViewer);
  }
  const teller = tellerFor(byViewer, events, viewer);
  const nameOf: NameOf = (id) => nameIn(teller, id);
  return {
    nameOf,
    events: (knows, skip = 0) => {
      const told: GameEvent[] = [];
      const [place, before] = markBefore(teller, events.length, skip);
      let seen = before;
      for (const event of events.slice(place)) {
        if (!maySee(event, viewer)) continue;
        seen += 1;
        if (seen > skip) told.push(rename(event, viewer, nameOf, knows));
      }
      return told;
    },
  };
};

const tellerFor = (byViewer: Map<ViewerId, Teller>, events: EventLog, viewer: ViewerId): Teller => {
  const before = byViewer.get(viewer);
  if (before !== undefined && before.upTo <= events.length && events.at(before.upTo - 1) === before.last) {
    numberMore(before, events, viewer);
    return before;
  }
  const teller: Teller = { upTo: 0, last: null, seen: [], starts: [], words: [], marks: [], count: 0 };
  numberMore(teller, events, viewer);
  // Looking back at an earlier moment must not undo what has been numbered since.
  if (before === undefined || events.length >= before.upTo) byViewer.set(viewer, teller);
  return teller;
};

const numberIn = (id: EventId): number => Number(id.slice(id.indexOf('.') + 1));

const nameIn = (teller: Teller, id: EventId): EventId | undefined => {
  const turn = Number(id.slice(0, id.indexOf('.')));
  const number = ownNumber(teller, turn, numberIn(id));
  return number === 0 ? undefined : eventId(turn, number);
};

const numberMore = (teller: Teller, events: EventLog, viewer: ViewerId): void => {
  let place = teller.upTo;
  for (const event of events.slice(place)) {
    if (place % MARK === 0) teller.marks = [...teller.marks.slice(1 - MARKS), teller.count];
    place += 1;
    if (!maySee(event, viewer)) continue;
    teller.count += 1;
    giveNumber(teller, event);
  }
  teller.upTo = events.length;
  teller.last = events.at(-1) ?? null;
};

/** The last mark among the first `length` events up to which the viewer has at most `skip`: its place, and how many those are. */
const markBefore = ({ marks, upTo }: Teller, length: number, skip: number): readonly [place: number, seen: number] => {
  const first = Math.ceil(upTo / MARK) - marks.length;
  for (let i = marks.length - 1; i >= 0; i -= 1) {
    const place = (first + i) * MARK;
    const seen = marks[i] ?? 0;
    if (place < length && seen <= skip) return [place, seen];
  }
  return [0, 0];
};

/** Numbers of a turn only grow, also when it is played again: an event's own number is how many bits lie up to its. */
const giveNumber = (teller: Teller, { id, turn }: GameEvent): void => {
  const number = numberIn(id);
  const word = number >> 5;
  while ((teller.words[turn] ?? 0) <= word) addWord(teller, turn);
  const at = (teller.starts[turn] ?? 0) + word;
  teller.seen[at] = (teller.seen[at] ?? 0) | (1 << (number & 31));
};

/** Room for 32 more numbers of a turn: as a rule at the end. */
const addWord = (teller: Teller, turn: number): void => {
  const { seen } = teller;
  const missing = Math.max(0, turn + 1 - teller.starts.length);
  const starts = [...teller.starts, ...Array<number>(missing).fill(seen.length)];
  const words = [...teller.words, ...Array<number>(missing).fill(0)];
  const count = words[turn] ?? 0;
  const end = (starts[turn] ?? 0) + count;
  teller.seen = [...seen.slice(0, end), 0, ...seen.slice(end)];
  teller.starts = starts.map((start, of) => (of > turn ? start + 1 : start));
  teller.words = words.with(turn, count + 1);
};

const ownNumber = ({ seen, starts, words }: Teller, turn: number, number: number): number => {
  const word = number >> 5;
  const start = starts[turn] ?? 0;
  if (word >= (words[turn] ?? 0)) return 0;
  const last = seen[start + word] ?? 0;
  if ((last & (1 << (number & 31))) === 0) return 0;
  let count = bitsIn(last & (-1 >>> (31 - (number & 31))));
  for (let i = start; i < start + word; i += 1) count += bitsIn(seen[i] ?? 0);
  return count;
};

const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

type Knows = (agreement: string) => boolean;

/** Who else was told is not told: among them may be parties to something secret. */
const audienceFor = ({ audience }: GameEvent, viewer: ViewerId): Audience =>
  audience === 'public' || viewer === 'facilitator' ? audience : [viewer];

const rename = (whole: GameEvent, viewer: ViewerId, nameOf: NameOf, knows: Knows): GameEvent => {
  const event = eventFor(whole, viewer) ?? whole;
  const audience = audienceFor(event, viewer);
  const base = { ...event, id: nameOf(event.id) ?? event.id, audience, cause: causeFor(event.cause, nameOf, knows) };
  const local = (known: EventId | null): EventId | null => (known === null ? null : (nameOf(known) ?? null));
  switch (base.kind) {
    case 'clauseJudged':
      return { ...base, evidence: local(base.evidence) };
    case 'grievanceGained':
      return { ...base, grievance: { ...base.grievance, because: local(base.grievance.because) } };
    case 'agreementConcluded':
      return { ...base, agreement: agreementFor(base.agreement, viewer, nameOf) };
    case 'clauseAdvanced':
      return { ...base, able: ableFor(base.able, viewer) };
    case 'wasteQueued':
      return { ...base, waste: { ...base.waste, because: local(base.waste.because) ?? '' } };
    default:
      return base;
  }
};

/** Whether somebody could have paid for a deed is known to that seat alone. */
const ableFor = (able: readonly PowerId[], viewer: ViewerId): readonly PowerId[] =>
  viewer === 'facilitator' || able.length === 0 ? able : able.filter((power) => power === viewer);

/** To whom else a text was shown is not told: it may have been a spy. What hides nothing stays the same object. */
export const agreementFor = (agreement: Agreement, viewer: ViewerId, nameOf: NameOf): Agreement => {
  const shownTo =
    viewer === 'facilitator' || agreement.shownTo.length === 0
      ? agreement.shownTo
      : agreement.shownTo.filter((power) => power === viewer);
  const clauses = agreement.clauses.map((clause) => clauseFor(clause, viewer, nameOf));
  const isSame = shownTo === agreement.shownTo && clauses.every((clause, i) => clause === agreement.clauses[i]);
  return isSame ? agreement : { ...agreement, shownTo, clauses };
};

const clauseFor = (clause: Clause, viewer: ViewerId, nameOf: NameOf): Clause => {
  const evidence = clause.evidence === null ? null : (nameOf(clause.evidence) ?? null);
  const able = ableFor(clause.able, viewer);
  return able === clause.able && evidence === clause.evidence ? clause : { ...clause, able, evidence };
};

const causeFor = (cause: Cause, nameOf: NameOf, knows: Knows): Cause => {
  if (cause.kind === 'events') {
    const ids = cause.ids.map(nameOf).filter((id): id is EventId => id !== undefined);
    return ids.length === 0 ? UNDISCLOSED : { kind: 'events', ids };
  }
  return cause.kind === 'clause' && !knows(cause.agreement) ? UNDISCLOSED : cause;
};
