/** One-colour signs inside the markers, drawn in a square from −1 to 1. */
import type { Pen } from './canvas.ts';

type Glyph = (pen: Pen) => void;

const path = (pen: Pen, points: readonly (readonly [number, number])[], close = true): void => {
  pen.beginPath();
  for (const [x, y] of points) pen.lineTo(x, y);
  if (close) pen.closePath();
};

/** A shield with a chevron cut out. */
const base: Glyph = (pen) => {
  pen.beginPath();
  pen.moveTo(0, -1);
  pen.lineTo(0.82, -0.66);
  pen.quadraticCurveTo(0.86, 0.5, 0, 1);
  pen.quadraticCurveTo(-0.86, 0.5, -0.82, -0.66);
  pen.closePath();
  pen.moveTo(0, -0.28);
  pen.lineTo(-0.46, 0.18);
  pen.lineTo(-0.46, 0.5);
  pen.lineTo(0, 0.06);
  pen.lineTo(0.46, 0.5);
  pen.lineTo(0.46, 0.18);
  pen.closePath();
  pen.fill('evenodd');
};

/** A raised barrier. */
const post: Glyph = (pen) => {
  pen.fillRect(-0.9, -0.34, 0.34, 1.3);
  pen.lineWidth = 0.34;
  path(
    pen,
    [
      [-0.62, 0.1],
      [-0.2, -0.13],
    ],
    false,
  );
  pen.stroke();
  path(
    pen,
    [
      [0, -0.24],
      [0.42, -0.47],
    ],
    false,
  );
  pen.stroke();
  path(
    pen,
    [
      [0.62, -0.58],
      [1, -0.79],
    ],
    false,
  );
  pen.stroke();
  pen.fillRect(-1, 0.74, 1.9, 0.2);
};

/** A flag on a pole. */
const mission: Glyph = (pen) => {
  pen.fillRect(-0.72, -1, 0.22, 2);
  pen.beginPath();
  pen.moveTo(-0.5, -0.92);
  pen.quadraticCurveTo(-0.05, -1.12, 0.3, -0.86);
  pen.quadraticCurveTo(0.62, -0.66, 0.95, -0.8);
  pen.lineTo(0.95, 0.1);
  pen.quadraticCurveTo(0.6, 0.26, 0.28, 0.06);
  pen.quadraticCurveTo(-0.05, -0.16, -0.5, 0.04);
  pen.closePath();
  pen.fill();
};

/** A lightning stroke: power, fuel, ore and rails are one kind of site. */
const plant: Glyph = (pen) => {
  path(pen, [
    [-0.98, 0.92],
    [-0.98, -0.1],
    [-0.46, 0.26],
    [-0.46, -0.1],
    [0.06, 0.26],
    [0.06, -0.1],
    [0.36, 0.1],
    [0.46, -0.95],
    [0.82, -0.95],
    [0.98, 0.92],
  ]);
  pen.fill();
};

/** An anchor. */
const port: Glyph = (pen) => {
  pen.lineWidth = 0.24;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.arc(0, -0.72, 0.22, 0, Math.PI * 2);
  pen.stroke();
  path(
    pen,
    [
      [0, -0.48],
      [0, 0.86],
    ],
    false,
  );
  pen.stroke();
  path(
    pen,
    [
      [-0.42, -0.2],
      [0.42, -0.2],
    ],
    false,
  );
  pen.stroke();
  pen.beginPath();
  pen.arc(0, 0.06, 0.82, Math.PI * 0.08, Math.PI * 0.92);
  pen.stroke();
};

/** A crane: something is being built. */
const project: Glyph = (pen) => {
  pen.fillRect(-0.46, -0.98, 0.26, 1.76);
  pen.fillRect(-0.9, -0.72, 1.84, 0.22);
  pen.fillRect(-0.84, 0.74, 1.1, 0.24);
  pen.lineWidth = 0.14;
  path(
    pen,
    [
      [-0.33, -0.98],
      [0.86, -0.66],
    ],
    false,
  );
  pen.stroke();
  path(
    pen,
    [
      [0.66, -0.6],
      [0.66, 0.1],
    ],
    false,
  );
  pen.stroke();
  pen.fillRect(0.42, 0.04, 0.5, 0.46);
};

const GLYPHS: Record<string, Glyph> = { base, 'border post': post, mission, plant, port, project };

export const paintGlyph = (pen: Pen, name: string, colour: string): void => {
  pen.fillStyle = colour;
  pen.strokeStyle = colour;
  pen.lineCap = 'butt';
  pen.lineJoin = 'round';
  (GLYPHS[name] ?? mission)(pen);
};
