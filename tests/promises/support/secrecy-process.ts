/**
 * Compares worlds and follows texts, in a process of its own: lines of what there is to tell, and at last the figures.
 * The SDK must not have been loaded by others, or its sockets would record nothing.
 */
import type { Scenario } from '../../../shared/model/scenario.ts';
import { charter2025 } from '../../../shared/scenarios/charter-2025.ts';
import { tiny } from '../../../shared/scenarios/tiny.ts';
import type { Extent, Figure } from '../promise.ts';
import { fuzzTexts } from './secrecy-canaries.ts';
import { type Compared, comparePair, medianLateness } from './secrecy-compare.ts';
import { openHouse } from './secrecy-house.ts';

type Amount = { readonly pairs: number; readonly atLeast: number; readonly seconds: number; readonly texts: number };
/** Pairs of worlds, but no more than fit into the time; and texts with marks, each to some at a table. */
const AMOUNTS: { readonly [E in Extent]: Amount } = {
  short: { pairs: 60, atLeast: 8, seconds: 22, texts: 8_000 },
  long: { pairs: 2_000, atLeast: 2_000, seconds: 5_400, texts: 1_000_000 },
};
/** ms of which nobody could make anything across a network. */
const UNNOTICED = 50;
/** Pairs that are played at one server: a long test would otherwise measure what it has itself left behind. */
const AT_ONE_SERVER = { short: 6, long: 120 } as const;

type Tally = { resolved: number; frames: number; readonly leaks: string[]; readonly compared: Compared[] };

/** Small matches mostly, for there is more to compare in a second; every third has all six powers, every sixth is a class’s. */
const scenarioOf = (house: number): Scenario => (house % 3 === 2 ? charter2025 : tiny);

const playPairs = async (extent: Extent, tell: (line: string) => void): Promise<Tally> => {
  const { pairs, seconds } = AMOUNTS[extent];
  const tally: Tally = { resolved: 0, frames: 0, leaks: [], compared: [] };
  const until = performance.now() + seconds * 1_000;
  const isDone = (): boolean => tally.compared.length >= pairs || performance.now() > until;
  for (let number = 0; !isDone(); number += 1) {
    const house = await openHouse(scenarioOf(number));
    try {
      for (let i = 0; i < AT_ONE_SERVER[extent] && !isDone(); i += 1) {
        const seed = `promise-${number}-${i}`;
        const compared = await comparePair(house, seed, i % 6 === 5);
        tally.compared.push({ ...compared, plan: { ...compared.plan, steps: [] } });
        tally.resolved += compared.plan.resolved;
        tally.frames += compared.frames;
        const leaks = compared.leaks.map((leak) => `${seed}: ${leak}`);
        for (const leak of leaks.slice(0, 3)) if (tally.leaks.length < 10) tell(leak);
        tally.leaks.push(...leaks);
      }
    } finally {
      await house.close();
    }
    if (extent === 'long') tell(`${tally.compared.length} pairs, ${tally.leaks.length} differences`);
  }
  return tally;
};

const figuresFor = async (extent: Extent, tell: (line: string) => void): Promise<readonly Figure[]> => {
  const { compared, resolved, frames, leaks } = await playPairs(extent, tell);
  const texts = await fuzzTexts(AMOUNTS[extent].texts, 'promise');
  for (const stray of texts.strays.slice(0, 10)) tell(stray);
  const late = compared.flatMap((one) => one.late);
  const times = (resolves: boolean) => Math.abs(medianLateness(late.filter((one) => one.resolves === resolves)));
  return [
    { name: 'pairs of worlds', value: compared.length, unit: 'pairs', atLeast: AMOUNTS[extent].atLeast },
    { name: 'turns resolved in both worlds of a pair', value: resolved, unit: 'turns' },
    { name: 'frames, replies and lines compared', value: frames, unit: 'frames', atLeast: compared.length * 50 },
    { name: 'differences between the worlds', value: leaks.length, unit: 'differences', atMost: 0 },
    { name: 'texts with a mark', value: texts.texts, unit: 'texts', atLeast: AMOUNTS[extent].texts },
    { name: 'marks found with those who may read them', value: texts.read, unit: 'marks', atLeast: texts.texts * 2 },
    { name: 'marks that strayed', value: texts.strays.length, unit: 'marks', atMost: 0 },
    { name: 'by how much secrets move the news, median', value: times(false), unit: 'ms', atMost: UNNOTICED },
    { name: 'by how much secrets move a result, median', value: times(true), unit: 'ms', atMost: UNNOTICED },
  ];
};

const say = (line: object, then?: () => void): void => void process.stdout.write(`${JSON.stringify(line)}\n`, then);
// Whoever started it may have gone without a word.
process.stdin.once('end', () => process.exit(1)).resume();
const extent: Extent = process.argv[2] === 'long' ? 'long' : 'short';
say({ figures: await figuresFor(extent, (tell) => say({ tell })) }, () => process.exit(0));
