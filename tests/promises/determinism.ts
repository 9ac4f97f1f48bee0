import { digestOf } from '../../shared/kernel/digest.ts';
import { LENGTHS, type Length } from '../../shared/model/state.ts';
import { builtScript } from '../e2e/support/built-script.ts';
import { sealsOf } from '../e2e/support/simulate-in-page.ts';
import { launchChromium } from '../support/chromium.ts';
import type { Extent, Figure, Vow } from './promise.ts';

const MATCHES: { readonly [E in Extent]: number } = { short: 42, long: 1_002 };
/** Evaluated in the page at once: long enough to be cheap, short enough to tell how far it has come. */
const AT_ONCE = 6;

type Choice = readonly [seed: string, length: Length];
type InPage = { readonly simulation: { readonly sealsOf: typeof sealsOf } };

const choicesFor = (extent: Extent): readonly Choice[] =>
  Array.from({ length: MATCHES[extent] }, (_, i) => [`promise-${i}`, LENGTHS[i % LENGTHS.length] ?? 'sprint'] as const);

/** Matches whose seals differ, and all seals that were compared. Both engines are asked at the same time. */
const compare = async (extent: Extent, tell: (line: string) => void) => {
  const code = await builtScript('tests/e2e/support/simulate-in-page.ts', 'simulation');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    const choices = choicesFor(extent);
    const differing: string[] = [];
    const all: string[] = [];
    for (let from = 0; from < choices.length; from += AT_ONCE) {
      const some = choices.slice(from, from + AT_ONCE);
      const asked = page.evaluate(
        (few) => few.map(([seed, length]) => (globalThis as unknown as InPage).simulation.sealsOf(seed, length)),
        some,
      );
      const here = some.map(([seed, length]) => sealsOf(seed, length));
      const there = await asked;
      for (const [i, [seed, length]] of some.entries()) {
        const seals = here[i] ?? [];
        all.push(...seals);
        if (seals.length === 0 || seals.join() !== there[i]?.join()) differing.push(`${length} ${seed}`);
      }
    }
    for (const match of differing.slice(0, 10)) tell(`the seals differ: ${match}`);
    tell(`all seals together: ${digestOf(...all)}, Chromium ${browser.version()}, Node ${process.versions.node}`);
    return { matches: choices.length, seals: all.length, differing: differing.length };
  } finally {
    await browser.close();
  }
};

export const determinism: Vow = {
  number: 5,
  name: 'The same match everywhere',
  promise: 'A match replayed in a browser ends exactly as it ended on the server.',
  keep: async (extent, tell): Promise<readonly Figure[]> => {
    const { matches, seals, differing } = await compare(extent, tell);
    return [
      { name: 'matches simulated in Node and in Chromium', value: matches, unit: 'matches', atLeast: MATCHES[extent] },
      { name: 'seals of turns compared', value: seals, unit: 'seals', atLeast: matches * 3 },
      { name: 'matches whose seals differ', value: differing, unit: 'matches', atMost: 0 },
    ];
  },
};
