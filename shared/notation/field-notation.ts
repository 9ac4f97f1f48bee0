import { AREAS } from '../model/area.ts';
import { GATE_STATUSES, type Guard, REGIMES } from '../model/asset.ts';
import { PRICES, type Price } from '../model/clause.ts';
import type { Field, Shape } from '../model/fields.ts';
import { TRACKS } from '../model/track.ts';
import { listed, type Reader } from './words.ts';

/** Words for the levels of price, by number. */
export const PRICE_WORDS = ['free', 'friend', 'market', 'punitive'] as const;
export const STANDINGS = ['joined', 'suspended', 'left'] as const;
const SIGNED_REGIMES = REGIMES.filter((regime) => regime !== 'none');

export const parseGuard = (word: string): Guard => {
  const [main, second] = word.split('+');
  return second === undefined ? [main ?? ''] : [main ?? '', second];
};
export const formatGuard = (guard: Guard): string => guard.join('+');
export const formatChange = (by: number): string => (by < 0 ? `${by}` : `+${by}`);

/** What may stand in a field, for a message and for whoever types it. */
export const expectedFor = ({ name, shape }: Field): string => {
  switch (shape) {
    case 'area':
      return `an area (${listed(AREAS)})`;
    case 'status':
      return `a status (${listed(GATE_STATUSES)})`;
    case 'guard':
      return 'a guard (WHO or WHO+WHO)';
    case 'regime':
      return `a regime (${listed(REGIMES)})`;
    case 'signedRegime':
      return `a regime (${listed(SIGNED_REGIMES)})`;
    case 'track':
      return `a track (${listed(TRACKS)})`;
    case 'price':
      return `a price (${listed(PRICE_WORDS)})`;
    case 'standing':
      return `a standing (${listed(STANDINGS)})`;
    case 'amount':
      return 'an amount from 1 to 99';
    case 'turns':
      return 'a number of turns from 1 to 12';
    case 'percent':
      return 'a percentage from 0 to 100';
    case 'change':
      return 'a change from -100 to +100';
    case 'actors':
      return 'powers joined by +';
    default:
      return NAMED[name] ?? `a ${name}`;
  }
};
const NAMED: { readonly [name: string]: string } = {
  host: 'a country',
  what: 'a country or a front',
  agreement: 'an agreement',
  institution: 'an institution',
  operator: 'an operator (or outsiders)',
  site: 'a site or a kind of site',
  actor: 'a country',
  to: 'a country',
  against: 'a power',
  holder: 'a country',
};

type PlainShape = Exclude<Shape, 'pattern' | 'terms' | 'bounds' | 'each' | 'not'>;
export const isPlain = (shape: Shape): shape is PlainShape =>
  shape !== 'pattern' && shape !== 'terms' && shape !== 'bounds' && shape !== 'each' && shape !== 'not';

const SIGNS = new Set([':', ';', '[', ']', '>=', '<=']);
export const isSign = (word: string): boolean => SIGNS.has(word) || word.startsWith('“');
/** A name of a thing: one word that is no sign of the grammar. */
export const takeName = (reader: Reader, expected: string): string => {
  const word = reader.peek();
  return word === undefined || isSign(word) ? reader.fail(expected) : reader.take(expected);
};

const oneOf = <T extends string>(reader: Reader, of: readonly T[], expected: string): T => {
  const word = reader.peek();
  if (word === undefined || !(of as readonly string[]).includes(word)) return reader.fail(expected);
  return reader.take(expected) as T;
};

const readPrice = (reader: Reader, expected: string): Price => {
  const word = reader.peek() ?? '';
  const level = PRICES.find((price) => `${price}` === word || PRICE_WORDS[price] === word);
  if (level === undefined) return reader.fail(expected);
  reader.take(expected);
  return level;
};

const readGuard = (reader: Reader, expected: string): Guard => {
  const word = reader.peek() ?? '';
  if (!/^[^+]+(?:\+[^+]+)?$/u.test(word)) return reader.fail(expected);
  return parseGuard(takeName(reader, expected));
};

const readActors = (reader: Reader, expected: string): readonly string[] => {
  const word = reader.peek() ?? '';
  if (!/^[^+]+(?:\+[^+]+)*$/u.test(word)) return reader.fail(expected);
  return takeName(reader, expected).split('+');
};

/** One field of a plain shape; what is not one ends the reading. */
export const readPlain = (reader: Reader, field: Field & { readonly shape: PlainShape }): unknown => {
  const expected = expectedFor(field);
  switch (field.shape) {
    case 'id':
      return takeName(reader, expected);
    case 'area':
      return oneOf(reader, AREAS, expected);
    case 'status':
      return oneOf(reader, GATE_STATUSES, expected);
    case 'regime':
      return oneOf(reader, REGIMES, expected);
    case 'signedRegime':
      return oneOf(reader, SIGNED_REGIMES, expected);
    case 'track':
      return oneOf(reader, TRACKS, expected);
    case 'standing':
      return oneOf(reader, STANDINGS, expected);
    case 'price':
      return readPrice(reader, expected);
    case 'guard':
      return readGuard(reader, expected);
    case 'actors':
      return readActors(reader, expected);
    case 'amount':
      return reader.whole(expected, 1, 99);
    case 'turns':
      return reader.whole(expected, 1, 12);
    case 'percent':
      return reader.whole(expected, 0, 100);
    case 'change':
      return reader.whole(expected, -100, 100);
    default:
      return field.shape satisfies never;
  }
};

export const formatPlain = (shape: PlainShape, value: unknown): string => {
  switch (shape) {
    case 'guard':
    case 'actors':
      return (value as readonly string[]).join('+');
    case 'price':
      return PRICE_WORDS[value as Price];
    case 'change':
      return formatChange(value as number);
    default:
      return `${value}`;
  }
};
