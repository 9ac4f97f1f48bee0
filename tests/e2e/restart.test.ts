import { afterAll, beforeAll, expect, test } from 'vitest';
import { beReady, button, openPanel, orderSomething, turnBar, untilPlaying, untilTurn } from './support/hands.ts';
import { type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const BACK_WITHIN = 15_000;

/** The name of a message that is none of the framework's: its length is in the second byte. */
const typeOf = (frame: Buffer): string => frame.subarray(2, 2 + ((frame[1] ?? 0) & 0x1f)).toString('latin1');

test('the page comes back by itself after the server was killed, with its orders', { timeout: 75_000 }, async () => {
  const { page, faults, frames } = await house.visitor();
  await page.goto(house.address);
  await button(page, 'Play now').click();
  await untilPlaying(page);
  const order = await orderSomething(page);
  const link = (words: string) => turnBar(page).getByRole('status').filter({ hasText: words });
  await link('Connected').waitFor({ state: 'attached' });

  await house.crash();
  await link('Reconnecting…').waitFor();
  await house.restart();
  const began = Date.now();
  await link('Connected').waitFor({ state: 'attached', timeout: BACK_WITHIN });
  expect(Date.now() - began).toBeLessThan(BACK_WITHIN);
  // Of what it has still it is told nothing again.
  const told = ['view', 'resume'].map((type) => frames.filter((frame) => typeOf(frame) === type).length);
  expect(told).toEqual([1, 1]);

  const standing = async (): Promise<void> => {
    await button(page, `Remove: ${order}`).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /^Submitted/ })
      .waitFor();
  };
  await standing();
  // Not from this page's memory: what it keeps is thrown away, and the server asked.
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.includes('drafts')) localStorage.removeItem(key);
  });
  await page.reload();
  await untilPlaying(page);
  await openPanel(page, 'Orders');
  await standing();
  await beReady(page);
  await untilTurn(page, 1, 'Orders');
  expect(faults).toEqual([]);
});
