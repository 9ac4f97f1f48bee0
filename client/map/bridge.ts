/** The whole contract between the map and the rest of the client: plain data in, plain callbacks out. */

export type LonLat = readonly [number, number];

export type MapRefKind = 'country' | 'site' | 'front' | 'route' | 'gate' | 'project';

export type MapRef = { kind: MapRefKind; id: string };

export type MapFlow = 'open' | 'restricted' | 'closed';

export type MapRouteMode = 'road' | 'rail' | 'pipeline' | 'corridor' | 'bridge';

export type MapCountry = { id: string; name: string; accent?: boolean };

export type MapGate = { id: string; name: string; owner: string; status: MapFlow; lonlat: LonLat };

export type MapRoute = {
  id: string;
  name: string;
  mode: MapRouteMode;
  flow: MapFlow;
  contested: boolean;
  gates: MapGate[];
};

export type MapSite = {
  id: string;
  name: string;
  kind: string;
  host: string;
  operator: string;
  level: number;
  lonlat: LonLat;
};

export type MapFront = { id: string; name: string; parties: string[]; tension: number; lonlat: LonLat };

export type MapProject = { id: string; name: string; host: string; lonlat: LonLat; percent: number };

export type MapModel = {
  countries: MapCountry[];
  routes: MapRoute[];
  sites: MapSite[];
  fronts: MapFront[];
  projects: MapProject[];
  names: 'both' | 'neutral';
};

export type MapState = { cx: number; cy: number; zoom: number; selected: MapRef | null };

export type MapHandle = {
  setModel(model: MapModel): void;
  select(ref: MapRef | null): void;
  /** Marks several things at once, e.g. while a resolution is told; an empty list clears. */
  highlight(refs: readonly MapRef[]): void;
  flyTo(ref: MapRef): void;
  zoomBy(factor: number): void;
  panBy(dxCss: number, dyCss: number): void;
  home(): void;
  setMotion(on: boolean): void;
  /** Where a click picks this thing, in CSS pixels from the host's top left corner; null if it is not on the map. */
  screenOf(ref: MapRef): { x: number; y: number } | null;
  state(): MapState;
  destroy(): void;
};

export type MapOptions = {
  onSelect(ref: MapRef | null): void;
  onHover?(ref: MapRef | null): void;
  motion: boolean;
  /** Folder that serves the files of client/public/map, with or without the last slash. */
  baseUrl: string;
};

export type MountMap = (host: HTMLElement, options: MapOptions) => Promise<MapHandle>;
