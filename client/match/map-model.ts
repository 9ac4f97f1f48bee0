import { flowOfRoute } from '../../shared/catalogue/reckoning.ts';
import { indexOf } from '../../shared/catalogue/scenario-index.ts';
import { GATE_STATUSES } from '../../shared/model/asset.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import type { SeatView } from '../../shared/model/seat-view.ts';
import type { MapModel, MapRef } from '../map/bridge.ts';
import { isOnMap } from '../panels/event-refs.ts';
import type { Selection } from '../store/match-store.ts';

type Looks = { readonly me: string | null; readonly names: MapModel['names'] };

/** What the map shows of a view: plain data, and nothing that the view does not hold. */
export const mapModel = (scenario: Scenario, { board }: Pick<SeatView, 'board'>, { me, names }: Looks): MapModel => ({
  names,
  countries: indexOf(scenario).hosts.map((id) => ({ id, name: indexOf(scenario).nameOf(id), accent: id === me })),
  routes: scenario.routes.map((route) => ({
    id: route.id,
    name: route.name,
    mode: route.mode,
    contested: route.contested,
    flow: GATE_STATUSES[flowOfRoute(scenario, board, route.id)] ?? 'closed',
    gates: route.gates.map((gate) => ({
      id: gate.id,
      name: gate.name,
      owner: gate.owner,
      lonlat: gate.lonlat,
      status: board.gates[gate.id]?.status ?? gate.status,
    })),
  })),
  sites: scenario.sites.map((site) => {
    const now = board.sites[site.id] ?? site;
    return {
      id: site.id,
      name: site.name,
      kind: site.kind,
      host: site.host,
      operator: now.operator,
      level: now.level,
      lonlat: site.lonlat,
    };
  }),
  fronts: scenario.fronts.map((front) => ({
    id: front.id,
    name: front.name,
    parties: [...front.parties],
    tension: board.fronts[front.id]?.tension ?? front.tension,
    lonlat: front.lonlat,
  })),
  projects: scenario.projects.map((project) => {
    const now = board.projects[project.id];
    const most = Math.max(0, ...Object.values(now?.progress ?? project.progress));
    const percent = now?.winner != null ? 100 : Math.min(100, Math.round((100 * most) / project.goal));
    return { id: project.id, name: project.name, host: project.host, lonlat: project.lonlat, percent };
  }),
});

/** A selection as the map knows it; null for what is not on it. */
export const mapRef = (selection: Selection | null): MapRef | null =>
  selection === null || !isOnMap(selection) ? null : { kind: selection.kind as MapRef['kind'], id: selection.id };
