/** Markers, city dots and rings: pictures of constant size that keep to whole device pixels. */
import type Phaser from 'phaser';
import type { Atlas } from './atlas.ts';
import type { MapRef } from './bridge.ts';
import { type Box, inBox, type Point } from './geometry.ts';
import { lookKey, type Mark, paintMark, paintMarker } from './icon-art.ts';
import { type FixedSpot, type Marker, type PlacedMarker, placeMarkers } from './markers.ts';
import { DEPTH, textureOf } from './phaser-kit.ts';
import type { PickSpot } from './pick.ts';
import { refKey, sameRef } from './refs.ts';

export type Frame = {
  zoom: number;
  dpr: number;
  /** Screen place of the world's origin, in CSS pixels. */
  originX: number;
  originY: number;
  /** What is on the screen, in zoomed world pixels. */
  window: Box;
};

type Dot = { world: Point; from: number; mark: Mark; radius: number; image: Phaser.GameObjects.Image | null };

const DOT_RADIUS = [8.5, 8.5, 5, 3.9, 3.2];
const DOT_FROM = [0, 0, 0.62, 1.8, 2.8];

const DEPTH_OF: Record<Marker['look']['kind'], number> = {
  'no-regime': 0,
  project: 0.1,
  site: 0.2,
  front: 0.3,
  gate: 0.4,
};

/** Places markers keep off: larger towns, and under a capital's star the room for its name. */
const stonesOf = (atlas: Atlas): FixedSpot[] =>
  atlas.cities
    .filter(({ rank }) => rank <= 2)
    .flatMap(({ point, capital }): FixedSpot[] => {
      const dot: FixedSpot = { world: point, step: [0, 0], radius: capital ? 7 : 4 };
      const name = [-20, 0, 20].map((dx): FixedSpot => ({ world: point, step: [dx, 18], radius: 8 }));
      return capital ? [dot, ...name] : [dot];
    });

export class MarkerLayer {
  private readonly scene: Phaser.Scene;
  private readonly leaders: Phaser.GameObjects.Graphics;
  private readonly dots: Dot[];
  private readonly rings: Phaser.GameObjects.Image[] = [];
  private readonly stones: FixedSpot[];
  private images: Phaser.GameObjects.Image[] = [];
  private markers: readonly Marker[] = [];
  private placed: PlacedMarker[] = [];
  private layoutZoom = 1;

  constructor(scene: Phaser.Scene, atlas: Atlas) {
    this.scene = scene;
    this.leaders = scene.add.graphics().setDepth(DEPTH.leaders);
    this.stones = stonesOf(atlas);
    this.dots = [
      ...atlas.cities.map(({ point, rank, capital }): Dot => {
        const mark = capital ? 'capital' : rank < 4 ? 'city' : 'town';
        return { world: point, from: DOT_FROM[rank] ?? 3, mark, radius: DOT_RADIUS[rank] ?? 3, image: null };
      }),
      ...atlas.peaks.map(
        ({ point, metres }): Dot => ({
          world: point,
          from: metres > 5000 ? 1.5 : 2.3,
          mark: 'peak',
          radius: 5,
          image: null,
        }),
      ),
    ];
  }

  setMarkers(markers: readonly Marker[]): void {
    this.markers = markers;
    for (const image of this.images) image.destroy();
    this.images = markers.map(({ look }) =>
      this.scene.add.image(0, 0, 'blank').setDepth(DEPTH.markers + DEPTH_OF[look.kind]),
    );
  }

  /** Finds places and pictures for this zoom; panning needs none of it. */
  layout(zoom: number, dpr: number): void {
    this.layoutZoom = zoom;
    this.placed = placeMarkers(this.markers, zoom, this.stones);
    this.placed.forEach((marker, i) => {
      const radius = Math.round(marker.radius * dpr * 2) / 2;
      const key = `marker-${lookKey(marker.look)}-${radius}`;
      this.images[i]?.setTexture(textureOf(this.scene, key, () => paintMarker(marker.look, radius)));
    });
  }

