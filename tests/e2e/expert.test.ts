import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asking, returnPath } from '../server/support/test-server.ts';
import { button, choose, openPanel, pick, untilPlaying } from './support/hands.ts';
import { type House, openHouse, type Visitor } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const CHOICE = { kind: 'quick', length: 'short', pace: 'untimed', press: 'full', bots: 'hold', name: 'Ada' };

const seated = async (power: string): Promise<Visitor> => {
  const server = asking(house.address);
  const seat = (await server.post('/api/matches', { ...CHOICE, power })).body;
  const visitor = await house.visitor();
  await visitor.page.goto(`${house.address}/${await returnPath(server, seat)}`);
  await untilPlaying(visitor.page);
  return visitor;
};

/** Types a line and hears what is answered. */
const type = async (page: Page, line: string): Promise<string> => {
  const field = page.getByRole('combobox', { name: /^An order/ });
  if ((await field.count()) === 0) await page.keyboard.press(':');
  await field.fill(line);
  await field.press('Enter');
  return (await page.getByRole('region', { name: 'Command line' }).getByText(/[.]$/u).first().textContent()) ?? '';
};

test('what cannot be ordered is said with its name and its reason', { timeout: 60_000 }, async () => {
  const { page, faults } = await seated('ARM');
  expect(await type(page, 'coup AZE')).toBe(
    '“Attempt a coup in Azerbaijan” cannot be given. It needs a share of 22 or more there.',
  );
  expect(await type(page, 'doors welcome energy USA')).toMatch(/^This change of doors cannot be made\./);
  expect(await type(page, 'postGuard meghri ARM+EUR')).toMatch(/^Post Armenia and Europe at Meghri .* added\./);
  for (const area of ['security', 'borders', 'trade', 'energy', 'transit', 'politics'])
    for (const host of ['IRN', 'USA']) expect(await type(page, `court ${area} ${host}`)).toMatch(/added\./);
  expect(await type(page, 'submit')).toBe('At most 12 orders a turn: take back 1.');
  await page.keyboard.press('Escape');

  await openPanel(page, 'Orders');
  await page.getByText('At most 12 orders a turn: take back 1.').waitFor();
  expect(await button(page, 'Submit orders').isDisabled()).toBe(true);
  await button(page, 'Back to what is submitted').click();
  await choose(page, 'Kind of order', 'Covert');
  await choose(page, 'Verb', 'Coup');
  await button(page, /^It needs a share of 22 or more in the politics .* under 30\./).click();
  await page
    .getByRole('dialog')
    .getByText(/^Rule CV4 asks for it/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await choose(page, 'Kind of order', 'Gates');
  await choose(page, 'Verb', 'Post a guard');
  const guard = page.getByRole('group', { name: 'Any guard' });
  await pick(guard, 'Together with', 'Europe');
  await guard.getByRole('button', { name: /^Add: post Armenia and Europe at / }).click();
  await button(page, 'Submit orders').click();
  await page.getByText(/^Submitted, receipt/).waitFor();
  expect(faults).toEqual([]);
});

test('a promise of a rare deed without end, and a payment of any size, are drafted and offered', {
  timeout: 60_000,
}, async () => {
  const { page, faults } = await seated('ARM');
  await openPanel(page, 'Treaties');
  await page.getByRole('tab', { name: 'New draft' }).click();
  await page.getByRole('group', { name: 'With' }).getByText('Iran').click();
  await pick(page, 'Term: through', 'no end');
  const editor = page.locator('.clause-editor');
  await button(page, 'Add a clause').click();
  await pick(editor, 'Promise', 'give an order');
  await pick(editor, 'Order', 'Set a gate');
  await pick(editor, 'How often', 'once in every 5 turns');
  await pick(editor, 'Through', 'no end');
  await editor.getByText(/to any status, once in every 5 turns \(from Q1 2025, without end\)$/).waitFor();
  await button(editor, 'Add this clause').click();

  await button(page, 'Add a clause').click();
  await pick(editor, 'Promise', 'guarantee');
  await pick(editor, 'If attacked by', 'Iran');
  await editor.getByText(/It must be against powers that are not parties to it\.$/).waitFor();
  expect(await button(editor, 'Add this clause').isDisabled()).toBe(true);
  await pick(editor, 'Promise', 'pay');
  await editor.getByRole('textbox', { name: 'Amount' }).fill('17');
  await editor.getByRole('textbox', { name: 'Amount' }).press('Enter');
  await button(editor, 'Add this clause').click();
  await page.getByText(/^Armenia to Iran: pay 17 once/).waitFor();
  await button(page, 'Propose').click();
  await button(page, 'Understood, send it').click();
  await page.getByRole('article', { name: 'Armenia–Iran, Q1 2025' }).waitFor();
  expect(faults).toEqual([]);
});

test('a standing order waits for several conditions, and may carry a demand', { timeout: 60_000 }, async () => {
  const { page, faults } = await seated('RUS');
  await openPanel(page, 'Orders');
  await page.getByText(/^Standing orders \(0\)$/).click();
  await button(page, 'Add a standing order').click();
  await pick(page, 'If', 'it is one of some turns');
  await button(page, 'One more condition').click();
  await pick(page, 'If', 'a gate is …');
  await page.getByText('It shall not be so').click();
  await choose(page, 'Of these conditions', 'one holds');
  await pick(page, 'Order', 'Destabilise');
  await page.getByText('With a demand', { exact: true }).click();
  await pick(page, 'Promise', 'recognise');
  await button(page, 'Add it').click();
  await page.getByText(/^If it is Q1 2025 or it is not so that .*: destabilise .*, demanding: recognise /).waitFor();
  await page.getByText(/^Standing orders \(1\)$/).waitFor();
  expect(faults).toEqual([]);
});

test('a press that no finger made opens a dialog with the focus in it', { timeout: 40_000 }, async () => {
  const { page } = await seated('ARM');
  await openPanel(page, 'News');
  await page.getByText('To discuss:').first().waitFor();
  await page.evaluate(() => document.querySelector<HTMLElement>('.track-button')?.click());
  await page.getByRole('dialog').waitFor();
  await page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') !== null);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(0);
});
