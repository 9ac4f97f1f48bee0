import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AlignmentBoard } from '../../client/panels/board/alignment-board.tsx';
import { Dossier } from '../../client/panels/dossier/dossier.tsx';
import { failureOf, smallestChange, tellingOf } from '../../client/panels/orders/mend.ts';
import { OrdersPanel } from '../../client/panels/orders/orders-panel.tsx';
import { setOfTurn, viewBefore } from '../../client/panels/orders/view-before.ts';
import { PlacesPanel } from '../../client/panels/places-panel.tsx';
import { TreatyDesk } from '../../client/panels/treaty/treaty-desk.tsx';
import { TurnBar } from '../../client/panels/turn/turn-bar.tsx';
import {
  FIGURE_KINDS,
  type FigureKey,
  figureKey,
  isFigureKey,
  readFigureKey,
} from '../../client/panels/why/figure-key.ts';
import { oddsKey } from '../../client/panels/why/story-odds.ts';
import { expectedKey, priceKey, sumKey } from '../../client/panels/why/story-orders.ts';
import { storyOf } from '../../client/panels/why/tell-story.ts';
import { openReplay } from '../../client/replay/replay-store.ts';
import { MatchContext, type Selection } from '../../client/store/match-store.ts';
import { causeChain, eventsById } from '../../client/text/cause-sentence.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import { NO_ORDERS, type Order, type OrderSet } from '../../shared/model/order.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { legalOrders } from '../../shared/rules/legal-orders.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { preview } from '../../shared/view/preview.ts';

const scenario = charter2025;
const { record } = simulate(scenario, { seed: 'why', bots: ['random', 'scripted'], length: 'sprint' });
const timeline = openTimeline(record, scenario);
const last = timeline.steps.length - 1;
const middle = timeline.steps.findIndex((step) => step.turn === 3) + 2;

