import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../support/chromium.ts';

const PAGE = `<!doctype html><title>Probe</title><canvas width="60" height="60"></canvas><script>
  const gl = document.querySelector('canvas').getContext('webgl2', { preserveDrawingBuffer: true });
  gl.clearColor(1, 0.5, 0, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  const pixel = new Uint8Array(4);
  gl.readPixels(30, 30, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  document.title = [...pixel].join();
</script>`;

describe('the browser the other tests stand on', () => {
  let server: Server;
  let port: number;
  let browser: Browser;

  beforeAll(async () => {
    server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(PAGE));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    port = (server.address() as AddressInfo).port;
    browser = await launchChromium({ hosts: { 'classroom.test': '127.0.0.1' } });
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test('draws with WebGL 2 and takes a picture', async () => {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${port}/`);
    expect(await page.title()).toBe('255,128,0,255');
    expect((await page.screenshot()).length).toBeGreaterThan(500);
    await page.close();
  });

  test('reaches a host by a name that is no secure context, as a class on a LAN does', async () => {
    const page = await browser.newPage();
    await page.goto(`http://classroom.test:${port}/`);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await page.close();
  });

  test('reaches nothing outside this machine', async () => {
    const page = await browser.newPage();
    await expect(page.goto('http://elsewhere.test/')).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await page.close();
  });
});
