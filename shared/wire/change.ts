import type { FactKind, GameEvent } from '../model/event.ts';
import { eventId, type ViewerId } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SeatView } from '../model/seat-view.ts';
import { applyPatch, differ, type Json, type Patch } from '../protocol/patch.ts';
import { foldView } from './fold-view.ts';
import { foresee, type Opened } from './foresee.ts';
import { type Counter, codeOf, packEvent, unpackEvent } from './pack-event.ts';

/** Raw deflate of a text (UTF-8) with a dictionary that both ends have. */
export type Deflate = (text: string, dictionary: string) => Uint8Array;
/** The way back; throws on what is none. */
export type Inflate = (bytes: Uint8Array, dictionary: string) => string;

/**
 * How a view has changed. A text is JSON, the items of a list: packed events, and at the end, where the
 * events do not tell it all, a patch. Bytes are such texts squeezed: their first byte is a form. A number is
 * what is told most often: twice the place of a power among the scenario's, and one more if it is ready now.
 */
export type Change = number | string | Uint8Array;
const FORM = { sinceOld: 1, turn: 2 } as const;

/** Shared by all who are told of one step, so that its foresight is reckoned once. */
export type Foresight = { text?: string };

/** What one viewer has been told, or the latest of it. */
type Told = Pick<SeatView, 'viewer' | 'events'>;

/** Below this a text is sent as it is: squeezing would cost more than it saves. */
const WORTH_SQUEEZING = 72;
/** How many of a viewer's latest events later ones are measured against: more of them save little and must be at hand. */
export const TAIL = 24;

/**
 * What makes `now` of `old`. It depends on these two alone: whoever may have both may have it, and
 * nothing else can be in it. Both may leave out the first `skip` events, if `TAIL` of the old ones are left.
 */
export const encodeChange = (
  scenario: Scenario,
  old: SeatView,
  now: SeatView,
  deflate: Deflate,
  foresight: Foresight = {},
  skip = 0,
): Change => {
  const lines = linesOf(scenario, old, now, skip);
  if (lines === null) return patchText(old, now, skip) ?? '{"obj":{}}';
  const fresh = now.events.slice(old.events.length);
  const readiness = lines.length === 1 ? readinessIn(scenario, fresh) : null;
  if (readiness !== null) return readiness;
  const at = fresh.findIndex((event) => event.kind === 'conductNoted');
  if (at < 0) return fresh.some(isWorded) ? lines.join() : squeezed(old, lines.join(), deflate);
  const card = drawnCard(fresh);
  const opening = [...lines.slice(0, at), JSON.stringify(card)].join();
  foresight.text ??= foresightOf(scenario, old, { events: fresh.slice(0, at), card });
  return turnBytes(old, opening, lines.slice(at).join(), foresight.text, deflate);
};

/** By these, and several of them, a view differs by no more than what both ends make of them. */
const ALONE: ReadonlySet<FactKind> = new Set(['said', 'ordersSubmitted', 'readySet', 'phaseOpened']);
/** Where a turn begins, bands are those of another moment. */
const standsAlone = (event: GameEvent): boolean =>
  ALONE.has(event.kind) && !(event.kind === 'phaseOpened' && event.phase === 'negotiation');

/**
 * Where no two views have to be compared to tell of these: how many of a viewer's latest events before have to be known.
 * Otherwise null.
 */
export const tailAlone = (events: readonly GameEvent[]): number | null => {
  if (!events.every(standsAlone)) return null;
  return events.some(isWorded) ? 0 : TAIL;
};

/** As `encodeChange` where `tailAlone` says so: by the viewer's latest events, of which `count` are new. */
export const encodeAlone = ({ viewer, events }: Told, count: number, deflate: Deflate): Change => {
  const fresh = events.slice(-count);
  const text = linesFor(fresh, viewer);
  return fresh.some(isWorded) ? text : squeezed({ viewer, events: events.slice(0, -count) }, text, deflate);
};

