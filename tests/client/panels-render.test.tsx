import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { AlignmentBoard } from '../../client/panels/board/alignment-board.tsx';
import { Dossier } from '../../client/panels/dossier/dossier.tsx';
import { NewsPanel } from '../../client/panels/news-panel.tsx';
import { OrdersPanel } from '../../client/panels/orders/orders-panel.tsx';
import { PlacesPanel } from '../../client/panels/places-panel.tsx';
import { TalkPanel } from '../../client/panels/talk/talk-panel.tsx';
import { ToldPanel } from '../../client/panels/told/told-panel.tsx';
import { TreatyDesk } from '../../client/panels/treaty/treaty-desk.tsx';
import { TurnBar } from '../../client/panels/turn/turn-bar.tsx';
import { openReplay } from '../../client/replay/replay-store.ts';
import { MatchContext, type Selection } from '../../client/store/match-store.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { ViewerId } from '../../shared/model/ids.ts';
import { openTimeline } from '../../shared/replay/timeline.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';

const scenario = charter2025;
const { record } = simulate(scenario, { seed: 'panels', bots: ['scripted', 'random'], length: 'sprint' });
const timeline = openTimeline(record, scenario);
const last = timeline.steps.length - 1;
const middle = timeline.steps.findIndex((step) => step.turn === 2) + 2;

const rawIds = [
  ...scenario.routes.flatMap((route) => [route.id, ...route.gates.map((gate) => gate.id)]),
  ...[...scenario.sites, ...scenario.fronts, ...scenario.projects, ...scenario.agreements, ...scenario.measures].map(
    (one) => one.id,
  ),
].filter((id) => id.includes('-'));

const wordsOf = (markup: string): string => markup.replace(/<[^>]*>/gu, ' ').replaceAll('&#x27;', '’');

const render = (panel: React.ReactNode, step: number, viewer: ViewerId, selection: Selection | null = null): string => {
  const replay = openReplay(scenario, timeline);
  replay.look(viewer);
  replay.go(step);
  replay.intents.select(selection);
  return renderToStaticMarkup(<MatchContext value={replay}>{panel}</MatchContext>);
};

const check = (markup: string): void => {
  const words = wordsOf(markup);
  expect(words).not.toMatch(/undefined|NaN|\[object|\{\w+\}/u);
  expect(rawIds.filter((id) => new RegExp(`(^|[^\\w-])${id}($|[^\\w-])`, 'u').test(words))).toEqual([]);
};

const PANELS: readonly (readonly [string, React.ReactNode])[] = [
  ['the turn bar', <TurnBar key="1" />],
  ['the board', <AlignmentBoard key="2" />],
  ['the board, host by host', <AlignmentBoard key="3" narrow />],
  ['orders', <OrdersPanel key="4" />],
  ['channels', <TalkPanel key="5" />],
  ['the treaty desk', <TreatyDesk key="6" />],
  ['news', <NewsPanel key="7" />],
  ['what happened', <ToldPanel key="8" />],
  ['places', <PlacesPanel key="9" />],
];
const VIEWERS: readonly ViewerId[] = ['ARM', 'USA', 'public', 'facilitator'];

describe.each(VIEWERS)('as %s sees it', (viewer) => {
  describe.each([
    ['at the start', 0],
    ['in the middle', middle],
    ['at the end', last],
  ] as const)('%s', (_, step) => {
    test.each(PANELS)('%s', (_name, panel) => {
      const markup = render(panel, step, viewer);
      expect(markup).toMatch(/<h[12]/u);
      check(markup);
    });
  });
});

const things: readonly Selection[] = [
  ...['ARM', 'GEO', 'EUR', 'RUS'].map((id): Selection => ({ kind: 'country', id })),
  ...scenario.routes.map(({ id }): Selection => ({ kind: 'route', id })),
  { kind: 'gate', id: scenario.routes[0]?.gates[0]?.id ?? '' },
  ...scenario.sites.slice(0, 3).map(({ id }): Selection => ({ kind: 'site', id })),
  ...scenario.fronts.map(({ id }): Selection => ({ kind: 'front', id })),
  ...scenario.projects.map(({ id }): Selection => ({ kind: 'project', id })),
  ...scenario.agreements.map(({ id }): Selection => ({ kind: 'agreement', id })),
  { kind: 'event', id: '1.5' },
  { kind: 'route', id: 'nowhere' },
];
test.each(things.map((thing) => [`${thing.kind} ${thing.id}`, thing] as const))('the dossier of %s', (_, thing) => {
  const markup = render(<Dossier />, middle, 'ARM', thing);
  expect(markup).toContain('<h2');
  check(markup);
});

test('the board is a table with a caption and headers', () => {
  const markup = render(<AlignmentBoard />, middle, 'ARM');
  expect(markup).toContain('<caption');
  expect(markup.match(/scope="row"/gu)).toHaveLength(7);
  expect(markup.match(/scope="col"/gu)).toHaveLength(7);
});

test('in a replay nothing can be ordered or sent', () => {
  expect(wordsOf(render(<OrdersPanel />, middle, 'ARM'))).not.toContain('Submit orders');
  expect(wordsOf(render(<TreatyDesk />, middle, 'ARM'))).not.toMatch(/\bSign\b|Give notice|New draft/u);
});
