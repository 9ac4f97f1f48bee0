/** The few Phaser habits shared by all layers: typed meshes, textures painted on demand, world or screen. */
import Phaser from 'phaser';
import { at, type Line } from './geometry.ts';
import type { StripMesh } from './strips.ts';

/** The published types of Phaser 4.2.1 leave out the tint of this object. */
export type Mesh = Phaser.GameObjects.Mesh2D & { setTint(colour: number): Mesh };

export const textureOf = (scene: Phaser.Scene, key: string, paint: () => HTMLCanvasElement): string => {
  if (!scene.textures.exists(key)) scene.textures.addCanvas(key, paint());
  return key;
};

export const addMesh = (scene: Phaser.Scene, texture: string, mesh: StripMesh, depth: number): Mesh => {
  const made = scene.add.mesh2d(0, 0, texture, mesh.vertices, mesh.indices) as Mesh;
  made.setDepth(depth);
  return made;
};

/** Our strips already come in the pairs of triangles that Phaser draws as one quad. */
export const reshape = (mesh: Mesh, strips: StripMesh): void => {
  mesh.vertices = strips.vertices;
  mesh.indices = strips.indices;
  mesh.indicesOrdered = strips.indices;
  mesh.useOrderedIndices = true;
};

/** Triangles of a polygon with holes; texture coordinates span a picture of the given size. */
export const fillMesh = (polygons: readonly Line[][], width: number, height: number): StripMesh => {
  const mesh: StripMesh = { vertices: [], indices: [] };
  for (const rings of polygons) {
    const base = mesh.vertices.length / 4;
    const flat: number[] = [];
    const holes: number[] = [];
    for (const ring of rings) {
      if (flat.length > 0) holes.push(flat.length / 2);
      for (const [x, y] of ring) {
        flat.push(x, y);
        mesh.vertices.push(x, y, x / width, 1 - y / height);
      }
    }
    const corners = Phaser.Geom.Polygon.Earcut(flat, holes) as number[];
    for (let i = 0; i + 2 < corners.length; i += 3) {
      mesh.indices.push(base + at(corners, i), base + at(corners, i + 1), base + at(corners, i + 2), 0);
    }
  }
  return mesh;
};

/** Depths, from the sea up. World things first, then things of constant size on the screen. */
export const DEPTH = {
  sea: 0,
  land: 1,
  water: 2,
  lines: 3,
  outline: 5,
  routes: 6,
  names: 10,
  leaders: 11,
  dots: 12,
  markers: 13,
  rings: 14,
  labels: 15,
} as const;
