import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  atResult,
  beReady,
  button,
  choose,
  openPanel,
  pick,
  say,
  setTable,
  turnBar,
  untilTurn,
  type WhoMayCome,
} from './support/hands.ts';
import { type House, openHouse, type Visitor } from './support/house.ts';
import { holdTo, SIZES, type Size } from './support/screens.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

/** In by the link of the code. */
const join = async (page: Page, code: string, name: string, power = 'Armenia'): Promise<void> => {
  await page.goto(`${house.address}/#/join/${code}`);
  await page.getByLabel('Your name').fill(name);
  await button(page, 'Join').click();
  const seat = page.getByRole('list', { name: 'Seats' }).getByRole('listitem').filter({ hasText: power });
  await seat.waitFor();
  if (!(await seat.getByText('You', { exact: true }).isVisible())) await button(seat, `Sit here: ${power}`).click();
  await seat.getByText('You', { exact: true }).waitFor();
};
const openMenu = async (page: Page, item: string): Promise<void> => {
  await button(turnBar(page), 'Menu').click();
  await page.getByRole('menuitem', { name: item }).click();
};
const people = (page: Page) => page.getByRole('dialog', { name: 'People at the table' });
const toast = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

const twoAtATable = async (kind: WhoMayCome, size: Size = SIZES[0]): Promise<readonly [Visitor, Visitor, string]> => {
  const anna = await house.visitor({ viewport: size.viewport, hasTouch: size.hasTouch });
  const bela = await house.visitor();
  const code = await setTable(anna.page, house.address, kind);
  await join(bela.page, code, 'Bela');
  await button(anna.page, 'Start the match').click();
  await Promise.all([untilTurn(anna.page, 1), untilTurn(bela.page, 1)]);
  return [anna, bela, code];
};

