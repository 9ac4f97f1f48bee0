import type { Agreement } from '../model/agreement.ts';
import { type Cause, UNDISCLOSED } from '../model/cause.ts';
import type { GameEvent } from '../model/event.ts';
import type { EventId, PowerId, ViewerId } from '../model/ids.ts';

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

/** What one viewer has of a match's events so far; `names` gives the viewer's own number for an engine's. */
export type Told = { readonly events: readonly GameEvent[]; readonly names: ReadonlyMap<EventId, EventId> };
/** A telling only ever grows; `told` is what was handed out last. */
type Teller = {
  upTo: number;
  last: GameEvent | null;
  told: Told;
  readonly list: GameEvent[];
  readonly names: Map<EventId, EventId>;
  readonly highest: Map<number, number>;
};

/** By first event of the match, then viewer: events are only ever appended, so that a telling can be continued. */
const tellers = new WeakMap<GameEvent, Map<ViewerId, Teller>>();
const NOTHING: Told = { events: [], names: new Map() };

const newTeller = (): Teller => ({
  upTo: 0,
  last: null,
  told: NOTHING,
  list: [],
  names: new Map(),
  highest: new Map(),
});

/**
 * All events that a viewer may know, renumbered among themselves: gaps in a count would tell that
 * something is hidden. `knows` says of an agreement whether the viewer may know of it.
 */
export const tellEvents = (
  events: readonly GameEvent[],
  viewer: ViewerId,
  knows: (agreement: string) => boolean,
): Told => {
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
  tellMore(teller, events, viewer, knows);
  return teller.told;
};

const tellMore = (
  teller: Teller,
  events: readonly GameEvent[],
  viewer: ViewerId,
  knows: (agreement: string) => boolean,
): void => {
  const { list, names, highest } = teller;
  const known = list.length;
  for (let i = teller.upTo; i < events.length; i += 1) {
    const event = events[i];
    if (event === undefined || !maySee(event, viewer)) continue;
    const number = (highest.get(event.turn) ?? 0) + 1;
    highest.set(event.turn, number);
    const local = `${event.turn}.${number}`;
    names.set(event.id, local);
    list.push(rename(eventFor(event, viewer) ?? event, local, viewer, names, knows));
  }
  teller.upTo = events.length;
  teller.last = events.at(-1) ?? null;
  if (list.length > known) teller.told = { events: list.slice(), names };
};

const rename = (
  event: GameEvent,
  id: EventId,
  viewer: ViewerId,
  names: ReadonlyMap<EventId, EventId>,
  knows: (agreement: string) => boolean,
): GameEvent => {
  const audience = event.audience === 'public' || viewer === 'facilitator' ? event.audience : [...event.audience];
  const base = { ...event, id, audience, cause: causeFor(event.cause, names, knows) };
  const local = (known: EventId | null): EventId | null => (known === null ? null : (names.get(known) ?? null));
  switch (base.kind) {
    case 'clauseJudged':
      return { ...base, evidence: local(base.evidence) };
    case 'grievanceGained':
      return { ...base, grievance: { ...base.grievance, because: local(base.grievance.because) } };
    case 'agreementConcluded':
      return { ...base, agreement: agreementFor(base.agreement, viewer, names) };
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
  viewer === 'facilitator' ? able : able.filter((power) => power === viewer);

/** To whom else a text was shown is not told: it may have been a spy. */
export const agreementFor = (
  agreement: Agreement,
  viewer: ViewerId,
  names: ReadonlyMap<EventId, EventId>,
): Agreement => ({
  ...agreement,
  shownTo: viewer === 'facilitator' ? agreement.shownTo : agreement.shownTo.filter((power) => power === viewer),
  clauses: agreement.clauses.map((clause) => ({
    ...clause,
    able: ableFor(clause.able, viewer),
    evidence: clause.evidence === null ? null : (names.get(clause.evidence) ?? null),
  })),
});

const causeFor = (cause: Cause, names: ReadonlyMap<EventId, EventId>, knows: (agreement: string) => boolean): Cause => {
  if (cause.kind === 'events') {
    const ids = cause.ids.map((id) => names.get(id)).filter((id): id is EventId => id !== undefined);
    return ids.length === 0 ? UNDISCLOSED : { kind: 'events', ids };
  }
  return cause.kind === 'clause' && !knows(cause.agreement) ? UNDISCLOSED : cause;
};
