import type { Extent, Figure, Vow } from './promise.ts';
import { twistMessages } from './support/hostile-decoders.ts';
import { besiege, type Siege, type SiegeChoice } from './support/hostile-siege.ts';

/** The short form has what fits beside the other promises; the long one has all that is promised. */
const PARSED: { readonly [E in Extent]: number } = { short: 60_000, long: 1_000_000 };
const SIEGES: { readonly [E in Extent]: SiegeChoice } = {
  short: { messages: 6_000, pace: 500, baseline: 4_000, seed: 'short' },
  long: { messages: 100_000, pace: 1_000, baseline: 20_000, seed: 'long' },
};
/** Against what people were answered within in peace. */
const SLOWER = 2;
const HEAP_GROWTH = 0.1;
/** Below so many ms a ratio says nothing: it is what a busy machine adds by itself. */
const NOTICEABLE = 5;
/** ms within which half of the answers come in peace, unless something else uses the machine. */
const QUIET = 6;

const ratio = (during: number, before: number): number => during / Math.max(before, NOTICEABLE);
const taken = ({ report }: Siege): number => report.TAKEN ?? 0;

/**
 * Few answers have no meaningful hundredth: the short form holds their middle to the limit, and where answers are slow
 * in peace already, others are using the machine: then it is told, and only the long form judges it.
 */
const slower = (extent: Extent, { peace, during }: Siege): Figure => {
  if (extent === 'long')
    return { name: 'slower under attack, 99 %', value: ratio(during.p99, peace.p99), unit: '×', atMost: SLOWER };
  const figure = { value: ratio(during.median, peace.median), unit: '×' };
  if (peace.median > QUIET) return { name: 'slower under attack, median; the machine is too busy to judge', ...figure };
  return { name: 'slower under attack, median', ...figure, atMost: SLOWER };
};

const figuresOf = (extent: Extent, siege: Siege): readonly Figure[] => {
  const { peace, during } = siege;
  const complaints = Object.entries(siege.lines).filter(([line]) => line.startsWith('error'));
  return [
    {
      name: 'messages, frames and requests sent',
      value: siege.report.sent ?? 0,
      unit: 'messages',
      atLeast: SIEGES[extent].messages,
    },
    { name: 'failures outside any handler', value: siege.crashes.length, unit: 'failures', atMost: 0 },
    { name: 'failures inside one', value: complaints.length, unit: 'kinds', atMost: 0 },
    { name: 'messages that were taken', value: taken(siege), unit: 'messages', atMost: 0 },
    { name: 'changes of the store', value: siege.changes, unit: 'changes', atMost: 0 },
    { name: 'honest words refused', value: siege.honestDenied, unit: 'words', atMost: 0 },
    { name: 'honest words answered meanwhile', value: during.count, unit: 'words', atLeast: 50 },
    { name: 'answer in peace, median', value: peace.median, unit: 'ms' },
    { name: 'answer in peace, 99 %', value: peace.p99, unit: 'ms' },
    { name: 'answer under attack, median', value: during.median, unit: 'ms' },
    { name: 'answer under attack, 99 %', value: during.p99, unit: 'ms' },
    slower(extent, siege),
    { name: 'growth of the heap beyond honest words', value: siege.growth, unit: 'of it', atMost: HEAP_GROWTH },
  ];
};

export const hostile: Vow = {
  number: 7,
  name: 'Rubbish does no harm',
  promise: 'Whatever anybody sends, the server stays up, changes nothing for it, and answers everybody else as before.',
  keep: async (extent, tell): Promise<readonly Figure[]> => {
    const siege = await besiege(SIEGES[extent]);
    tell(`the attackers: ${JSON.stringify(siege.report)}`);
    for (const crash of siege.crashes.slice(0, 5)) tell(crash);
    for (const [line, count] of Object.entries(siege.lines)) if (line.startsWith('error')) tell(`${count} × ${line}`);
    const twist = twistMessages(PARSED[extent], extent);
    for (const fault of twist.faults) tell(fault);
    return [
      { name: 'twisted messages parsed', value: twist.parsed, unit: 'messages', atLeast: PARSED[extent] },
      { name: 'of them in order, and refused by the rules', value: twist.refused, unit: 'messages' },
      { name: 'faults of those who parse', value: twist.faults.length, unit: 'faults', atMost: 0 },
      ...figuresOf(extent, siege),
    ];
  },
};
