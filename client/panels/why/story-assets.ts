import { openingBoard } from '../../../shared/catalogue/opening-board.ts';
import { flowOfRoute } from '../../../shared/catalogue/reckoning.ts';
import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { GATE_STATUSES } from '../../../shared/model/asset.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import { t } from '../../text/match-text.ts';
import {
  actorName,
  frontName,
  gateName,
  gateRouteName,
  guardNames,
  prizeName,
  routeName,
  siteName,
} from '../../text/names.ts';
import { tensionLevel } from '../../text/sentence-parts.ts';
import { figureKey } from './figure-key.ts';
import { movesOf, PLAIN, partsOf, type Story, startOf, type Teller } from './story.ts';

export const tension: Teller = ([id = ''], scenario, view) => {
  const front = indexOf(scenario).fronts.get(id);
  if (front === undefined) return null;
  const told = (value: number): string => `${value} · ${t(`tension.${tensionLevel(value)}`)}`;
  return {
    ...PLAIN,
    title: t('figure.tension', { front: front.name }),
    value: told(view.board.fronts[id]?.tension ?? front.tension),
    note: t('figure.tension.note'),
    moves: movesOf(view, (event) => event.kind === 'tensionMoved' && event.front === id),
    start: startOf(told(front.tension), front.note, front.source),
    thing: { kind: 'front', id },
  };
};

/** How many turns running a front has been at war. */
export const hot: Teller = ([id = ''], scenario, view, tell) => {
  const front = indexOf(scenario).fronts.get(id);
  if (front === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.hot', { front: front.name }),
    value: t('front.hot', { turns: view.board.fronts[id]?.hot ?? 0 }),
    note: t('cause.rule', { rule: 'WR1', text: t('rule.WR1') }),
    parts: partsOf([figureKey('tension', id)], tell),
    moves: movesOf(view, (event) => event.kind === 'tensionMoved' && event.front === id),
    start: startOf(0),
    thing: { kind: 'front', id },
  };
};

export const prize: Teller = ([id = ''], scenario, view) => {
  const front = scenario.fronts.find((one) => one.prizes.some((each) => each.id === id));
  const found = front?.prizes.find((one) => one.id === id);
  if (front === undefined || found === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.prize', { prize: prizeName(scenario, id) }),
    value: actorName(scenario, view.board.prizes[id] ?? found.holder),
    moves: movesOf(view, (event) => event.kind === 'prizeTaken' && event.prize === id),
    start: startOf(actorName(scenario, found.holder), undefined, front.source),
    thing: { kind: 'front', id: front.id },
  };
};

const gateStory = (scenario: Scenario, id: string, figure: 'gate' | 'guard'): Omit<Story, 'value' | 'moves'> => ({
  ...PLAIN,
  title: t(`figure.${figure}`, { gate: gateName(scenario, id), route: gateRouteName(scenario, id) }),
  note: t('figure.gate.note', { owner: actorName(scenario, indexOf(scenario).gates.get(id)?.gate.owner ?? '') }),
  thing: { kind: 'gate', id },
});

export const gate: Teller = ([id = ''], scenario, view) => {
  const found = indexOf(scenario).gates.get(id);
  if (found === undefined) return null;
  return {
    ...gateStory(scenario, id, 'gate'),
    value: t(`gate.${view.board.gates[id]?.status ?? found.gate.status}`),
    moves: movesOf(view, (event) => (event.kind === 'gateSet' || event.kind === 'blockaded') && event.gate === id),
    start: startOf(t(`gate.${found.gate.status}`), found.route.note, found.route.source),
  };
};

export const guard: Teller = ([id = ''], scenario, view) => {
  const found = indexOf(scenario).gates.get(id);
  if (found === undefined) return null;
  return {
    ...gateStory(scenario, id, 'guard'),
    value: guardNames(scenario, view.board.gates[id]?.guard ?? found.gate.guard),
    moves: movesOf(view, (event) => event.kind === 'guardPosted' && event.gate === id),
    start: startOf(guardNames(scenario, found.gate.guard), found.route.note, found.route.source),
  };
};

