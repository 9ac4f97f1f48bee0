import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openingBoard } from '../../shared/catalogue/opening-board.ts';
import type { Order } from '../../shared/model/order.ts';
import { ENDPOINTS } from '../../shared/protocol/endpoints.ts';
import { groundOfBoard } from '../../shared/rules/verbs/ground.ts';
import { refuseOrder } from '../../shared/rules/verbs/registry.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { declarationsOf } from './declarations.ts';
import { FACILITATOR_INPUTS, ORDERS, POWER_INPUTS, PROMISES } from './examples.ts';
import { protocolPage } from './page.ts';
import { linesOf, SHAPES } from './shapes.ts';

const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');

test('the page is up to date: npm run -s protocol > docs/protocol.md', () => {
  expect(page).toBe(protocolPage());
});

test('the page names every endpoint', () => {
  for (const { method, path } of ENDPOINTS) expect(page).toContain(`\`${method} /api${path}\``);
});

const examplesOf = (all: { readonly [kind: string]: { readonly example: object } }) =>
  Object.values(all).map(({ example }) => example);
const EXAMPLES: readonly (readonly [shape: string, example: object])[] = [
  ...examplesOf(POWER_INPUTS).map((one) => ['PowerInput', one] as const),
  ...examplesOf(FACILITATOR_INPUTS).map((one) => ['FacilitatorInput', one] as const),
  ...Object.values(ORDERS).map((one) => ['Order', one] as const),
  ...Object.values(PROMISES).map((one) => ['ClauseTerms', one] as const),
];

describe('an example fits its schema, and one with something more does not', () => {
  test.each(EXAMPLES.map(([shape, one]) => [shape, JSON.stringify(one), one] as const))('%s %s', (shape, text, one) => {
    expect(page).toContain(text);
    expect(SHAPES[shape]?.safeParse(one)).toMatchObject({ success: true });
    expect(SHAPES[shape]?.safeParse({ ...one, more: 1 }).success).toBe(false);
  });
});

test('orders of the examples name things of the scenario', () => {
  const board = openingBoard(charter2025);
  const unknown = Object.values<Order>(ORDERS)
    // Nobody has signed anything yet.
    .filter(({ verb }) => verb !== 'denounce')
    .filter((order) =>
      charter2025.powers.every(
        ({ id }) => refuseOrder(groundOfBoard(charter2025, board, id), order)?.code === 'orders/unknown',
      ),
    );
  expect(unknown).toEqual([]);
});

test('shapes tell ranges, choices and what may be left out', () => {
  expect(linesOf('Turn')).toEqual(['0…200']);
  expect(linesOf('PowerInput')).toContain("{ kind: 'say', to: [Id] × 1…6, text: text 1…2000 characters }");
  expect(linesOf('Order')).toContain("{ verb: 'destabilise', host: Id, demand?: ClauseTerms }");
  expect(linesOf('StandingOrders')[0]).toContain('when: Condition | null');
});

test('types are told with all that they are made of, and with their words', () => {
  const told = declarationsOf(['SeatView'], new Set(['OrderSet']));
  expect(told.get('SeatView')).toMatch(/^\/\*\* All that one viewer may know.*\ntype SeatView = \{\n[\s\S]*\n\};$/);
  expect([...told.keys()]).toEqual(expect.arrayContaining(['GameEvent', 'Fact', 'Cause', 'Agreement', 'PHASES']));
  expect(told.has('OrderSet')).toBe(false);
  expect(() => declarationsOf(['Nothing'], new Set())).toThrow('declared nowhere');
});
