/** Names: placed without overlaps for a zoom, lettered only when first needed, kept on whole device pixels. */
import type Phaser from 'phaser';
import { newCanvas, type Pen } from './canvas.ts';
import { declutter, type LabelWish } from './declutter.ts';
import { type Box, boxesTouch } from './geometry.ts';
import type { LabelSpec } from './label-specs.ts';
import type { Frame } from './marker-layer.ts';
import { DEPTH } from './phaser-kit.ts';

type Place = { x: number; y: number; radius: number };

type Shown = { spec: LabelSpec; text: Phaser.GameObjects.Text | null; dx: number; dy: number; width: number };

const LINE_HEIGHT = 1.12;

const fontOf = ({ lettering: { weight, size, font } }: LabelSpec): string => `${weight} ${size}px ${font}`;

/** Below, above, right, left, the corners, then further off; names that lie on the land have just one place. */
const placesFor = (spec: LabelSpec, width: number, height: number, radius: number): (readonly [number, number])[] => {
  if (spec.clear === 0) return [[0, 0]];
  const gap = Math.max(spec.clear, radius + 1);
  const up = gap + height / 2 - 1;
  const side = gap + width / 2 + 3;
  return PLACES.map(([x, y]) => [x * side, y * up]);
};

const PLACES: readonly (readonly [number, number])[] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0.8, 0.8],
  [-0.8, 0.8],
  [0.8, -0.8],
  [-0.8, -0.8],
  [0, 1.9],
  [0, -1.9],
  [1.1, 1.1],
  [-1.1, 1.1],
  [1.1, -1.1],
  [-1.1, -1.1],
];

/** Size of the upright box around a turned label. */
const turned = (width: number, height: number, angle: number): [number, number] => {
  const c = Math.abs(Math.cos(angle));
  const s = Math.abs(Math.sin(angle));
  return [width * c + height * s, width * s + height * c];
};

export class LabelLayer {
  private readonly scene: Phaser.Scene;
  private readonly pen: Pen = newCanvas(1, 1).pen;
  private readonly widths = new Map<string, number>();
  private specs: readonly LabelSpec[] = [];
  private texts = new Map<string, Phaser.GameObjects.Text>();
  private shown: Shown[] = [];

  constructor(scene: Phaser.Scene) {
    this.scene = scene;
  }

  setSpecs(specs: readonly LabelSpec[]): void {
    this.specs = specs;
    for (const text of this.texts.values()) text.destroy();
    this.texts.clear();
    this.shown = [];
  }