/** The change that events are for everybody where they are somebody's own readiness and nothing else; or null. */
export const readinessIn = ({ powers }: Scenario, events: readonly GameEvent[]): number | null => {
  const [event] = events;
  if (events.length !== 1 || event?.kind !== 'readySet' || event.audience !== 'public') return null;
  if (event.cause.kind !== 'act' || event.cause.seat !== event.power) return null;
  const place = powers.findIndex(({ id }) => id === event.power);
  return place < 0 ? null : place * 2 + Number(event.ready);
};

const readinessOf = ({ powers }: Scenario, change: number): Item => {
  const power = powers[Math.floor(change / 2)];
  if (power === undefined) throw new TypeError(`no power is ready by ${change}`);
  return [codeOf('readySet'), 0, power.id, change % 2 === 1];
};

/** The view that `old` has become. Throws when the change was not made for it, or by other rules. */
export const decodeChange = (scenario: Scenario, old: SeatView, change: Change, inflate: Inflate): SeatView => {
  const items = itemsIn(scenario, old, change, inflate);
  const last = items.at(-1);
  const patch = isPatch(last) ? last : null;
  const packed = (patch === null ? items : items.slice(0, -1)) as readonly (readonly unknown[])[];
  if (packed.length === 0) return patched(old, patch);
  const events = unpackAll(old, packed);
  return patched({ ...foldView(scenario, old, events), events: [...old.events, ...events] }, patch);
};

/**
 * What others have put in words of their own is not squeezed against what the viewer alone knows: the
 * length would tell a listener whether their guess was right.
 */
const WORDED: ReadonlySet<FactKind> = new Set(['said', 'notePosted', 'overridden', 'proposed', 'agreementConcluded']);
const isWorded = ({ kind }: GameEvent): boolean => WORDED.has(kind);

type Item = readonly unknown[] | Patch | string | null;
const itemsOf = (text: string): readonly Item[] => JSON.parse(`[${text}]`) as readonly Item[];
const itemsIn = (scenario: Scenario, old: SeatView, change: Change, inflate: Inflate): readonly Item[] => {
  if (typeof change === 'number') return [readinessOf(scenario, change)];
  return typeof change === 'string' ? itemsOf(change) : unsqueezed(scenario, old, change, inflate);
};
const isPatch = (item: Item | undefined): item is Patch =>
  typeof item === 'object' && item !== null && !Array.isArray(item);

const patched = (view: SeatView, patch: Patch | null): SeatView =>
  patch === null ? view : (applyPatch(view as unknown as Json, patch) as unknown as SeatView);
const patchText = (from: SeatView, to: SeatView, skip: number): string | null => {
  const patch = differ(from as unknown as Json, to as unknown as Json);
  return patch === null ? null : JSON.stringify(skip === 0 ? patch : movedOn(patch, skip));
};

/** Places in a list of events that was sent without its first `skip`, as they are in the whole list. */
const movedOn = (patch: Patch, skip: number): Patch => {
  const events = 'obj' in patch ? patch.obj.events : undefined;
  if (events === undefined || !('obj' in patch) || !('arr' in events)) return patch;
  const arr = Object.fromEntries(Object.entries(events.arr).map(([at, inner]) => [Number(at) + skip, inner]));
  const put = events.put?.map(([at, element]) => [at + skip, element] as const);
  const moved = { ...events, arr, keep: events.keep + skip, ...(put === undefined ? {} : { put }) };
  return { ...patch, obj: { ...patch.obj, events: moved } };
};

/** The new events, and what they leave untold; null where they cannot be counted on from the old ones. */
const linesOf = (scenario: Scenario, old: SeatView, now: SeatView, skip: number): readonly string[] | null => {
  const fresh = now.events.slice(old.events.length);
  if (fresh.length === 0 || !areCountedOn(old, fresh)) return null;
  const lines = fresh.map((event) => packEvent(event, old.viewer));
  const rest = patchText({ ...foldView(scenario, old, fresh), events: [...old.events, ...fresh] }, now, skip);
  return rest === null ? lines : [...lines, rest];
};

