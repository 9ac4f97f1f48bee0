/** Turns gestures and commands into changes of the stage, and tells the page what was selected. */
import type { MapHandle, MapOptions, MapRef } from './bridge.ts';
import type { Frames } from './frames.ts';
import type { Point } from './geometry.ts';
import type { GestureHandlers } from './gestures.ts';
import type { MapStage } from './map-stage.ts';
import { coverZoom, fitView, panView, type View, zoomAt } from './view.ts';

const FLIGHT_MS = 520;
const STEP_MS = 240;
const NEAR_ZOOM = 2.4;
const HOVER_SLOP = 3;

type Commands = Omit<MapHandle, 'setMotion' | 'destroy'>;

export class MapController {
  private readonly stage: MapStage;
  private readonly frames: Frames;
  private readonly options: MapOptions;
  private readonly canvas: HTMLCanvasElement;
  private motion: boolean;

  constructor(stage: MapStage, frames: Frames, options: MapOptions, canvas: HTMLCanvasElement) {
    this.stage = stage;
    this.frames = frames;
    this.options = options;
    this.canvas = canvas;
    this.motion = options.motion;
  }

  setMotion(on: boolean): void {
    this.motion = on;
  }

  private move(view: View, length = 0): void {
    this.stage.moveTo(view, performance.now(), this.motion ? length : 0);
    this.frames.ask();
  }

  private hover(at: Point | null): void {
    const ref = at ? this.stage.pickAt(at, HOVER_SLOP) : null;
    if (!this.stage.hover(ref)) return;
    this.canvas.style.cursor = ref ? 'pointer' : 'grab';
    this.options.onHover?.(ref);
    this.frames.ask();
  }

  private choose(ref: MapRef | null): void {
    this.stage.select(ref);
    this.frames.ask();
    this.options.onSelect(ref);
  }

  readonly gestures: GestureHandlers = {
    pan: (dx, dy) => this.move(panView(this.stage.target, this.stage.viewport, dx, dy)),
    zoom: (at, factor) => this.move(zoomAt(this.stage.target, this.stage.viewport, at, factor)),
    tap: (at, slop) => this.choose(this.stage.pickAt(at, slop)),
    doubleTap: (at) => this.move(zoomAt(this.stage.target, this.stage.viewport, at, 1.8), STEP_MS),
    hover: (at) => this.hover(at),
  };

  private flyTo(ref: MapRef): void {
    const place = this.stage.goalOf(ref);
    if (!place) return;
    const { viewport, target } = this.stage;
    if (place.box) {
      const { left, right, top, bottom } = place.box;
      const air = 0.12 * Math.max(right - left, bottom - top) + 24;
      const box = { left: left - air, right: right + air, top: top - air, bottom: bottom + air };
      this.move(fitView(box, viewport, NEAR_ZOOM), FLIGHT_MS);
      return;
    }
    const zoom = Math.max(target.zoom, NEAR_ZOOM, coverZoom(viewport));
    this.move({ cx: place.point[0], cy: place.point[1], zoom }, FLIGHT_MS);
  }

  commands(): Commands {
    const { stage, frames } = this;
    const middle = (): Point => [stage.viewport.width / 2, stage.viewport.height / 2];
    return {
      setModel: (model) => {
        stage.setModel(model);
        frames.ask();
      },
      select: (ref) => {
        stage.select(ref);
        frames.ask();
      },
      highlight: (refs) => {
        stage.highlight(refs);
        frames.ask();
      },
      flyTo: (ref) => this.flyTo(ref),
      zoomBy: (factor) => this.move(zoomAt(stage.target, stage.viewport, middle(), factor), STEP_MS),
      panBy: (dx, dy) => this.move(panView(stage.target, stage.viewport, dx, dy), STEP_MS),
      home: () => {
        stage.goHome(performance.now(), this.motion ? FLIGHT_MS : 0);
        frames.ask();
      },
      screenOf: (ref) => {
        const place = stage.screenOf(ref);
        return place ? { x: place[0], y: place[1] } : null;
      },
      state: () => ({ ...stage.target, selected: stage.selected }),
    };
  }
}
