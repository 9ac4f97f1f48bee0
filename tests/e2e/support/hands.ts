import type { Locator, Page } from 'playwright-core';

type Scope = Page | Locator;

/** Opens a list of choices by its label and takes one. */
export const pick = async (scope: Scope, label: string, option: string | RegExp): Promise<void> => {
  const page = 'page' in scope ? scope.page() : scope;
  await scope.getByRole('button', { name: new RegExp(`(^|\\s)${label}$`) }).click();
  await page.getByRole('option', { name: option }).first().click();
  await page.getByRole('listbox').waitFor({ state: 'detached' });
};

/** Takes one of the choices that all stand in sight. */
export const choose = (scope: Scope, label: string, option: string): Promise<void> =>
  scope.getByRole('radiogroup', { name: label, exact: true }).getByText(option, { exact: true }).click();

export const button = (scope: Scope, name: string | RegExp): Locator =>
  scope.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** On a phone some panels stand behind "More". */
export const openPanel = async (page: Page, name: string): Promise<void> => {
  const tabs = page.getByRole('tablist', { name: 'Panels' });
  const tab = tabs.getByRole('tab', { name: new RegExp(`^${name}`) });
  await tabs.waitFor();
  if ((await tab.count()) > 0) return tab.click();
  await tabs.getByRole('tab', { name: /^More/ }).click();
  await page.getByRole('list', { name: 'More' }).getByRole('button', { name, exact: true }).click();
};

export const turnBar = (page: Page): Locator => page.getByRole('region', { name: 'Turn', exact: true });

/** Until the bar above says so: `turn 2 of 3`, `Negotiation`. */
export const untilTurn = (page: Page, turn: number, phase: 'Negotiation' | 'Orders' = 'Negotiation'): Promise<void> =>
  turnBar(page)
    .filter({ hasText: new RegExp(`turn ${turn} of`) })
    .filter({ has: page.getByText(new RegExp(`^${phase}$`, 'i')) })
    .waitFor();

/** Ready, whatever is left undone: it is asked about first. */
export const beReady = async (page: Page): Promise<void> => {
  const toggle = button(page, 'Ready');
  if ((await toggle.getAttribute('aria-pressed')) === 'true') return;
  await toggle.click();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const allTheSame = button(page.getByRole('dialog', { name: 'Ready?' }), /^Ready (all the same|without them)$/);
  if (await allTheSame.isVisible()) await allTheSame.click();
};

export const atResult = (page: Page): Locator => page.getByRole('heading', { name: 'The result', level: 1 });

/** Says something in the channel that is open; the first time, after having been told who reads it. */
export const say = async (page: Page, text: string): Promise<void> => {
  const message = page.getByLabel('Your message');
  await message.fill(text);
  await button(page, 'Send').click();
  const told = button(page, 'Understood, send it');
  const sent = page.getByRole('log').getByText(text);
  await told.or(sent).first().waitFor();
  if (await told.isVisible()) await told.click();
  await sent.waitFor();
};

export const untilPlaying = async (page: Page): Promise<void> => {
  await untilTurn(page, 1);
  await button(page, 'Ready').waitFor();
};

/** The first order on offer, added and submitted; what it is. */
export const orderSomething = async (page: Page): Promise<string> => {
  await openPanel(page, 'Orders');
  await button(page, /^Add: /)
    .first()
    .click();
  const order = await button(page, /^Remove: /)
    .first()
    .getAttribute('aria-label');
  await button(page, 'Submit orders').click();
  await page
    .getByRole('status')
    .filter({ hasText: /^Submitted, receipt \w{8}/ })
    .waitFor();
  return (order ?? '').replace(/^Remove: /, '');
};

export type WhoMayCome = 'By invitation' | 'Everybody';
/** Sets a table without a clock and sits down as Russia, under the name Anna; the code to hand over. */
export const setTable = async (page: Page, address: string, who: WhoMayCome = 'By invitation'): Promise<string> => {
  await page.goto(address);
  await button(page, 'Set a table').click();
  const dialog = page.getByRole('dialog', { name: 'Set a table' });
  await choose(dialog, 'Who may come', who);
  await dialog.getByLabel('Your name').fill('Anna');
  await pick(dialog, 'Your power', /Russia/);
  await choose(dialog, 'Length', 'Sprint');
  await choose(dialog, 'Pace', 'No clock');
  await pick(dialog, 'Empty seats', /^Quiet/);
  await button(dialog, 'Set the table').click();
  const code = page.getByRole('img', { name: /^Code: / });
  return (await code.textContent()) ?? '';
};