  private widthOf(spec: LabelSpec): number {
    const key = `${fontOf(spec)}|${spec.text}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    this.pen.font = fontOf(spec);
    const { size, spacing } = spec.lettering;
    const width = this.pen.measureText(spec.text).width + spacing * size * (spec.text.length - 1);
    this.widths.set(key, width);
    return width;
  }

  private wish(spec: LabelSpec, zoom: number, place: Place | undefined, forced: boolean): LabelWish | null {
    const width = this.widthOf(spec);
    if (!forced && spec.room !== undefined && width > spec.room * zoom) return null;
    const height = spec.lettering.size * LINE_HEIGHT;
    const [boxWidth, boxHeight] = turned(width, height, spec.angle);
    return {
      id: spec.id,
      priority: spec.priority,
      x: place?.x ?? spec.world[0] * zoom,
      y: place?.y ?? spec.world[1] * zoom,
      width: boxWidth + 4,
      height: boxHeight,
      places: placesFor(spec, width, height, place?.radius ?? 0),
      forced,
    };
  }

  layout(
    zoom: number,
    obstacles: readonly Box[],
    places: ReadonlyMap<string, Place>,
    forced: ReadonlySet<string>,
  ): void {
    const byId = new Map<string, LabelSpec>();
    const wishes: LabelWish[] = [];
    for (const spec of this.specs) {
      const must = forced.has(spec.id);
      if (!must && (zoom < spec.from || zoom >= spec.until)) continue;
      const wish = this.wish(spec, zoom, spec.follows ? places.get(spec.follows) : undefined, must);
      if (!wish) continue;
      byId.set(spec.id, spec);
      wishes.push(wish);
    }
    const wanted = withoutEchoes(wishes, byId);
    // Country and sea names are large and few: small markers may stand on them.
    const grand = wanted.filter(
      ({ id }) => id.startsWith('country:') || id.startsWith('water:0') || id.startsWith('water:1'),
    );
    const rest = wanted.filter((wish) => !grand.includes(wish));
    const ordinary = declutter(rest, [...obstacles, ...grand.map(boxOfWish)]);
    this.show([...grand, ...ordinary], byId, zoom);
  }

  private show(
    places: readonly { id: string; x: number; y: number }[],
    byId: Map<string, LabelSpec>,
    zoom: number,
  ): void {
    for (const text of this.texts.values()) text.setVisible(false);
    this.shown = places.flatMap(({ id, x, y }) => {
      const spec = byId.get(id);
      if (!spec) return [];
      const text = this.texts.get(id) ?? null;
      return [{ spec, text, dx: x - spec.world[0] * zoom, dy: y - spec.world[1] * zoom, width: this.widthOf(spec) }];
    });
  }

  private letter(spec: LabelSpec, dpr: number): Phaser.GameObjects.Text {
    const { font, weight, size, colour, spacing, halo, haloWidth, blur } = spec.lettering;
    const text = this.scene.add.text(0, 0, spec.text, {
      fontFamily: font,
      fontStyle: weight,
      fontSize: `${size * dpr}px`,
      color: colour,
      stroke: halo,
      strokeThickness: haloWidth * dpr,
      padding: { x: Math.ceil((blur + 3) * dpr), y: Math.ceil((blur + 2) * dpr) },
    });
    text.setLetterSpacing(spacing * size * dpr);
    if (blur > 0) text.setShadow(0, 1 * dpr, 'rgba(24,16,10,.9)', blur * dpr, true, true);
    text
      .setOrigin(0.5)
      .setRotation(spec.angle)
      .setDepth(spec.clear === 0 ? DEPTH.names : DEPTH.labels);
    this.texts.set(spec.id, text);
    return text;
  }

  draw({ zoom, dpr, originX, originY, window }: Frame): void {
    for (const one of this.shown) {
      const x = one.spec.world[0] * zoom + one.dx;
      const y = one.spec.world[1] * zoom + one.dy;
      const half = one.width / 2 + 20;
      const seen = boxesTouch(window, { left: x - half, right: x + half, top: y - half, bottom: y + half });
      if (!seen) {
        one.text?.setVisible(false);
        continue;
      }
      one.text ??= this.letter(one.spec, dpr);
      // The left edge of the picture must fall on a whole pixel, or thin letters blur.
      const left = Math.round((x + originX) * dpr - one.text.width / 2);
      const top = Math.round((y + originY) * dpr - one.text.height / 2);
      one.text.setVisible(true).setPosition(left + one.text.width / 2, top + one.text.height / 2);
    }
  }
}

const ECHO = 70;

/** A town and the gate at its edge often share a name: close together, one of them is enough. */
const withoutEchoes = (wishes: readonly LabelWish[], byId: ReadonlyMap<string, LabelSpec>): LabelWish[] => {
  const byText = new Map<string, LabelWish[]>();
  for (const wish of [...wishes].sort((a, b) => b.priority - a.priority)) {
    const key = byId.get(wish.id)?.text.toLowerCase() ?? '';
    const same = byText.get(key) ?? [];
    const echo = same.some((other) => Math.hypot(other.x - wish.x, other.y - wish.y) < ECHO);
    if (!echo || wish.forced) byText.set(key, [...same, wish]);
  }
  return [...byText.values()].flat();
};

const boxOfWish = ({ x, y, width, height }: LabelWish): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});
