import { parseArgs } from 'node:util';
import { castOf } from '../../shared/analysis/lab/cast.ts';
import { type Cell, jobsOf, labCells, PAIR, sizesOf } from '../../shared/analysis/lab/experiments.ts';
import { reportOf } from '../../shared/analysis/lab/report.ts';
import { gather, type Results } from '../../shared/analysis/lab/results.ts';
import { sensitivityCells, sensitivityOf, sensitivityText } from '../../shared/analysis/lab/sensitivity.ts';
import { markdownText, plainText } from '../../shared/analysis/lab/text.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { LENGTHS, type Length } from '../../shared/model/state.ts';
import { scenarioById } from '../../shared/scenarios/scenarios.ts';
import { playAll } from './lab-crew.ts';

const { values } = parseArgs({
  options: {
    /** In all. */ matches: { type: 'string', default: '1000' },
    /** Of the main table alone. */ main: { type: 'string' },
    /** Of each table with one seat played in another way; 0 leaves out all but the main one. */ sample: {
      type: 'string',
    },
    seed: { type: 'string', default: '100000' },
    workers: { type: 'string', default: '2' },
    length: { type: 'string', default: 'standard' },
    scenario: { type: 'string', default: 'charter-2025' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    sensitivity: { type: 'boolean', default: false },
  },
});

const refuse = (text: string): never => {
  console.error(text);
  process.exit(2);
};
const whole = (name: string, text: string, least: number): number => {
  const number = Number(text);
  return Number.isInteger(number) && number >= least
    ? number
    : refuse(`--${name} wants a whole number of ${least} or more.`);
};

const matches = whole('matches', values.matches, 1);
const seed = whole('seed', values.seed, 0);
const workers = whole('workers', values.workers, 1);
const scenario = scenarioById(values.scenario) ?? refuse(`No scenario is called “${values.scenario}”.`);
if (!(LENGTHS as readonly string[]).includes(values.length)) refuse(`--length is one of ${LENGTHS.join(', ')}.`);
const length = values.length as Length;

const usual = sizesOf(scenario, matches);
const seat = whole('sample', values.sample ?? `${usual.seat}`, 0);
const sizes = { main: whole('main', values.main ?? `${usual.main}`, 1), seat, pair: PAIR * seat };

const started = performance.now();
const secondsSince = (): number => Math.round((performance.now() - started) / 100) / 10;

/** How often something is said of how far it is. */
const TOLD_EVERY = 20;

const playCells = async (world: Scenario, cells: readonly Cell[]): Promise<Results> => {
  const jobs = jobsOf(cells);
  const tell = (done: number): void => {
    if (done % TOLD_EVERY === 0 || done === jobs.length)
      console.error(`${done} of ${jobs.length} matches in ${secondsSince()} s`);
  };
  const played = await playAll({ scenario: world.id, seed, length }, jobs, workers, tell);
  return gather(world, castOf(world), jobs, played);
};

if (values.sensitivity) {
  const found = sensitivityOf(await playCells(scenario, sensitivityCells(scenario, matches)));
  const about = { scenario: scenario.id, seed, matches, seconds: secondsSince() };
  console.log(values.json ? JSON.stringify({ ...about, sensitivity: found }) : sensitivityText(scenario, found));
} else {
  const cells = labCells(scenario, sizes);
  const report = reportOf(await playCells(scenario, cells), seat > 0);
  const played = cells.reduce((sum, cell) => sum + cell.matches, 0);
  const about = { scenario: scenario.id, seed, matches: played, sizes, seconds: secondsSince() };
  if (values.json) console.log(JSON.stringify({ ...about, ...report }));
  else {
    const say = values.markdown ? markdownText : plainText;
    console.log(
      `${scenario.title}: ${played} matches from seed ${seed} in ${about.seconds} s, ${sizes.main} of the main table\n`,
    );
    console.log(say(report));
  }
  process.exitCode = report.rows.every(({ ok }) => ok) ? 0 : 1;
}
