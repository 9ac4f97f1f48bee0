import type { GameEvent } from '../model/event.ts';
import { type EventId, eventId } from '../model/ids.ts';
import { comesBack, packEvent, unpackEvent } from './pack-event.ts';

/** In whose eyes: who sees everything, and under the engine's own numbers. */
const ALL = 'facilitator';

const placeOf = (id: EventId): { readonly turn: number; readonly number: number } => {
  const [turn, number] = id.split('.').map(Number) as [number, number];
  return { turn, number };
};
const nextOf = (id: EventId): EventId => {
  const { turn, number } = placeOf(id);
  return eventId(turn, number + 1);
};

/**
 * Events as text, half as long as their JSON and from which they come back as they were, in the order of
 * their keys too: by that a reader could tell how many events lie between. The items of a JSON list: a
 * text is the id of the event after it, where that does not count on from the one before; a list is an event packed
 * as for the wire; an object is one that would not come back whole from that.
 */
export const packEvents = (events: readonly GameEvent[]): string => {
  const items: string[] = [];
  let next: EventId | null = null;
  for (const event of events) {
    if (event.id !== next) items.push(JSON.stringify(event.id));
    items.push(itemOf(event));
    next = nextOf(event.id);
  }
  return items.join();
};

const itemOf = (event: GameEvent): string =>
  comesBack(event) ? packEvent(event, ALL, JSON.stringify) : JSON.stringify(event);

/** The way back; texts of several calls may be joined by commas. Throws on what was never packed. */
export const unpackEvents = (text: string): readonly GameEvent[] => {
  const events: GameEvent[] = [];
  let next = { turn: 0, number: 0 };
  for (const item of JSON.parse(`[${text}]`) as readonly (EventId | readonly unknown[] | GameEvent)[]) {
    if (typeof item === 'string') {
      next = placeOf(item);
      continue;
    }
    events.push(isPacked(item) ? unpackEvent(item, ALL, () => next) : item);
    next = { turn: next.turn, number: next.number + 1 };
  }
  return events;
};

const isPacked = (item: readonly unknown[] | GameEvent): item is readonly unknown[] => Array.isArray(item);
