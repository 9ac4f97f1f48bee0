import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deflate } from '../../server/match/squeeze.ts';
import { simulate } from '../../shared/analysis/simulate.ts';
import type { BotName } from '../../shared/model/input.ts';
import { foundationOf, openFold } from '../../shared/replay/fold.ts';
import { charter2025 } from '../../shared/scenarios/charter-2025.ts';
import { maySee } from '../../shared/view/event-for.ts';
import { viewFor } from '../../shared/view/view-for.ts';
import { encodeChange } from '../../shared/wire/change.ts';
import { launchChromium } from '../support/chromium.ts';
import { builtScript } from './support/built-script.ts';
import { digestOfView, type Telling } from './support/changes-in-page.ts';

let browser: Browser;
let code = '';

beforeAll(async () => {
  code = await builtScript('tests/e2e/support/changes-in-page.ts', 'following');
  browser = await launchChromium();
}, 60_000);

afterAll(() => browser?.close());

type InPage = { readonly following: { readonly follow: (telling: Telling) => readonly string[] } };

const toldOf = (viewer: string, bot: BotName): { readonly telling: Telling; readonly digests: readonly string[] } => {
  const { record } = simulate(charter2025, { seed: `page-${bot}`, bots: [bot], length: 'short' });
  const fold = openFold(charter2025, foundationOf(record));
  let old = { ...viewFor(charter2025, fold.state, viewer) };
  const view = JSON.stringify(old);
  const changes: Telling['changes'][number][] = [];
  const digests: string[] = [];
  for (const logged of record.inputs) {
    const events = fold.apply(logged);
    if (!events.some((event) => maySee(event, viewer))) continue;
    const now = { ...viewFor(charter2025, fold.state, viewer) };
    const change = encodeChange(charter2025, old, now, deflate);
    changes.push(change instanceof Uint8Array ? [...change] : change);
    digests.push(digestOfView(now));
    old = now;
  }
  return { telling: { view, changes }, digests };
};

test.each([
  ['ARM', 'negotiator'],
  ['IRN', 'random'],
  ['public', 'scripted'],
  ['facilitator', 'random'],
] as const)('what %s is told of a match of %s bots comes out in Chromium as it was meant', async (viewer, bot) => {
  const { telling, digests } = toldOf(viewer, bot);
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const there = await page.evaluate((one) => (globalThis as unknown as InPage).following.follow(one), telling);
  expect(there).toEqual(digests);
  expect(telling.changes.filter((change) => typeof change === 'object' && change[0] === 2).length).toBe(6);
  await page.close();
});
