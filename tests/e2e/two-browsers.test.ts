import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beReady, button, choose, openPanel, pick, say, setTable, untilTurn } from './support/hands.ts';
import { type House, openHouse } from './support/house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const WHISPER = 'Your gas stays out of our quarrels, Yerevan.';

const joinByCode = async (page: Page, code: string, name: string, power: string): Promise<void> => {
  await page.goto(house.address);
  await page.getByLabel('Code', { exact: true }).fill(code.toLowerCase());
  await button(page, 'Join').click();
  await page.getByRole('heading', { name: 'Join a table' }).waitFor();
  await page.getByLabel('Your name').fill(name);
  await button(page, 'Join').click();
  const seats = page.getByRole('list', { name: 'Seats' });
  await seats.waitFor();
  const seat = seats.getByRole('listitem').filter({ hasText: power });
  if (!(await seat.getByText('You', { exact: true }).isVisible())) await button(seat, `Sit here: ${power}`).click();
  await seat.getByText('You', { exact: true }).waitFor();
};

const whisper = async (page: Page): Promise<void> => {
  await openPanel(page, 'Talk');
  await button(page, 'Open a channel').click();
  await page.getByRole('group', { name: 'With whom?' }).getByText('Armenia').click();
  await button(page, 'Open').click();
  await say(page, WHISPER);
  await page.getByRole('log').getByText(WHISPER).waitFor();
};

/** Russia promises not to squeeze Armenia in energy. */
const propose = async (page: Page): Promise<void> => {
  await openPanel(page, 'Treaties');
  await page.getByRole('tab', { name: 'New draft' }).click();
  await page.getByRole('group', { name: 'With' }).getByText('Armenia').click();
  await button(page, 'Add a clause').click();
  await pick(page, 'Promise', 'not give an order');
  await pick(page, 'Order', 'Squeeze');
  await pick(page, 'Host', 'Armenia');
  await pick(page, 'Area', 'energy');
  await button(page, 'Add this clause').click();
  await button(page, 'Propose').click();
  await page.getByText('Waits for Armenia.').waitFor();
};

/** Armenia signs that proposal, and none of the texts that stand on the table from the start. */
const sign = async (page: Page): Promise<void> => {
  await openPanel(page, 'Treaties');
  await page.getByRole('tab', { name: /^Proposals \(/ }).click();
  const cards = page.getByRole('tabpanel', { name: /^Proposals \(/ }).getByRole('article');
  const card = cards.filter({ hasText: 'not squeeze Armenia in energy' });
  // What a text means is folded away until one asks.
  await card.getByText('You promise nothing.').waitFor({ state: 'attached' });
  // What has just been proposed is not looked for under what has always stood there.
  expect(await cards.first().textContent()).toBe(await card.textContent());
  await button(card, /^Sign: /).click();
  await button(card, /^Sign: /).waitFor({ state: 'detached' });
};

const squeeze = async (page: Page): Promise<void> => {
  await openPanel(page, 'Orders');
  await choose(page, 'Verb', 'Squeeze');
  await pick(page, 'Host', 'Armenia');
  await pick(page, 'Area', 'energy');
  await button(page, 'Demand…: Squeeze Armenia in energy').click();
  await button(page.getByRole('dialog'), 'Add this squeeze').click();
  await page.getByText(/This breaches clause 1 of .*not squeeze Armenia in energy/).waitFor();
  await button(page, 'Submit orders').click();
  await page.getByText(/^Submitted, receipt \w{8}/).waitFor();
};

/** The agreement as it stands now, opened at the treaty desk. */
const agreement = async (page: Page): Promise<Locator> => {
  await openPanel(page, 'Treaties');
  await page.getByRole('tab', { name: 'Agreements' }).click();
  return page.getByRole('article').filter({ hasText: 'not squeeze Armenia in energy' });
};

const seesBreach = async (page: Page): Promise<void> => {
  // The telling opens by itself, one thing after another.
  await page.getByRole('heading', { name: /^What happened in/ }).waitFor();
  await button(page, 'Show all').click();
  await page.getByRole('heading', { name: 'Promises', exact: true }).waitFor();
  await page.getByText(/^Russia breached clause 1 of .* not squeeze Armenia in energy/).waitFor();
  const card = await agreement(page);
  // Its only clause is judged, so the agreement is over.
  await choose(page, 'Show', 'Past');
  await card.getByText('breached').waitFor();
  await card.getByText('by Russia').waitFor();
  await button(card, 'Evidence').click();
  const why = page.getByRole('dialog', { name: 'Why?' });
  const chain = await why.getByRole('listitem').allTextContents();
  expect(chain.join('\n')).toMatch(/Russia.*squeeze[sd]? Armenia in energy/i);
  await button(why.getByRole('contentinfo').or(why), 'Close').last().click();
};

test('two people talk, agree, and one breaks his word; a third learns only what is public', {
  timeout: 110_000,
}, async () => {
  const [anna, bela, outsider] = await Promise.all([house.visitor(), house.visitor(), house.visitor()]);
  const code = await setTable(anna.page, house.address);
  expect(code).toMatch(/^[A-Z]{5}$/);
  await joinByCode(bela.page, code, 'Bela', 'Armenia');
  await joinByCode(outsider.page, code, 'Cem', 'Azerbaijan');
  await button(anna.page, 'Start the match').click();
  for (const { page } of [anna, bela, outsider]) await untilTurn(page, 1);

  await openPanel(bela.page, 'Talk');
  await whisper(anna.page);
  await button(bela.page, new RegExp(WHISPER)).click();
  await bela.page.getByRole('log').getByText(WHISPER).waitFor();
  await say(bela.page, 'So you say.');
  await anna.page.getByRole('log').getByText('So you say.').waitFor();

  await propose(anna.page);
  await sign(bela.page);
  await (await agreement(anna.page)).getByText('in force').waitFor();
  await squeeze(anna.page);

  for (const phase of ['Negotiation', 'Orders'] as const)
    for (const { page } of [anna, bela, outsider]) {
      await untilTurn(page, 1, phase);
      await beReady(page);
    }
  for (const { page } of [anna, bela, outsider]) await untilTurn(page, 2);
  await seesBreach(anna.page);
  await seesBreach(bela.page);

  // The one outside the channel sees the public agreement broken, but not a word of theirs.
  await openPanel(outsider.page, 'Talk');
  await outsider.page.getByText('nothing said yet').waitFor();
  expect(outsider.frames.length).toBeGreaterThan(10);
  expect(outsider.heard('not squeeze') || outsider.heard('refrain')).toBe(true);
  expect(bela.heard(WHISPER)).toBe(true);
  expect(outsider.heard(WHISPER)).toBe(false);
  expect(outsider.heard('So you say.')).toBe(false);
  for (const { faults } of [anna, bela, outsider]) expect(faults).toEqual([]);
});
