import { diversityOf, multivectorOf } from '../../../shared/catalogue/reckoning.ts';
import { AREAS, type Area, isArea } from '../../../shared/model/area.ts';
import { OWN } from '../../../shared/model/ids.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';
import { t } from '../../text/match-text.ts';
import { actorName, areaName, quarterName, supplierName } from '../../text/names.ts';
import { doorChanges } from '../../text/sentence-parts.ts';
import { autonomyOf, cellFigures } from '../board/board-figures.ts';
import { figureKey } from './figure-key.ts';
import { movesOf, type Part, PLAIN, startOf, type Teller } from './story.ts';

const noteOf = (scenario: Scenario, host: string, area: Area) =>
  scenario.portfolioNotes.find((note) => note.host === host && note.area === area);

/** The suppliers of a row, but one. */
const rowParts = (scenario: Scenario, view: SeatView, host: string, area: Area, but: string | null): readonly Part[] =>
  cellFigures(scenario, view.board, host, area, null)
    .slices.filter((slice) => slice.supplier !== but)
    .map((slice) => ({
      key: figureKey('share', host, area, slice.supplier),
      label: supplierName(scenario, slice.supplier),
      value: String(slice.share),
    }));

export const share: Teller = ([host = '', area = '', supplier = ''], scenario, view) => {
  if (!isArea(area) || view.board.portfolios[host] === undefined) return null;
  const note = noteOf(scenario, host, area);
  return {
    title: t('figure.share', {
      host: actorName(scenario, host),
      area: areaName(area),
      supplier: supplierName(scenario, supplier),
    }),
    value: String(view.board.portfolios[host]?.[area][supplier] ?? 0),
    note: t('figure.share.note'),
    parts: rowParts(scenario, view, host, area, supplier),
    partsAre: 'beside',
    moves: movesOf(
      view,
      (event) =>
        event.kind === 'sharesMoved' &&
        event.host === host &&
        event.area === area &&
        event.moves.some((move) => move.supplier === supplier),
    ),
    start: startOf(scenario.portfolios[host]?.[area][supplier] ?? 0, note?.why, note?.source),
    thing: { kind: 'country', id: host },
  };
};

const movesOfHost = (view: SeatView, host: string) =>
  movesOf(view, (event) => event.kind === 'sharesMoved' && event.host === host);

export const index: Teller = ([host = ''], scenario, view) => {
  const portfolio = view.board.portfolios[host];
  if (portfolio === undefined) return null;
  return {
    title: t('figure.index', { host: actorName(scenario, host) }),
    value: String(multivectorOf(view.board, host)),
    note: t('figure.index.note'),
    parts: AREAS.map((area) => ({
      key: figureKey('diversity', host, area),
      label: areaName(area),
      value: String(diversityOf(portfolio[area])),
    })),
    moves: movesOfHost(view, host),
    start: startOf(multivectorOf(scenario, host)),
    thing: { kind: 'country', id: host },
  };
};

/** The multivector index of one area. */
export const diversity: Teller = ([host = '', area = ''], scenario, view) => {
  const row = isArea(area) ? view.board.portfolios[host]?.[area] : undefined;
  if (!isArea(area) || row === undefined) return null;
  return {
    title: t('figure.diversity', { host: actorName(scenario, host), area: areaName(area) }),
    value: String(diversityOf(row)),
    note: t('figure.diversity.note'),
    parts: rowParts(scenario, view, host, area, null),
    moves: movesOfHost(view, host).filter((event) => event.kind === 'sharesMoved' && event.area === area),
    start: startOf(diversityOf(scenario.portfolios[host]?.[area] ?? {})),
    thing: { kind: 'country', id: host },
  };
};

export const autonomy: Teller = ([host = ''], scenario, view) => {
  const portfolio = view.board.portfolios[host];
  if (portfolio === undefined) return null;
  return {
    title: t('figure.autonomy', { host: actorName(scenario, host) }),
    value: String(autonomyOf(view.board, host)),
    note: t('figure.autonomy.note'),
    parts: AREAS.map((area) => ({
      key: figureKey('share', host, area, OWN),
      label: areaName(area),
      value: String(portfolio[area][OWN] ?? 0),
    })),
    moves: movesOfHost(view, host).filter(
      (event) => event.kind === 'sharesMoved' && event.moves.some((move) => move.supplier === OWN),
    ),
    start: startOf(autonomyOf(scenario, host)),
    thing: { kind: 'country', id: host },
  };
};

export const gap: Teller = ([host = '', area = '', supplier = ''], scenario, view) => {
  const found = view.board.gaps.find((one) => one.host === host && one.area === area && one.supplier === supplier);
  if (found === undefined) return null;
  return {
    ...PLAIN,
    title: t('figure.gap', {
      host: actorName(scenario, host),
      area: areaName(found.area),
      supplier: actorName(scenario, supplier),
    }),
    value: t('figure.until', { quarter: quarterName(scenario, found.until) }),
    note: t('figure.gap.note'),
    moves: movesOf(
      view,
      (event) =>
        event.kind === 'gapOpened' &&
        event.gap.host === host &&
        event.gap.area === area &&
        event.gap.supplier === supplier,
    ),
    thing: { kind: 'country', id: host },
  };
};

const NO_DOORS = { welcomes: [], bar: null };
export const doors: Teller = ([host = ''], scenario, view) => {
  const now = view.board.doors[host];
  if (now === undefined) return null;
  const told = (all: typeof now): string => doorChanges(scenario, NO_DOORS, all);
  return {
    ...PLAIN,
    title: t('figure.doors', { host: actorName(scenario, host) }),
    value: told(now),
    note: t('figure.doors.note'),
    moves: movesOf(view, (event) => event.kind === 'doorsSet' && event.host === host),
    start: startOf(told(scenario.doors[host] ?? NO_DOORS)),
    thing: { kind: 'country', id: host },
  };
};
