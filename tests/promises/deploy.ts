import type { Extent, Vow } from './promise.ts';
import { brokenLogs, deniedCommands, lostCommands, median, worst } from './support/checks.ts';
import { type DeployPlan, givenBack, runDeploys } from './support/deploy-run.ts';
import { Serving } from './support/serving.ts';

const PLANS: { readonly [E in Extent]: DeployPlan } = {
  short: { tables: 6, deploys: 3, every: 300 },
  long: { tables: 40, deploys: 20, every: 2_000 },
};

export const deploy: Vow = {
  number: 9,
  name: 'New versions without loss',
  promise: 'A new version can be put in while people play: nothing is lost, and the clocks give the time back.',
  keep: async (extent, tell) => {
    const plan = PLANS[extent];
    const run = await runDeploys(await Serving.prepare(), plan, tell);
    const acknowledged = run.commands.filter((command) => command.acknowledged).length;
    const turnedAway = run.commands.filter(({ told }) => told?.ok === false && told.refusal.code === 'server/closing');
    const back = givenBack(run.rows, run.deploys);
    const short = back.filter((more) => more === null || more < 0);
    const disorderly = run.deploys.filter(({ exit }) => exit.code !== 0);
    const wrong = [...lostCommands(run.commands, run.rows), ...deniedCommands(run.commands, run.rows)];
    return [
      { name: 'clients', value: run.clients, unit: 'clients' },
      { name: 'servers stopped under load', value: run.deploys.length, unit: 'servers', atLeast: plan.deploys },
      { name: 'acknowledged', value: acknowledged, unit: 'commands', atLeast: run.clients * plan.deploys },
      { name: 'lost, or refused and taken', value: wrong.length, unit: 'commands', atMost: 0 },
      { name: 'turned away by a closing server', value: turnedAway.length, unit: 'commands', atMost: 0 },
      { name: 'left without an answer', value: run.settled ? 0 : 1, unit: 'runs', atMost: 0 },
      { name: 'gaps in the logs', value: brokenLogs(run.rows).length, unit: 'places', atMost: 0 },
      { name: 'not stopped in order', value: disorderly.length, unit: 'servers', atMost: 0 },
      { name: 'stop, worst', value: Math.round(worst(run.deploys.map(({ took }) => took))), unit: 'ms', atMost: 5_000 },
      {
        name: 'restart and all back, median',
        value: Math.round(median(run.deploys.map((one) => one.back))),
        unit: 'ms',
        atMost: 3_000,
      },
      { name: 'deadlines moved', value: back.length, unit: 'deadlines', atLeast: plan.tables * plan.deploys },
      { name: 'deadlines moved by less than the outage', value: short.length, unit: 'deadlines', atMost: 0 },
    ];
  },
};