const open = (step: number, viewer: ViewerId, selection: Selection | null = null) => {
  const replay = openReplay(scenario, timeline);
  replay.look(viewer);
  replay.go(step);
  replay.intents.select(selection);
  return replay;
};
const hooksOf = (panel: React.ReactNode, step: number, viewer: ViewerId, selection: Selection | null = null) => {
  const replay = open(step, viewer, selection);
  const markup = renderToStaticMarkup(<MatchContext value={replay}>{panel}</MatchContext>);
  const view = replay.store.get().view as SeatView;
  return { view, hooks: [...markup.matchAll(/data-why="([^"]+)"/gu)].map((match) => match[1] ?? '') };
};

/** A number without a story, or an event without a beginning. */
const unexplained = (hooks: readonly string[], view: SeatView): readonly string[] =>
  hooks.filter((hook) => {
    if (isFigureKey(hook)) {
      const story = storyOf(hook, scenario, view);
      if (story === null || (story.moves.length === 0 && story.start === null && story.chain === undefined))
        return true;
      if (/undefined|NaN|null/u.test([story.title, story.value, story.note, story.start].join(' '))) return true;
      return story.moves.some((event) => causeChain(event, scenario, view).every((link) => link.event !== null));
    }
    const event = eventsById(view.events).get(hook);
    return event === undefined || causeChain(event, scenario, view).every((link) => link.event !== null);
  });

const THINGS: readonly Selection[] = [
  ...indexOf(scenario).actors.map((id): Selection => ({ kind: 'country', id })),
  ...scenario.routes.map(({ id }): Selection => ({ kind: 'route', id })),
  ...scenario.sites.map(({ id }): Selection => ({ kind: 'site', id })),
  ...scenario.fronts.map(({ id }): Selection => ({ kind: 'front', id })),
  ...scenario.projects.map(({ id }): Selection => ({ kind: 'project', id })),
  ...scenario.measures.map(({ id }): Selection => ({ kind: 'measure', id })),
  ...scenario.agreements.map(({ id }): Selection => ({ kind: 'agreement', id })),
];

describe.each(['ARM', 'RUS', 'public', 'facilitator'] as const)(
  'every number that %s sees opens its cause',
  (viewer) => {
    test.each([
      ['the turn bar', <TurnBar key="1" />],
      ['the board', <AlignmentBoard key="2" />],
      ['the board, host by host', <AlignmentBoard key="3" narrow />],
      ['places', <PlacesPanel key="4" />],
      ['the treaty desk', <TreatyDesk key="5" />],
      ['the orders', <OrdersPanel key="6" />],
    ])('%s', (name, panel) => {
      for (const step of [0, middle, last]) {
        const { hooks, view } = hooksOf(panel, step, viewer);
        const mine = viewer === 'ARM' || viewer === 'RUS';
        const mayBeBare = ['the treaty desk', 'the orders'].includes(name) || (name === 'the turn bar' && !mine);
        expect(hooks.length > 0 || mayBeBare).toBe(true);
        expect(unexplained(hooks, view)).toEqual([]);
      }
    });

    test('all dossiers', () => {
      for (const thing of THINGS) {
        const { hooks, view } = hooksOf(<Dossier />, middle, viewer, thing);
        expect(unexplained(hooks, view), `${thing.kind} ${thing.id}`).toEqual([]);
      }
    });
  },
);

test('a promise that an objective counts is told with the agreement that it stands in', () => {
  const { view } = hooksOf(<AlignmentBoard />, last, 'IRN');
  const [given, none] = [
    storyOf(figureKey('promised', 'host', 'ARM', 'RUS'), scenario, view),
    storyOf(figureKey('promised', 'guarantee', 'CHN', 'GEO'), scenario, view),
  ];
  expect(given?.value).toBe('yes');
  expect(given?.parts.length).toBeGreaterThan(0);
  expect(none).toMatchObject({ value: 'none in force', parts: [] });
  const signed = storyOf(figureKey('pacts', 'CHN', 'GEO'), scenario, view);
  expect(signed).toMatchObject({ value: '0', parts: [], moves: [] });
});

test('numbers of every kind are shown somewhere, or are made of those that are', () => {
  const shown = new Set<string>();
  for (const thing of THINGS)
    for (const hook of hooksOf(<Dossier />, last, 'ARM', thing).hooks)
      if (isFigureKey(hook)) shown.add(readFigureKey(hook).kind);
  // What waits for luck or for force, what stands on the result, and what is only written: see the tests in a browser.
  const elsewhere = ['gap', 'missed', 'joint', 'promises', 'recognition', 'odds', 'hot', 'breach'];
  elsewhere.push('diversity', 'action', 'price', 'spend', 'left', 'expected', 'promised', 'pacts');
  expect(FIGURE_KINDS.filter((kind) => !shown.has(kind) && !elsewhere.includes(kind))).toEqual([]);
});

test('odds are told by what they are made of', () => {
  const base = open(0, 'AZE').store.get().view as SeatView;
  const [front] = scenario.fronts.filter((one) => !one.background && one.parties.includes('AZE'));
  const fronts = { ...base.board.fronts, [front?.id ?? '']: { tension: 8, hot: 0 } };
  const view: SeatView = { ...base, board: { ...base.board, fronts } };
  const option = legalOrders(scenario, view).find(({ order }) => order.verb === 'operate');
  const key = option === undefined ? null : oddsKey(option.order);
  expect(key).not.toBeNull();
  const story = key === null ? null : storyOf(key, scenario, view);
  expect(story?.value).toContain(`${option?.odds}`);
  expect(story?.parts.map((part) => part.key)).toEqual(
    expect.arrayContaining(['track/AZE/readiness', 'track/ARM/readiness', 'track/ARM/stability']),
  );
});

describe('what is only written tells where its numbers come from', () => {
  const view = open(0, 'RUS').store.get().view as SeatView;
  const courts: readonly Order[] = [
    { verb: 'court', host: 'ARM', area: 'trade' },
    { verb: 'court', host: 'AZE', area: 'trade' },
  ];
  const catalogued = scenario.actions.find(({ verb, area }) => verb === 'court' && area === 'trade');
  const set: OrderSet = { ...NO_ORDERS, orders: courts };

  test('the cost of an order, from the catalogue and by overstretch', () => {
    const story = storyOf(priceKey(courts[1] as Order, 1), scenario, view);
    const { capital = 0, treasury = 0, precedent = '' } = catalogued ?? {};
    expect(story?.value).toBe(`${capital + scenario.magnitudes.overstretch} capital, ${treasury} treasury`);
    expect(story?.note).toContain('Rule VB5');
    expect(story?.start).toContain(precedent);
  });

  test('the cost of all, by each', () => {
    const story = storyOf(sumKey('spend', courts), scenario, view);
    const { capital, treasury } = preview(scenario, view, set).cost;
    expect(story?.value).toBe(`${capital} capital, ${treasury} treasury`);
    expect(story?.parts.map((part) => part.key)).toEqual(courts.map((order, before) => priceKey(order, before)));
    expect(storyOf(sumKey('left', courts), scenario, view)?.parts.at(-1)?.value).toBe(story?.value);
  });

  test('what is expected, back to the order that would begin it', () => {
    const { expected } = preview(scenario, view, set);
    const at = expected.findIndex((event) => event.kind === 'courted');
    const story = storyOf(expectedKey(set, at), scenario, view);
    expect(story?.chain?.at(-1)).toMatchObject({ event: null, text: 'Russia ordered: court Armenia in trade.' });
    expect(story?.parts.map((part) => part.key)).toEqual(['share/ARM/trade/RUS', 'doors/ARM']);
  });

  test.each(['price/court', 'price/gibberish', 'expected/999', 'action/court/nowhere'] as const)(
    '%s is nothing',
    (key) => expect(storyOf(key, scenario, view)).toBeNull(),
  );
});

test.each(['nothing/at/all', 'share/NOBODY/energy/RUS', 'tension/nowhere', 'clause/gone/c1', 'track/ARM/luck'])(
  'what is not there has no story: %s',
  (key) => expect(storyOf(key as FigureKey, scenario, open(middle, 'ARM').store.get().view as SeatView)).toBeNull(),
);

test('an objective is told by the numbers that its formula reads', () => {
  const view = open(last, 'facilitator').store.get().view as SeatView;
  for (const { id } of scenario.powers) {
    for (const objective of scenario.objectives[id] ?? []) {
      const story = storyOf(figureKey('objective', id, objective.id), scenario, view);
      expect(story?.parts.every((part) => storyOf(part.key, scenario, view) !== null)).toBe(true);
    }
  }
});

/** A share of nothing is no share. */
const withoutNothing = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => (one === 0 ? undefined : one)));

