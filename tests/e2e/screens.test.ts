import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asking, returnPath } from '../server/support/test-server.ts';
import {
  atResult,
  beReady,
  button,
  choose,
  openPanel,
  orderSomething,
  pick,
  untilPlaying,
  untilTurn,
} from './support/hands.ts';
import { type House, openHouse } from './support/house.ts';
import { holdTo, SIZES, type Size } from './support/screens.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const LONG_NAME = 'Maximiliana-Anastasia HH';
const LONG_TITLE = 'Thursday evening, the long table by the window, with everybody who could come';
const CHOICE = { length: 'sprint', pace: 'untimed', press: 'full', bots: 'scripted' };

/** A page of its own at this size, and what it must not do. */
const onPage = async (size: Size, hash: string, look: (page: Page) => Promise<void>): Promise<void> => {
  const { page, faults, leave } = await house.visitor({ viewport: size.viewport, hasTouch: size.hasTouch });
  await page.goto(`${house.address}/${hash}`);
  await look(page);
  expect(faults).toEqual([]);
  await leave();
};

const mapDrawn = (page: Page): Promise<void> => button(page, 'Whole map').waitFor();

describe.each(SIZES)('at the size of a $name', (size) => {
  const server = (): ReturnType<typeof asking> => asking(house.address);
  const isPhone = size.name === 'phone';

  test.each([
    ['home', '', (page: Page) => button(page, 'Play now')],
    ['new-class', '#/class/new', (page: Page) => button(page, 'Make the class')],
    ['join', '#/join/KAPAN', (page: Page) => button(page, 'Join')],
    ['open-file', '#/replay', (page: Page) => button(page, 'Choose a file')],
    ['help', '#/help', (page: Page) => page.getByRole('link', { name: 'Multivector' }).first()],
    ['about', '#/about', (page: Page) => page.getByRole('link', { name: 'Multivector' }).first()],
    ['privacy', '#/privacy', (page: Page) => page.getByRole('link', { name: 'Multivector' }).first()],
    ['lost', '#/nowhere/at/all', (page: Page) => page.getByRole('link', { name: 'To the start page' })],
  ] as const)('%s', { timeout: 25_000 }, async (name, hash, act: (page: Page) => Locator) => {
    await onPage(size, hash, async (page) => {
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await holdTo(page, name, size, [act(page)]);
    });
  });

  test('setting a table', { timeout: 25_000 }, async () => {
    await onPage(size, '', async (page) => {
      await button(page, 'Set a table').click();
      const dialog = page.getByRole('dialog', { name: 'Set a table' });
      await pick(dialog, 'Empty seats', /strong/);
      await dialog.getByRole('button', { name: /Empty seats$/ }).scrollIntoViewIfNeeded();
      await holdTo(page, 'host', size, [button(page, 'Set the table')]);
    });
  });

  test('table', { timeout: 25_000 }, async () => {
    const choice = { ...CHOICE, kind: 'private', name: LONG_NAME, title: LONG_TITLE, power: 'ARM' };
    const seat = (await server().post('/api/matches', choice)).body;
    await onPage(size, await returnPath(server(), seat), async (page) => {
      await page.getByText(LONG_NAME).first().waitFor();
      await holdTo(page, 'table', size, [button(page, 'Start the match'), button(page, 'Sit here: Iran')]);
    });
  });

  test('match, panel by panel, its result and its replay', { timeout: 80_000 }, async () => {
    const choice = { ...CHOICE, kind: 'quick', name: LONG_NAME, power: 'ARM' };
    const seat = (await server().post('/api/matches', choice)).body;
    await onPage(size, await returnPath(server(), seat), async (page) => {
      await untilPlaying(page);
      if (isPhone) await openPanel(page, 'Map');
      await mapDrawn(page);
      if (isPhone) {
        await holdTo(page, 'match-map', size, [button(page, 'Ready')]);
        await openPanel(page, 'Board');
      }
      await holdTo(page, 'match', size, [button(page, 'Ready')]);
      await holdPanels(page, size);
      await orderSomething(page);
      await holdTo(page, 'match-orders', size, [button(page, 'Ready')]);
      await choose(page, 'Verb', 'Squeeze');
      await page.getByText('Nothing here can be ordered now.').waitFor();
      await holdTo(page, 'match-orders-none', size);
      for (const turn of [1, 2, 3]) {
        await untilTurn(page, turn);
        if (turn === 2) await holdTo(page, 'match-events', size, [button(page, 'Ready')]);
        await beReady(page);
        await untilTurn(page, turn, 'Orders');
        await beReady(page);
      }
      await atResult(page).waitFor();
      await holdTo(page, 'result', size, [page.getByRole('link', { name: 'Watch the replay' })]);
      await page.getByRole('link', { name: 'Watch the replay' }).click();
      await page.getByRole('slider').press('End');
      if (!isPhone) await mapDrawn(page);
      await holdTo(page, 'replay', size, [button(page, 'Verify'), button(page, 'Play')]);
    });
  });

  test('class: console and wall', { timeout: 40_000 }, async () => {
    const choice = { ...CHOICE, name: LONG_NAME, title: LONG_TITLE, tables: 3 };
    const { classId, token, code, wallKey } = (await server().post('/api/classes', choice)).body;
    const join = async (name: string) => (await server().post(`/api/codes/${code}/join`, { name })).body;
    const ada = await join('Ada');
    for (const name of [LONG_NAME, 'Cemile', 'Davit']) await join(name);
    await onPage(size, `#/return/${token}/class/${classId}`, async (page) => {
      await page.getByText(/4 students/).waitFor();
      await holdTo(page, 'console', size, [button(page, 'Start all')]);
      await button(page, 'Start all').click();
      // Four students keep four of eighteen seats from being ready.
      await page.getByText('Ready', { exact: true }).nth(13).waitFor();
      await holdTo(page, 'console-running', size, [button(page, 'Pause'), button(page, 'Inject a card')]);
      await button(page, 'Inject a card').click();
      await page.getByRole('dialog').waitFor();
      await holdTo(page, 'console-inject', size, [button(page, 'Play this card')]);
      await button(page, 'Cancel').click();
      await button(page, 'Seats · Table A').click();
      await pick(page.getByRole('dialog'), 'Its word', /^Keeps/);
      await button(page, 'Give to a bot: ARM').click();
      await page
        .getByText(/negotiates · normal · keeps its word/)
        .first()
        .waitFor();
      await holdTo(page, 'console-seats', size, [button(page, 'Give back: ARM')]);
      await page.getByRole('dialog').getByText('Close', { exact: true }).click();
      for (const phase of [/Orders · turn 1/, /Negotiation · turn 2/]) {
        await button(page, 'End the phase · Table A').click();
        await button(page.getByRole('dialog'), 'End the phase').click();
        await page.getByText(phase).first().waitFor();
      }
    });
    await onPage(size, await returnPath(server(), ada), async (page) => {
      await untilTurn(page, 2);
      await holdTo(page, 'match-away', size, [button(page, 'What was done')]);
      await button(page, 'What was done').click();
      await page.getByRole('dialog', { name: 'While you were away' }).waitFor();
      await holdTo(page, 'match-account', size);
    });
    await onPage(size, `#/wall/${classId}/${wallKey}`, async (page) => {
      await page.getByText(code, { exact: true }).waitFor();
      await holdTo(page, 'wall', size);
    });
  });
});

/** Every panel but the board, each with the main thing that is done in it. */
const holdPanels = async (page: Page, size: Size): Promise<void> => {
  await openPanel(page, 'Talk');
  await holdTo(page, 'match-talk', size, [button(page, 'Open a channel')]);
  await openPanel(page, 'Treaties');
  await holdTo(page, 'match-agreements', size);
  await page.getByRole('tab', { name: 'New draft' }).click();
  await holdTo(page, 'match-draft', size, [page.getByRole('group', { name: 'With' }).getByText('Russia')]);
  await page.getByRole('tabpanel', { name: /Treaties/ }).evaluate((panel) => panel.scrollTo(0, 300));
  await openPanel(page, 'News');
  // A panel begins at its beginning, wherever the one before was left.
  expect(
    await page
      .getByRole('tabpanel')
      .first()
      .evaluate((panel) => panel.scrollTop),
  ).toBe(0);
  await holdTo(page, 'match-news', size);
  await openPanel(page, 'Events');
  await holdTo(page, 'match-no-events', size);
  await openPanel(page, 'Places');
  await holdTo(page, 'match-places', size);
  await button(page, /^Russia/)
    .first()
    .click();
  await holdTo(page, 'match-dossier', size);
};