const counterFrom = (old: SeatView): Counter => {
  let { turn } = old.board;
  let number = lastNumber(old.events, turn);
  return (kind, opened) => {
    if (kind === 'turnOpened' && opened !== turn) {
      turn = opened;
      number = lastNumber(old.events, turn);
    }
    number += 1;
    return { turn, number };
  };
};

/** Numbers of a turn only grow, also when it is played again. */
const lastNumber = (events: readonly GameEvent[], turn: number): number => {
  const last = events.findLast((event) => event.turn === turn);
  return last === undefined ? 0 : Number(last.id.slice(last.id.indexOf('.') + 1));
};

const areCountedOn = (old: SeatView, fresh: readonly GameEvent[]): boolean => {
  const count = counterFrom(old);
  return fresh.every((event) => {
    const { turn, number } = count(event.kind, event.turn);
    return event.turn === turn && event.id === eventId(turn, number) && event.kind !== 'rewound';
  });
};

const unpackAll = (old: SeatView, packed: readonly (readonly unknown[])[]): readonly GameEvent[] => {
  const count = counterFrom(old);
  return packed.map((one) => unpackEvent(one, old.viewer, count));
};

const drawnCard = (events: readonly GameEvent[]): string | null => {
  for (const event of events) if (event.kind === 'cardPlayed' && event.how === 'drawn') return event.card;
  return null;
};

const linesFor = (events: readonly GameEvent[], viewer: ViewerId): string =>
  events.map((event) => packEvent(event, viewer)).join();
const tailOf = ({ events, viewer }: Told): string => linesFor(events.slice(-TAIL), viewer);

const foresightOf = (scenario: Scenario, old: SeatView, opened: Opened): string =>
  linesFor(foresee(scenario, old, opened), 'public');

const squeezed = (old: Told, text: string, deflate: Deflate): Change => {
  if (text.length < WORTH_SQUEEZING) return text;
  const bytes = deflate(text, tailOf(old));
  return bytes.length + 1 < text.length ? Uint8Array.of(FORM.sinceOld, ...bytes) : text;
};

/** Form, check (four bytes), length of the opening (two), the opening, the rest. */
const HEAD = 7;

const turnBytes = (old: SeatView, opening: string, rest: string, foreseen: string, deflate: Deflate): Uint8Array => {
  const tail = tailOf(old);
  const first = deflate(opening, tail);
  const second = deflate(rest, tail + foreseen);
  if (first.length > 0xffff) throw new RangeError('more orders than can be told at once');
  const bytes = new Uint8Array(HEAD + first.length + second.length);
  const head = new DataView(bytes.buffer);
  head.setUint8(0, FORM.turn);
  head.setUint32(1, checkOf(opening, rest));
  head.setUint16(5, first.length);
  bytes.set(first, HEAD);
  bytes.set(second, HEAD + first.length);
  return bytes;
};

const unsqueezed = (scenario: Scenario, old: SeatView, bytes: Uint8Array, inflate: Inflate): readonly Item[] => {
  if (bytes[0] === FORM.sinceOld) return itemsOf(inflate(bytes.subarray(1), tailOf(old)));
  if (bytes[0] !== FORM.turn) throw new TypeError(`a view changes in no form ${bytes[0]}`);
  const head = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = HEAD + head.getUint16(5);
  const tail = tailOf(old);
  const opening = inflate(bytes.subarray(HEAD, end), tail);
  const items = itemsOf(opening);
  const packed = items.slice(0, -1) as readonly (readonly unknown[])[];
  const opened = { events: unpackAll(old, packed), card: items.at(-1) as string | null };
  const rest = inflate(bytes.subarray(end), tail + foresightOf(scenario, old, opened));
  if (checkOf(opening, rest) !== head.getUint32(1)) throw new TypeError('a turn was foreseen otherwise here');
  return [...packed, ...itemsOf(rest)];
};

/** FNV-1a: finds a foresight that came out otherwise, which would make another text of the same bytes. */
const checkOf = (...texts: readonly string[]): number => {
  let hash = 0x811c9dc5;
  for (const text of texts) {
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
};
