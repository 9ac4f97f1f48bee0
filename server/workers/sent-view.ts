import type { GameEvent } from '../../shared/model/event.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';

/** JSON without the brackets round it, in memory that all threads see. */
type SharedList = { readonly buffer: SharedArrayBuffer; readonly length: number };
/** A view on its way to a worker: as JSON, but for the events, which are most of it and are written down once. */
export type SentView = { readonly rest: string; readonly events: SharedList };

type Written = SharedList & { readonly told: readonly GameEvent[] };
const NOTHING: Written = { told: [], buffer: new SharedArrayBuffer(0), length: 0 };
/** By the first event: each viewer is told events of its own, and they go when the match goes. */
const written = new WeakMap<GameEvent, Written>();

/** Makes plain what a view tells only when it is asked. */
export const sendView = ({ events, ...rest }: SeatView): SentView => ({
  rest: JSON.stringify(rest),
  events: writtenOf(events),
});

export const receiveView = ({ rest, events }: SentView): SeatView => ({
  ...JSON.parse(rest),
  events: JSON.parse(`[${Buffer.from(events.buffer, 0, events.length).toString()}]`),
});

const writtenOf = (events: readonly GameEvent[]): SharedList => {
  const [first] = events;
  if (first === undefined) return NOTHING;
  const known = written.get(first);
  // One event may be told anew, when what lay behind it becomes known.
  const before = known?.told.every((event, at) => event === events[at]) ? known : NOTHING;
  const now = before.told.length === events.length ? before : append(before, events);
  written.set(first, now);
  return { buffer: now.buffer, length: now.length };
};

/** What a worker may be reading is left as it is: new events go behind it. */
const append = ({ told, buffer, length }: Written, events: readonly GameEvent[]): Written => {
  const lines = events.slice(told.length).map((event) => JSON.stringify(event));
  const bytes = Buffer.from(`${length === 0 ? '' : ','}${lines.join(',')}`);
  const needed = length + bytes.length;
  const room = needed <= buffer.byteLength ? buffer : new SharedArrayBuffer(needed * 2);
  const all = new Uint8Array(room);
  if (room !== buffer) all.set(new Uint8Array(buffer, 0, length));
  all.set(bytes, length);
  return { told: events, buffer: room, length: needed };
};
