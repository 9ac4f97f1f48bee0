import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decodeRecord } from '../../shared/replay/record.ts';
import { beReady, button, openPanel, pick, say, untilTurn } from './support/hands.ts';
import { type House, openHouse, PHONE, type Visitor } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse('classroom.test');
});
afterAll(() => house?.close());

const STUDENTS = ['Ada', 'Boris', 'Cemile', 'Davit', 'Elnur', 'Fatemeh'];
const NOTE = 'Read the news before you write to anybody.';
const WHISPER = 'Nobody outside this room shall know of our port.';

const makeClass = async (page: Page): Promise<string> => {
  await page.goto(house.address);
  await page.getByRole('link', { name: 'Make a class' }).click();
  await page.getByLabel('Name of the class').fill('10b');
  await page.getByLabel('Your name').fill('Ms Hakobyan');
  await page.getByRole('textbox', { name: 'Tables', exact: true }).fill('2');
  await pick(page, 'Empty seats', /^Quiet/);
  await button(page, 'Make the class').click();
  return (await page.getByRole('img', { name: /^Code: / }).textContent()) ?? '';
};

const join = async ({ page }: Visitor, code: string, name: string): Promise<void> => {
  await page.goto(`${house.address}/#/join/${code}`);
  await page.getByLabel('Your name').fill(name);
  await button(page, 'Join').click();
  await page.getByText('Your teacher starts the match.').waitFor();
};

const tableCard = (page: Page, label: string): Locator =>
  page
    .getByRole('list', { name: /^Tables/ })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: `Table ${label}` }) });

const allTables = (page: Page): Locator => page.getByRole('region', { name: 'All tables' });

const namesAt = async (page: Page, label: string): Promise<readonly string[]> => {
  const seats = await tableCard(page, label).getByRole('table').innerText();
  return STUDENTS.filter((name) => seats.includes(name));
};

const each = (students: readonly Visitor[], act: (page: Page) => Promise<unknown>): Promise<unknown> =>
  Promise.all(students.map(({ page }) => act(page)));

const postNote = async (page: Page): Promise<void> => {
  await button(allTables(page), 'Note').click();
  const dialog = page.getByRole('dialog', { name: /^Note/ });
  await dialog.getByLabel('What all powers there shall read').fill(NOTE);
  await button(dialog, 'Post').click();
  await dialog.waitFor({ state: 'detached' });
};

/** The title of the card that was played. */
const inject = async (page: Page): Promise<string> => {
  await button(allTables(page), 'Inject a card').click();
  const dialog = page.getByRole('dialog', { name: /^Inject a card/ });
  const title = await dialog.getByRole('button', { name: /Card$/ }).locator('.select-value').innerText();
  await button(dialog, 'Play this card').click();
  await dialog.waitFor({ state: 'detached' });
  return title;
};

const whisper = async (page: Page): Promise<void> => {
  await openPanel(page, 'Talk');
  await button(page, 'Open a channel').click();
  await page.getByRole('group', { name: 'With whom?' }).getByRole('checkbox').first().check({ force: true });
  await button(page, 'Open').click();
  await say(page, WHISPER);
};

const records = async (page: Page, withMessages: boolean): Promise<string> => {
  await button(page, 'Save the records').click();
  const dialog = page.getByRole('dialog', { name: 'Save the records of this class' });
  if (!withMessages) await dialog.getByText('With what was said').click();
  const saved = page.waitForEvent('download');
  await button(dialog, 'Save').click();
  await dialog.waitFor({ state: 'detached' });
  return readFile(await (await saved).path(), 'utf8');
};

test('a teacher runs two tables of three in a classroom without a certificate', { timeout: 110_000 }, async () => {
  const teacher = await house.visitor();
  const code = await makeClass(teacher.page);
  expect(code).toMatch(/^[A-Z]{5}$/);
  const students = await Promise.all(
    STUDENTS.map((_, i) => house.visitor(i === 0 ? {} : { viewport: PHONE, hasTouch: true })),
  );
  for (const [i, student] of students.entries()) await join(student, code, STUDENTS[i] ?? '');
  for (const { page } of [teacher, ...students]) expect(await page.evaluate(() => isSecureContext)).toBe(false);

  await teacher.page.getByText(/^6 students\W+6 here$/).waitFor();
  const [first, second] = [await namesAt(teacher.page, 'A'), await namesAt(teacher.page, 'B')];
  expect([first.length, second.length]).toEqual([3, 3]);
  expect([...first, ...second].sort()).toEqual(STUDENTS);

  await button(allTables(teacher.page), 'Start all').click();
  await each(students, (page) => untilTurn(page, 1));
  const ada = students[0];
  if (ada === undefined) throw new Error('nobody came');

  await postNote(teacher.page);
  await each(students, (page) => page.getByText(NOTE).first().waitFor());

  await button(allTables(teacher.page), 'Pause').click();
  await each(students, async (page) => {
    await page.getByText('The facilitator has paused the match.').waitFor();
    expect(await button(page, 'Ready').isDisabled()).toBe(true);
  });
  await button(allTables(teacher.page), 'Resume').click();
  await each(students, (page) =>
    page.getByText('The facilitator has paused the match.').waitFor({ state: 'detached' }),
  );

  const card = await inject(teacher.page);
  await openPanel(ada.page, 'News');
  const news = ada.page.getByRole('article', { name: card });
  await news.getByText('from the facilitator').waitFor();
  await whisper(ada.page);

  const wall = await house.visitor();
  await wall.page.goto(
    (await teacher.page.getByRole('link', { name: 'Wall for the projector' }).getAttribute('href')) ?? '',
  );
  await wall.page
    .getByText(/turn 1 of 3/)
    .first()
    .waitFor();

  await each(students, beReady);
  await each(students, (page) => untilTurn(page, 1, 'Orders'));
  await each(students, beReady);
  await each(students, (page) => untilTurn(page, 2));
  await wall.page
    .getByText(/turn 2 of 3/)
    .nth(1)
    .waitFor();

  const table = first.includes('Ada') ? 'A' : 'B';
  await button(tableCard(teacher.page, table), `Open channels · Table ${table}`).click();
  const channels = teacher.page.getByRole('dialog', { name: /^Channels/ });
  await channels.getByText(WHISPER).waitFor();
  await button(channels, 'Close').click();
  await channels.waitFor({ state: 'detached' });

  expect(wall.frames.length).toBeGreaterThan(1);
  expect(wall.heard('10b')).toBe(true);
  expect(wall.heard(WHISPER)).toBe(false);
  expect(await wall.page.locator('body').innerText()).not.toContain(WHISPER);
  const elsewhere = students.filter((_, i) => !(table === 'A' ? first : second).includes(STUDENTS[i] ?? ''));
  expect(elsewhere.map((student) => student.heard(WHISPER))).toEqual([false, false, false]);
  expect(elsewhere.map((student) => student.heard(NOTE))).toEqual([true, true, true]);

  const full = await records(teacher.page, true);
  expect(full).toContain(WHISPER);
  const without = await records(teacher.page, false);
  expect(without).not.toContain(WHISPER);
  const saved = JSON.parse(full);
  expect(saved.tables).toHaveLength(2);
  expect(decodeRecord(saved.tables[0].record)).toMatchObject({ ok: true });
  for (const { faults } of [teacher, wall, ...students]) expect(faults).toEqual([]);
});