  private drawLeaders(frame: Frame): void {
    const { zoom, dpr } = frame;
    this.leaders.clear();
    for (const marker of this.placed) {
      if (!marker.moved || marker.ref.kind === 'gate' || marker.look.kind === 'no-regime') continue;
      const [x, y] = this.screenPlace(marker, frame);
      const fromX = marker.world[0] * zoom + frame.originX;
      const fromY = marker.world[1] * zoom + frame.originY;
      for (const [width, colour, alpha] of [
        [3, 0x140d0a, 0.55],
        [1.2, 0xfff3d6, 0.9],
      ] as const) {
        this.leaders.lineStyle(width * dpr, colour, alpha);
        this.leaders.lineBetween(fromX * dpr, fromY * dpr, x * dpr, y * dpr);
      }
      this.leaders.fillStyle(0xfff3d6, 1).fillCircle(fromX * dpr, fromY * dpr, 1.6 * dpr);
    }
  }

  /** A marker keeps the step it was given at the last layout while the zoom moves on. */
  private screenPlace(marker: PlacedMarker, { zoom, originX, originY }: Frame): Point {
    return [
      marker.world[0] * (zoom - this.layoutZoom) + marker.x + originX,
      marker.world[1] * (zoom - this.layoutZoom) + marker.y + originY,
    ];
  }

  draw(frame: Frame): void {
    this.drawLeaders(frame);
    this.placed.forEach((marker, i) => {
      const [x, y] = this.screenPlace(marker, frame);
      this.images[i]?.setPosition(Math.round(x * frame.dpr), Math.round(y * frame.dpr));
    });
    for (const dot of this.dots) this.drawDot(dot, frame);
  }

  private drawDot(dot: Dot, { zoom, dpr, originX, originY, window }: Frame): void {
    const place: Point = [dot.world[0] * zoom, dot.world[1] * zoom];
    const shown = zoom >= dot.from && inBox(window, place);
    if (!shown) {
      dot.image?.setVisible(false);
      return;
    }
    const radius = dot.radius * dpr;
    const texture = textureOf(this.scene, `mark-${dot.mark}-${radius}`, () => paintMark(dot.mark, radius));
    dot.image ??= this.scene.add.image(0, 0, texture).setDepth(DEPTH.dots);
    dot.image
      .setVisible(true)
      .setPosition(Math.round((place[0] + originX) * dpr), Math.round((place[1] + originY) * dpr));
  }

  /** Rings around what is selected (gold) and what is being told about (pale blue). */
  mark(selected: MapRef | null, highlighted: readonly MapRef[], frame: Frame): void {
    for (const ring of this.rings.splice(0)) ring.destroy();
    for (const marker of this.placed) {
      if (marker.look.kind === 'no-regime') continue;
      const chosen = sameRef(marker.ref, selected);
      if (!chosen && !highlighted.some((ref) => sameRef(ref, marker.ref))) continue;
      const [x, y] = this.screenPlace(marker, frame);
      const radius = (marker.radius + 5) * frame.dpr;
      const mark: Mark = chosen ? 'ring' : 'halo';
      const texture = textureOf(this.scene, `mark-${mark}-${radius}`, () => paintMark(mark, radius));
      const ring = this.scene.add.image(Math.round(x * frame.dpr), Math.round(y * frame.dpr), texture);
      this.rings.push(ring.setDepth(DEPTH.rings));
    }
  }

  spots(frame: Frame): PickSpot[] {
    return this.placed.map((marker) => {
      const [x, y] = this.screenPlace(marker, frame);
      // The cue stands for its route: it may be hit like a marker but yields to all of them.
      return { ref: marker.ref, x, y, radius: marker.look.kind === 'no-regime' ? marker.radius * 0.8 : marker.radius };
    });
  }

  screenOf(ref: MapRef, frame: Frame): Point | null {
    const marker = this.placed.find((one) => sameRef(one.ref, ref));
    return marker ? this.screenPlace(marker, frame) : null;
  }

  worldOf(ref: MapRef): Point | null {
    return this.placed.find((one) => sameRef(one.ref, ref))?.world ?? null;
  }

  /** Boxes names must keep off, in zoomed world pixels. */
  obstacles(zoom: number): Box[] {
    const around = (x: number, y: number, r: number): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r });
    return [
      ...this.placed.map(({ x, y, radius }) => around(x, y, radius * 0.9)),
      ...this.dots
        .filter((dot) => zoom >= dot.from)
        .map(({ world, radius }) => around(world[0] * zoom, world[1] * zoom, radius * 0.7)),
    ];
  }

  /** Where each marker was put, for the names that follow them. */
  places(): Map<string, { x: number; y: number; radius: number }> {
    return new Map(this.placed.map((marker) => [refKey(marker.ref), marker]));
  }
}