const carries = (scenario: Scenario, board: Parameters<typeof flowOfRoute>[1], id: string): string =>
  t(`gate.${GATE_STATUSES[flowOfRoute(scenario, board, id)] ?? 'closed'}`);

export const flow: Teller = ([id = ''], scenario, view, tell) => {
  const route = indexOf(scenario).routes.get(id);
  if (route === undefined) return null;
  const gates = route.gates.map((one) => one.id);
  const parts = [
    ...gates.map((one) => figureKey('gate', one)),
    ...(route.contested ? [figureKey('regime', id)] : []),
    ...(route.cap === null ? [] : [figureKey('winner', route.cap.project)]),
  ];
  return {
    ...PLAIN,
    title: t('figure.flow', { route: route.name }),
    value: carries(scenario, view.board, id),
    note: t('figure.flow.note'),
    parts: partsOf(parts, tell),
    moves: movesOf(
      view,
      (event) =>
        (event.kind === 'gateSet' && gates.includes(event.gate)) || (event.kind === 'regimeSet' && event.route === id),
    ),
    start: startOf(carries(scenario, openingBoard(scenario), id), route.note, route.source),
    thing: { kind: 'route', id },
  };
};

export const regime: Teller = ([id = ''], scenario, view) => {
  const route = indexOf(scenario).routes.get(id);
  if (route === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.regime', { route: route.name }),
    value: t(`regime.${view.board.routes[id]?.regime ?? route.regime}`),
    note: route.contested ? t('figure.regime.note') : null,
    moves: movesOf(view, (event) => event.kind === 'regimeSet' && event.route === id),
    start: startOf(t(`regime.${route.regime}`), route.note, route.source),
    thing: { kind: 'route', id },
  };
};

export const profit: Teller = ([id = '', actor = ''], scenario, view) => {
  const route = indexOf(scenario).routes.get(id);
  if (route === undefined) return null;
  const base = route.profit[actor] ?? 0;
  return {
    ...PLAIN,
    title: t('figure.profit', { route: routeName(scenario, id), actor: actorName(scenario, actor) }),
    value: String(base + (view.board.profits[id]?.[actor] ?? 0)),
    note: t('figure.profit.note'),
    moves: movesOf(view, (event) => event.kind === 'profitMoved' && event.route === id && event.actor === actor),
    start: startOf(base, route.note, route.source),
    thing: { kind: 'route', id },
  };
};

export const site: Teller = ([id = ''], scenario, view) => {
  const found = indexOf(scenario).sites.get(id);
  if (found === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.site', { site: siteName(scenario, id) }),
    value: String(view.board.sites[id]?.level ?? found.level),
    moves: movesOf(view, (event) => (event.kind === 'siteMoved' || event.kind === 'siteLost') && event.site === id),
    start: startOf(found.level, found.note, found.source),
    thing: { kind: 'site', id },
  };
};

export const operator: Teller = ([id = ''], scenario, view) => {
  const found = indexOf(scenario).sites.get(id);
  if (found === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.operator', { site: siteName(scenario, id) }),
    value: actorName(scenario, view.board.sites[id]?.operator ?? found.operator),
    moves: movesOf(view, (event) => (event.kind === 'siteMoved' || event.kind === 'siteLost') && event.site === id),
    start: startOf(actorName(scenario, found.operator), found.note, found.source),
    thing: { kind: 'site', id },
  };
};

export const recognition: Teller = ([by = '', what = ''], scenario, view) => {
  if (!view.board.recognitions.some((one) => one.by === by && one.what === what)) return null;
  const line = indexOf(scenario).fronts.has(what);
  return {
    ...PLAIN,
    title: t('figure.recognition', {
      by: actorName(scenario, by),
      what: line ? frontName(scenario, what) : actorName(scenario, what),
    }),
    value: t('figure.recognition.value'),
    moves: movesOf(view, (event) => event.kind === 'recognised' && event.by === by && event.what === what),
    thing: line ? { kind: 'front', id: what } : { kind: 'country', id: what },
  };
};
