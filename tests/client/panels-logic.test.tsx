import { describe, expect, test } from 'vitest';
import { mapModel, mapRef } from '../../client/match/map-model.ts';
import { promiseRows, scoreRows, verdictOf } from '../../client/match/result-figures.ts';
import { cellFigures } from '../../client/panels/board/board-figures.ts';
import { historyOf, subjectsOf } from '../../client/panels/event-refs.ts';
import { narrow } from '../../client/panels/facets.ts';
import { concessionChoices, concessionSentence } from '../../client/panels/orders/concession-choices.ts';
import { draftState, shownSet, tidy, withOrder, withoutOrder } from '../../client/panels/orders/draft.ts';
import { channelsOf, pressAllows, publicChannel } from '../../client/panels/talk/channels.ts';
import { facetedDoors, facetedTerms } from '../../client/panels/term-facets.ts';
import { resolutionOf, resolvedTurns, TOLD_STEPS, toldItems, toldStops } from '../../client/panels/told/told.ts';
import { openReplay, turnSteps } from '../../client/replay/replay-store.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import { NO_ORDERS, type Order, type OrderSet } from '../../shared/model/order.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { legalClauseTerms, legalDoors } from '../../shared/rules/legal-orders.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { viewFor } from '../../shared/view/view-for.ts';

const scenario = charter2025;
const { record, fold } = simulate(scenario, { seed: 'logic', bots: ['scripted'], length: 'sprint' });
const view = viewFor(scenario, fold.state, 'ARM');
const court = (area: 'trade' | 'energy'): Order => ({ verb: 'court', host: 'RUS', area });

describe('the draft of a turn', () => {
  const submitted: OrderSet = { ...NO_ORDERS, orders: [court('trade')] };

  test('is nothing, submitted, or changed', () => {
    expect(draftState(null, null)).toBe('hold');
    expect(draftState(submitted, null)).toBe('submitted');
    expect(draftState(submitted, { ...submitted })).toBe('submitted');
    expect(draftState(submitted, NO_ORDERS)).toBe('changed');
    expect(draftState(null, submitted)).toBe('changed');
  });

  test('shows itself before what is submitted', () => {
    expect(shownSet(submitted, NO_ORDERS)).toBe(NO_ORDERS);
    expect(shownSet(submitted, null)).toBe(submitted);
    expect(shownSet(null, null)).toBe(NO_ORDERS);
  });

  test('vanishes when it says the same as what runs', () => {
    const more = withOrder(submitted, court('energy'));
    expect(tidy(more, submitted)).toBe(more);
    expect(tidy(withoutOrder(more, 1), submitted)).toBeNull();
    expect(tidy(NO_ORDERS, null)).toBeNull();
  });

  test('holds one order of a verb for each area and host', () => {
    const squeeze = (amount: number): Order => ({
      verb: 'squeeze',
      host: 'RUS',
      area: 'trade',
      demand: { kind: 'pay', amount, each: false },
    });
    const set = withOrder(withOrder(NO_ORDERS, squeeze(2)), squeeze(4));
    expect(set.orders).toEqual([squeeze(4)]);
  });
});

