import type { Vow } from './promise.ts';
import { brokenLogs, lostCommands } from './support/checks.ts';
import { crashRun } from './support/crash-run.ts';

export const durability: Vow = {
  number: 1,
  name: 'Nothing is lost',
  promise: 'What the page shows as taken is never lost, even if the server is killed the moment after.',
  keep: async (extent, tell) => {
    const run = await crashRun(extent, tell);
    const acknowledged = run.commands.filter((command) => command.acknowledged).length;
    return [
      { name: 'tables', value: run.tables, unit: 'tables' },
      { name: 'clients', value: run.clients, unit: 'clients' },
      { name: 'kills', value: run.kills, unit: 'kills', atLeast: extent === 'long' ? 100 : 8 },
      { name: 'acknowledged', value: acknowledged, unit: 'commands', atLeast: run.kills * run.tables },
      {
        name: 'acknowledged and lost',
        value: lostCommands(run.commands, run.rows).length,
        unit: 'commands',
        atMost: 0,
      },
      { name: 'gaps in the logs', value: brokenLogs(run.rows).length, unit: 'places', atMost: 0 },
      { name: 'left without an answer', value: run.settled ? 0 : 1, unit: 'runs', atMost: 0 },
    ];
  },
};