describe.each(SIZES.map((size) => [size.name, size] as const))(
  'beyond the game, at the size of a %s',
  (_name, size) => {
    test('somebody is folded away, reported, blocked and sent away; and both play again', async () => {
      const [anna, bela] = await twoAtATable('By invitation', size);
      await openPanel(bela.page, 'Talk');
      await bela.page.getByRole('tabpanel').getByText('Public').first().click();
      await say(bela.page, 'A nasty word.');
      // Folded away: that something was said is told, and not what.
      await openMenu(anna.page, 'People at the table');
      await holdTo(anna.page, 'match-people', size, [button(people(anna.page), 'Report: Armenia')]);
      await button(people(anna.page), 'Fold messages away: Armenia').press('Enter');
      await button(people(anna.page), 'Show messages: Armenia').waitFor();
      await button(people(anna.page), 'Close').first().click();
      await openPanel(anna.page, 'Talk');
      await anna.page.getByText('A message that you have folded away.').first().waitFor();
      expect(await anna.page.getByText('A nasty word.').isVisible()).toBe(false);
      await anna.page.getByRole('tabpanel').getByText('Public').first().click();
      await anna.page.getByRole('log').getByText('A message that you have folded away.').click();
      await anna.page.getByRole('log').getByText('A nasty word.').waitFor();
      // Reported, with the message.
      await button(anna.page, 'Report this message of Armenia').click();
      const form = anna.page.getByRole('dialog', { name: 'Report Armenia to the operator of this server' });
      await form.getByText('A nasty word.').waitFor();
      await pick(form, 'What is it about\\?', 'Insults');
      await holdTo(anna.page, 'match-report', size, [button(form, 'Send the report')]);
      await button(form, 'Send the report').click();
      await toast(anna.page, 'The operator will see it. Nobody at the table is told.');
      await form.waitFor({ state: 'detached' });
      // By agreement of both it is over, and both go on to the same new table.
      await openMenu(anna.page, 'Agree to end the match');
      await bela.page.getByText(/^Agree to end the match now: Russia/).waitFor();
      await openMenu(bela.page, 'Agree to end the match');
      await Promise.all([atResult(anna.page).waitFor(), atResult(bela.page).waitFor()]);
      await button(anna.page, 'Set the table again').waitFor();
      await choose(anna.page, 'Seats', 'One further on');
      await holdTo(anna.page, 'result-rematch', size, [button(anna.page, 'Set the table again')]);
      await button(anna.page, 'Set the table again').click();
      await button(bela.page, 'Come along').click();
      const seats = anna.page.getByRole('list', { name: 'Seats' }).getByRole('listitem');
      await seats.filter({ hasText: 'Bela' }).filter({ hasText: 'United States' }).waitFor();
      // Blocked, and sent away: the page of the other says so, and lets nobody back in.
      await button(anna.page, 'People at the table').click();
      await button(people(anna.page), 'Block: United States').click();
      await button(anna.page.getByRole('alertdialog', { name: 'Block Bela?' }), 'Block').click();
      await toast(anna.page, 'Blocked. This match goes on as it is.');
      await button(people(anna.page), 'Send away: United States').click();
      const sure = anna.page.getByRole('alertdialog', { name: 'Send Bela away?' });
      await holdTo(anna.page, 'table-send-away', size, [button(sure, 'Send away')]);
      await button(sure, 'Send away').click();
      await seats.filter({ hasText: 'Bela' }).waitFor({ state: 'detached' });
      await bela.page.getByText('This table is closed to you. There are others.').first().waitFor();
      // The block stands on the start page, and is lifted there.
      await anna.page.goto(`${house.address}/#/`);
      await button(anna.page, 'Lift the block: Bela').scrollIntoViewIfNeeded();
      await holdTo(anna.page, 'home-browser', size, [button(anna.page, 'Lift the block: Bela')]);
      await button(anna.page, 'Lift the block: Bela').click();
      await button(anna.page, 'Lift the block: Bela').waitFor({ state: 'detached' });
      expect([anna.faults, bela.faults]).toEqual([[], []]);
      await Promise.all([anna.leave(), bela.leave()]);
    }, 120_000);

    test('a spectator of an open table sees it a turn late, and is told so', async () => {
      const [anna, bela] = await twoAtATable('Everybody');
      const match = new URL(anna.page.url()).hash.split('/').at(-1);
      const wanda = await house.visitor({ viewport: size.viewport, hasTouch: size.hasTouch });
      await wanda.page.goto(`${house.address}/#/m/${match}`);
      await wanda.page.getByLabel('Your name').fill('Wanda');
      await button(wanda.page, 'Watch').click();
      await wanda.page.getByRole('heading', { name: 'The first turn is being played' }).waitFor();
      await holdTo(wanda.page, 'gallery-wait', size);
      for (const phase of ['Negotiation', 'Orders'] as const) {
        await Promise.all([untilTurn(anna.page, 1, phase), untilTurn(bela.page, 1, phase)]);
        await beReady(anna.page);
        await beReady(bela.page);
      }
      await untilTurn(anna.page, 2);
      await wanda.page.getByText('You watch from the gallery, a turn late: this is how the last turn ended.').waitFor();
      await untilTurn(wanda.page, 1, 'Orders');
      await holdTo(wanda.page, 'gallery', size);
      expect(wanda.faults).toEqual([]);
      await Promise.all([anna, bela, wanda].map((one) => one.leave()));
    }, 120_000);
  },
);

test('two tabs of one seat tell of each other, and drafts follow the tab in which one writes', async () => {
  const [anna, bela] = await twoAtATable('By invitation');
  const second = await anna.page.context().newPage();
  await second.goto(anna.page.url());
  const notice = 'This seat is open in another tab too.';
  await Promise.all([anna.page, second].map((page) => page.getByText(notice).waitFor()));
  for (const page of [anna.page, second]) {
    await openPanel(page, 'Talk');
    await page.getByRole('tabpanel').getByText('Public').first().click();
  }
  await anna.page.getByLabel('Your message').fill('Half a sent');
  await expect.poll(() => second.getByLabel('Your message').inputValue()).toBe('Half a sent');
  await second.getByLabel('Your message').fill('Half a sentence, and the rest.');
  await expect.poll(() => anna.page.getByLabel('Your message').inputValue()).toBe('Half a sentence, and the rest.');
  await second.close();
  await anna.page.getByText(notice).waitFor({ state: 'detached' });
  expect(await anna.page.getByLabel('Your message').inputValue()).toBe('Half a sentence, and the rest.');
  await Promise.all([anna.leave(), bela.leave()]);
}, 60_000);

