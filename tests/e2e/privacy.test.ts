import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asking, returnPath } from '../server/support/test-server.ts';
import { atResult, beReady, button, openPanel, say, untilPlaying, untilTurn } from './support/hands.ts';
import { DESKTOP, type House, openHouse, PHONE, type Visitor } from './support/house.ts';
import { holdTo, type Size } from './support/screens.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const server = () => asking(house.address);
const CHOICE = { length: 'sprint', pace: 'untimed', press: 'full', bots: 'hold' };
const QUICK = { ...CHOICE, kind: 'quick', name: 'Ada' };
const CLASS = { ...CHOICE, name: 'Ms G', title: '10b', tables: 1 };
const open = (page: Page, path: string) => page.goto(`${house.address}/${path}`);

type Watched = { readonly violations: string[]; hacked?: boolean };
/** Counts what the page’s policy has stopped, from its first moment on. */
const watched = async (options?: Parameters<House['visitor']>[0]): Promise<Visitor> => {
  const visitor = await house.visitor(options);
  await visitor.page.addInitScript(() => {
    const own = globalThis as unknown as Watched & { violations: string[] };
    own.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      own.violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return visitor;
};
const violations = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as Watched).violations);

/** A short match to its end, with one thing said in it. */
const playThrough = async (page: Page, text: string): Promise<void> => {
  await untilPlaying(page);
  await openPanel(page, 'Talk');
  await button(page, /Everybody|everybody/)
    .first()
    .click();
  await say(page, text);
  for (const turn of [1, 2, 3]) {
    await untilTurn(page, turn);
    await beReady(page);
    await untilTurn(page, turn, 'Orders');
    await beReady(page);
  }
  await atResult(page).waitFor();
};

test('the policy of the page stops nothing that is the page’s own', { timeout: 100_000 }, async () => {
  const { page, faults } = await watched();
  const seen: string[] = [];
  const none = async (where: string): Promise<void> => {
    seen.push(...(await violations(page)).map((one) => `${where}: ${one}`));
  };
  await open(page, '');
  await button(page, 'Set a table').click();
  await button(page.getByRole('dialog'), 'Cancel').click();
  await none('home');
  for (const path of ['#/help', '#/about', '#/privacy', '#/mine', '#/class/new', '#/replay']) {
    await open(page, path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await none(path);
  }
  const seat = (await server().post('/api/matches', { ...QUICK, power: 'ARM' })).body;
  await open(page, await returnPath(server(), seat));
  await page.locator('canvas').first().waitFor();
  await playThrough(page, 'Good morning.');
  await none('match');
  await page.getByRole('link', { name: 'Watch the replay' }).click();
  await page.getByRole('slider').press('End');
  await none('replay');
  const { classId, token, wallKey } = (await server().post('/api/classes', CLASS)).body;
  await open(page, `#/return/${token}/class/${classId}`);
  await button(page, 'Delete the class').waitFor();
  await none('console');
  await open(page, `#/wall/${classId}/${wallKey}`);
  await page.getByText('10b').first().waitFor();
  await none('wall');
  expect(seen).toEqual([]);
  expect(faults).toEqual([]);
  // The watch itself sees: a style that is nobody's is stopped and told.
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'body { color: red }';
    document.head.append(style);
  });
  await expect.poll(() => violations(page)).toHaveLength(1);
});

const HOSTILE = '<img src=x onerror="hacked=true"><script>hacked=true</script>\u202Egnirts';
const TITLE = `<b onclick=alert(1)>"'&amp;${'W'.repeat(40)}`;

test('what people write is shown as text, wherever it is shown', { timeout: 90_000 }, async () => {
  const { page, faults } = await watched();
  const isText = async (where: string): Promise<void> => {
    const made = await page.evaluate(() => ({
      hacked: (globalThis as unknown as Watched).hacked ?? false,
      elements: document.querySelectorAll('img[src="x"], b[onclick], main script').length,
    }));
    expect.soft(made, where).toEqual({ hacked: false, elements: 0 });
  };
  const refused = await server().post('/api/people', { name: '<img src=x onerror=a()>' });
  expect(refused).toMatchObject({ status: 400, body: { code: 'server/bad-name' } });
  expect(await server().post('/api/matches', { ...QUICK, kind: 'public', title: TITLE })).toMatchObject({
    status: 200,
  });
  await open(page, '');
  await page.getByTitle(TITLE).first().waitFor();
  await isText('home');

  const seat = (await server().post('/api/matches', { ...QUICK, kind: 'private', title: TITLE, power: 'ARM' })).body;
  await server().post(`/api/matches/${seat.match}/start`, {}, seat.token);
  await open(page, await returnPath(server(), seat));
  await playThrough(page, HOSTILE);
  await isText('match');
  await page.getByText('The record is kept for 180 days after the end').waitFor();
  expect(await page.title()).toContain('<b onclick');
  const saved = page.waitForEvent('download');
  await button(page, 'Download the record').click();
  const download = await saved;
  expect(download.suggestedFilename()).toMatch(/^multivector-[0-9a-f]+\.json$/);
  const record = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(JSON.stringify(record)).toContain(JSON.stringify(HOSTILE).slice(1, -1));

  const file = join(tmpdir(), `mv-hostile-${house.port}.json`);
  await writeFile(file, JSON.stringify({ ...record, title: HOSTILE, names: { ARM: [HOSTILE] } }));
  await open(page, '#/replay');
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Choose a file').click();
  await (await chooser).setFiles(file);
  await page.getByRole('slider').press('End');
  await page.getByText('<img src=x').first().waitFor();
  await isText('a file');

  const { classId, token, wallKey, code } = (await server().post('/api/classes', { ...CLASS, title: TITLE })).body;
  await server().post(`/api/codes/${code}/join`, { name: 'Nane' });
  await open(page, `#/return/${token}/class/${classId}`);
  await page.getByTitle(TITLE).first().waitFor();
  await isText('console');
  await open(page, `#/wall/${classId}/${wallKey}`);
  await page.getByText('<b onclick').first().waitFor();
  await isText('wall');
  expect(faults).toEqual([]);
});

