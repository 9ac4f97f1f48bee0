/** Markers painted on small canvases. Every state differs in shape as well as in colour. */
import { newCanvas, type Pen } from './canvas.ts';
import { paintGlyph } from './glyphs.ts';
import type { Look } from './markers.ts';
import { INK, operatorColour } from './palette.ts';
import { type TensionBand, tensionBand } from './scene-style.ts';

const TURN = Math.PI * 2;
const NOON = -Math.PI / 2;
export const ICON_FONT = '"Alegreya Sans"';

const disc = (pen: Pen, radius: number, colour: string): void => {
  pen.beginPath();
  pen.arc(0, 0, radius, 0, TURN);
  pen.fillStyle = colour;
  pen.fill();
};

const ring = (pen: Pen, radius: number, width: number, colour: string, from = 0, to = TURN): void => {
  pen.beginPath();
  pen.arc(0, 0, radius, from, to);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
};

const write = (pen: Pen, text: string, size: number, colour: string, y = 0): void => {
  pen.font = `700 ${size}px ${ICON_FONT}, sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = colour;
  pen.fillText(text, 0, y);
};

/** Open: a lit disc. Restricted: half lit. Closed: dark, with a bar across that reaches beyond the disc. */
const paintGate = (pen: Pen, look: Extract<Look, { kind: 'gate' }>): void => {
  disc(pen, 1, '#15100c');
  disc(pen, 0.84, operatorColour(look.owner));
  disc(pen, 0.58, look.flow === 'open' ? INK.cream : '#231a15');
  if (look.flow === 'restricted') {
    pen.beginPath();
    pen.arc(0, 0, 0.58, Math.PI / 2, Math.PI * 1.5);
    pen.fillStyle = INK.cream;
    pen.fill();
  }
  if (look.flow !== 'closed') return;
  pen.lineCap = 'butt';
  for (const [width, colour] of [
    [0.56, '#15100c'],
    [0.3, '#ff9d86'],
  ] as const) {
    pen.beginPath();
    pen.moveTo(-0.72, 0.72);
    pen.lineTo(0.72, -0.72);
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    pen.stroke();
  }
};

/** The ring is the operator's; its lit fifths are the level. */
const paintSite = (pen: Pen, look: Extract<Look, { kind: 'site' }>): void => {
  const colour = operatorColour(look.operator);
  disc(pen, 1, '#0b1116');
  disc(pen, 0.92, '#17242c');
  for (let i = 0; i < 5; i += 1) {
    const from = NOON + (i / 5) * TURN + 0.09;
    const lit = i < look.level;
    ring(pen, 0.82, lit ? 0.2 : 0.09, lit ? colour : `${colour}99`, from, from + TURN / 5 - 0.18);
  }
  pen.save();
  pen.scale(0.58, 0.58);
  pen.globalAlpha = look.level > 0 ? 1 : 0.62;
  paintGlyph(pen, look.what, INK.paper);
  pen.restore();
};

const BAND_COLOUR: Record<TensionBand, string> = {
  calm: '#bcd8cf',
  incidents: '#f3d27c',
  crisis: '#f29a4a',
  clashes: '#e8553d',
  war: '#c2203a',
};

const star = (pen: Pen, points: number, outer: number, inner: number, turn = NOON): void => {
  pen.beginPath();
  for (let i = 0; i < points * 2; i += 1) {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = turn + (i / (points * 2)) * TURN;
    pen.lineTo(Math.cos(angle) * radius, Math.sin(angle) * radius);
  }
  pen.closePath();
};

const bandPath = (pen: Pen, band: TensionBand): void => {
  if (band === 'calm') {
    pen.beginPath();
    pen.arc(0, 0, 0.78, 0, TURN);
  } else if (band === 'incidents') {
    star(pen, 2, 0.98, 0.98);
  } else if (band === 'crisis') {
    pen.beginPath();
    pen.moveTo(0, -0.98);
    pen.lineTo(0.98, 0.74);
    pen.lineTo(-0.98, 0.74);
    pen.closePath();
  } else {
    star(pen, band === 'clashes' ? 8 : 12, 1, band === 'clashes' ? 0.68 : 0.74);
  }
};

/** Circle, diamond, triangle, burst: the band; the number inside is the tension. */
const paintFront = (pen: Pen, tension: number): void => {
  const band = tensionBand(tension);
  pen.lineJoin = 'round';
  bandPath(pen, band);
  pen.lineWidth = 0.3;
  pen.strokeStyle = '#140d0a';
  pen.stroke();
  pen.fillStyle = BAND_COLOUR[band];
  pen.fill();
  const light = band === 'clashes' || band === 'war';
  write(pen, String(Math.round(tension)), 1.24, light ? '#fffaf0' : '#1b1410', band === 'crisis' ? 0.26 : 0.08);
};

const paintProject = (pen: Pen, percent: number): void => {
  disc(pen, 1, '#0b1116');
  disc(pen, 0.92, '#2a2117');
  ring(pen, 0.78, 0.2, 'rgba(255,210,122,.22)');
  const done = Math.min(Math.max(percent, 0), 100) / 100;
  if (done > 0) ring(pen, 0.78, 0.22, INK.gold, NOON, NOON + done * TURN);
  pen.save();
  pen.scale(0.5, 0.5);
  paintGlyph(pen, 'project', INK.paper);
  pen.restore();
};

/** A broken ring with a question: nobody has agreed who runs this route. */
const paintNoRegime = (pen: Pen): void => {
  disc(pen, 1, '#15100c');
  disc(pen, 0.88, '#3a2a20');
  for (let i = 0; i < 6; i += 1) ring(pen, 0.8, 0.2, '#e6dccb', (i / 6) * TURN, (i / 6) * TURN + 0.62);
  write(pen, '?', 1.36, INK.paper, 0.08);
};

const paintLook = (pen: Pen, look: Look): void => {
  if (look.kind === 'gate') paintGate(pen, look);
  else if (look.kind === 'site') paintSite(pen, look);
  else if (look.kind === 'front') paintFront(pen, look.tension);
  else if (look.kind === 'project') paintProject(pen, look.percent);
  else paintNoRegime(pen);
};

const castShadow = (pen: Pen, radius: number, half: number): void => {
  const shadow = pen.createRadialGradient(0, radius * 0.12, radius * 0.6, 0, radius * 0.12, half);
  shadow.addColorStop(0, 'rgba(8,6,4,.55)');
  shadow.addColorStop(1, 'rgba(8,6,4,0)');
  pen.fillStyle = shadow;
  pen.fillRect(-half, -half, half * 2, half * 2);
};

/** A square picture with the marker in its middle, `radius` device pixels around and a soft shadow. */
const framed = (radius: number, paint: (pen: Pen) => void, shadowed = true): HTMLCanvasElement => {
  const half = Math.ceil(radius * 1.22) + 2;
  const { canvas, pen } = newCanvas(half * 2, half * 2);
  pen.translate(half, half);
  if (shadowed) castShadow(pen, radius, half);
  pen.scale(radius, radius);
  paint(pen);
  return canvas;
};

export const paintMarker = (look: Look, radius: number): HTMLCanvasElement =>
  framed(radius, (pen) => paintLook(pen, look));

export const lookKey = (look: Look): string => Object.values(look).join('|');

export type Mark = 'capital' | 'city' | 'town' | 'peak' | 'halo' | 'ring';

const MARKS: Record<Mark, (pen: Pen) => void> = {
  capital: (pen) => {
    pen.lineJoin = 'round';
    star(pen, 5, 0.94, 0.42);
    pen.lineWidth = 0.3;
    pen.strokeStyle = '#1b1410';
    pen.stroke();
    pen.fillStyle = INK.cream;
    pen.fill();
  },
  city: (pen) => {
    disc(pen, 1, '#1b1410');
    disc(pen, 0.64, INK.cream);
  },
  town: (pen) => {
    disc(pen, 1, '#1b1410');
    disc(pen, 0.6, '#f4ead4');
  },
  peak: (pen) => {
    pen.lineJoin = 'round';
    pen.beginPath();
    pen.moveTo(0, -0.8);
    pen.lineTo(0.9, 0.7);
    pen.lineTo(-0.9, 0.7);
    pen.closePath();
    pen.fillStyle = '#33261c';
    pen.fill();
    pen.beginPath();
    pen.moveTo(0, -0.8);
    pen.lineTo(0.42, -0.1);
    pen.lineTo(0, 0.12);
    pen.lineTo(-0.42, -0.1);
    pen.closePath();
    pen.fillStyle = '#f6f1e6';
    pen.fill();
  },
  halo: (pen) => ring(pen, 0.84, 0.2, '#9fe8ff'),
  ring: (pen) => {
    ring(pen, 0.84, 0.3, '#1b1206');
    ring(pen, 0.84, 0.18, INK.gold);
  },
};

const FLAT_MARKS: readonly Mark[] = ['halo', 'ring'];

export const paintMark = (mark: Mark, radius: number): HTMLCanvasElement =>
  framed(radius, MARKS[mark], !FLAT_MARKS.includes(mark));
