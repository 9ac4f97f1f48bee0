import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyRecord } from '../../shared/replay/verify.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import {
  atResult,
  beReady,
  button,
  openPanel,
  orderSomething,
  pick,
  turnBar,
  untilPlaying,
  untilTurn,
} from './support/hands.ts';
import { type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const TURNS = [1, 2, 3];

/** Counts in the page itself what the hand does. */
const countPresses = async (page: Page): Promise<() => Promise<number>> => {
  await page.addInitScript(() => {
    const counter = globalThis as unknown as { presses: number };
    counter.presses = 0;
    addEventListener('pointerdown', () => (counter.presses += 1), true);
  });
  return () => page.evaluate(() => (globalThis as unknown as { presses: number }).presses);
};

const seatsOf = (page: Page): Promise<readonly string[]> =>
  turnBar(page).getByRole('list', { name: 'Seats' }).getByRole('listitem').allTextContents();

test('from the first page to the verified replay, alone against bots', { timeout: 100_000 }, async () => {
  const { page, faults } = await house.visitor();
  const presses = await countPresses(page);
  const began = Date.now();
  await page.goto(house.address);
  await pick(page, 'Your power', /Armenia/);
  await button(page, 'Play now').click();
  await untilPlaying(page);
  expect(Date.now() - began).toBeLessThan(20_000);
  expect(await presses()).toBeLessThanOrEqual(3);
  const seats = await seatsOf(page);
  expect(seats.filter((seat) => seat.includes('Bot, negotiates · normal'))).toHaveLength(5);
  expect(seats.filter((seat) => seat.includes('Armenia, you'))).toHaveLength(1);

  for (const turn of TURNS) {
    await untilTurn(page, turn);
    if (turn === 1) expect(await orderSomething(page)).toMatch(/^Court /);
    await beReady(page);
    await untilTurn(page, turn, 'Orders');
    await beReady(page);
  }
  await atResult(page).waitFor();
  const scores = page.getByRole('region', { name: 'Scores and objectives' }).getByRole('table').first();
  const rows = await scores
    .getByRole('row')
    .filter({ has: page.getByRole('cell') })
    .allTextContents();
  expect(rows).toHaveLength(6);
  for (const row of rows) expect(row).toMatch(/\d+(\.\d+)?/);

  const saved = page.waitForEvent('download');
  await button(page, 'Download the record').click();
  const record = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  expect(verifyRecord(record, scenarioById)).toMatchObject({ ok: true, turns: 3 });
  expect(verifyRecord({ ...record, title: 'Another' }, scenarioById)).toMatchObject({ ok: false });

  await page.getByRole('link', { name: 'Watch the replay' }).click();
  await replayed(page);
  expect(faults).toEqual([]);
});

/** Steps, slides, looks through other eyes, verifies. */
const replayed = async (page: Page): Promise<void> => {
  const bar = page.getByRole('region').filter({ has: page.getByRole('slider') });
  const now = bar.getByRole('status');
  await button(page, 'First step').or(button(page, 'One step on')).first().waitFor();
  if (await button(page, 'First step').isEnabled()) await button(page, 'First step').click();
  const steps = Number(/\/(\d+)/.exec((await now.textContent()) ?? '')?.[1]);
  expect(steps).toBeGreaterThan(20);
  await now.filter({ hasText: `1/${steps}` }).waitFor();
  await button(page, 'One step on').click();
  await now.filter({ hasText: `2/${steps}` }).waitFor();

  const slider = page.getByRole('slider', { name: 'Place in the match' });
  await slider.press('End');
  await now.filter({ hasText: `${steps}/${steps}` }).waitFor();
  const track = await bar.locator('.replay-track').boundingBox();
  if (track === null) throw new Error('no track to slide on');
  await page.mouse.click(track.x + track.width / 2, track.y + track.height / 2);
  const middle = Number(await slider.getAttribute('value'));
  expect(middle).toBeGreaterThan(steps * 0.35);
  expect(middle).toBeLessThan(steps * 0.65);

  await pick(page, 'Seen by', /Armenia/);
  await openPanel(page, 'Orders');
  await page.getByRole('heading', { name: 'My orders' }).waitFor();
  await pick(page, 'Seen by', /the public/);
  await page.getByText('You are watching: orders are each power’s own').waitFor();

  await button(page, 'Verify').click();
  await page.getByText('The file is what was played: 3 turns played again').waitFor();
};

test('starts with the keyboard alone', { timeout: 60_000 }, async () => {
  const { page, faults } = await house.visitor();
  const presses = await countPresses(page);
  const began = Date.now();
  await page.goto(house.address);
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');
  await button(page, 'Play now').waitFor();
  let tabs = 0;
  for (; (await focused()) !== 'Play now' && tabs < 20; tabs += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe('Play now');
  expect(tabs).toBeLessThan(15);
  await page.keyboard.press('Enter');
  await untilPlaying(page);
  expect(Date.now() - began).toBeLessThan(20_000);

  // Into the orders by their key, to the first one by Tab, and ready.
  await page.keyboard.press('3');
  await page.getByRole('heading', { name: 'My orders' }).waitFor();
  const label = (): Promise<string> =>
    page.evaluate(
      () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
    );
  const tabTo = async (wanted: RegExp): Promise<void> => {
    for (let i = 0; i < 40 && !wanted.test(await label()); i += 1) await page.keyboard.press('Tab');
    expect(await label()).toMatch(wanted);
  };
  await tabTo(/^Add: /);
  await page.keyboard.press('Enter');
  await button(page, /^Remove: /)
    .first()
    .waitFor();
  expect(await presses()).toBe(0);
  expect(faults).toEqual([]);
});
