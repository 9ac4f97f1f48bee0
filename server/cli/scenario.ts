import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { simulate } from '../../shared/analysis/simulate.ts';
import { tell } from '../../shared/analysis/tell.ts';
import type { Scenario } from '../../shared/model/scenario.ts';
import { agreementsNotInPlay } from '../../shared/scenarios/check-goals.ts';
import { composeScenario } from '../../shared/scenarios/compose-scenario.ts';
import { scenarioJsonSchema } from '../../shared/scenarios/json-schema.ts';
import { loadScenario } from '../../shared/scenarios/load-scenario.ts';

const USAGE = `npm run scenario -- check FOLDER   says what is wrong with a folder of scenario files, and where
npm run scenario -- play FOLDER    tells a match of scripted powers on it
npm run scenario -- schema         prints the JSON Schema of a whole scenario`;

const readFolder = (folder: string): { readonly [name: string]: unknown } =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => [basename(file, '.json'), readFile(join(folder, file))]),
  );

const readFile = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** The scenario in a folder, or null after saying what is wrong with it. */
const load = (folder: string): Scenario | null => {
  const loaded = loadScenario(composeScenario(readFolder(folder)));
  if (loaded.ok) return loaded.scenario;
  for (const { path, message } of loaded.problems) console.log(`${path === '' ? 'scenario' : path}: ${message}`);
  console.log(`${loaded.problems.length} problem(s).`);
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
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 2;
  }
} else {
  console.error(USAGE);
  process.exitCode = 2;
}
