/** Owns the layers and the camera: takes commands, keeps what is shown in step with them, draws frames on demand. */
import type Phaser from 'phaser';
import type { Atlas } from './atlas.ts';
import type { MapModel, MapRef } from './bridge.ts';
import { FlatLayer } from './flat-layer.ts';
import { type Box, boxOf, inBox, inRings, type Point } from './geometry.ts';
import { MOUSE_SLOP } from './gestures.ts';
import { LabelLayer } from './label-layer.ts';
import { forcedIds, labelSpecs } from './label-specs.ts';
import { LandLayer } from './land-layer.ts';
import { LineLayer } from './line-layer.ts';
import { type Frame, MarkerLayer } from './marker-layer.ts';
import { markersOf, type RouteOnMap, routesOnMap } from './markers.ts';
import { type PickArea, pick } from './pick.ts';
import { type Goal, goalOf, placesOn } from './places.ts';
import { project } from './projection.ts';
import { sameRef } from './refs.ts';
import { RouteLayer } from './route-layer.ts';
import { between, clampView, fitView, type Size, toScreen, toWorld, type View } from './view.ts';

/** The first view: Armenia with every crossing around it. */
const HOME_BOX: Box = boxOf([[project([43.25, 42.0]), project([47.15, 38.55])]]);
const HOME_CLOSEST = 1.07;
const RELAYOUT = 0.06;
const RELINE = 0.08;
const SETTLE_MS = 140;

export type StageParts = { world: Phaser.Scene; overlay: Phaser.Scene; atlas: Atlas; dpr: number; webgl: boolean };

type Flight = { from: View; to: View; start: number; length: number };

export class MapStage {
  private readonly parts: StageParts;
  private readonly land: LandLayer | null;
  private readonly lines: LineLayer | null;
  private readonly routeLayer: RouteLayer | null;
  private readonly flat: FlatLayer | null;
  private readonly markers: MarkerLayer;
  private readonly labels: LabelLayer;
  private readonly areas: PickArea[];
  private routes: RouteOnMap[] = [];
  private model: MapModel | null = null;
  /** The page may hand over the same model many times: only a different one is laid out anew. */
  private modelContent = '';
  private size: Size;
  private view: View;
  private flight: Flight | null = null;
  private touched = false;
  private lineZoom = 0;
  private layoutZoom = 0;
  private zoomedAt = 0;
  private stale = true;
  selected: MapRef | null = null;
  private hovered: MapRef | null = null;
  private highlighted: readonly MapRef[] = [];

  constructor(parts: StageParts, size: Size) {
    this.parts = parts;
    const { world, overlay, atlas, webgl } = parts;
    this.land = webgl ? new LandLayer(world, atlas) : null;
    this.lines = webgl ? new LineLayer(world, atlas) : null;
    this.routeLayer = webgl ? new RouteLayer(world) : null;
    this.flat = webgl ? null : new FlatLayer(world, atlas);
    this.markers = new MarkerLayer(overlay, atlas);
    this.labels = new LabelLayer(overlay);
    this.areas = atlas.provinces.map(({ country, rings, box }) => ({
      ref: { kind: 'country', id: country },
      rings,
      box,
    }));
    this.size = size;
    this.view = fitView(HOME_BOX, size, HOME_CLOSEST);
  }

  private countryAt = (point: Point): string | null => {
    const area = this.areas.find(({ box, rings }) => inBox(box, point) && inRings(rings, point));
    return area ? area.ref.id : null;
  };

  setModel(model: MapModel): void {
    const content = JSON.stringify(model);
    if (content === this.modelContent) return;
    this.modelContent = content;
    const { atlas } = this.parts;
    this.model = model;
    this.routes = routesOnMap(model, atlas.routes);
    const markers = markersOf(model, this.routes, this.countryAt);
    this.routeLayer?.setRoutes(this.routes);
    this.flat?.setRoutes(this.routes);
    this.markers.setMarkers(markers);
    this.labels.setSpecs(labelSpecs(atlas, model, this.routes, markers));
    this.lines?.setAccent(model.countries.filter(({ accent }) => accent).flatMap(({ id }) => atlas.outlineOf(id)));
    this.lineZoom = 0;
    this.layoutZoom = 0;
    this.remark();
  }

  select(ref: MapRef | null): void {
    this.selected = ref;
    this.lines?.setOutline(ref?.kind === 'country' ? this.parts.atlas.outlineOf(ref.id) : []);
    this.lines?.rebuildOutlines(this.view.zoom, this.parts.dpr);
    this.remark();
  }

  highlight(refs: readonly MapRef[]): void {
    this.highlighted = [...refs];
    this.remark();
  }

  /** True when this is news. */
  hover(ref: MapRef | null): boolean {
    if (sameRef(ref, this.hovered)) return false;
    this.hovered = ref;
    this.remark();
    return true;
  }

  private remark(): void {
    const told = new Set(this.highlighted.filter(({ kind }) => kind === 'country').map(({ id }) => id));
    const routesTold = new Set(this.highlighted.filter(({ kind }) => kind === 'route').map(({ id }) => id));
    if (this.hovered?.kind === 'route') routesTold.add(this.hovered.id);
    this.land?.light((country) => {
      const lit = told.has(country) || (this.hovered?.kind === 'country' && this.hovered.id === country);
      const chosen = this.selected?.kind === 'country' && this.selected.id === country;
      return 1 + (lit ? 0.12 : 0) + (chosen ? 0.08 : 0);
    });
    const route = this.selected?.kind === 'route' ? this.selected.id : null;
    this.routeLayer?.mark(route, routesTold);
    const marked = this.routes.filter(({ ref }) => ref.id === route || routesTold.has(ref.id)).map(({ line }) => line);
    const country = this.selected?.kind === 'country' ? this.parts.atlas.outlineOf(this.selected.id) : [];
    this.flat?.mark([...marked, ...country]);
    this.layoutZoom = 0;
    this.stale = true;
  }

