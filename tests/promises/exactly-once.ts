import type { Extent, Vow } from './promise.ts';
import { brokenLogs, deniedCommands, doubledCommands, lostCommands, unevenCommands } from './support/checks.ts';
import { Serving } from './support/serving.ts';
import { runUnkind, type UnkindPlan } from './support/unkind-run.ts';

const PLANS: { readonly [E in Extent]: UnkindPlan } = {
  short: { tables: 8, commands: 3_000, every: 250, life: 8_000, within: 40_000 },
  long: { tables: 20, commands: 50_000, every: 400, life: 15_000, within: 900_000 },
};

export const exactlyOnce: Vow = {
  number: 2,
  name: 'Exactly once',
  promise: 'Whatever the network does to it, what somebody sends takes effect once, and is always answered alike.',
  keep: async (extent, tell) => {
    const plan = PLANS[extent];
    const { commands, rows, tally, kills, settled } = await runUnkind(await Serving.prepare(), plan, tell);
    const uneven = unevenCommands(commands);
    const denied = deniedCommands(commands, rows);
    for (const { id, replies } of [...uneven, ...denied].slice(0, 10)) tell(`${id}: ${replies.join(' and ')}`);
    return [
      { name: 'commands', value: commands.length, unit: 'commands', atLeast: plan.commands },
      { name: 'acknowledged', value: commands.filter((one) => one.acknowledged).length, unit: 'commands' },
      { name: 'requests sent', value: tally.requests, unit: 'requests' },
      { name: 'dropped', value: tally.dropped, unit: 'requests', atLeast: tally.requests / 20 },
      { name: 'copies added', value: tally.copies, unit: 'requests', atLeast: tally.requests / 4 },
      { name: 'delayed and reordered', value: tally.delayed, unit: 'requests', atLeast: tally.requests / 5 },
      { name: 'answers dropped', value: tally.unanswered, unit: 'answers', atLeast: tally.requests / 20 },
      { name: 'servers killed meanwhile', value: kills, unit: 'servers', atLeast: 1 },
      { name: 'took effect twice', value: doubledCommands(commands, rows).length, unit: 'commands', atMost: 0 },
      { name: 'answered in two ways', value: uneven.length, unit: 'commands', atMost: 0 },
      { name: 'acknowledged and lost', value: lostCommands(commands, rows).length, unit: 'commands', atMost: 0 },
      { name: 'refused and taken', value: denied.length, unit: 'commands', atMost: 0 },
      { name: 'gaps in the logs', value: brokenLogs(rows).length, unit: 'places', atMost: 0 },
      { name: 'left without an answer', value: settled ? 0 : 1, unit: 'runs', atMost: 0 },
    ];
  },
};
