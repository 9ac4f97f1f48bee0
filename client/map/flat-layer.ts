/** The whole map as two pictures, for browsers without WebGL: less crisp when close, but all there. */
import type Phaser from 'phaser';
import type { Atlas } from './atlas.ts';
import { paintFlatMap } from './bake.ts';
import { newCanvas, stroke } from './canvas.ts';
import type { Line } from './geometry.ts';
import { stillLines } from './line-layer.ts';
import type { RouteOnMap } from './markers.ts';
import { hex, INK, rgb } from './palette.ts';
import { DEPTH } from './phaser-kit.ts';
import { WORLD_HEIGHT, WORLD_WIDTH } from './projection.ts';
import { routeStyle } from './scene-style.ts';

const SHARPNESS = 1.5;

export class FlatLayer {
  private readonly scene: Phaser.Scene;
  private readonly routesImage: Phaser.GameObjects.Image;

  private readonly marks: Phaser.GameObjects.Graphics;

  constructor(scene: Phaser.Scene, atlas: Atlas) {
    this.scene = scene;
    const picture = (key: string): HTMLCanvasElement => scene.textures.get(key).getSourceImage() as HTMLCanvasElement;
    const lines = stillLines(atlas).filter(({ from }) => from < 1.3);
    scene.textures.addCanvas('flat', paintFlatMap(atlas, picture('sea'), picture('land'), lines));
    this.spread(scene.add.image(0, 0, 'flat').setDepth(DEPTH.land));
    this.routesImage = this.spread(scene.add.image(0, 0, 'blank').setDepth(DEPTH.routes).setVisible(false));
    this.marks = scene.add.graphics().setDepth(DEPTH.routes + 1);
  }

  private spread(image: Phaser.GameObjects.Image): Phaser.GameObjects.Image {
    return image.setOrigin(0).setDisplaySize(WORLD_WIDTH, WORLD_HEIGHT);
  }

  setRoutes(routes: readonly RouteOnMap[]): void {
    const { canvas, pen } = newCanvas(WORLD_WIDTH * SHARPNESS, WORLD_HEIGHT * SHARPNESS);
    pen.scale(SHARPNESS, SHARPNESS);
    for (const { route, line } of routes) {
      const style = routeStyle(route.mode, route.flow);
      pen.setLineDash([]);
      pen.globalAlpha = style.casingAlpha;
      stroke(pen, [line], style.casing, hex(INK.casing));
      pen.globalAlpha = style.alpha;
      pen.setLineDash([style.on, style.off]);
      stroke(pen, [line], style.width, style.colour);
    }
    this.routesImage.setTexture('blank');
    if (this.scene.textures.exists('flat-routes')) this.scene.textures.remove('flat-routes');
    this.scene.textures.addCanvas('flat-routes', canvas);
    this.spread(this.routesImage.setTexture('flat-routes').setVisible(true));
  }

  /** Gold lines over what is selected or told about. */
  mark(lines: readonly Line[]): void {
    this.marks.clear().lineStyle(3, rgb(INK.gold), 0.8);
    for (const line of lines) {
      this.marks.beginPath();
      for (const [i, [x, y]] of line.entries()) {
        if (i === 0) this.marks.moveTo(x, y);
        else this.marks.lineTo(x, y);
      }
      this.marks.strokePath();
    }
  }
}
