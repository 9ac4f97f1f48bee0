import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmtpSink, smtpSink } from '../server/support/smtp-sink.ts';
import { asking } from '../server/support/test-server.ts';
import { button, turnBar, untilTurn } from './support/hands.ts';
import { type House, openHouse } from './support/house.ts';
import { holdTo, SIZES, type Size } from './support/screens.ts';

let house: House;
let sink: SmtpSink;
beforeAll(async () => {
  sink = await smtpSink();
  // As an operator sets them; the server of this house inherits them.
  Object.assign(process.env, {
    SMTP_URL: sink.url,
    MAIL_FROM: 'game@play.example',
    PUBLIC_URL: 'https://play.example',
  });
  house = await openHouse();
});
afterAll(async () => {
  await house?.close();
  await sink?.close();
});

type Place = { readonly match: string; readonly token: string; readonly code: string };
const CHOICE = { length: 'sprint', pace: 'correspondence', press: 'full', bots: 'hold', kind: 'private' };

const post = async (path: string, body: unknown, token?: string) =>
  (await asking(house.address).post(path, body, token)).body;
const see = async ({ match, token }: Place) =>
  (await asking(house.address).get(`/api/matches/${match}/view`, token)).body;
let sent = 0;
const send = async (place: Place, input: object): Promise<void> => {
  sent += 1;
  const { version } = await see(place);
  const body = { id: `by-letter-${sent}`, basedOn: version, input };
  expect(await post(`/api/matches/${place.match}/inputs`, body, place.token)).toMatchObject({ ok: true });
};

/** Two people, and bots that hold; begun. */
const table = async (): Promise<{ readonly anna: Place; readonly bela: Place }> => {
  const anna = await post('/api/matches', { ...CHOICE, name: 'Anna', power: 'ARM', title: 'Letters' });
  const bela = await post(`/api/matches/${anna.match}/join`, { name: 'Bela', power: 'RUS' });
  await post(`/api/matches/${anna.match}/start`, {}, anna.token);
  return { anna, bela };
};

/** The page of somebody who has this place. */
const at = async (size: Size, { match, token }: Place, look: (page: Page) => Promise<void>): Promise<void> => {
  const options = { viewport: size.viewport, hasTouch: size.hasTouch, timezoneId: 'Asia/Yerevan' };
  const { page, faults, leave } = await house.visitor(options);
  await page.addInitScript((mine) => localStorage.setItem('multivector.token', mine), token);
  await page.goto(`${house.address}/#/m/${match}`);
  await look(page);
  expect(faults).toEqual([]);
  await leave();
};
const openTime = async (page: Page) => {
  await button(page, 'Menu').click();
  await page.getByRole('menuitem', { name: 'Time and reminders' }).click();
  const dialog = page.getByRole('dialog', { name: 'Time and reminders' });
  await dialog.waitFor();
  return dialog;
};
const inYerevan = (ms: number): string => {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: 'Asia/Yerevan',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return format.format(ms);
};