describe('what one knew when a turn was resolved', () => {
  const resolved = timeline.steps.findIndex((step) => step.turn === 2);
  const before = timeline.viewAt(resolved - 1, 'ARM');
  const after = timeline.viewAt(resolved, 'ARM');
  const back = viewBefore(after, before.board.turn);

  test('is found again by taking back what has happened since', () => {
    expect(before.board.turn).toBe(1);
    expect(withoutNothing(back.board.portfolios)).toEqual(withoutNothing(before.board.portfolios));
    expect(back.board.doors).toEqual(before.board.doors);
    expect(back.board.prizes).toEqual(before.board.prizes);
    expect(back.board.remembered).toEqual(before.board.remembered);
    expect(back.tracks.ARM?.exact).toEqual(before.tracks.ARM?.exact);
    expect(back.tracks.RUS?.stability).toBe(before.tracks.RUS?.stability);
    for (const { id } of scenario.fronts) expect(back.board.fronts[id]?.tension).toBe(before.board.fronts[id]?.tension);
    for (const { id } of scenario.projects)
      expect(back.board.projects[id]?.progress).toEqual(before.board.projects[id]?.progress);
    for (const gate of indexOf(scenario).gates.keys())
      expect(back.board.gates[gate]?.status).toBe(before.board.gates[gate]?.status);
  });

  test('with one’s own orders of then', () => {
    const told = after.events.find((event) => event.kind === 'ordersRevealed' && event.power === 'ARM');
    const orders = told?.kind === 'ordersRevealed' ? told.orders.orders : [];
    expect(setOfTurn(after, 'ARM', 1).orders).toEqual(expect.arrayContaining([...orders]));
  });
});

describe('the smallest change of one’s own orders', () => {
  const base = timeline.viewAt(0, 'USA');
  const at = (tension: number, front: string): SeatView => ({
    ...base,
    board: { ...base.board, fronts: { ...base.board.fronts, [front]: { tension, hot: 0 } } },
    tracks: Object.fromEntries(
      Object.entries(base.tracks).map(([power, tracks]) => [
        power,
        tracks.exact === null ? tracks : { ...tracks, exact: { ...tracks.exact, capital: 12, treasury: 60 } },
      ]),
    ),
  });
  const [calm, hot] = scenario.fronts.filter((front) => !front.background).map((front) => front.id);
  const set = (...orders: readonly Order[]): OrderSet => ({ ...NO_ORDERS, orders });
  const mediate: Order = { verb: 'mediate', front: calm ?? '' };

  test('is another front, where the one was too calm', () => {
    const view = at(8, hot ?? '');
    const failed = tellingOf(preview(scenario, view, set(mediate)).expected, 'USA', mediate);
    expect(failed === undefined ? null : failureOf(failed)).toBe('tooCalm');
    expect(smallestChange(scenario, view, set(mediate), 0)).toEqual({
      kind: 'change',
      order: { verb: 'mediate', front: hot },
    });
  });

  test('works as it says', () => {
    const view = at(8, hot ?? '');
    const mend = smallestChange(scenario, view, set(mediate), 0);
    const order = mend?.order ?? mediate;
    const told = tellingOf(preview(scenario, view, set(order)).expected, 'USA', order);
    expect(told === undefined ? 'untold' : failureOf(told)).toBeNull();
  });
});
