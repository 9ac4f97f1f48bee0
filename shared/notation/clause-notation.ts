import { isArea } from '../model/area.ts';
import { GATE_STATUSES, type GateStatus, type Guard, REGIMES, type Regime } from '../model/asset.ts';
import type { ClauseTerms } from '../model/clause.ts';
import { type OrderPattern, VERBS, type Verb } from '../model/order.ts';
import { type Parsed, parsed, unreadable, wordsOf } from './words.ts';

const isStatus = (word: string | undefined): word is GateStatus =>
  (GATE_STATUSES as readonly string[]).includes(word ?? '');
const isRegime = (word: string | undefined): word is Exclude<Regime, 'none'> =>
  word !== 'none' && (REGIMES as readonly string[]).includes(word ?? '');
const isVerb = (word: string | undefined): word is Verb => (VERBS as readonly string[]).includes(word ?? '');

export const parseGuard = (word: string): Guard => {
  const [main, second] = word.split('+');
  return second === undefined ? [main ?? ''] : [main ?? '', second];
};
export const formatGuard = (guard: Guard): string => guard.join('+');

/** `court energy ARM`, `squeeze ARM`, `harden borders`, `setGate alican open`: a verb and what narrows it. */
export const parsePattern = (words: readonly string[]): Parsed<OrderPattern> => {
  const [verb, ...rest] = words;
  if (!isVerb(verb)) return unreadable(`“${verb ?? ''}” is not a verb.`);
  const gates = verb === 'setGate' || verb === 'postGuard';
  let pattern: OrderPattern = { verb };
  for (const word of rest) {
    if (isArea(word)) pattern = { ...pattern, area: word };
    else if (isStatus(word)) pattern = { ...pattern, status: word };
    else pattern = gates ? { ...pattern, gate: word } : { ...pattern, host: word };
  }
  return parsed(pattern);
};

export const formatPattern = (pattern: OrderPattern): string =>
  [pattern.verb, pattern.area, pattern.host, pattern.gate, pattern.status]
    .filter((word) => word !== undefined)
    .join(' ');

/** `welcome trade RUS`, `welcome trade RUS not`, `pay 2 each`, `gate alican open`, `guard margara ARM`, `regime syunik-route monitored`, `do …`, `refrain …`. */
export const parseTerms = (text: string): Parsed<ClauseTerms> => {
  const [kind, a, b, c] = wordsOf(text);
  switch (kind) {
    case 'welcome':
      return a !== undefined && isArea(a) && b !== undefined
        ? parsed({ kind, area: a, supplier: b, open: c !== 'not' })
        : unreadable('welcome AREA SUPPLIER [not]');
    case 'pay': {
      const amount = Number(a);
      return Number.isInteger(amount) && amount > 0
        ? parsed({ kind, amount, each: b === 'each' })
        : unreadable('pay AMOUNT [each]');
    }
    case 'gate':
      return a !== undefined && isStatus(b) ? parsed({ kind, gate: a, status: b }) : unreadable('gate GATE STATUS');
    case 'guard':
      return a !== undefined && b !== undefined
        ? parsed({ kind: 'gate', gate: a, guard: parseGuard(b) })
        : unreadable('guard GATE WHO[+WHO]');
    case 'regime':
      return a !== undefined && isRegime(b)
        ? parsed({ kind: 'gate', route: a, regime: b })
        : unreadable('regime ROUTE REGIME');
    case 'do':
    case 'refrain': {
      const order = parsePattern(wordsOf(text).slice(1));
      return order.ok ? parsed({ kind, order: order.value }) : order;
    }
    default:
      return unreadable(`“${kind ?? ''}” is not a clause that can be written so.`);
  }
};

/** Kinds without a short form yet are written as `host …` and so on, and are not read back. */
export const formatTerms = (terms: ClauseTerms): string => {
  switch (terms.kind) {
    case 'welcome':
      return `welcome ${terms.area} ${terms.supplier}${terms.open ? '' : ' not'}`;
    case 'pay':
      return `pay ${terms.amount}${terms.each ? ' each' : ''}`;
    case 'gate':
      if ('status' in terms) return `gate ${terms.gate} ${terms.status}`;
      return 'guard' in terms
        ? `guard ${terms.gate} ${formatGuard(terms.guard)}`
        : `regime ${terms.route} ${terms.regime}`;
    case 'do':
    case 'refrain':
      return `${terms.kind} ${formatPattern(terms.order)}`;
    default:
      return terms.kind;
  }
};
