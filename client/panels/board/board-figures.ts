import { indexOf } from '../../../shared/catalogue/scenario-index.ts';
import { AREAS, type Area } from '../../../shared/model/area.ts';
import { type ActorId, OWN, type SupplierId } from '../../../shared/model/ids.ts';
import { isBarred, isWelcome } from '../../../shared/model/portfolio.ts';
import type { Scenario } from '../../../shared/model/scenario.ts';
import type { SeatView } from '../../../shared/model/seat-view.ts';

export type Slice = { readonly supplier: SupplierId; readonly share: number };
export type CellFigures = {
  readonly host: ActorId;
  readonly area: Area;
  /** largest first, ties in canonical order, nothing that is 0 */ readonly slices: readonly Slice[];
  readonly own: number /** the largest supplier that is not the host */;
  readonly leader: Slice | null;
  readonly door: 'welcome' | 'barred' | null;
};

const order = (scenario: Scenario, supplier: SupplierId): number => scenario.suppliers.indexOf(supplier);

/** One cell of the alignment board; `door` is that of the looked-for supplier. */
export const cellFigures = (
  scenario: Scenario,
  board: SeatView['board'],
  host: ActorId,
  area: Area,
  supplier: ActorId | null,
): CellFigures => {
  const row = board.portfolios[host]?.[area] ?? {};
  const slices = Object.entries(row)
    .map(([key, share]) => ({ supplier: key, share: share ?? 0 }))
    .filter((slice) => slice.share > 0)
    .sort((a, b) => b.share - a.share || order(scenario, a.supplier) - order(scenario, b.supplier));
  const doors = board.doors[host];
  const door =
    supplier === null || doors === undefined
      ? null
      : isWelcome(doors, area, supplier)
        ? 'welcome'
        : isBarred(doors, area, supplier)
          ? 'barred'
          : null;
  return {
    host,
    area,
    slices,
    own: row[OWN] ?? 0,
    leader: slices.find((slice) => slice.supplier !== OWN) ?? null,
    door,
  };
};

export const hostsOf = (scenario: Scenario): readonly ActorId[] => indexOf(scenario).hosts;

/** A host's own share, as a mean over its areas. */
export const autonomyOf = (board: Pick<SeatView['board'], 'portfolios'>, host: ActorId): number =>
  Math.round(AREAS.reduce((sum, area) => sum + (board.portfolios[host]?.[area][OWN] ?? 0), 0) / AREAS.length);
