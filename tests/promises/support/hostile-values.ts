import type { Luck } from '../../../shared/kernel/luck.ts';

/** A value that no client of ours would send, made from one that it would: of any shape that a socket or JSON can carry. */
export type Twisted = { readonly value: unknown; readonly how: string };

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i += 1) value = [value];
  return value;
};
const deepCondition = (levels: number): unknown => {
  let value: unknown = { kind: 'turn', from: 1, to: 2 };
  for (let i = 0; i < levels; i += 1) value = { kind: 'not', of: value };
  return value;
};
const withOwnProto = (): unknown =>
  JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}');

/** Made once: what is large costs more to make than to refuse. */
const LARGE: readonly unknown[] = [
  Array.from({ length: 5_000 }, (_, i) => i),
  'x'.repeat(40_000),
  Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`key${i}`, i])),
  deep(3_000),
  deepCondition(2_000),
  Array.from({ length: 400 }, () => ({ kind: 'setReady', ready: true })),
];

const JUNK: readonly unknown[] = [
  ...[null, undefined, true, false, 0, -0, -1, 0.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 31)],
  ...[
    '',
    ' ',
    'x',
    '0',
    '-1',
    'null',
    '__proto__',
    'constructor',
    'toString',
    'facilitator',
    'table',
    'bot',
    'NOR',
    'ARM',
  ],
  ...[
    '\u0000',
    '\ud800',
    '﷽'.repeat(20),
    '../../etc',
    "'; DROP TABLE inputs; --",
    '<img src=x onerror=alert(1)>',
    '{{7*7}}',
  ],
  ...[[], {}, [[]], [null], [{}], { length: 3 }, { kind: 'win' }, { toString: 1 }, { valueOf: null }, { then: 1 }],
  ...[9_007_199_254_740_993n, new Date(0), new Uint8Array(8), new Map([['kind', 'start']]), new Set([1])],
];
const FORGED: readonly (readonly [string, unknown])[] = [
  ...([
    ['seat', 'RUS'],
    ['power', 'RUS'],
    ['person', 'bot'],
    ['at', 1],
    ['seq', 1],
    ['facilitator', true],
  ] as const),
  ...([
    ['isAdmin', true],
    ['token', 'f'.repeat(32)],
    ['kind', 'start'],
    ['id', 'a'],
    ['basedOn', -1],
    ['input', null],
  ] as const),
];

const junk = (luck: Luck): unknown => {
  const lot = luck.integer(1, 400);
  if (lot === 1) return luck.pick(LARGE);
  return lot < 8 ? withOwnProto() : JUNK[luck.integer(0, JUNK.length - 1)];
};

type Plain = { [key: string]: unknown };
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' &&
  value !== null &&
  (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);

/** A way down to somewhere in the value, and what to do there. */
const twistAt = (value: unknown, luck: Luck, change: (holder: Plain, key: string) => void): unknown => {
  const copy = structuredClone(value);
  let holder = copy as Plain;
  for (;;) {
    const keys = Object.keys(holder);
    if (keys.length === 0) return copy;
    const key = luck.pick(keys);
    const next = holder[key];
    if (isPlain(next) && Object.keys(next).length > 0 && luck.integer(1, 3) > 1) holder = next;
    else {
      change(holder, key);
      return copy;
    }
  }
};

const displaced = (value: unknown, luck: Luck): unknown =>
  twistAt(value, luck, (holder, key) => {
    holder[key] = junk(luck);
  });

const TWISTS: readonly { readonly how: string; readonly twist: (value: unknown, luck: Luck) => unknown }[] = [
  { how: 'junk in its place', twist: displaced },
  { how: 'junk in its place', twist: displaced },
  { how: 'something left out', twist: (value, luck) => twistAt(value, luck, (holder, key) => void delete holder[key]) },
  {
    how: 'something too many',
    twist: (value, luck) =>
      twistAt(value, luck, (holder) => {
        const [key, forged] = luck.pick(FORGED);
        holder[key] = forged;
      }),
  },
  {
    how: 'a prototype',
    twist: (value, luck) =>
      twistAt(value, luck, (holder) => {
        const key = luck.pick(['__proto__', 'constructor', 'prototype', 'hasOwnProperty']);
        Object.defineProperty(holder, key, {
          value: { isAdmin: true },
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }),
  },
  {
    how: 'far too often',
    twist: (value, luck) =>
      twistAt(value, luck, (holder, key) => {
        holder[key] = Array.from({ length: luck.pick([13, 50, 300]) }, () => holder[key]);
      }),
  },
  { how: 'as it is, where it may not be', twist: (value) => structuredClone(value) },
  { how: 'nothing of it', twist: (_value, luck) => junk(luck) },
];

export const twisted = (value: unknown, luck: Luck): Twisted => {
  const { how, twist } = luck.pick(TWISTS);
  const once = twist(value, luck);
  if (luck.integer(1, 4) > 1 || !isPlain(once)) return { how, value: once };
  try {
    return { how, value: luck.pick(TWISTS).twist(once, luck) };
  } catch {
    // What lies too deep to be copied is bad enough.
    return { how, value: once };
  }
};