  resize(size: Size): void {
    this.size = size;
    const { width, height } = size;
    for (const scene of [this.parts.world, this.parts.overlay]) {
      scene.cameras.main.setSize(Math.round(width * this.parts.dpr), Math.round(height * this.parts.dpr));
    }
    this.flight = null;
    this.view = this.touched ? clampView(this.view, size) : fitView(HOME_BOX, size, HOME_CLOSEST);
    this.stale = true;
  }

  /** The view as it is or, during a flight, as it will be. */
  get target(): View {
    return this.flight?.to ?? this.view;
  }

  get viewport(): Size {
    return this.size;
  }

  moveTo(view: View, now: number, length = 0): void {
    this.touched = true;
    const to = clampView(view, this.size);
    this.flight = length > 0 ? { from: this.view, to, start: now, length } : null;
    if (length === 0) this.view = to;
    this.stale = true;
  }

  goHome(now: number, length: number): void {
    this.moveTo(fitView(HOME_BOX, this.size, HOME_CLOSEST), now, length);
    this.touched = false;
  }

  private frame(): Frame {
    const { zoom, cx, cy } = this.view;
    const { width, height } = this.size;
    const originX = width / 2 - cx * zoom;
    const originY = height / 2 - cy * zoom;
    const margin = 40;
    const window = {
      left: -originX - margin,
      top: -originY - margin,
      right: width - originX + margin,
      bottom: height - originY + margin,
    };
    return { zoom, dpr: this.parts.dpr, originX, originY, window };
  }

  private fly(now: number): void {
    if (!this.flight) return;
    const t = (now - this.flight.start) / this.flight.length;
    this.view = t >= 1 ? this.flight.to : clampView(between(this.flight.from, this.flight.to, t), this.size);
    if (t >= 1) this.flight = null;
    this.stale = true;
  }

  private aimCamera(): void {
    const { cx, cy, zoom } = this.view;
    const { width, height } = this.size;
    this.parts.world.cameras.main.setZoom(zoom * this.parts.dpr).centerOn(cx, cy);
    const x = width / 2 / zoom;
    const y = height / 2 / zoom;
    this.land?.cull({ left: cx - x, right: cx + x, top: cy - y, bottom: cy + y });
  }

  private layout(now: number): boolean {
    const { zoom } = this.view;
    const drift = this.layoutZoom > 0 ? Math.abs(zoom / this.layoutZoom - 1) : Infinity;
    if (drift < 1e-6) return false;
    if (drift < RELAYOUT && now - this.zoomedAt < SETTLE_MS) return true;
    this.zoomedAt = now;
    this.place();
    return false;
  }

  private place(): void {
    const { zoom } = this.view;
    this.layoutZoom = zoom;
    this.markers.layout(zoom, this.parts.dpr);
    const forced = forcedIds([this.selected, this.hovered, ...this.highlighted]);
    this.labels.layout(zoom, this.markers.obstacles(zoom), this.markers.places(), forced);
    this.stale = true;
  }

  private reline(): void {
    const { zoom } = this.view;
    if (this.lineZoom > 0 && Math.abs(zoom / this.lineZoom - 1) < RELINE) return;
    this.lineZoom = zoom;
    this.lines?.rebuild(zoom, this.parts.dpr);
    this.routeLayer?.rebuild(zoom, this.parts.dpr);
  }

  /** Brings everything up to date for one frame; true while something still moves. */
  update(now: number, seconds: number): boolean {
    const before = this.view.zoom;
    this.fly(now);
    if (this.view.zoom !== before) this.zoomedAt = now;
    this.reline();
    const waiting = this.layout(now);
    if (this.stale) {
      this.stale = false;
      this.aimCamera();
      const frame = this.frame();
      this.markers.draw(frame);
      this.markers.mark(this.selected, this.highlighted, frame);
      this.labels.draw(frame);
    }
    if (seconds > 0) this.routeLayer?.advance(seconds, this.view.zoom);
    return waiting || this.flight !== null;
  }

  hasAmbient(): boolean {
    return this.routeLayer?.hasMotion() ?? false;
  }

  pickAt(screen: Point, slop: number): MapRef | null {
    const scene = {
      spots: this.markers.spots(this.frame()),
      lines: this.routes,
      areas: this.areas,
    };
    const world = toWorld(this.view, this.size, screen);
    const found = pick(scene, { screen, world, zoom: this.view.zoom, slop });
    const known = found?.kind !== 'country' || this.model?.countries.some(({ id }) => id === found.id);
    return known ? found : null;
  }

  /** Where a flight to this thing should lead. */
  goalOf(ref: MapRef): Goal | null {
    const point = this.markers.worldOf(ref);
    if (point && ref.kind !== 'route') return { point, box: null };
    return goalOf(ref, this.parts.atlas, this.routes);
  }

  /** A place on the screen where a click picks the thing; for lines and countries any such place will do. */
  screenOf(ref: MapRef): Point | null {
    if (this.layoutZoom === 0) this.place();
    const marker = this.markers.screenOf(ref, this.frame());
    if (marker && ref.kind !== 'route') return marker;
    const places = placesOn(ref, this.parts.atlas, this.routes).map((point) => toScreen(this.view, this.size, point));
    const { width, height } = this.size;
    const seen = places.filter((place) => inBox({ left: 4, top: 4, right: width - 4, bottom: height - 4 }, place));
    return seen.find((place) => sameRef(this.pickAt(place, MOUSE_SLOP), ref)) ?? seen[0] ?? places[0] ?? null;
  }
}
