/** Starts Phaser inside a host element and hands out the bridge. The only door to this folder. */
import Phaser from 'phaser';
import type { Topology } from 'topojson-specification';
import { readAtlas } from './atlas.ts';
import { paintLand, paintSea } from './bake.ts';
import type { MapHandle, MapOptions, MountMap } from './bridge.ts';
import { loadImage, newCanvas } from './canvas.ts';
import { mapFontsReady } from './fonts.ts';
import { Frames } from './frames.ts';
import { watchGestures } from './gestures.ts';
import { MapController } from './map-controller.ts';
import { MapStage } from './map-stage.ts';
import type { Size } from './view.ts';

declare global {
  interface Window {
    /** The mounted map, for tests in a real browser; it holds nothing the page does not show. */
    __map?: MapHandle;
  }
}

const MAX_DPR = 2.5;

const sizeOf = (host: HTMLElement): Size => ({
  width: Math.max(1, Math.round(host.clientWidth)),
  height: Math.max(1, Math.round(host.clientHeight)),
});

const fetchTopology = async (url: string): Promise<Topology> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`map data: ${response.status} for ${url}`);
  return (await response.json()) as Topology;
};

const loadAssets = async (baseUrl: string): Promise<[Topology, HTMLImageElement]> => {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const [topology, relief] = await Promise.all([
    fetchTopology(`${base}south-caucasus.topo.json`),
    loadImage(`${base}south-caucasus-relief.webp`),
    mapFontsReady(),
  ]);
  return [topology, relief];
};

class QuietScene extends Phaser.Scene {
  private readonly onCreate: () => void;

  constructor(key: string, onCreate: () => void) {
    super({ key, active: true });
    this.onCreate = onCreate;
  }

  create(): void {
    this.onCreate();
  }
}

type Started = { game: Phaser.Game; world: Phaser.Scene; overlay: Phaser.Scene };

/** The world below and, above it, the things that keep their size: two scenes, so two cameras. */
const startPhaser = (host: HTMLElement, size: Size, dpr: number): Promise<Started> =>
  new Promise((resolve) => {
    const created: string[] = [];
    const onCreate = (key: string) => (): void => {
      created.push(key);
      if (created.length === 2) resolve({ game, world, overlay });
    };
    const world = new QuietScene('world', onCreate('world'));
    const overlay = new QuietScene('overlay', onCreate('overlay'));
    const game = new Phaser.Game({
      type: Phaser.AUTO,
      parent: host,
      banner: false,
      backgroundColor: '#152934',
      audio: { noAudio: true },
      scale: {
        mode: Phaser.Scale.NONE,
        width: Math.round(size.width * dpr),
        height: Math.round(size.height * dpr),
        zoom: 1 / dpr,
      },
      // Lines carry their own soft edges, so multisampling would only cost; one texture a batch needs no shader branch.
      render: { antialias: true, antialiasGL: false, powerPreference: 'low-power', stencil: false, maxTextures: 1 },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      disableContextMenu: false,
      scene: [world, overlay],
    });
  });

const blank = (): HTMLCanvasElement => {
  const { canvas, pen } = newCanvas(4, 4);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 4, 4);
  return canvas;
};

/** Darkened edges over the picture, so that it sits in the page like a lit table. */
const addVignette = (host: HTMLElement): HTMLElement => {
  const shade = document.createElement('div');
  shade.setAttribute('aria-hidden', 'true');
  shade.style.cssText =
    'position:absolute;inset:0;pointer-events:none;box-shadow:inset 0 0 60px #0a121866;' +
    'background:radial-gradient(120% 95% at 50% 46%,transparent 58%,#0a121880)';
  if (getComputedStyle(host).position === 'static') host.style.position = 'relative';
  host.append(shade);
  return shade;
};

const markFirstFrame = (): void => {
  performance.mark('first-map-frame');
};

/** Phaser frees its context only when the page lets go of it; a browser allows few of them. */
const release = (game: Phaser.Game): void => {
  const gl = game.renderer instanceof Phaser.Renderer.WebGL.WebGLRenderer ? game.renderer.gl : null;
  game.destroy(true);
  game.step(performance.now(), 0);
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
};

const watchSize = (host: HTMLElement, onSize: (size: Size) => void): (() => void) => {
  const observer = new ResizeObserver(() => onSize(sizeOf(host)));
  observer.observe(host);
  return () => observer.disconnect();
};

const resizeGame = (game: Phaser.Game, size: Size, dpr: number): void => {
  game.scale.resize(Math.round(size.width * dpr), Math.round(size.height * dpr));
};

/** Mounts the map; the promise settles when it can take a model. */
export const mountMap: MountMap = async (host: HTMLElement, options: MapOptions): Promise<MapHandle> => {
  const [topology, relief] = await loadAssets(options.baseUrl);
  const dpr = Math.min(window.devicePixelRatio || 1, MAX_DPR);
  const { game, world, overlay } = await startPhaser(host, sizeOf(host), dpr);
  // From here on frames are drawn when we ask for them, not by Phaser's own loop.
  game.loop.sleep();
  const atlas = readAtlas(topology);
  game.textures.addCanvas('blank', blank());
  game.textures.addCanvas('sea', paintSea(atlas, relief.naturalWidth, relief.naturalHeight));
  game.textures.addCanvas('land', paintLand(atlas, relief));
  const webgl = game.renderer.type === Phaser.WEBGL;
  const stage = new MapStage({ world, overlay, atlas, dpr, webgl }, sizeOf(host));
  let motion = options.motion;
  const frames = new Frames({
    draw: (now, seconds) => {
      const moving = stage.update(now, seconds);
      game.step(now, seconds * 1000);
      if (frames.drawn === 1) markFirstFrame();
      return moving;
    },
    hasAmbient: () => motion && stage.hasAmbient(),
  });
  const controller = new MapController(stage, frames, options, game.canvas);
  game.canvas.setAttribute('aria-hidden', 'true');
  game.canvas.style.display = 'block';
  const vignette = addVignette(host);
  game.renderer.on('restorewebgl', () => frames.ask());
  const onShown = (): void => frames.ask();
  document.addEventListener('visibilitychange', onShown);
  const unwatchSize = watchSize(host, (size) => {
    resizeGame(game, size, dpr);
    stage.resize(size);
    frames.ask();
  });
  const unwatchGestures = watchGestures(game.canvas, controller.gestures);
  const handle: MapHandle = {
    ...controller.commands(),
    setMotion: (on) => {
      motion = on;
      controller.setMotion(on);
      frames.forgive();
    },
    destroy: () => {
      if (window.__map === handle) delete window.__map;
      document.removeEventListener('visibilitychange', onShown);
      unwatchSize();
      unwatchGestures();
      frames.stop();
      vignette.remove();
      release(game);
    },
  };
  frames.ask();
  window.__map = handle;
  return handle;
};
