import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { simulate } from '../../shared/analysis/simulate.ts';
import { tell } from '../../shared/analysis/tell.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { agreementsNotInPlay } from '../../shared/scenarios/check-goals.ts';
import { scenarioJsonSchema } from '../../shared/scenarios/json-schema.ts';
import { type PlacedProblem, readFolder } from '../../shared/scenarios/scenario-folder.ts';

const USAGE = `npm run scenario -- check FOLDER   says what is wrong with a folder of scenario files, and where
npm run scenario -- play FOLDER    tells a match of scripted powers on it
npm run scenario -- schema         prints the JSON Schema of scenario files, as in docs/scenario.schema.json`;

/** Said as it is, without a trace: the fault lies in what was typed. */
class Unreadable extends Error {}

/** The texts of the JSON files in a folder, by name without `.json`. */
const textsIn = (folder: string): { readonly [file: string]: string } => {
  const what = statSync(folder, { throwIfNoEntry: false });
  if (what === undefined)
    throw new Unreadable(`There is no folder ${resolve(folder)}. Check the spelling of its path.`);
  if (!what.isDirectory()) throw new Unreadable(`${folder} is a file. Name the folder in which it lies.`);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  if (files.length === 0)
    throw new Unreadable(`There are no .json files in ${folder}. Begin with a copy of shared/scenarios/charter-2025.`);
  return Object.fromEntries(
    files.sort().map((file) => [basename(file, '.json'), readFileSync(join(folder, file), 'utf8')]),
  );
};

/** `my-scenario/cards.json:72`, which terminals and editors open at the line. */
const placeOf = (folder: string, { file, line }: PlacedProblem): string =>
  file === null ? folder : `${join(folder, `${file}.json`)}${line === null ? '' : `:${line}`}`;

/** The scenario in a folder, or null after saying what is wrong with it. */
const load = (folder: string): Scenario | null => {
  const read = readFolder(textsIn(folder));
  if (read.ok) return read.scenario;
  for (const problem of read.problems)
    console.log([placeOf(folder, problem), problem.path, problem.message].filter((part) => part !== '').join(': '));
  console.log(`${read.problems.length} ${read.problems.length === 1 ? 'problem' : 'problems'}.`);
  if (read.isShape)
    console.log('Whether everything fits together is looked at once these are mended: check again then.');
  return null;
};

const check = (scenario: Scenario): void => {
  console.log(
    `${scenario.title}: sound. ${scenario.powers.length} powers, ${scenario.routes.length} routes, ${scenario.agreements.length} agreements, ${scenario.cards.length} cards.`,
  );
  const absent = agreementsNotInPlay(scenario);
  if (absent.length > 0)
    console.log(`Formulas speak of offers, and count them as 0 until they are signed: ${absent.join(', ')}.`);
};

const play = (scenario: Scenario): void => {
  const { record } = simulate(scenario, { seed: '1', bots: ['scripted'], length: 'short' });
  console.log(tell(scenario, record));
};

const COMMANDS: { readonly [command: string]: (scenario: Scenario) => void } = { check, play };

const [command = '', folder] = process.argv.slice(2);
const act = COMMANDS[command];
if (command === 'schema') console.log(JSON.stringify(scenarioJsonSchema(), null, 2));
else if (act !== undefined && folder !== undefined) {
  try {
    const scenario = load(folder);
    if (scenario === null) process.exitCode = 1;
    else act(scenario);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
