import type { Agreement } from '../model/agreement.ts';
import { type Cause, UNDISCLOSED } from '../model/cause.ts';
import type { Clause } from '../model/clause.ts';
import type { Audience, GameEvent } from '../model/event.ts';
import { type EventId, eventId, type PowerId, type ViewerId } from '../model/ids.ts';

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
  /** Made when asked for: `knows` says of an agreement whether the viewer may know of it. */
  readonly events: (knows: Knows) => readonly GameEvent[];
};

/**
 * A telling only ever grows. Numbers are given at once; events are told when somebody asks for them, and what was told
 * is forgotten when nobody holds it any more: it can be told again, and a server has some thousand tellers.
 */
type Teller = {
  upTo: number;
  last: GameEvent | null;
  /** How many of them the viewer may see. */ count: number;
  /** What was handed out last, and up to where it goes. */
  told: WeakRef<readonly GameEvent[]> | null;
  toldUpTo: number;
  /** Told without its cause, for want of an agreement: where it stands in what was told, and the event. */
  veiled: readonly (readonly [at: number, event: GameEvent])[];
  readonly numbers: Map<number, Numbers>;
};
/** The viewer's numbers of one turn's events by the engine's; 0 for what the viewer may not see. */
type Numbers = { highest: number; own: Uint16Array };

/** By first event of the match, then viewer: events are only ever appended, so that a telling can be continued. */
const tellers = new WeakMap<GameEvent, Map<ViewerId, Teller>>();
const NOTHING: Told = { nameOf: () => undefined, events: () => [] };

const newTeller = (): Teller => ({
  upTo: 0,
  last: null,
  count: 0,
  told: null,
  toldUpTo: 0,
  veiled: [],
  numbers: new Map(),
});

/**
 * All events that a viewer may know, renumbered among themselves: gaps in a count would tell that
 * something is hidden.
 */
export const tellEvents = (events: readonly GameEvent[], viewer: ViewerId): Told => {
  const first = events[0];
  if (first === undefined) return NOTHING;
  let byViewer = tellers.get(first);
  if (byViewer === undefined) {
    byViewer = new Map();
    tellers.set(first, byViewer);
  }
  const before = byViewer.get(viewer);
  const follows = before !== undefined && before.upTo <= events.length && events[before.upTo - 1] === before.last;
  const teller = follows ? before : newTeller();
  // Looking back at an earlier moment must not undo what has been told since.
  if (!follows && (before === undefined || events.length >= before.upTo)) byViewer.set(viewer, teller);
  numberMore(teller, events, viewer);
  const { count } = teller;
  return {
    nameOf: (id) => nameIn(teller, id),
    events: (knows) => {
      if (teller.count === count) return tellMore(teller, events, viewer, knows);
      // Others have gone on with the teller since: this moment is told as it was.
      const own = newTeller();
      numberMore(own, events, viewer);
      return tellMore(own, events, viewer, knows);
    },
  };
};

const numberIn = (id: EventId): number => Number(id.slice(id.indexOf('.') + 1));

const nameIn = ({ numbers }: Teller, id: EventId): EventId | undefined => {
  const turn = Number(id.slice(0, id.indexOf('.')));
  const number = numbers.get(turn)?.own[numberIn(id)] ?? 0;
  return number === 0 ? undefined : eventId(turn, number);
};

const numberMore = (teller: Teller, events: readonly GameEvent[], viewer: ViewerId): void => {
  for (let i = teller.upTo; i < events.length; i += 1) {
    const event = events[i];
    if (event === undefined || !maySee(event, viewer)) continue;
    teller.count += 1;
    giveNumber(teller, event);
  }
  teller.upTo = events.length;
  teller.last = events.at(-1) ?? null;
};

const giveNumber = ({ numbers }: Teller, { id, turn }: GameEvent): void => {
  let given = numbers.get(turn);
  if (given === undefined) {
    given = { highest: 0, own: new Uint16Array(128) };
    numbers.set(turn, given);
  }
  const number = numberIn(id);
  if (number >= given.own.length) {
    const longer = new Uint16Array(Math.max(number + 1, given.own.length * 2));
    longer.set(given.own);
    given.own = longer;
  }
  given.highest += 1;
  given.own[number] = given.highest;
};

type Knows = (agreement: string) => boolean;

const tellMore = (
  teller: Teller,
  events: readonly GameEvent[],
  viewer: ViewerId,
  knows: Knows,
): readonly GameEvent[] => {
  const nameOf: NameOf = (id) => nameIn(teller, id);
  const before = teller.told?.deref();
  const from = before === undefined ? 0 : teller.toldUpTo;
  const known = before === undefined ? [] : teller.veiled.filter(([, event]) => !isVeiled(event, knows));
  if (before !== undefined && from >= events.length && known.length === 0) return before;
  const told: GameEvent[] = before?.slice() ?? [];
  const veiled = before === undefined ? [] : teller.veiled.filter(([, event]) => isVeiled(event, knows));
  for (const [at, event] of known) told[at] = rename(event, viewer, nameOf, knows);
  for (let i = from; i < events.length; i += 1) {
    const event = events[i];
    if (event === undefined || !maySee(event, viewer)) continue;
    if (isVeiled(event, knows)) veiled.push([told.length, event]);
    told.push(rename(event, viewer, nameOf, knows));
  }
  teller.veiled = veiled;
  teller.told = new WeakRef(told);
  teller.toldUpTo = Math.max(from, events.length);
  return told;
};

const isVeiled = ({ cause }: GameEvent, knows: Knows): boolean => cause.kind === 'clause' && !knows(cause.agreement);

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
