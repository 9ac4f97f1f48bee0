import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { Condition } from '../../shared/model/effect.ts';
import { formatClause, formatTerms, parseClause, parseTerms } from '../../shared/notation/clause-notation.ts';
import { formatCondition, parseCondition } from '../../shared/notation/condition-notation.ts';
import { formatEffect, parseEffect } from '../../shared/notation/effect-notation.ts';
import { formatEntry, formatLine, parseEntry, parseLine } from '../../shared/notation/line-notation.ts';
import { formatOrder, parseOrder } from '../../shared/notation/order-notation.ts';
import { formatPattern, parsePattern } from '../../shared/notation/pattern-notation.ts';
import type { Parsed } from '../../shared/notation/words.ts';
import {
  clauseTermsSchema,
  conditionSchema,
  effectSchema,
  orderPatternSchema,
  orderSchema,
} from '../../shared/protocol/input-schema.ts';
import { legalClauseTerms, legalOrders } from '../../shared/rules/legal-orders.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { writingsOf } from '../support/arbitrary.ts';

const write = writingsOf(charter2025);
const RUNS = { numRuns: 1_000 };

const returns = <T>(arbitrary: fc.Arbitrary<T>, format: (one: T) => string, parse: (text: string) => Parsed<T>): void =>
  fc.assert(
    fc.property(arbitrary, (one) => {
      expect(parse(format(one))).toEqual({ ok: true, value: one });
    }),
    RUNS,
  );

describe('what is written is read back as it was', () => {
  test('orders', () =>
    returns(
      fc.record({ power: write.power, order: write.order }),
      ({ power, order }) => formatOrder(power, order),
      parseOrder,
    ));
  test('patterns', () => returns(write.pattern, formatPattern, parsePattern));
  test('promises', () => returns(write.terms, formatTerms, parseTerms));
  test('clauses', () => returns(write.clause, formatClause, parseClause));
  test('conditions', () => returns(write.condition, formatCondition, parseCondition));
  test('effects', () => returns(write.effect, formatEffect, parseEffect));
  test('entries', () => returns(write.entry, formatEntry, parseEntry));
  test('lines', () =>
    returns(
      fc.record({ power: write.power, entry: write.entry }),
      ({ power, entry }) => formatLine(power, entry),
      parseLine,
    ));
});

const isWhole = (condition: Condition): boolean =>
  condition.kind === 'not'
    ? isWhole(condition.of)
    : condition.kind === 'all' || condition.kind === 'any'
      ? condition.of.length > 0 && condition.of.every(isWhole)
      : true;

describe('what can be written can be sent', () => {
  const accepts = <T>(arbitrary: fc.Arbitrary<T>, schema: { parse: (raw: unknown) => unknown }): void =>
    fc.assert(
      fc.property(arbitrary, (one) => {
        expect(schema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
      }),
      RUNS,
    );
  test('orders', () => accepts(write.order, orderSchema));
  test('patterns', () => accepts(write.pattern, orderPatternSchema));
  test('promises', () => accepts(write.terms, clauseTermsSchema));
  test('effects', () => accepts(write.effect, effectSchema));
  test('conditions', () => accepts(write.condition.filter(isWhole), conditionSchema));
});

describe('what cannot be read is answered with its place and what was expected', () => {
  test.each([
    ['', 0, 'a power'],
    ['ARM', 3, 'a verb'],
    ['ARM conquer all', 4, 'a verb'],
    ['ARM court', 9, 'an area'],
    ['ARM court gold RUS', 10, 'an area'],
    ['ARM court energy', 16, 'a country'],
    ['ARM court energy RUS RUS', 21, 'the end'],
    ['ARM squeeze energy RUS', 22, '“for”'],
    ['ARM squeeze energy RUS for gold', 27, 'a clause'],
    ['ARM squeeze energy RUS for pay', 30, 'an amount'],
    ['ARM squeeze energy RUS for pay 0', 31, 'an amount'],
    ['ARM squeeze energy RUS for pay 1.5', 31, 'an amount'],
    ['ARM squeeze energy RUS for refrain court gold:x ARM', 48, 'the end or'],
    ['ARM squeeze energy RUS for refrain court area:gold', 41, 'an area'],
    ['ARM setGate alican ajar', 19, 'a status'],
    ['ARM postGuard meghri ARM+', 21, 'a guard'],
    ['ARM operate AZE syunik', 22, 'a prize'],
    ['ARM doors bar energy', 20, 'a supplier'],
    ['ARM doors shut', 10, 'a change of doors'],
    ['ARM concede gold RUS', 12, 'a kind of clause'],
    ['ARM concede pay RUS 0', 20, 'an area, an amount'],
    ['ARM when: mobilise', 8, 'a condition'],
    ['ARM when gold: mobilise', 9, 'a condition'],
    ['ARM when secretDeal mobilise', 20, 'the end'],
    ['ARM when secretDeal and secretDeal or secretDeal: mobilise', 35, '“and”'],
    ['ARM when [secretDeal: mobilise', 20, '“]”'],
    ['ARM when quarter 5: mobilise', 17, 'a quarter'],
    ['ARM when absent mobilise', 16, '“:”'],
    ['ARM honour never', 11, 'the end'],
  ])('“%s” at %i: %s', (text, at, expected) => {
    const read = parseLine(text);
    expect(read).toMatchObject({ ok: false, at });
    expect(read.ok ? '' : read.expected).toContain(expected);
    expect(read.ok ? '' : read.why).toContain(`(character ${at + 1})`);
  });

  test('whatever is typed, the answer is never an exception', () => {
    const words = [
      'ARM',
      'court',
      'energy',
      'when',
      'not',
      '[',
      ']',
      ':',
      ';',
      '“',
      '”',
      '@1-',
      '>=',
      '3',
      'to',
      'and',
      'refrain',
      'host:',
    ];
    const texts = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 9 }).map((one) => one.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const parse of [parseLine, parseClause, parseCondition, parseEffect, parsePattern, parseTerms]) {
          const read = parse(text);
          expect(read.ok || (read.at >= 0 && read.at <= text.length)).toBe(true);
        }
      }),
      RUNS,
    );
  });
});

describe('whatever a seat may order can be written', () => {
  const { fold } = simulate(charter2025, { seed: 'notation', bots: ['random'], length: 'sprint' });
  test.each(charter2025.powers.map((power) => power.id))('%s', (power) => {
    const view = viewFor(charter2025, fold.state, power);
    for (const { order } of legalOrders(charter2025, view))
      expect(parseOrder(formatOrder(power, order))).toEqual({ ok: true, value: { power, order } });
    for (const one of legalClauseTerms(charter2025, view, power))
      expect(parseTerms(formatTerms(one))).toEqual({ ok: true, value: one });
  });
});