describe.each(SIZES)('at the size of a $name', (size) => {
  test('the end of a turn is told where one is, put off, voted on, saved, and stands after a crash', {
    timeout: 90_000,
  }, async () => {
    const { anna, bela } = await table();
    await at(size, anna, async (page) => {
      await untilTurn(page, 1);
      const { deadline } = (await see(anna)).view.table;
      await turnBar(page)
        .getByText(new RegExp(`${inYerevan(deadline)} \\(in 23 h\\)`))
        .waitFor();
      await holdTo(page, 'letter-match', size, [button(page, 'Ready')]);

      const dialog = await openTime(page);
      await dialog.getByText('Asia/Yerevan').waitFor();
      await dialog.getByText(/the next turns end/).waitFor();
      await holdTo(page, 'letter-time', size, [button(dialog, 'Save for my calendar')]);
      const [file] = await Promise.all([page.waitForEvent('download'), button(dialog, 'Save for my calendar').click()]);
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toContain('SUMMARY:Letters: turn 1 ends');
      expect(text).toContain(`URL:${house.address}/#/m/${anna.match}`);

      await button(dialog, 'Put the end off by 1 day').click();
      await dialog.getByText('You can put turns off by 2 more days in this match.', { exact: false }).waitFor();
      expect((await see(bela)).view.table.deadline).toBe(deadline + 86_400_000);

      await button(dialog, 'Make an address').click();
      const link = await dialog.getByLabel('For calendars').inputValue();
      expect(await (await fetch(link)).text()).toContain('turn 1 of 3 ends');
      await button(dialog, 'Vote for it: Stop the clock').click();
      await dialog.getByText('Armenia: 1 of 2 needed.').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Vote to stop the clock. For it so far: Armenia: 1 of 2 needed.').waitFor();
      await send(bela, { kind: 'vote', on: 'pause', agree: true });
      await page.getByText('The table has stopped the clock.', { exact: false }).waitFor();
      await holdTo(page, 'letter-stopped', size, [button(page, 'Vote for it: Let the clock run again')]);

      await house.crash();
      await house.restart();
      await turnBar(page).getByRole('status').filter({ hasText: 'Connected' }).waitFor({ state: 'attached' });
      await button(page, 'Vote for it: Let the clock run again').click();
      await turnBar(page)
        .getByText(/\(in 47 h\)/)
        .waitFor();
    });
  });

  test('before it begins, people see when its turns would end', { timeout: 30_000 }, async () => {
    const anna = await post('/api/matches', { ...CHOICE, name: 'Anna', power: 'ARM', title: 'Letters' });
    await at(size, anna, async (page) => {
      await page.getByText(/turns would end \w{3} \d+ \w{3}, \d\d:\d\d.*Asia\/Yerevan/u).waitFor();
      await holdTo(page, 'letter-table', size, [button(page, 'Start the match')]);
    });
  });

  test('an address is entered, gets mail, and is forgotten by the link in it', { timeout: 60_000 }, async () => {
    const { anna, bela } = await table();
    const address = `anna-${size.name}@mail.example`;
    await at(size, anna, async (page) => {
      await untilTurn(page, 1);
      const dialog = await openTime(page);
      const field = dialog.getByLabel('Address', { exact: true });
      await field.fill(address);
      await holdTo(page, 'letter-mail', size, [button(dialog, 'Remind me there')]);
      await field.press('Enter');
      await dialog.getByText(`Mail goes to ${address}.`).waitFor();
      await page.keyboard.press('Escape');
      await send(bela, { kind: 'setReady', ready: true });
      await send(anna, { kind: 'setReady', ready: true });
      await untilTurn(page, 2);
      await expect.poll(() => sink.mails.filter(({ to }) => to[0] === address).length, { timeout: 10_000 }).toBe(1);
      const link = /https:\/\/play\.example\/(#\/stop\/\S+)/u.exec(
        sink.mails.find(({ to }) => to[0] === address)?.text ?? '',
      )?.[1];
      await page.goto(`${house.address}/${link}`);
      await page.getByText('your address is forgotten', { exact: false }).waitFor();
      await holdTo(page, 'letter-stop', size, [page.getByRole('link', { name: 'To the start page' })]);
      const { body } = await asking(house.address).get(`/api/matches/${anna.match}/reminder`, anna.token);
      expect(body).toEqual({ offered: true, address: null });
    });
  });

  test('a seat is given up, and taken by a newcomer who is told what that means', { timeout: 60_000 }, async () => {
    const { anna, bela } = await table();
    await send(anna, { kind: 'say', to: ['RUS'], text: 'between us two' });
    await at(size, bela, async (page) => {
      await untilTurn(page, 1);
      const dialog = await openTime(page);
      await button(dialog, 'Give up my seat').click();
      await dialog.getByText('You read nothing more of it', { exact: false }).waitFor();
      await button(dialog, 'Give up my seat').click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText('Open to whoever claims it: Russia.').waitFor();
      expect((await see(bela)).view.viewer).toBe('public');
    });
    const { page, faults, leave } = await house.visitor({ viewport: size.viewport, hasTouch: size.hasTouch });
    await page.goto(`${house.address}/#/m/${anna.match}`);
    await page.getByLabel('Your name').fill('Dara');
    await holdTo(page, 'letter-door', size, [button(page, 'Take an open seat')]);
    await button(page, 'Take an open seat').click();
    const claim = page.getByRole('dialog', { name: 'Take an open seat' });
    await claim.getByText('With it you take everything that it knows', { exact: false }).waitFor();
    await claim.getByLabel('Your name').fill('Dara');
    await holdTo(page, 'letter-claim', size, [button(claim, 'Take the seat')]);
    await button(claim, 'Take the seat').click();
    await untilTurn(page, 1);
    await button(page, 'Ready').waitFor();
    const { view } = await see({
      ...anna,
      token: (await page.evaluate(() => localStorage.getItem('multivector.token'))) ?? '',
    });
    expect([view.viewer, view.messages.map(({ text }: { text: string }) => text)]).toEqual(['RUS', ['between us two']]);
    expect(faults).toEqual([]);
    await leave();
  });
});
