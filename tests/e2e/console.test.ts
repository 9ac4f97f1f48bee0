import { afterAll, beforeAll, expect, test } from 'vitest';
import { EFFECT_FORMS } from '../../shared/model/fields.ts';
import { asking, returnPath } from '../server/support/test-server.ts';
import { beReady, button, pick, untilPlaying, untilTurn } from './support/hands.ts';
import { type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const CHOICE = { name: 'Ms Hakobyan', title: '10b', tables: 1, length: 'short', pace: 'untimed', press: 'full' };

test('a teacher corrects the position by any effect, gives a seat to a bot and back, and rewinds', {
  timeout: 90_000,
}, async () => {
  const server = asking(house.address);
  const { classId, token, code } = (await server.post('/api/classes', { ...CHOICE, bots: 'hold' })).body;
  const student = (await server.post(`/api/codes/${code}/join`, { name: 'Ada' })).body;
  await server.post(`/api/codes/${code}/join`, { name: 'Boris' });
  const { page, faults } = await house.visitor();
  await page.goto(`${house.address}/#/return/${token}/class/${classId}`);
  await button(page, 'Start all').click();
  const ada = await house.visitor();
  await ada.page.goto(`${house.address}/${await returnPath(server, student)}`);
  await untilPlaying(ada.page);

  await button(page, 'Correct · Table A').click();
  const correct = page.getByRole('dialog', { name: 'Correct the position · Table A' });
  await correct.getByText('No change yet.').waitFor();
  await correct.getByRole('button', { name: /What to change$/ }).click();
  const kinds = await page.getByRole('option').allInnerTexts();
  expect(kinds).toHaveLength(EFFECT_FORMS.length);
  await page.keyboard.press('Escape');
  for (const kind of kinds) {
    await pick(correct, 'What to change', kind);
    await button(correct, 'Add this change').click();
  }
  const told = await correct.getByRole('listitem').allInnerTexts();
  expect(told).toHaveLength(kinds.length);
  for (const one of told) expect(one).not.toMatch(/undefined|NaN|\{/);
  await correct.getByLabel('Why, for everybody to read').fill('A rehearsal.');
  await button(correct, 'Correct').click();
  await correct.waitFor({ state: 'detached' });
  await page.getByText('Corrected.').waitFor();

  await button(page, 'Seats · Table A').click();
  const seats = page.getByRole('dialog', { name: 'Seats · Table A' });
  const row = seats.getByRole('listitem').filter({ hasText: 'Boris' });
  await row.getByRole('button', { name: /^Give to a bot/ }).click();
  await row.getByText('Bot, negotiates · normal, for Boris').waitFor();
  await seats.getByText('Close', { exact: true }).click();
  await seats.waitFor({ state: 'detached' });

  await beReady(ada.page);
  await untilTurn(ada.page, 1, 'Orders');
  await beReady(ada.page);
  await untilTurn(ada.page, 2);
  await button(page, 'Rewind · Table A').click();
  const rewind = page.getByRole('dialog', { name: 'Rewind · Table A' });
  await pick(rewind, 'Back to', 'the start of turn 1');
  await button(rewind, 'Rewind').click();
  await untilTurn(ada.page, 1);
  await button(page, 'Seats · Table A').click();
  await row.getByRole('button', { name: /^Give back/ }).click();
  await row.getByText('Boris', { exact: true }).waitFor();
  expect([...faults, ...ada.faults]).toEqual([]);
});
