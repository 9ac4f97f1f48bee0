/** Pictures painted once: the sea with its shore glow, the relief with darker rims, and a whole flat map for old machines. */
import type { Atlas } from './atlas.ts';
import { fillRings, newCanvas, type Pen, stroke } from './canvas.ts';
import type { Line } from './geometry.ts';
import { hex, INK, provinceTint } from './palette.ts';
import { WORLD_HEIGHT, WORLD_WIDTH } from './projection.ts';

export type LineLook = {
  lines: readonly Line[];
  width: number;
  colour: number;
  alpha: number;
  dash?: [number, number];
};

const SHELF: readonly (readonly [number, number])[] = [
  [300, 0.1],
  [230, 0.12],
  [170, 0.14],
  [120, 0.16],
  [80, 0.18],
];

const GLOW: readonly (readonly [number, string])[] = [
  [44, 'rgba(36,65,79,.14)'],
  [36, 'rgba(36,65,79,.18)'],
  [28, 'rgba(44,77,91,.22)'],
  [20, 'rgba(44,77,91,.26)'],
  [13, 'rgba(62,108,126,.34)'],
  [7, 'rgba(78,130,148,.45)'],
];

const RIM: readonly (readonly [number, number])[] = [
  [30, 0.045],
  [24, 0.05],
  [18, 0.06],
  [13, 0.07],
  [9, 0.085],
  [6, 0.11],
];

const worldPen = (width: number, height: number): { canvas: HTMLCanvasElement; pen: Pen } => {
  const made = newCanvas(width, height);
  made.pen.scale(width / WORLD_WIDTH, height / WORLD_HEIGHT);
  return made;
};

export const paintSea = (atlas: Atlas, width: number, height: number): HTMLCanvasElement => {
  const { canvas, pen } = worldPen(width, height);
  pen.fillStyle = INK.depth1000;
  pen.fillRect(0, 0, WORLD_WIDTH, WORLD_HEIGHT);
  for (const [reach, alpha] of SHELF) stroke(pen, atlas.coast, reach, `rgba(36,68,85,${alpha})`);
  for (const [reach, colour] of GLOW) stroke(pen, atlas.coast, reach, colour);
  return canvas;
};

/** The relief is coarse: enlarged smoothly and roughened a little it stays pleasant in close views. */
const ENLARGE = 1.5;
const GRAIN_SIZE = 128;

const paintGrain = (): HTMLCanvasElement => {
  const { canvas, pen } = newCanvas(GRAIN_SIZE, GRAIN_SIZE);
  const picture = pen.createImageData(GRAIN_SIZE, GRAIN_SIZE);
  let state = 20250227;
  for (let i = 0; i < picture.data.length; i += 4) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    picture.data.fill(state >>> 31 === 0 ? 0 : 255, i, i + 3);
    picture.data[i + 3] = (state >>> 16) & 7;
  }
  pen.putImageData(picture, 0, 0);
  return canvas;
};

export const paintLand = (atlas: Atlas, relief: HTMLImageElement): HTMLCanvasElement => {
  const { canvas, pen } = worldPen(relief.naturalWidth * ENLARGE, relief.naturalHeight * ENLARGE);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(relief, 0, 0, WORLD_WIDTH, WORLD_HEIGHT);
  pen.fillStyle = pen.createPattern(paintGrain(), 'repeat') ?? 'transparent';
  pen.fillRect(0, 0, WORLD_WIDTH, WORLD_HEIGHT);
  const edges = [...atlas.borders, ...atlas.coast];
  for (const [reach, alpha] of RIM) stroke(pen, edges, reach, `rgba(30,20,14,${alpha})`);
  return canvas;
};

/** Land tints under the relief, cut to the shore: what the meshes do, for a renderer without WebGL. */
const paintTinted = (atlas: Atlas, land: HTMLCanvasElement, width: number, height: number): HTMLCanvasElement => {
  const { canvas, pen } = worldPen(width, height);
  const everything = atlas.land.flatMap((province) => province.rings);
  for (const { rings, country, id } of atlas.land) {
    fillRings(pen, rings, hex(provinceTint(country, id)));
    stroke(pen, rings, 0.6, hex(provinceTint(country, id)));
  }
  pen.globalCompositeOperation = 'multiply';
  pen.drawImage(land, 0, 0, WORLD_WIDTH, WORLD_HEIGHT);
  pen.globalCompositeOperation = 'destination-in';
  fillRings(pen, everything, '#000');
  return canvas;
};

export const paintFlatMap = (
  atlas: Atlas,
  sea: HTMLCanvasElement,
  land: HTMLCanvasElement,
  lines: readonly LineLook[],
): HTMLCanvasElement => {
  const { canvas, pen } = worldPen(WORLD_WIDTH * 1.25, WORLD_HEIGHT * 1.25);
  pen.drawImage(sea, 0, 0, WORLD_WIDTH, WORLD_HEIGHT);
  pen.drawImage(paintTinted(atlas, land, canvas.width, canvas.height), 0, 0, WORLD_WIDTH, WORLD_HEIGHT);
  for (const { rings } of atlas.lakes) fillRings(pen, rings, hex(INK.lake));
  for (const look of lines) {
    pen.globalAlpha = look.alpha;
    pen.setLineDash(look.dash ?? []);
    stroke(pen, look.lines, look.width, hex(look.colour));
  }
  return canvas;
};

/** How much of a pixel at distance `d` from the middle a line of this width covers: smooth without multisampling. */
const coverage = (width: number, d: number): number =>
  Math.min(1, Math.max(0, width / 2 + 0.5 - Math.abs(d))) * Math.min(1, width);

const paintAlpha = (width: number, alpha: (u: number, v: number) => number): HTMLCanvasElement => {
  const height = 32;
  const { canvas, pen } = newCanvas(width, height);
  const picture = pen.createImageData(width, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = (y * width + x) * 4;
      picture.data.fill(255, i, i + 3);
      picture.data[i + 3] = Math.round(255 * alpha((x + 0.5) / width, (y + 0.5) / height));
    }
  }
  pen.putImageData(picture, 0, 0);
  return canvas;
};

/** Room beside a line for its soft edge, in device pixels, both sides together. */
export const FEATHER = 2;

/** The cross section of a line, white, to be tinted. Sizes are powers of two so that the texture repeats. */
export const paintSolid = (width: number): HTMLCanvasElement =>
  paintAlpha(4, (_, v) => coverage(width, (v - 0.5) * (width + FEATHER)));

/** One dash and one gap with softened, slightly rounded ends; all lengths in device pixels. */
export const paintDash = (width: number, on: number, off: number): HTMLCanvasElement =>
  paintAlpha(64, (u, v) => {
    const across = (v - 0.5) * (width + FEATHER);
    const along = Math.abs(u - 0.5) * (on + off);
    const rounding = Math.min(1, (Math.abs(across) / (width / 2 || 1)) ** 3) * width * 0.22;
    return coverage(width, across) * Math.min(1, Math.max(0, on / 2 - rounding - along + 0.5));
  });
