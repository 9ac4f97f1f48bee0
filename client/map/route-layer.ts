/** Routes: a dark casing, dashes by mode and flow, a glow when selected or told about. */
import type Phaser from 'phaser';
import { ScreenLine } from './line-layer.ts';
import type { RouteOnMap } from './markers.ts';
import { INK, rgb } from './palette.ts';
import { DEPTH } from './phaser-kit.ts';
import { type RouteStyle, routeStyle } from './scene-style.ts';
import { slideTexture } from './strips.ts';

type RoutePart = {
  on: RouteOnMap;
  style: RouteStyle;
  glow: ScreenLine;
  casing: ScreenLine;
  dashes: ScreenLine;
  period: number;
};

const HIGHLIGHT = rgb('#9fe8ff');

export class RouteLayer {
  private readonly scene: Phaser.Scene;
  private parts: RoutePart[] = [];

  constructor(scene: Phaser.Scene) {
    this.scene = scene;
  }

  setRoutes(routes: readonly RouteOnMap[]): void {
    for (const { glow, casing, dashes } of this.parts) for (const line of [glow, casing, dashes]) line.mesh.destroy();
    // Open routes lie above closed ones where they meet.
    const order = { closed: 0, restricted: 0.01, open: 0.02 };
    this.parts = routes.map((on): RoutePart => {
      const style = routeStyle(on.route.mode, on.route.flow);
      const depth = DEPTH.routes + order[on.route.flow];
      return {
        on,
        style,
        glow: new ScreenLine(this.scene, DEPTH.routes - 0.1, rgb(INK.gold), 0.55),
        casing: new ScreenLine(this.scene, depth, INK.casing, style.casingAlpha),
        dashes: new ScreenLine(this.scene, depth + 0.005, rgb(style.colour), style.alpha),
        period: 1,
      };
    });
  }

  rebuild(zoom: number, dpr: number): void {
    for (const part of this.parts) {
      const lines = [part.on.line];
      const { style } = part;
      part.glow.shape(lines, style.casing + 7, undefined, zoom, dpr);
      part.casing.shape(lines, style.casing, undefined, zoom, dpr);
      part.period = part.dashes.shape(lines, style.width, [style.on, style.off], zoom, dpr);
    }
  }

  /** Which routes glow, and in whose colour. */
  mark(selected: string | null, highlighted: ReadonlySet<string>): void {
    for (const { on, glow } of this.parts) {
      const chosen = on.ref.id === selected;
      glow.mesh.setVisible(chosen || highlighted.has(on.ref.id));
      glow.mesh.setTint(chosen ? rgb(INK.gold) : HIGHLIGHT);
    }
  }

  hasMotion(): boolean {
    return this.parts.some((part) => part.style.speed > 0);
  }

  /** Lets the dashes of open routes run; `zoom` turns screen speed into world speed. */
  advance(seconds: number, zoom: number): void {
    for (const { style, dashes, period } of this.parts) {
      if (style.speed > 0) slideTexture(dashes.mesh.vertices, -((style.speed * seconds) / zoom / period));
    }
  }
}
