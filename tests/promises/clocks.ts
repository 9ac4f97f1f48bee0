import type { Extent, Vow } from './promise.ts';
import { lostCommands, worst } from './support/checks.ts';
import { closeMeetings, type DeadlinePlan, runDeadlines } from './support/deadline-run.ts';
import { playable, repeatedPhases } from './support/phases.ts';
import { Serving } from './support/serving.ts';
import { runSkewed, SKEWED, type SkewPlan } from './support/skew-run.ts';

type Plan = { readonly crashes: DeadlinePlan; readonly skew: SkewPlan };
const PLANS: { readonly [E in Extent]: Plan } = {
  short: {
    crashes: { tables: 6, kills: 8, phase: 1_500, every: 500 },
    skew: { phase: 800, life: 3_000, every: 250 },
  },
  long: {
    crashes: { tables: 20, kills: 100, phase: 2_500, every: 900 },
    skew: { phase: 2_000, life: 15_000, every: 250 },
  },
};
/** ms that two processes may differ by in what time it is, and by which a reader of the log comes late. */
export const READING = 100;

/** What a phase may last beyond its time when a clock is set: a heartbeat's worth, and a start. */
const LONGEST_MORE = 8_000;

export const clocks: Vow = {
  number: 10,
  name: 'Fair clocks',
  promise: 'Nobody loses a minute of a turn to a crash or to a wrong clock, and no turn is resolved twice.',
  keep: async (extent, tell) => {
    const plan = PLANS[extent];
    const run = await runDeadlines(await Serving.prepare(), plan.crashes, tell);
    const ended = run.spans.filter(({ to }) => to !== null);
    const cut = ended.filter((span) => playable(span, run.outages) < plan.crashes.phase - READING);
    const twice = run.readers.flatMap(({ spans }) => repeatedPhases(spans));
    const still = run.readers.filter(({ spans }) => spans.length < 3);

    const skewed = await runSkewed(await Serving.prepare(SKEWED), plan.skew);
    const lengths = skewed.spans.filter(({ to }) => to !== null).map((span) => playable(span, skewed.outages));
    const shut = skewed.commands.filter(({ told }) => told?.ok === false && told.refusal.code.startsWith('server/'));
    return [
      { name: 'kills as a deadline fell due', value: run.kills.length, unit: 'kills', atLeast: plan.crashes.kills },
      {
        name: 'deadlines met within 200 ms of a kill',
        value: closeMeetings(run),
        unit: 'deadlines',
        atLeast: plan.crashes.kills,
      },
      { name: 'phases that ended by the clock', value: ended.length, unit: 'phases', atLeast: plan.crashes.kills },
      { name: 'phases cut short by an outage', value: cut.length, unit: 'phases', atMost: 0 },
      { name: 'phases or turns that came twice', value: twice.length, unit: 'phases', atMost: 0 },
      { name: 'tables that stood still', value: still.length, unit: 'tables', atMost: 0 },
      { name: 'a deadline was met late by at most', value: worst(run.readers.flatMap(({ late }) => late)), unit: 'ms' },
      {
        name: 'acknowledged and lost',
        value: lostCommands(run.commands, run.rows).length,
        unit: 'commands',
        atMost: 0,
      },
      { name: 'left without an answer', value: run.settled ? 0 : 1, unit: 'runs', atMost: 0 },
      { name: 'phases while the machine’s clock was set', value: lengths.length, unit: 'phases', atLeast: 6 },
      {
        name: 'shortest, beyond its time',
        value: Math.round(Math.min(...lengths) - plan.skew.phase),
        unit: 'ms',
        atLeast: -READING,
      },
      {
        name: 'longest, beyond its time',
        value: Math.round(worst(lengths) - plan.skew.phase),
        unit: 'ms',
        atMost: LONGEST_MORE,
      },
      { name: 'commands turned away meanwhile', value: shut.length, unit: 'commands', atMost: 0 },
    ];
  },
};