test('whoever it is not leaves the browser, which then knows nobody', async () => {
  const [anna, bela] = await twoAtATable('By invitation');
  await anna.page.goto(`${house.address}/#/`);
  const token = await anna.page.evaluate(() => localStorage.getItem('multivector.token'));
  await anna.page.getByText('Here you are Anna.').waitFor();
  await button(anna.page, 'This is not me').click();
  await button(anna.page.getByRole('alertdialog', { name: 'Leave this browser?' }), 'Forget everything here').click();
  await anna.page.getByText('Nobody in particular yet').waitFor();
  const left = await anna.page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('multivector.')),
  );
  expect(left).toEqual([]);
  const answer = await fetch(`http://127.0.0.1:${house.port}/api/me/matches`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(401);
  await Promise.all([anna.leave(), bela.leave()]);
}, 60_000);

test('a tab from before an upgrade says so, keeps its drafts, and goes on when it is reloaded', async () => {
  const [anna, bela] = await twoAtATable('By invitation');
  await openPanel(anna.page, 'Talk');
  await anna.page.getByRole('tabpanel').getByText('Public').first().click();
  await anna.page.getByLabel('Your message').fill('Not yet sent.');
  await house.crash();
  await house.restart('newer');
  const told = anna.page.getByText(
    'The game has been renewed since this page was opened. Reload it; your drafts are kept.',
  );
  await told.first().waitFor({ timeout: 30_000 });
  // Whoever comes anew with a page of before is told the same, before anything is shown.
  await bela.page.reload();
  await bela.page.getByRole('heading', { name: 'This page is out of date' }).waitFor();
  // As if the page had come with the server: what was written is still there.
  await house.crash();
  await house.restart();
  await button(anna.page, 'Reload the page').click();
  await openPanel(anna.page, 'Talk');
  await anna.page.getByRole('tabpanel').getByText('Public').first().click();
  expect(await anna.page.getByLabel('Your message').inputValue()).toBe('Not yet sent.');
  await say(anna.page, 'Not yet sent.');
  await Promise.all([anna.leave(), bela.leave()]);
}, 90_000);

test('who hands the seat to a bot reads on, and the others see it', async () => {
  const [anna, bela] = await twoAtATable('By invitation');
  await openMenu(anna.page, 'Hand the seat to a bot');
  const sure = anna.page.getByRole('alertdialog', { name: 'Hand your seat to a bot?' });
  await button(sure, 'Hand the seat to a bot').press('Enter');
  await anna.page.getByText('handed over').first().waitFor({ state: 'attached' });
  await bela.page.getByText('handed over').first().waitFor({ state: 'attached' });
  // Whom the others wait for is one fewer: Bela alone ends the phase.
  await beReady(bela.page);
  await untilTurn(bela.page, 1, 'Orders');
  expect([anna.faults, bela.faults]).toEqual([[], []]);
  await Promise.all([anna.leave(), bela.leave()]);
}, 60_000);

test('a student who has lost the seat is led back to it by the teacher, once', async () => {
  const teacher = await house.visitor();
  await teacher.page.goto(`${house.address}/#/class/new`);
  await teacher.page.getByLabel('Your name').fill('Ms Grigoryan');
  await teacher.page.getByLabel('Name of the class').fill('History');
  await button(teacher.page, 'Make the class').click();
  const code =
    (await teacher.page
      .getByRole('img', { name: /^Code: / })
      .first()
      .textContent()) ?? '';
  const student = await house.visitor();
  await student.page.goto(`${house.address}/#/join/${code}`);
  await student.page.getByLabel('Your name').fill('Dara');
  await button(student.page, 'Join').click();
  await student.page.getByText('Dara').first().waitFor();
  await button(teacher.page, /^Lost students/)
    .first()
    .click();
  const dialog = teacher.page.getByRole('dialog', { name: /^A new way in/ });
  await button(dialog, /^New link for Dara/).click();
  const link = await dialog.getByRole('textbox', { name: 'Link for Dara' }).inputValue();
  const again = await house.visitor();
  await again.page.goto(link);
  await again.page.getByText('Dara').first().waitFor();
  await again.page.getByText('You', { exact: true }).first().waitFor();
  expect(again.page.url()).not.toContain(link.split('/').at(-2));
  await student.page.reload();
  await student.page.getByText('This table is closed to you. There are others.').first().waitFor();
  await Promise.all([teacher, student, again].map((one) => one.leave()));
}, 60_000);
