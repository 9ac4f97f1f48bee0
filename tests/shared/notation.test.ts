import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
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
