/** Small helpers over the 2D canvas; nothing here knows Phaser. */
import type { Line } from './geometry.ts';

export type Pen = CanvasRenderingContext2D;

export const newCanvas = (width: number, height: number): { canvas: HTMLCanvasElement; pen: Pen } => {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width));
  canvas.height = Math.max(1, Math.round(height));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser gives no 2D canvas');
  return { canvas, pen };
};

export const trace = (pen: Pen, lines: readonly Line[]): void => {
  pen.beginPath();
  for (const line of lines) {
    line.forEach(([x, y], i) => {
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    });
  }
};

export const stroke = (pen: Pen, lines: readonly Line[], width: number, colour: string): void => {
  trace(pen, lines);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  pen.stroke();
};

export const fillRings = (pen: Pen, rings: readonly Line[], colour: string): void => {
  trace(pen, rings);
  pen.closePath();
  pen.fillStyle = colour;
  pen.fill('evenodd');
};

export const loadImage = async (url: string): Promise<HTMLImageElement> => {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
};
