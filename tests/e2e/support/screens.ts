import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DESKTOP, PHONE } from './house.ts';

export const SIZES = [
  { name: 'desktop', viewport: DESKTOP, hasTouch: false },
  { name: 'phone', viewport: PHONE, hasTouch: true },
] as const;
export type Size = (typeof SIZES)[number];

const PICTURES = fileURLToPath(new URL('../../../docs/screens', import.meta.url));

type Finding = { readonly rule: string; readonly impact: string; readonly at: readonly string[] };

/** What axe finds that keeps people out. */
const barriers = async (page: Page): Promise<readonly Finding[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: typeof import('axe-core') }).axe;
    const { violations } = await run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, impact, nodes }) => ({
        rule: id,
        impact: String(impact),
        at: nodes.slice(0, 4).map(({ html, failureSummary }) => `${html.slice(0, 240)} ${failureSummary ?? ''}`),
      }));
  });
};

/** How far the page can be pushed sideways. */
const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const settled = (page: Page): Promise<unknown> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });

const picture = async (page: Page, name: string, size: Size): Promise<void> => {
  if (process.env.SCREENS !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}-${size.name}.jpg`), type: 'jpeg', quality: 60 });
};

/** With letters twice as large, what one came to do can still be done. */
const inLargeLetters = async (page: Page, acts: readonly Locator[]): Promise<void> => {
  const letters = (points: string): Promise<void> =>
    page.evaluate((text) => {
      document.documentElement.style.fontSize = text;
    }, points);
  await letters('200%');
  for (const act of acts) await act.click({ trial: true });
  await letters('');
  // Else what moves back may slip from under the next press, which then is none.
  await settled(page);
};

/** Holds one screen at one size to what every screen owes. */
export const holdTo = async (page: Page, name: string, size: Size, acts: readonly Locator[] = []): Promise<void> => {
  await settled(page);
  expect.soft(await barriers(page), `${name} ${size.name}`).toEqual([]);
  if (size.name === 'phone') expect.soft(await sideways(page), `${name} is pushed sideways`).toBeLessThanOrEqual(0);
  await picture(page, name, size);
  await inLargeLetters(page, acts);
};