describe('a long list asked as questions', () => {
  test('every promise at the treaty desk can be reached by its answers', () => {
    const list = facetedTerms(legalClauseTerms(scenario, view, 'ARM'), scenario);
    for (const one of list) {
      const answers = Object.fromEntries(one.facets.map((facet) => [facet.key, facet.value]));
      expect(narrow(list, answers).item).toEqual(one.item);
    }
  });

  test('every change of doors too', () => {
    const list = facetedDoors(legalDoors(scenario, view), scenario);
    for (const one of list) {
      const answers = Object.fromEntries(one.facets.map((facet) => [facet.key, facet.value]));
      expect(narrow(list, answers).item).toEqual(one.item);
    }
  });

  test('an answer that is no longer offered gives way to the first', () => {
    const list = facetedTerms(
      [
        { kind: 'pay', amount: 2, each: false },
        { kind: 'welcome', area: 'trade', supplier: 'RUS', open: true },
      ],
      scenario,
    );
    const { questions, item } = narrow(list, { kind: 'welcome', amount: '2', area: 'energy' });
    expect(item).toEqual({ kind: 'welcome', area: 'trade', supplier: 'RUS', open: true });
    expect(questions.map((question) => question.key)).toEqual(['kind', 'supplier', 'area']);
  });

  test('an empty list asks nothing', () => expect(narrow([], {})).toEqual({ questions: [], item: null }));

  test('each concession has its own sentence', () => {
    const told = concessionChoices(scenario, 'ARM').map(({ item }) => concessionSentence(item, scenario));
    expect(told.every((one) => !/undefined|\{/u.test(one))).toBe(true);
  });
});

describe('the telling of a turn', () => {
  test('has every resolved turn, in the order of the steps', () => {
    expect(resolvedTurns(view.events)).toEqual([1, 2, 3]);
    for (const turn of resolvedTurns(view.events)) {
      const items = toldItems(resolutionOf(view.events, turn));
      expect(items.length).toBeGreaterThan(5);
      const steps = items.map((item) => TOLD_STEPS.indexOf(item.step));
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      expect(items.every((item) => item.event.turn === turn)).toBe(true);
    }
  });

  test('pauses often enough, and never in the middle of nothing', () => {
    const items = toldItems(resolutionOf(view.events, 2));
    const stops = toldStops(items);
    expect(stops.at(-1)).toBe(items.length);
    expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
    expect(stops.length).toBeLessThan(items.length);
  });

  test('tells each event once', () => {
    const ids = toldItems(resolutionOf(view.events, 2)).flatMap((item) => [
      item.event.id,
      ...item.follows.map((event) => event.id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('knows what an event is about', () => {
    const event = view.events.find((one) => one.kind === 'courted');
    if (event?.kind !== 'courted') throw new Error('nobody courted in this match');
    expect(subjectsOf(event, scenario)[0]).toEqual({ kind: 'country', id: event.host });
    expect(historyOf(view.events, { kind: 'country', id: event.host }, scenario)).toContain(event);
  });
});

describe('channels', () => {
  const message = (channel: string, by: string, n: number) => ({
    id: `${channel}#${n}`,
    channel,
    by,
    turn: 1,
    at: n,
    text: 'words',
  });
  const messages = [
    message('ARM-RUS', 'RUS', 1),
    message('ARM-RUS', 'RUS', 2),
    message('ARM-RUS', 'ARM', 3),
    message('ARM-USA', 'USA', 9),
  ];

  test('count what others said and I have not read', () => {
    const channels = channelsOf(scenario, { messages }, 'ARM', { 'ARM-RUS': 1 }, ['ARM-TUR', 'ARM', 'ARM-ZZZ']);
    expect(channels.map((one) => [one.key, one.unread])).toEqual([
      [publicChannel(scenario), 0],
      ['ARM-TUR', 0],
      ['ARM-USA', 1],
      ['ARM-RUS', 1],
    ]);
  });

  test('obey the press mode', () => {
    expect([
      pressAllows('full', false),
      pressAllows('public', true),
      pressAllows('public', false),
      pressAllows('agreements', true),
    ]).toEqual([true, true, false, false]);
  });
});

describe('the map model', () => {
  const model = mapModel(scenario, view, { me: 'ARM', names: 'both' });

  test('holds everything that the scenario places', () => {
    expect(model.routes.map((route) => route.id)).toEqual(scenario.routes.map((route) => route.id));
    expect(model.sites).toHaveLength(scenario.sites.length);
    expect(model.countries.filter((one) => one.accent).map((one) => one.id)).toEqual(['ARM']);
  });

  test('shows what stands now', () => {
    const [gateId, gate] = Object.entries(view.board.gates)[0] ?? [];
    expect(model.routes.flatMap((route) => route.gates).find((one) => one.id === gateId)?.status).toBe(gate?.status);
    expect(model.projects.every((one) => one.percent >= 0 && one.percent <= 100)).toBe(true);
  });

  test('knows only what is on the map', () => {
    expect(mapRef({ kind: 'route', id: 'r' })).toEqual({ kind: 'route', id: 'r' });
    expect(mapRef({ kind: 'agreement', id: 'a' })).toBeNull();
  });
});

test('a cell of the board adds up to 100, largest first', () => {
  const { slices, own, leader } = cellFigures(scenario, view.board, 'ARM', 'energy', 'RUS');
  expect(slices.reduce((sum, slice) => sum + slice.share, 0)).toBe(100);
  expect(slices.map((slice) => slice.share)).toEqual(slices.map((slice) => slice.share).sort((a, b) => b - a));
  expect(slices.find((slice) => slice.supplier === 'own')?.share ?? 0).toBe(own);
  expect(leader?.supplier).not.toBe('own');
});

test('the result ranks by the whole score and counts promises', () => {
  const rows = scoreRows(scenario, view);
  expect(rows.map((row) => row.full)).toEqual(rows.map((row) => row.full).sort((a, b) => b - a));
  expect(promiseRows(scenario, view)).toHaveLength(6);
  expect([7001, 5500, 4000, 3999].map(verdictOf)).toEqual(['strategic', 'success', 'mixed', 'failure']);
});

describe('a replay', () => {
  const timeline = openTimeline(record, scenario);

  test('goes to any step, through any eyes, and can do nothing', () => {
    const replay = openReplay(scenario, timeline);
    expect(replay.store.get().view?.table.phase).toBe('ended');
    replay.go(0);
    expect(replay.store.get().view?.table.phase).toBe('table');
    replay.look('IRN');
    expect(replay.store.get().view?.viewer).toBe('IRN');
    replay.go(9999);
    expect(replay.place.get().step).toBe(timeline.steps.length - 1);
    expect(replay.intents.send).toBeNull();
  });

  test('finds each turn', () => expect(turnSteps(timeline).map((one) => one.turn)).toEqual([1, 2, 3]));
});
