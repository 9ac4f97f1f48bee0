import { canonical } from '../kernel/canonical.ts';
import type { Cause } from '../model/cause.ts';
import type { Audience, FactKind, GameEvent } from '../model/event.ts';
import { type EventId, eventId, type ViewerId } from '../model/ids.ts';
import { FACT_FIELDS } from './fact-fields.ts';

const KINDS = Object.keys(FACT_FIELDS) as readonly FactKind[];
const NUMBER_OF = new Map(KINDS.map((kind, i) => [kind, i]));

type Layout = {
  readonly kind: FactKind;
  readonly fields: readonly { readonly name: string; readonly optional: boolean }[];
};
const LAYOUTS: readonly Layout[] = KINDS.map((kind) => ({
  kind,
  fields: FACT_FIELDS[kind].map((field) => ({ name: field.replace('?', ''), optional: field.endsWith('?') })),
}));

/** What begins an event of a kind that everybody may see, packed. */
export const codeOf = (kind: FactKind): number => NUMBER_OF.get(kind) ?? -1;

type Fields = { readonly [field: string]: unknown };
const turnOf = (id: EventId): string => id.slice(0, id.indexOf('.'));
const numberOf = (id: EventId): number => Number(id.slice(id.indexOf('.') + 1));

/** An earlier event of the same turn is named by how far back it lies, so that what is inserted before both changes nothing. */
const nearOf = (id: EventId | null, own: EventId): unknown =>
  id !== null && turnOf(id) === turnOf(own) ? numberOf(own) - numberOf(id) : id;
const farOf = (near: unknown, own: EventId): EventId | null =>
  typeof near === 'number' ? eventId(Number(turnOf(own)), numberOf(own) - near) : (near as EventId | null);

/** Whose act an event usually is: who is named first in it. */
const actorOf = (event: Fields): unknown =>
  event.power ?? (event.message as Fields | undefined)?.by ?? (event.proposal as Fields | undefined)?.by;

const packCause = (cause: Cause, event: GameEvent): unknown => {
  switch (cause.kind) {
    case 'act':
      return cause.seat === actorOf(event) ? 0 : ['a', cause.seat];
    case 'rule':
      return cause.rule;
    case 'events':
      return cause.ids.length === 1 && cause.ids[0] !== undefined && turnOf(cause.ids[0]) === turnOf(event.id)
        ? nearOf(cause.ids[0], event.id)
        : ['e', ...cause.ids.map((id) => nearOf(id, event.id))];
    case 'undisclosed':
      return null;
    case 'order':
      return ['o', cause.power, cause.order];
    case 'doors':
      return ['d', cause.power];
    case 'clause':
      return ['c', cause.agreement, cause.clause];
    case 'card':
      return ['k', cause.card];
    case 'measure':
      return ['m', cause.measure];
    case 'policy':
      return ['p', cause.actor, cause.rule];
    default:
      return cause satisfies never;
  }
};

const unpackCause = (packed: unknown, event: Fields, own: EventId): Cause => {
  if (packed === 0) return { kind: 'act', seat: actorOf(event) as string };
  if (packed === null) return { kind: 'undisclosed' };
  if (typeof packed === 'string') return { kind: 'rule', rule: packed } as Cause;
  if (typeof packed === 'number') return { kind: 'events', ids: [farOf(packed, own) as EventId] };
  const [tag, first, second] = packed as readonly [string, never, never];
  switch (tag) {
    case 'a':
      return { kind: 'act', seat: first };
    case 'e':
      return {
        kind: 'events',
        ids: (packed as readonly unknown[]).slice(1).map((near) => farOf(near, own) as EventId),
      };
    case 'o':
      return { kind: 'order', power: first, order: second };
    case 'd':
      return { kind: 'doors', power: first };
    case 'c':
      return { kind: 'clause', agreement: first, clause: second };
    case 'k':
      return { kind: 'card', card: first };
    case 'm':
      return { kind: 'measure', measure: first };
    case 'p':
      return { kind: 'policy', actor: first, rule: second };
    default:
      throw new TypeError(`no cause is packed as ${tag}`);
  }
};

