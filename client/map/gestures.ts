/** Pointer, wheel and touch on one element, told as pans, zooms, taps and hovers. */
import type { Point } from './geometry.ts';

export type GestureHandlers = {
  pan(dx: number, dy: number): void;
  zoom(at: Point, factor: number): void;
  tap(at: Point, slop: number): void;
  doubleTap(at: Point): void;
  hover(at: Point | null): void;
};

type Finger = { x: number; y: number; startX: number; startY: number };

const TAP_TRAVEL = 6;
const DOUBLE_TAP_MS = 320;
const DOUBLE_TAP_TRAVEL = 22;
const WHEEL_SPEED = 0.0016;
const LINE_HEIGHT = 16;
/** How far beside a thing a mouse still hits it. */
export const MOUSE_SLOP = 4;
const FINGER_SLOP = 12;

class Gestures {
  private readonly element: HTMLElement;
  private readonly handlers: GestureHandlers;
  private readonly fingers = new Map<number, Finger>();
  private travelled = false;
  private lastTap: { time: number; at: Point } | null = null;

  constructor(element: HTMLElement, handlers: GestureHandlers) {
    this.element = element;
    this.handlers = handlers;
  }

  private place(event: MouseEvent): Point {
    const { left, top } = this.element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  }

  down = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    const [x, y] = this.place(event);
    if (this.fingers.size === 0) this.travelled = false;
    this.fingers.set(event.pointerId, { x, y, startX: x, startY: y });
    this.element.setPointerCapture(event.pointerId);
  };

  move = (event: PointerEvent): void => {
    const at = this.place(event);
    const finger = this.fingers.get(event.pointerId);
    if (!finger) {
      if (event.pointerType === 'mouse') this.handlers.hover(at);
      return;
    }
    if (this.fingers.size === 1) this.drag(finger, at);
    else this.pinch(finger, at);
    finger.x = at[0];
    finger.y = at[1];
  };

  private drag(finger: Finger, [x, y]: Point): void {
    if (!this.travelled && Math.hypot(x - finger.startX, y - finger.startY) <= TAP_TRAVEL) return;
    this.travelled = true;
    this.handlers.pan(finger.x - x, finger.y - y);
  }

  private pinch(finger: Finger, [x, y]: Point): void {
    this.travelled = true;
    const other = [...this.fingers.values()].find((one) => one !== finger);
    if (!other) return;
    const before = Math.hypot(finger.x - other.x, finger.y - other.y);
    const after = Math.hypot(x - other.x, y - other.y);
    this.handlers.pan((finger.x - x) / 2, (finger.y - y) / 2);
    if (before > 8 && after > 8) this.handlers.zoom([(x + other.x) / 2, (y + other.y) / 2], after / before);
  }

  up = (event: PointerEvent): void => {
    const known = this.fingers.delete(event.pointerId);
    if (!known || this.travelled || this.fingers.size > 0) return;
    const at = this.place(event);
    if (this.endsDoubleTap(event.timeStamp, at)) return;
    this.handlers.tap(at, event.pointerType === 'mouse' ? MOUSE_SLOP : FINGER_SLOP);
  };

  /** The first tap of two has selected already; the second comes closer. */
  private endsDoubleTap(time: number, at: Point): boolean {
    const last = this.lastTap;
    const quick = last !== null && time - last.time < DOUBLE_TAP_MS;
    const close = last !== null && Math.hypot(at[0] - last.at[0], at[1] - last.at[1]) < DOUBLE_TAP_TRAVEL;
    this.lastTap = quick && close ? null : { time, at };
    if (quick && close) this.handlers.doubleTap(at);
    return quick && close;
  }

  cancel = (event: PointerEvent): void => {
    this.fingers.delete(event.pointerId);
  };

  leave = (): void => this.handlers.hover(null);

  wheel = (event: WheelEvent): void => {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_HEIGHT : 1;
    const delta = Math.min(Math.max(event.deltaY * unit, -240), 240);
    this.handlers.zoom(this.place(event), Math.exp(-delta * WHEEL_SPEED));
  };
}

/** Listens until the returned function is called. */
export const watchGestures = (element: HTMLElement, handlers: GestureHandlers): (() => void) => {
  const gestures = new Gestures(element, handlers);
  const stop = new AbortController();
  const { signal } = stop;
  element.style.touchAction = 'none';
  element.addEventListener('pointerdown', gestures.down, { signal });
  element.addEventListener('pointermove', gestures.move, { signal });
  element.addEventListener('pointerup', gestures.up, { signal });
  element.addEventListener('pointercancel', gestures.cancel, { signal });
  element.addEventListener('pointerleave', gestures.leave, { signal });
  element.addEventListener('wheel', gestures.wheel, { signal, passive: false });
  return () => stop.abort();
};
