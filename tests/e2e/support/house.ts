import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { onTestFailed } from 'vitest';
import { freePort, spawnServer, untilReady } from '../../server/support/child-server.ts';
import { launchChromium } from '../../support/chromium.ts';

const NEWER = new URL('./newer-protocol.ts', import.meta.url).href;
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export type House = {
  readonly port: number;
  readonly address: string;
  readonly browser: Browser;
  /** Stops the server with no warning, as a power cut would. */ readonly crash: () => Promise<void>;
  /** Starts it again on the same port with the same data; as one of a later version, if so asked. */
  readonly restart: (as?: 'same' | 'newer') => Promise<void>;
  /** Somebody with a browser of her own: nothing is shared with the others. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<Visitor>;
  readonly close: () => Promise<void>;
};
/** A page, and everything that went wrong on it or came to it over the wire. */
export type Visitor = {
  readonly page: Page;
  readonly faults: readonly string[];
  readonly frames: readonly Buffer[];
  readonly heard: (text: string) => boolean;
  readonly leave: () => Promise<void>;
};

const follow = (page: Page): Pick<Visitor, 'faults' | 'frames' | 'heard'> => {
  const faults: string[] = [];
  const frames: Buffer[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => frames.push(Buffer.from(payload as string | Buffer))),
  );
  return { faults, frames, heard: (text) => frames.some((frame) => frame.includes(text)) };
};

let pictures = 0;
/** What stood on the page when a test failed, in `test-results/`. */
const pictureOnFailure = (page: Page): void =>
  onTestFailed(async ({ task }) => {
    pictures += 1;
    const name = `${task.file.name.replace(/^.*\/|\.test\.ts$/g, '')}-${pictures}.png`;
    if (!page.isClosed()) await page.screenshot({ path: join('test-results', name) });
  });

/** The game as it is served, on a port and in a data folder of its own, and one browser for everybody. */
export const openHouse = async (host = 'localhost'): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'mv-e2e-'));
  const port = await freePort();
  const env = { PORT: String(port), DATA_DIR: join(folder, 'data') };
  const local = `http://127.0.0.1:${port}`;
  let server = spawnServer(env);
  const [browser] = await Promise.all([launchChromium({ hosts: { [host]: '127.0.0.1' } }), untilReady(local)]);
  return {
    port,
    address: `http://${host}:${port}`,
    browser,
    crash: async () => void (await server.kill('SIGKILL')),
    restart: async (as = 'same') => {
      server = spawnServer(env, as === 'newer' ? { node: ['--import', NEWER] } : {});
      await untilReady(local);
    },
    visitor: async (options = {}) => {
      const context = await browser.newContext({ viewport: DESKTOP, reducedMotion: 'reduce', ...options });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      pictureOnFailure(page);
      return { page, ...follow(page), leave: () => context.close() };
    },
    close: async () => {
      await browser.close();
      await server.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