/** Fields that name an event, in the event itself or one level down. */
const relinked = (name: string, value: unknown, link: (id: never) => unknown): unknown => {
  if (name === 'evidence') return link(value as never);
  if (name !== 'grievance' && name !== 'waste') return value;
  const inner = value as { readonly because: never };
  return { ...inner, because: link(inner.because) };
};

const isOwnAudience = (audience: Audience, viewer: ViewerId): boolean =>
  audience !== 'public' && audience.length === 1 && audience[0] === viewer;

/**
 * As a line of JSON: kind, cause, fields in their order and, where it is neither public nor the viewer's alone, the
 * audience. `write` makes the text of a value: as a rule one text for one value, in whatever order its keys came.
 */
export const packEvent = (
  event: GameEvent,
  viewer: ViewerId,
  write: (value: unknown) => string = canonical,
): string => {
  const number = NUMBER_OF.get(event.kind) ?? -1;
  const layout = LAYOUTS[number];
  if (layout === undefined) throw new TypeError(`no layout for ${event.kind}`);
  const isPublic = event.audience === 'public';
  let line = `[${isPublic ? number : -1 - number},${write(packCause(event.cause, event))}`;
  for (const { name } of layout.fields) {
    const value = relinked(name, (event as unknown as Fields)[name] ?? null, (id) => nearOf(id, event.id));
    line += `,${write(value)}`;
  }
  if (!isPublic && !isOwnAudience(event.audience, viewer)) line += `,${write(event.audience)}`;
  return `${line}]`;
};

/** In which order the parts of a cause come back. */
const CAUSES: { readonly [K in Cause['kind']]: string } = {
  act: 'kind seat',
  rule: 'kind rule',
  events: 'kind ids',
  undisclosed: 'kind',
  order: 'kind power order',
  doors: 'kind power',
  clause: 'kind agreement clause',
  card: 'kind card',
  measure: 'kind measure',
  policy: 'kind actor rule',
};
const ENDS = ['id', 'turn', 'cause', 'audience'];

/** Whether an event whose values are written as they are comes back with all its keys in their order. */
export const comesBack = (event: GameEvent): boolean => {
  const layout = LAYOUTS[codeOf(event.kind)];
  if (layout === undefined || Object.keys(event.cause).join(' ') !== CAUSES[event.cause.kind]) return false;
  const keys = Object.keys(event);
  let at = 1;
  for (const { name, optional } of layout.fields) {
    const isThere = keys[at] === name && (event as unknown as Fields)[name] !== undefined;
    if (isThere && !(optional && (event as unknown as Fields)[name] === null)) at += 1;
    else if (isThere || !optional) return false;
  }
  const ends = ENDS.filter((key) => !layout.fields.some(({ name }) => name === key));
  const isWhole =
    keys[0] === 'kind' && keys.length === at + ends.length && ends.every((key, i) => keys[at + i] === key);
  return isWhole && turnOf(event.id) === String(event.turn);
};

/** Where the next event of a kind belongs; `opened`: the turn that it opens, if it opens one. */
export type Counter = (kind: FactKind, opened: number) => { readonly turn: number; readonly number: number };

export const unpackEvent = (packed: readonly unknown[], viewer: ViewerId, count: Counter): GameEvent => {
  const code = packed[0] as number;
  const layout = LAYOUTS[code < 0 ? -1 - code : code];
  if (layout === undefined) throw new TypeError(`no kind of event has the number ${code}`);
  const { turn, number } = count(layout.kind, packed[2] as number);
  const id = eventId(turn, number);
  const fields: Record<string, unknown> = { kind: layout.kind };
  for (const [i, { name, optional }] of layout.fields.entries()) {
    const value = packed[i + 2];
    if (optional && value === null) continue;
    fields[name] = relinked(name, value, (near) => farOf(near, id));
  }
  fields.id = id;
  fields.turn = turn;
  fields.cause = unpackCause(packed[1], fields, id);
  fields.audience = code >= 0 ? 'public' : (packed[layout.fields.length + 2] ?? [viewer]);
  return fields as unknown as GameEvent;
};
