import { describe, expect, test } from 'vitest';
import { evaluate, parseFormula } from '../../shared/catalogue/formula.ts';
import { openingBoard } from '../../shared/catalogue/opening-board.ts';
import { AREAS } from '../../shared/model/area.ts';
import { scenarioDigest } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { agreementsNotInPlay } from '../../shared/scenarios/check-goals.ts';
import { loadScenario } from '../../shared/scenarios/load-scenario.ts';
import { SCENARIOS, scenarioById } from '../../shared/scenarios/scenarios.ts';
import { tiny } from '../../shared/scenarios/tiny.ts';

describe.each([
  ['charter-2025', charter2025],
  ['tiny', tiny],
])('%s', (id, scenario) => {
  test('is found by its name', () => {
    expect(scenarioById(id)).toBe(scenario);
  });

  test('is what reading it word by word gives: nobody reads it again when a server or a page starts', () => {
    const read = loadScenario(JSON.parse(JSON.stringify(scenario)));
    expect(read).toEqual({ ok: true, scenario });
    expect(read.ok && scenarioDigest(read.scenario)).toBe(scenarioDigest(scenario));
  });

  test.each(Object.keys(scenario.portfolios))('every row of %s sums to 100', (host) => {
    const sums = AREAS.map((area) => Object.values(scenario.portfolios[host]?.[area] ?? {}).reduce((a, b) => a + b, 0));
    expect(sums).toEqual([100, 100, 100, 100, 100, 100]);
  });

  test('its opening board holds everything it defines', () => {
    const board = openingBoard(scenario);
    expect(Object.keys(board.gates)).toHaveLength(scenario.routes.flatMap((route) => route.gates).length);
    expect(Object.keys(board.agreements)).toHaveLength(scenario.agreements.length);
    expect(board.grievances.every((one) => one.open && one.because === null)).toBe(true);
    expect(Object.keys(board.tracks)).toEqual(Object.keys(scenario.tracks));
  });
});

describe('Charter 2025', () => {
  test('people may choose it; the tiny one is for tests', () => {
    expect(SCENARIOS.map((scenario) => scenario.id)).toEqual(['charter-2025']);
    expect(scenarioById('nowhere')).toBeNull();
  });

  test('the powers stand in canonical order', () => {
    expect(charter2025.powers.map((power) => power.id)).toEqual(['ARM', 'USA', 'RUS', 'AZE', 'TUR', 'IRN']);
  });

  test('six contested routes have no regime and say what one costs', () => {
    const contested = charter2025.routes.filter((route) => route.contested);
    expect(contested.map((route) => route.id).sort()).toEqual([
      'gyumri-kars',
      'ijevan-gazakh',
      'lachin-road',
      'margara-road',
      'syunik-route',
      'yeraskh-rail',
    ]);
    expect(contested.every((route) => route.regime === 'none')).toBe(true);
    expect(contested.every((route) => Object.keys(route.regimeCost).length === 3)).toBe(true);
  });

  test('each verb has a name and a precedent in each area', () => {
    expect(charter2025.actions).toHaveLength(38);
    expect(charter2025.actions.every((action) => /\[(?:S\d+|L\d+|GK)\]/u.test(action.precedent))).toBe(true);
  });

  test('every card moves what it says it moves, and teaches something', () => {
    expect(charter2025.cards.length).toBeGreaterThanOrEqual(20);
    const silent = charter2025.cards.filter((card) => card.effects.length === 0).map((card) => card.id);
    expect(silent).toEqual(['quiet-quarter']);
    expect(charter2025.cards.some((card) => card.turn !== null)).toBe(true);
    expect(charter2025.cards.some((card) => card.weight > 0)).toBe(true);
  });

  test('twenty-four papers of the source stand or lie on the table, and one more offer', () => {
    expect(charter2025.agreements.map((one) => one.id)).toHaveLength(22);
    expect(charter2025.offers.map((one) => one.id)).toEqual(['peace-treaty', 'russia-iran-2025', '123-agreement']);
    expect(agreementsNotInPlay(charter2025)).toEqual(['peace-treaty', 'russia-iran-2025']);
  });

  test.each(charter2025.powers.map((power) => power.id))(
    '%s has room to win and to lose in every objective',
    (power) => {
      const goals = [...(charter2025.objectives[power] ?? []), ...(charter2025.agendas[power] ?? [])];
      expect(goals).toHaveLength(9);
      for (const { formula, lo, hi } of goals) {
        const start = evaluate(parseFormula(formula), charter2025, openingBoard(charter2025));
        expect([lo < start, start < hi], formula).toEqual([true, true]);
      }
    },
  );

  test.each(charter2025.powers.map((power) => power.id))(
    '%s has a plan with an offer and a change of doors',
    (power) => {
      const plan = charter2025.plans[power] ?? [];
      expect(plan.length).toBeGreaterThanOrEqual(8);
      expect(plan.some((step) => step.propose !== undefined)).toBe(true);
      expect(plan.some((step) => step.doors !== undefined)).toBe(true);
    },
  );
});