const WIDE = { name: 'desktop', viewport: DESKTOP, hasTouch: false } as const satisfies Size;
const SIZE = { name: 'phone', viewport: PHONE, hasTouch: true } as const satisfies Size;

test('a personal link is good once, and whoever signs out elsewhere is out', { timeout: 60_000 }, async () => {
  const seat = (await server().post('/api/matches', { ...QUICK, power: 'ARM' })).body;
  const own = await house.visitor();
  const addresses: string[] = [];
  own.page.on('request', (request) => addresses.push(request.url()));
  own.page.on('websocket', (socket) => addresses.push(socket.url()));
  await open(own.page, await returnPath(server(), seat));
  await untilPlaying(own.page);
  expect(own.page.url()).not.toContain('return');
  // What a proxy between would write into its log.
  expect(addresses.filter((address) => address.startsWith('ws'))).not.toEqual([]);
  expect(addresses.join(' ')).not.toMatch(/[0-9a-f]{32}/);
  const link = await returnPath(server(), { match: seat.match, token: await tokenOf(own.page) });
  const other = await house.visitor();
  await open(other.page, link);
  await untilPlaying(other.page);
  expect(other.page.url()).not.toContain(link.split('/')[2] ?? '');
  expect(await other.page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  const third = await house.visitor();
  await open(third.page, link);
  await third.page.getByText('This link has been used').waitFor();

  await open(own.page, '#/mine');
  await button(own.page, 'Sign out everywhere else').click();
  await own.page.getByText('Every other browser is signed out.').waitFor();
  await other.page.getByText('This server does not know you yet').first().waitFor();
  await open(own.page, `#/m/${seat.match}`);
  await untilPlaying(own.page);

  // Somebody else’s browser is asked before it becomes another person’s.
  const stranger = await house.visitor();
  await open(stranger.page, '');
  await stranger.page.getByLabel('Your name').first().fill('Boris');
  await button(stranger.page, 'Play now').click();
  await untilPlaying(stranger.page);
  await open(stranger.page, await returnPath(server(), { match: seat.match, token: await tokenOf(own.page) }));
  await stranger.page.getByText('In this browser somebody plays as Boris.').waitFor();
  await button(stranger.page, 'Go on with the link').press('Enter');
  await untilPlaying(stranger.page);
  await Promise.all([own, other, third, stranger].map((one) => one.leave()));
});

const tokenOf = async (page: Page): Promise<string> =>
  (await page.evaluate(() => localStorage.getItem('multivector.token'))) ?? '';

test('one’s own data can be looked at, saved and deleted', { timeout: 60_000 }, async () => {
  const { page, faults, leave } = await house.visitor({ viewport: DESKTOP, hasTouch: true });
  await open(page, '#/mine');
  await page.getByText('This browser is nobody yet').waitFor();
  const seat = (await server().post('/api/matches', { ...QUICK, power: 'ARM' })).body;
  await open(page, await returnPath(server(), seat));
  await untilPlaying(page);
  await beReady(page);
  await untilTurn(page, 1, 'Orders');
  await open(page, '#/mine');
  await page.getByText('2 browsers').waitFor();
  await page.getByText('1 thing said or done').waitFor();
  for (const size of [WIDE, SIZE]) {
    await page.setViewportSize(size.viewport);
    await page.evaluate(() => scrollTo(0, 0));
    await holdTo(page, 'mine', size, [button(page, 'Save all of it'), button(page, 'Delete me')]);
  }
  const saved = page.waitForEvent('download');
  await button(page, 'Save all of it').click();
  const data = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
  expect(data).toMatchObject({ name: 'Ada', matches: [{ match: seat.match, power: 'ARM' }] });
  const token = await tokenOf(page);
  await button(page, 'Delete me').press('Enter');
  await page.getByRole('alertdialog').waitFor();
  await holdTo(page, 'mine-delete', SIZE, [button(page, 'Delete it')]);
  await page.keyboard.press('Tab');
  await button(page, 'Delete it').press('Enter');
  await page.getByText('You are deleted here.').waitFor();
  expect(await server().get('/api/me', token)).toMatchObject({ status: 401 });
  expect(await tokenOf(page)).toBe('');
  expect(faults).toEqual([]);
  await leave();
});

test('a teacher replaces the console’s key and deletes the class', { timeout: 60_000 }, async () => {
  const { classId, token, code } = (await server().post('/api/classes', CLASS)).body;
  const { page, faults } = await house.visitor();
  await open(page, `#/return/${token}/class/${classId}`);
  await page.getByText(/kept 90 days/).waitFor();
  expect(page.url()).not.toContain(token);
  await button(page, 'Console on another device').click();
  await button(page, 'Replace the key').click();
  await expect.poll(async () => (await server().get(`/api/classes/${classId}/records`, token)).status).toBe(403);
  await button(page, 'Delete the class').click();
  await button(page.getByRole('alertdialog'), 'Delete it').click();
  await expect.poll(() => page.url()).toMatch(/#\/$/);
  expect(await server().post(`/api/codes/${code}/join`, { name: 'Nane' })).toMatchObject({ status: 404 });
  expect(faults).toEqual([]);
});
