/** Rivers, borders and all other still lines. Widths are screen pixels, so strips are rebuilt as the zoom changes. */
import type Phaser from 'phaser';
import type { Atlas } from './atlas.ts';
import { FEATHER, type LineLook, paintDash, paintSolid } from './bake.ts';
import type { Line } from './geometry.ts';
import { INK, rgb } from './palette.ts';
import { addMesh, DEPTH, type Mesh, reshape, textureOf } from './phaser-kit.ts';
import { lineScale } from './scene-style.ts';
import { stripsOf } from './strips.ts';

export type StillLine = LineLook & { from: number; depth: number };

const RIVER_WIDTH = [2.4, 2.1, 1.6, 1.2, 0.9];
const RIVER_FROM = [0, 0, 0, 0.9, 1.5];

const line = (
  lines: readonly Line[],
  width: number,
  colour: number,
  alpha: number,
  more?: Partial<StillLine>,
): StillLine => ({
  lines,
  width,
  colour,
  alpha,
  from: 0,
  depth: DEPTH.lines,
  ...more,
});

/** A river that follows a border is hidden by it: one dark line is enough. */
const rivers = (atlas: Atlas): StillLine[] =>
  atlas.rivers.map(({ rank, lines }) =>
    line(lines, RIVER_WIDTH[rank] ?? 1, INK.river, 0.85, { from: RIVER_FROM[rank] ?? 0, depth: DEPTH.water }),
  );

const disputed = (atlas: Atlas): StillLine[] =>
  atlas.disputed.map(({ id, lines }) =>
    id.startsWith('nkao')
      ? line(lines, 1.2, INK.disputed, 0.6, { dash: [4, 4], from: 1.3 })
      : line(lines, id.startsWith('loc') ? 1.4 : 1.9, INK.disputed, 0.9, {
          dash: [5, 3.5],
          from: id.startsWith('loc') ? 1.3 : 0,
        }),
  );

export const stillLines = (atlas: Atlas): StillLine[] => [
  ...rivers(atlas),
  line(
    atlas.lakes.flatMap((lake) => lake.rings),
    1.1,
    INK.lakeEdge,
    1,
    { depth: DEPTH.water + 0.6 },
  ),
  line(atlas.districtLines, 0.7, INK.line, 0.35, { from: 2.4 }),
  line(atlas.provinceLines, 1.1, INK.line, 0.66),
  ...disputed(atlas),
  line(atlas.coast, 1.6, INK.coast, 1),
  line(atlas.borders, 3.6, INK.border, 0.3),
  line(atlas.borders, 1.8, INK.border, 0.95),
];

/** A mesh whose strips and texture follow the zoom. */
export class ScreenLine {
  readonly mesh: Mesh;
  private readonly scene: Phaser.Scene;

  constructor(scene: Phaser.Scene, depth: number, colour: number, alpha: number) {
    this.scene = scene;
    this.mesh = addMesh(scene, 'blank', { vertices: [], indices: [] }, depth);
    this.mesh.setTint(colour).setAlpha(alpha);
  }

  /** Width and dash are in CSS pixels. Returns the length of one dash period in world pixels. */
  shape(
    lines: readonly Line[],
    width: number,
    dash: readonly [number, number] | undefined,
    zoom: number,
    dpr: number,
  ): number {
    const swell = lineScale(zoom);
    const wide = Math.max(0.5, Math.round(width * swell * dpr * 4) / 4);
    const [on, off] = dash ? [dash[0] * swell * dpr, dash[1] * swell * dpr] : [0, 16];
    const period = (on + off) / (zoom * dpr);
    const key = dash ? `dash-${wide}-${Math.round(on)}-${Math.round(off)}` : `solid-${wide}`;
    const paint = dash ? () => paintDash(wide, Math.round(on), Math.round(off)) : () => paintSolid(wide);
    this.mesh.setTexture(textureOf(this.scene, key, paint));
    reshape(this.mesh, stripsOf(lines, { width: (wide + FEATHER) / (zoom * dpr), period }));
    return period;
  }
}

export class LineLayer {
  private readonly parts: { look: StillLine; line: ScreenLine }[];
  private readonly outline: ScreenLine;
  private readonly accent: ScreenLine;
  private outlineLines: readonly Line[] = [];
  private accentLines: readonly Line[] = [];

  constructor(scene: Phaser.Scene, atlas: Atlas) {
    this.parts = stillLines(atlas).map((look) => ({
      look,
      line: new ScreenLine(scene, look.depth, look.colour, look.alpha),
    }));
    this.accent = new ScreenLine(scene, DEPTH.outline, rgb(INK.gold), 0.5);
    this.outline = new ScreenLine(scene, DEPTH.outline + 0.1, rgb(INK.gold), 1);
  }

  setOutline(lines: readonly Line[]): void {
    this.outlineLines = lines;
  }

  setAccent(lines: readonly Line[]): void {
    this.accentLines = lines;
  }

  rebuild(zoom: number, dpr: number): void {
    for (const { look, line: part } of this.parts) {
      const shown = zoom >= look.from;
      part.mesh.setVisible(shown);
      if (shown) part.shape(look.lines, look.width, look.dash, zoom, dpr);
    }
    this.rebuildOutlines(zoom, dpr);
  }

  rebuildOutlines(zoom: number, dpr: number): void {
    this.accent.mesh.setVisible(this.accentLines.length > 0);
    this.outline.mesh.setVisible(this.outlineLines.length > 0);
    this.accent.shape(this.accentLines, 2, undefined, zoom, dpr);
    this.outline.shape(this.outlineLines, 3, undefined, zoom, dpr);
  }
}
