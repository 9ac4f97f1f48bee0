/** The sea and the tinted land. */
import type Phaser from 'phaser';
import type { Atlas } from './atlas.ts';
import { type Box, boxesTouch } from './geometry.ts';
import { INK, provinceTint } from './palette.ts';
import { addMesh, DEPTH, fillMesh, type Mesh, reshape } from './phaser-kit.ts';
import { WORLD_HEIGHT, WORLD_WIDTH } from './projection.ts';

type Patch = { country: string; id: string; box: Box; mesh: Mesh };

export class LandLayer {
  private readonly patches: Patch[];
  private readonly lakes: { box: Box; mesh: Mesh }[];

  constructor(scene: Phaser.Scene, atlas: Atlas) {
    scene.add.image(0, 0, 'sea').setOrigin(0).setDisplaySize(WORLD_WIDTH, WORLD_HEIGHT).setDepth(DEPTH.sea);
    this.patches = atlas.land.map(({ country, id, box, polygons }) => {
      const mesh = addMesh(scene, 'land', { vertices: [], indices: [] }, DEPTH.land);
      const filled = fillMesh(polygons, WORLD_WIDTH, WORLD_HEIGHT);
      mesh.vertices = filled.vertices;
      mesh.indices = filled.indices;
      mesh.buildOrderedIndices(2, true);
      mesh.setTint(provinceTint(country, id));
      return { country, id, box, mesh };
    });
    this.lakes = atlas.lakes.map(({ rings }) => {
      const filled = fillMesh([[...rings]], WORLD_WIDTH, WORLD_HEIGHT);
      const mesh = addMesh(scene, 'blank', filled, DEPTH.water + 0.5).setTint(INK.lake);
      reshape(mesh, filled);
      mesh.buildOrderedIndices(2, true);
      return { box: boxOfMesh(filled.vertices), mesh };
    });
  }

  /** Brightness per country: the own power, what is hovered, what is selected. */
  light(liftOf: (country: string) => number): void {
    for (const { country, id, mesh } of this.patches) mesh.setTint(provinceTint(country, id, liftOf(country)));
  }

  cull(window: Box): void {
    for (const { box, mesh } of this.patches) mesh.setVisible(boxesTouch(box, window));
    for (const { box, mesh } of this.lakes) mesh.setVisible(boxesTouch(box, window));
  }
}

const boxOfMesh = (vertices: readonly number[]): Box => {
  const xs = vertices.filter((_, i) => i % 4 === 0);
  const ys = vertices.filter((_, i) => i % 4 === 1);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
};
