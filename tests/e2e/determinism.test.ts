import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { simulate } from '../../shared/analysis/simulate.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { launchChromium } from '../support/chromium.ts';

let browser: Browser;
let code = '';

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: 'tests/e2e/support/simulate-in-page.ts', formats: ['iife'], name: 'simulation' },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) if ('output' in output) code = output.output[0].code;
  browser = await launchChromium();
}, 60_000);

afterAll(() => browser?.close());

test('a match has the same seals in Node and in Chromium', async () => {
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  for (const seed of ['1', '2', '3', '4', '5']) {
    const there = await page.evaluate(
      (text) => (globalThis as unknown as { sealsOf: (seed: string) => string[] }).sealsOf(text),
      seed,
    );
    const here = simulate(charter2025, { seed, bots: ['random', 'scripted'], length: 'sprint' }).record.turns.map(
      (turn) => turn.chain,
    );
    expect(there).toEqual(here);
    expect(here.length).toBe(3);
  }
}, 60_000);
