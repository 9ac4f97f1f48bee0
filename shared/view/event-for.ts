import { type Cause, UNDISCLOSED } from '../model/cause.ts';
import type { GameEvent } from '../model/event.ts';
import type { EventId, ViewerId } from '../model/ids.ts';
import type { Agreement } from '../model/agreement.ts';

export const maySee = (event: GameEvent, viewer: ViewerId): boolean =>
  viewer === 'facilitator' || event.audience === 'public' || event.audience.includes(viewer);

/** The event as this viewer may have it, under its own number; null if the viewer must not know of it. */
export const eventFor = (event: GameEvent, viewer: ViewerId): GameEvent | null => {
  if (!maySee(event, viewer)) return null;
  if (viewer === 'facilitator' || event.kind !== 'scored') return event;
  const powers = Object.fromEntries(
    Object.entries(event.scores.powers).map(([power, score]) => [power, power === viewer ? score : { open: score.open, full: score.open }]),
  );
  return { ...event, scores: { ...event.scores, powers } };
};

type Shown = { readonly event: GameEvent | null; readonly local: EventId };
const shown = new WeakMap<GameEvent, Map<ViewerId, Shown>>();

/**
 * All events that a viewer may know, renumbered among themselves: gaps in a count would tell that
 * something is hidden. `knows` says of a secret agreement whether the viewer is a party to it.
 */
export const eventsFor = (events: readonly GameEvent[], viewer: ViewerId, knows: (agreement: string) => boolean): readonly GameEvent[] => {
  const out: GameEvent[] = [];
  const numbers = new Map<number, number>();
  const names = new Map<EventId, EventId>();
  for (const event of events) {
    const known = shown.get(event)?.get(viewer);
    const entry = known ?? show(event, viewer, numbers, names, knows);
    if (entry.event === null) continue;
    numbers.set(event.turn, Number(entry.local.slice(entry.local.indexOf('.') + 1)));
    names.set(event.id, entry.local);
    out.push(entry.event);
  }
  return out;
};

const show = (event: GameEvent, viewer: ViewerId, numbers: ReadonlyMap<number, number>, names: ReadonlyMap<EventId, EventId>, knows: (agreement: string) => boolean): Shown => {
  const visible = eventFor(event, viewer);
  const local = `${event.turn}.${(numbers.get(event.turn) ?? 0) + 1}`;
  const entry: Shown = { event: visible === null ? null : rename(visible, local, viewer, names, knows), local };
  const byViewer = shown.get(event) ?? new Map<ViewerId, Shown>();
  byViewer.set(viewer, entry);
  shown.set(event, byViewer);
  return entry;
};

const rename = (event: GameEvent, id: EventId, viewer: ViewerId, names: ReadonlyMap<EventId, EventId>, knows: (agreement: string) => boolean): GameEvent => {
  const audience = event.audience === 'public' || viewer === 'facilitator' ? event.audience : [...event.audience];
  const base = { ...event, id, audience, cause: causeFor(event.cause, names, knows) };
  const local = (known: EventId | null): EventId | null => (known === null ? null : (names.get(known) ?? null));
  switch (base.kind) {
    case 'clauseJudged':
      return { ...base, evidence: local(base.evidence) };
    case 'grievanceGained':
      return { ...base, grievance: { ...base.grievance, because: local(base.grievance.because) } };
    case 'agreementConcluded':
      return { ...base, agreement: agreementFor(base.agreement, names) };
    case 'wasteQueued':
      return { ...base, waste: { ...base.waste, because: local(base.waste.because) ?? '' } };
    default:
      return base;
  }
};

export const agreementFor = (agreement: Agreement, names: ReadonlyMap<EventId, EventId>): Agreement => ({
  ...agreement, clauses: agreement.clauses.map((clause) => ({ ...clause, evidence: clause.evidence === null ? null : (names.get(clause.evidence) ?? null) })),
});

const causeFor = (cause: Cause, names: ReadonlyMap<EventId, EventId>, knows: (agreement: string) => boolean): Cause => {
  if (cause.kind === 'events') {
    const ids = cause.ids.map((id) => names.get(id)).filter((id): id is EventId => id !== undefined);
    return ids.length === 0 ? UNDISCLOSED : { kind: 'events', ids };
  }
  return cause.kind === 'clause' && !knows(cause.agreement) ? UNDISCLOSED : cause;
};

/** Global id → the viewer's own. */
export const namesFor = (events: readonly GameEvent[], viewer: ViewerId, knows: (agreement: string) => boolean): ReadonlyMap<EventId, EventId> => {
  eventsFor(events, viewer, knows);
  const names = new Map<EventId, EventId>();
  for (const event of events) {
    const entry = shown.get(event)?.get(viewer);
    if (entry?.event != null) names.set(event.id, entry.local);
  }
  return names;
};
