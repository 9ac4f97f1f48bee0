import { tiny } from '../../../shared/scenarios/tiny.ts';
import type { SecrecyHouse } from './secrecy-house.ts';
import { type Plan, planFor } from './secrecy-plan.ts';
import { type Delay, type Heard, runWorld, type WorldRun } from './secrecy-run.ts';

export type Compared = {
  readonly plan: Plan;
  /** One line for everything that told the worlds apart. */ readonly leaks: readonly string[];
  readonly frames: number;
  /** ms that the richer world took longer, for each thing that others were sent. */
  readonly late: readonly (Delay & { readonly by: number })[];
};

const firstDifference = (one: string, other: string): string => {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 40), at + 40));
  return `${around(one)} and ${around(other)}`;
};

const tellApart = (plan: Plan, one: Heard, other: Heard | undefined): readonly string[] => {
  const step = plan.steps[one.step];
  const where = `${one.who}, step ${one.step} (${step?.kind === 'public' ? step.act.input.kind : step?.kind === 'look' ? step.look : (step?.kind ?? 'entering')})`;
  if (other?.who !== one.who || other.step !== one.step) return [`${where}: heard of in one world only`];
  if (one.what.length !== other.what.length) return [`${where}: ${one.what.length} and ${other.what.length} frames`];
  return one.what.flatMap((text, i) =>
    text === other.what[i] ? [] : [`${where}: ${firstDifference(text, other.what[i] ?? '')}`],
  );
};

const canariesIn = (plan: Plan, run: WorldRun): readonly string[] => {
  const heard = run.heard.filter(({ what }) => what.some((text) => text.includes('canary-')));
  const lines = run.lines.filter((line) => line.includes('canary-'));
  return [
    ...heard.map(({ who, step }) => `${who} got a text of others in step ${step}`),
    ...lines.map((line) => `the log holds a text: ${line}`),
  ].filter(() => plan.canaries.length > 0);
};

const lateness = (rich: WorldRun, poor: WorldRun): Compared['late'] => {
  const keyOf = ({ step, who }: Delay): string => `${step} ${who}`;
  const poorer = new Map(poor.delays.map((delay) => [keyOf(delay), delay.ms]));
  return rich.delays.flatMap((delay) => {
    const ms = poorer.get(keyOf(delay));
    return ms === undefined ? [] : [{ ...delay, by: delay.ms - ms }];
  });
};

/** Median of how much later the richer world told what all may know, in ms. */
export const medianLateness = (late: Compared['late']): number =>
  late.map(({ by }) => by).sort((a, b) => a - b)[late.length >> 1] ?? 0;

/** Plays both worlds of a plan, and tells everything by which those who may not know could tell them apart. */
export const comparePlan = async (house: SecrecyHouse, plan: Plan, at: number): Promise<Compared> => {
  const rich = await runWorld(house, plan, 0, at);
  const poor = await runWorld(house, plan, 1, at);
  const strays = [...rich.strays, ...poor.strays];
  if (strays.length > 0) throw new Error(`pair ${plan.seed} did not go as planned: ${strays.join('; ')}`);
  const leaks = [
    ...plan.faults,
    ...(rich.heard.length === poor.heard.length
      ? []
      : [`${rich.heard.length} and ${poor.heard.length} times something was heard`]),
    ...rich.heard.flatMap((one, i) => tellApart(plan, one, poor.heard[i])),
    ...(rich.lines.join('\n') === poor.lines.join('\n')
      ? []
      : [`the log: ${firstDifference(rich.lines.join('\n'), poor.lines.join('\n'))}`]),
    ...canariesIn(plan, rich),
    ...canariesIn(plan, poor),
  ];
  const frames = rich.heard.reduce((sum, { what }) => sum + what.length, 0);
  return { plan, leaks, frames, late: lateness(rich, poor) };
};

/**
 * A pair of worlds by its seed, played in a house. Time goes on between pairs:
 * limits by the minute begin anew.
 */
export const comparePair = (house: SecrecyHouse, seed: string, classroom = false): Promise<Compared> => {
  const { scenario } = house;
  const length = scenario.id === tiny.id && !classroom ? 'short' : 'sprint';
  const plan = planFor({ seed, scenario, length, classroom, matchSeed: house.matchSeedOf(seed) });
  return comparePlan(house, plan, nextMoment());
};

let moment = 1_800_000_000_000;
const nextMoment = (): number => {
  moment += 61_000;
  return moment;
};
