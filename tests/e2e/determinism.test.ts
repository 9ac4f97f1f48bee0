import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LENGTHS, type Length } from '../../shared/model/state.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { launchChromium } from '../support/chromium.ts';
import { builtScript } from './support/built-script.ts';
import { sealsOf } from './support/simulate-in-page.ts';

let browser: Browser;
let code = '';

beforeAll(async () => {
  code = await builtScript('tests/e2e/support/simulate-in-page.ts', 'simulation');
  browser = await launchChromium();
}, 60_000);

afterAll(() => browser?.close());

type InPage = { readonly simulation: { readonly sealsOf: (seed: string, length: Length) => readonly string[] } };

test.each(LENGTHS)(
  '%s matches have the same seals in Node and in Chromium',
  async (length) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    for (const seed of ['1', '2', '3', '4', '5']) {
      const there = await page.evaluate(
        ([one, turns]) => (globalThis as unknown as InPage).simulation.sealsOf(one, turns),
        [seed, length] as const,
      );
      const here = sealsOf(seed, length);
      expect(there).toEqual(here);
      expect(here.length).toBeGreaterThanOrEqual(3);
      expect(here.length).toBeLessThanOrEqual(charter2025.lengths[length]);
    }
  },
  60_000,
);
